using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>How many visits this person is to make, for the rail.</summary>
internal sealed class VisitsForMe(Db db, KeptReadings kept) : IRailCount
{
    public string Path => "/visits";

    public async Task<int> CountAsync(Actor actor, CancellationToken stop) =>
        actor.Has(Right.Verify) ? (await kept.VisitsToMakeAsync(db, stop)).Count(v => v.Verifier == actor.PersonId) : 0;
}

/// <summary>A visit that somebody is to make.</summary>
public sealed record VisitToMake(Guid? Verifier, DateOnly? Due);

public static class VisitsToMake
{
    private static readonly string[] s_kinds = ["visit"];

    /// <summary>All of them, whosever: read when the log says that one changed.</summary>
    public static ValueTask<List<VisitToMake>> VisitsToMakeAsync(this KeptReadings kept, Db db, CancellationToken stop) => kept.GetAsync("visits to make", null, s_kinds,
        () => db.Visits.AsNoTracking().Where(v => v.State == VisitState.Assigned).Select(v => new VisitToMake(v.VerifierId, v.Due)).ToListAsync(stop), stop);
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
