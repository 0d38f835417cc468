using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Bodies;

/// <summary>What one body answers for, when it falls due, and how the document writes its name.</summary>
[OpenToAll]
public sealed class BodyModel(PlanShelf shelf, ProgressShelf progress, Db db, PageText text, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public BodyDuties Duties { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>For a village government: its municipality.</summary>
    public Place? Place => Body.Place is null ? null : Plan.Place(Body.Place);

    /// <summary>How what it leads stands beside the other bodies; null before anything has been published.</summary>
    public Compared? Compared { get; private set; }

    /// <summary>Of its published returns, how many came by the deadline; corrections are not counted.</summary>
    public (int OnTime, int All) Returns { get; private set; }

    /// <summary>Spellings met in the plan, with how many measures have each.</summary>
    public IReadOnlyList<(string Words, int Measures)> Printed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Body(code) is not { } body) return NotFound();

        (Plan, Body, Duties, Today) = (plan, body, new(plan, body), clock.Today());
        var names = new PrintedNames(body);
        Printed = [.. Duties.Leads.Concat(Duties.Takes).Select(m => names.In(m.ResponsibleText)).OfType<string>().CountBy(words => words)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, text.Names).Select(w => (w.Key, w.Value))];
        if (plan.AnythingReported && await progress.PublicAsync(HttpContext.RequestAborted) is { } all)
        {
            var others = all.Plan.Bodies.Where(other => other.Code != body.Code && other.IsGroup == body.IsGroup);
            if (Duties.Leads.Count > 0) Compared = Compared.Of(all, Duties.Leads, others.Select(other => new BodyDuties(all.Plan, other).Leads));
            var late = await db.Returns.Where(r => r.Body == body.Code && r.State == ReturnState.Published && r.Corrects == null).GroupBy(r => r.Late).Select(g => new { Late = g.Key, Count = g.Count() }).ToListAsync(HttpContext.RequestAborted);
            Returns = (late.Where(g => !g.Late).Sum(g => g.Count), late.Sum(g => g.Count));
        }
        return Page();
    }

    public MeasureList Table(string caption, IEnumerable<Measure> measures, bool leads = true) => new(Plan, Today, caption, measures.Select(m => Line(m, leads)), leads ? text.Say("place.column.lead") : null);

    /// <summary>One shape for each measure that falls due in a year.</summary>
    public IEnumerable<string> Units(int year, IEnumerable<Measure> measures) =>
        measures.Select(m => Standing.In(Plan, m, year, Today)).Order(StringComparer.Ordinal);

    private MeasureLine Line(Measure measure, bool leads) =>
        leads && Plan.Lead(measure) is { } lead ? new(measure, lead.ShortName.In(text.Language), "/bodies/" + lead.Code) : new(measure);
}
