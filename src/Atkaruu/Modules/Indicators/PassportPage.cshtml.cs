using System.ComponentModel.DataAnnotations;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Indicators;

/// <summary>How an indicator is measured: everybody may read it, the coordinator writes it. Targets are the plan's and not changed here.</summary>
[OpenToAll]
public sealed class PassportPageModel(PlanShelf shelf, Db db, Actor actor) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public Indicator Indicator { get; private set; } = null!;
    /// <summary>A weight is only a question where there are several.</summary>
    public bool IsOneOfSeveral => Plan.Indicators(Measure).Skip(1).Any();
    public bool MayWrite { get; private set; }

    [BindProperty] public PassportForm Form { get; set; } = new();
    [BindProperty] public int Version { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var plan = await shelf.CurrentAsync();
        var measure = plan?.Measure((string)RouteData.Values["code"]!);
        var ordinal = int.Parse((string)RouteData.Values["ordinal"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (measure is null || plan!.Indicators(measure).FirstOrDefault(i => i.Ordinal == ordinal) is not { } indicator)
        {
            context.Result = NotFound();
            return;
        }
        (Plan, Measure, Indicator, MayWrite) = (plan, measure, indicator, actor.May(Right.Accept, plan.Subject(measure)));
        if (!MayWrite && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method)) context.Result = NotFound();
        else await next();
    }

    public void OnGet() => (Form, Version) = (PassportForm.Of(Indicator), Indicator.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var indicator = await db.Indicators.SingleAsync(i => i.Id == Indicator.Id, stop);
        if (indicator.Version != Version) throw new RuleException(new("indicator.rule.changed-meanwhile"));

        var baseline = string.IsNullOrWhiteSpace(Form.Baseline) ? (decimal?)null : NumberInput.Parse(Form.Baseline, indicator, "Form.Baseline");
        indicator.Describe(Form.ToPassport());
        if (baseline != indicator.Baseline || Form.BaselineOn != indicator.BaselineOn || (Form.BaselineSource ?? "") != (indicator.BaselineSource ?? ""))
            indicator.SetBaseline(baseline, Form.BaselineOn, Form.BaselineSource);
        if (IsOneOfSeveral && !string.IsNullOrWhiteSpace(Form.Weight)) indicator.Weigh(PassportForm.Number(Form.Weight));
        await db.SaveChangesAsync(stop);
        shelf.Forget();
        return LocalRedirect(Url.Content($"~/measures/{Measure.Code}#indicators"));
    }
}

/// <summary>What the coordinator typed.</summary>
public sealed class PassportForm
{
    [MaxLength(Limits.Cell)] public string? Definition { get; set; }
    [MaxLength(Limits.Cell)] public string? DataSource { get; set; }
    [MaxLength(Limits.Cell)] public string? Method { get; set; }
    [MaxLength(Limits.Line)] public string? DataOwner { get; set; }
    public SpanKind? Periodicity { get; set; }
    public List<string> Dimensions { get; set; } = [];
    [MaxLength(10)] public string? Weight { get; set; }
    [MaxLength(40)] public string? Baseline { get; set; }
    public DateOnly? BaselineOn { get; set; }
    [MaxLength(Limits.Line)] public string? BaselineSource { get; set; }

    public static PassportForm Of(Indicator indicator) => new()
    {
        Definition = indicator.Passport.Definition,
        DataSource = indicator.Passport.DataSource,
        Method = indicator.Passport.Method,
        DataOwner = indicator.Passport.DataOwner,
        Periodicity = indicator.Passport.Periodicity,
        Dimensions = [.. indicator.Passport.Dimensions],
        Weight = indicator.Weight.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','),
        Baseline = indicator.Baseline?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','),
        BaselineOn = indicator.BaselineOn,
        BaselineSource = indicator.BaselineSource,
    };

    public Passport ToPassport() => new()
    {
        Definition = Plain(Definition),
        DataSource = Plain(DataSource),
        Method = Plain(Method),
        DataOwner = Plain(DataOwner),
        Periodicity = Periodicity,
        Dimensions = [.. Indicators.Dimensions.All.Where(Dimensions.Contains)],
    };

    /// <summary>A weight as people write it, with a comma or a point.</summary>
    public static decimal Number(string typed) =>
        decimal.TryParse(typed.Trim().Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? decimal.Round(number, 2)
            : throw new RuleException(new("indicator.rule.weight"), "Form.Weight");

    private static string Plain(string? text) => (text ?? "").Trim();
}
