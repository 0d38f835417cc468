using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Works;

/// <summary>A measure of works in the list, with what is written down about it.</summary>
public sealed record WorksLine(Measure Measure, WorksRecord Record)
{
    /// <summary>The planned day of the current phase is over.</summary>
    public bool IsLate(DateOnly today) => Record.Next?.IsLate(today) == true;
}

/// <summary>All measures of works: where each is, what comes next and when, what stops it; and the looks that are due.</summary>
[May(Right.Record, Right.Read)]
public sealed class IndexModel(Db db, KeptReadings kept, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public IReadOnlyList<WorksLine> Lines { get; private set; } = [];

    /// <summary>After commissioning, overdue ones first.</summary>
    public IReadOnlyList<(Measure Measure, WorksObject Object, CheckDue Check)> Checks { get; private set; } = [];
    public DateOnly Today { get; } = clock.Today();

    private static readonly string[] s_kinds = ["works"];
    private static readonly string[] s_facets = ["blocked", "late", "silent", "used"];

    /// <summary>blocked, late, silent; anything else is all.</summary>
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }

    public IEnumerable<(string Name, int Count)> Facets => s_facets.Select(name => (name, Lines.Count(line => Is(name, line))));
    public IEnumerable<WorksLine> Shown => Only is { Length: > 0 } only ? Lines.Where(line => Is(only, line)) : Lines;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return NotFound();
        Plan = plan;
        var records = await kept.GetAsync("works", plan, s_kinds, () => WorksRecords.ReadAsync(db, [.. plan.Measures.Select(m => m.Id)], stop), stop);
        Lines = [.. plan.Measures.Where(m => m.State != MeasureState.StruckOut && actor.MaySeeWorks(plan, m)).Select(m => new WorksLine(m, records.GetValueOrDefault(m.Id) ?? WorksRecord.Nothing(m.Id)))];
        Checks = [.. Lines.SelectMany(line => line.Record.Checks(plan.Season).Where(due => due.Check.IsSoon(Today)).Select(due => (line.Measure, due.Object, due.Check))).OrderBy(due => due.Check.Due)];
        if (Only is not null && !Facets.Any(f => f.Name == Only)) Only = null;
        return Page();
    }

    private bool Is(string facet, WorksLine line) => facet switch
    {
        "blocked" => line.Record.Blocked is not null,
        "late" => line.IsLate(Today),
        "silent" => line.Record.IsEmpty,
        "used" => line.Record.Commissioned is not null,
        _ => true,
    };
}
