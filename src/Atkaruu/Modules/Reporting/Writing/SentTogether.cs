using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>
/// What one person sent in one go («no part» in many measures) and may take back until it is decided. The moment of sending
/// names it.
/// </summary>
/// <param name="Moment">Ticks of that moment, in UTC.</param>
public sealed record SentTogether(long Moment, int Count)
{
    public static async Task<SentTogether?> FindAsync(Db db, Actor by, long moment, CancellationToken stop)
    {
        if (At(moment) is not { } at) return null;
        var count = await Of(db, by, at).CountAsync(stop);
        return count == 0 ? null : new(moment, count);
    }

    /// <summary>Takes back those whose period still takes returns; what has been decided meanwhile stays.</summary>
    public static async Task WithdrawAsync(Db db, Actor by, long moment, IReadOnlyCollection<Guid> open, CancellationToken stop)
    {
        if (At(moment) is not { } at) return;
        foreach (var made in await Of(db, by, at).Where(r => open.Contains(r.PeriodId)).ToListAsync(stop)) made.Withdraw(by);
        await db.SaveChangesAsync(stop);
    }

    private static IQueryable<Return> Of(Db db, Actor by, DateTime at) =>
        db.Returns.Where(r => r.State == ReturnState.Submitted && r.SubmittedBy == by.PersonId && r.SubmittedAt == at && r.Part == Part.Contribution);

    private static DateTime? At(long ticks) => ticks > 0 && ticks < DateTime.MaxValue.Ticks ? new(ticks, DateTimeKind.Utc) : null;
}
