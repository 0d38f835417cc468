using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What would go out with a period, and what would be missing from it.</summary>
public sealed class Publication
{
    private Publication(Matrix all)
    {
        Period = all.Period;
        Out = [.. all.Cells.Where(c => c.IsDone)];
        Missing = [.. all.Cells.Where(c => !c.IsDone)];
    }

    public Period Period { get; }
    public IReadOnlyList<MatrixCell> Out { get; }

    /// <summary>Owed, but not accepted: listed as not received.</summary>
    public IReadOnlyList<MatrixCell> Missing { get; }
    public int Owed => Out.Count + Missing.Count;

    /// <summary>The whole period, whoever looks: what is published is published for everybody.</summary>
    public static async Task<Publication> OfAsync(Db db, PlanInForce plan, Period period, TimeProvider clock, CancellationToken stop) =>
        new((await Matrix.ReadAsync(db, plan, [period], Actor.System, clock, stop))[0]);

    /// <summary>
    /// Publishes the period and every accepted return in it with its photographs, all or nothing. What was not accepted stays as it is; when it is
    /// accepted later it goes out then.
    /// </summary>
    public static async Task PublishAsync(Db db, PlanInForce plan, Guid id, Actor by, TimeProvider clock, CancellationToken stop)
    {
        await using var whole = await db.BeginWriteAsync(stop);
        var period = await db.Periods.SingleAsync(p => p.Id == id, stop);
        var publication = await OfAsync(db, plan, period, clock, stop);
        period.Publish(clock.Now(), by.Name, publication.Out.Count, publication.Missing.Count);
        var returns = await db.Returns.Where(r => r.PeriodId == id && r.State == ReturnState.Accepted).ToListAsync(stop);
        foreach (var made in returns) made.Publish();
        await db.PublishEvidenceAsync([.. returns.Select(r => r.Id)], clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }
}
