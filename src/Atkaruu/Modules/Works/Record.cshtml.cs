using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;

namespace Atkaruu.Modules.Works;

/// <summary>Everything that is written down about the works of one measure.</summary>
[May(Right.Record, Right.Read)]
public sealed class RecordModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    public WorksRecord Record { get; private set; } = null!;
    public IReadOnlyList<(WorksObject Object, CheckDue Check)> Checks => [.. Record.Checks(Plan.Season).Where(due => due.Check.IsSoon(Today))];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await FindAsync(code)) return NotFound();
        Record = await WorksRecords.ReadAsync(Db, Measure.Id, stop);
        return Page();
    }
}
