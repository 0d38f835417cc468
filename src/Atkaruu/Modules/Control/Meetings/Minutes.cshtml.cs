using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>The minutes: what was decided, who does it, by when. There from the moment the meeting is held.</summary>
[MayEverywhere(Right.Order, Right.Read)]
public sealed class MinutesModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PackModel(db, actor, shelf, clock)
{
    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await base.OnGetAsync(id, stop) is var answer && View?.Meeting.State == MeetingState.Prepared ? NotFound() : answer;
}
