using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>How many visits this person is to make, for the rail.</summary>
internal sealed class VisitsForMe(Db db) : IRailCount
{
    public string Path => "/visits";

    public Task<int> CountAsync(Actor actor, CancellationToken stop) =>
        actor.Has(Right.Verify) ? db.Visits.CountAsync(v => v.VerifierId == actor.PersonId && v.State == VisitState.Assigned, stop) : Task.FromResult(0);
}

/// <summary>Visits that somebody was to make go to whoever takes over, except those to what that person wrote: they wait for another.</summary>
internal sealed class VisitHandover : IHandover
{
    public string Words => "visit.handover";

    public Task<int> CountAsync(Db db, Guid from, CancellationToken stop) => db.Visits.CountAsync(v => v.VerifierId == from && v.State == VisitState.Assigned, stop);

    public async Task<int> MoveAsync(Db db, Person from, Person to, CancellationToken stop)
    {
        var moved = 0;
        foreach (var visit in await db.Visits.Where(v => v.VerifierId == from.Id && v.State == VisitState.Assigned).ToListAsync(stop))
        {
            var wrote = await db.AuthorsAsync(visit.MeasureId, visit.PeriodId, stop);
            if (wrote.Contains(to.Id)) continue;
            visit.GiveTo(to.Id, visit.Due, wrote);
            moved++;
        }
        return moved;
    }
}
