using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>Meetings, the newest first.</summary>
[MayEverywhere(Right.Order, Right.Read)]
public sealed class MeetingsModel(Db db, Actor actor, TimeProvider clock) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<Meeting> Coming { get; private set; } = [];
    public IReadOnlyList<Meeting> Past { get; private set; } = [];
    public bool MayPrepare => actor.May(Right.Order, Plan.Subjects.Everything);
    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = await db.Meetings.AsNoTracking().OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Take(Shown).ToListAsync(stop);
        Coming = [.. all.Where(m => m.State == MeetingState.Prepared).OrderBy(m => m.On)];
        Past = [.. all.Where(m => m.State != MeetingState.Prepared)];
    }
}
