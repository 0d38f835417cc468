using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Bodies;

/// <summary>What one body answers for, when it falls due, and how the document writes its name.</summary>
[OpenToAll]
public sealed class BodyModel(PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public BodyDuties Duties { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>For a village government: its municipality.</summary>
    public Place? Place => Body.Place is null ? null : Plan.Place(Body.Place);

    /// <summary>Spellings met in the plan, with how many measures have each.</summary>
    public IReadOnlyList<(string Words, int Measures)> Printed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Body(code) is not { } body) return NotFound();

        (Plan, Body, Duties, Today) = (plan, body, new(plan, body), clock.Today());
        var names = new PrintedNames(body);
        Printed = [.. Duties.Leads.Concat(Duties.Takes).Select(m => names.In(m.ResponsibleText)).OfType<string>().CountBy(words => words)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, text.Names).Select(w => (w.Key, w.Value))];
        return Page();
    }

    public MeasureList Table(string caption, IEnumerable<Measure> measures, bool leads = true) => new(Plan, Today, caption, measures.Select(m => Line(m, leads)), leads ? text.Say("place.column.lead") : null);

    /// <summary>One shape for each measure that falls due in a year.</summary>
    public IEnumerable<string> Units(int year, IEnumerable<Measure> measures) =>
        measures.Select(m => Standing.In(Plan, m, year, Today)).Order(StringComparer.Ordinal);

    private MeasureLine Line(Measure measure, bool leads) =>
        leads && Plan.Lead(measure) is { } lead ? new(measure, lead.ShortName.In(text.Language), "/bodies/" + lead.Code) : new(measure);
}
