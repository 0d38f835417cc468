using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money;

/// <summary>The money of the whole programme: by source, year, section and municipality.</summary>
[OpenToAll]
public sealed class IndexModel(Db db, KeptReadings kept, PlanShelf shelf, PageText text, Actor actor) : PageModel
{
    public PlanInForce? Plan { get; private set; }
    public MoneyTotals Totals { get; private set; } = null!;
    public IReadOnlyList<MoneyTable> Tables { get; private set; } = [];
    public IReadOnlyList<Inhabitants> Known { get; private set; } = [];

    /// <summary>Measures in whose words the plan names a sum.</summary>
    public IReadOnlyList<Measure> Named { get; private set; } = [];
    public bool MayRun => actor.MayRunMoney();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Plan = await shelf.CurrentAsync();
        if (Plan is not { } plan) return Page();
        (var money, Known, Totals) = await kept.GetAsync("money", plan, s_kinds, () => ReadAsync(plan, stop), stop);
        Named = [.. plan.Measures.Where(measure => measure.Amounts.Count > 0)];
        if (!Totals.Whole.IsNothing) Tables = [BySource(), ByYear(), BySection(), ByPlace(plan), ByMeasure(plan, money)];
        return Page();
    }

    private static readonly string[] s_kinds = ["money"];

    private async Task<(IReadOnlyDictionary<Guid, MeasureMoney>, IReadOnlyList<Inhabitants>, MoneyTotals)> ReadAsync(PlanInForce plan, CancellationToken stop)
    {
        var money = await MoneyReading.ReadAsync(db, [.. plan.Measures.Select(m => m.Id)], stop);
        var known = await db.Inhabitants.AsNoTracking().ToListAsync(stop);
        return (money, known, MoneyTotals.Of(plan, money, known));
    }

    private MoneyTable BySource() => Table("source", Totals.BySource.OrderBy(s => s.Key).Select(s => new MoneyLine(text[s.Key.Key()], s.Value)));

    private MoneyTable ByYear() => Table("year", Totals.ByYear.OrderBy(y => y.Key).Select(y => new MoneyLine(new HtmlString(y.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)), y.Value)));

    private MoneyTable BySection() => Table("section", Totals.BySection.Select(s => new MoneyLine(text.Words(s.Section.Title), s.Figures, Url.Content("~/register?section=" + s.Section.Ordinal))));

    private MoneyTable ByPlace(PlanInForce plan) => Table("place", Totals.ByPlace.Select(p => new MoneyLine(
        p.Place is { } place ? text.Words(place.Name) : p.At.Several ? text["money.several"] : text["money.district"], p.Figures,
        p.Place is { } at ? Url.Content("~/places/" + at.Code) : null, PerHead(p.Figures, p.Inhabitants)))) with
    {
        WholePerHead = PerHead(Totals.Whole, MoneyTotals.Newest(Known, plan.Programme.District)),
    };

    private MoneyTable ByMeasure(PlanInForce plan, IReadOnlyDictionary<Guid, MeasureMoney> money) => Table("measure", plan.Measures
        .Where(measure => money.TryGetValue(measure.Id, out var of) && !of.IsNothing)
        .Select(measure => new MoneyLine(text.Words(measure.ShortName), money[measure.Id].Whole, Url.Content($"~/measures/{measure.Code}#money"))));

    /// <summary>Null where the number is not known, or a part of what was paid has no rate.</summary>
    private static decimal? PerHead(Figures figures, Inhabitants? inhabitants) =>
        inhabitants is null || figures.Paid.WithoutRate.Any() ? null : decimal.Round(figures.Paid.Som / inhabitants.Number, MidpointRounding.AwayFromZero);

    private MoneyTable Table(string by, IEnumerable<MoneyLine> lines) => new(text.Say("money.by." + by), text.Say("money.column." + by), [.. lines], Totals.Whole);
}
