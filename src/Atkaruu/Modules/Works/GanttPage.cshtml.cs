using Atkaruu.Data;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Works;

/// <summary>The phases of all works against the years of the programme, for everybody, and as a table.</summary>
[OpenToAll]
public sealed class GanttPageModel(Db db, PlanShelf shelf, TimeProvider clock) : PageModel
{
    public PlanInForce? Plan { get; private set; }
    public GanttChart Chart { get; private set; } = null!;
    public int Works { get; private set; }
    public int Late { get; private set; }
    public int Blocked { get; private set; }
    public DateOnly Today { get; } = Kernel.Clock.Today(clock);

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return;
        var records = await WorksRecords.ReadAsync(db, null, stop);
        var works = plan.Measures.Where(m => m.Kind == MeasureKind.Works && m.State != MeasureState.StruckOut).ToList();
        var recorded = works.Where(m => records.ContainsKey(m.Id)).Select(m => (m, records[m.Id])).ToList();
        (Plan, Chart, Works) = (plan, GanttChart.Of(plan, recorded, Today), works.Count);
        (Late, Blocked) = (recorded.Count(r => r.Item2.Next?.IsLate(Today) == true), recorded.Count(r => r.Item2.Blocked is not null));
    }
}
