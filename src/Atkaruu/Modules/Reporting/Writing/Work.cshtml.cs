using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>My work: what is due, what came back and why, how long it takes.</summary>
[May(Right.Report)]
public sealed class WorkModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    public MyWork? Work { get; private set; }
    public string Name => actor.Name;
    public DateTime Now { get; } = clock.Now();

    /// <summary>Whole days until a moment, today not counted: 0 on the last day.</summary>
    public int DaysTo(DateTime until) => DateOnly.FromDateTime(until.AddTicks(-1).InBishkek()).DayNumber - clock.Today().DayNumber;

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is { } plan) Work = await MyWork.OfAsync(db, plan, actor, Now, stop);
    }
}
