using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>What the head takes to the meeting on paper: the agenda, then one page for each item.</summary>
[MayEverywhere(Right.Order, Right.Read)]
public class PackModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    public MeetingView View { get; private set; } = null!;
    public Meeting Meeting => View.Meeting;
    public DateOnly Today { get; } = clock.Today();

    public string StateOf(Measure measure) => Standing.Of(View.Plan, measure, Today);

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return NotFound();
        View = await MeetingView.ReadAsync(db, plan, meeting, actor, Today, stop);
        return Page();
    }
}
