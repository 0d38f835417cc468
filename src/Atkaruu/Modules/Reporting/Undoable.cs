using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>
/// What one person accepted in one go and may take back, until it is published. The moment of the decision names it: all
/// that is accepted together has the same.
/// </summary>
/// <param name="Moment">Ticks of that moment, in UTC.</param>
public sealed record Undoable(long Moment, int Count, string Period)
{
    public static async Task<Undoable?> FindAsync(Db db, Actor by, long moment, CancellationToken stop)
    {
        if (At(moment) is not { } at) return null;
        var found = await Of(db, by, at).Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => p.Code).GroupBy(code => code)
            .Select(g => new { Code = g.Key, Count = g.Count() }).FirstOrDefaultAsync(stop);
        return found is null ? null : new(moment, found.Count, found.Code);
    }

    /// <summary>Answers how many returns wait again.</summary>
    public static async Task<int> ReopenAsync(Db db, Actor by, long moment, CancellationToken stop)
    {
        if (At(moment) is not { } at) return 0;
        await using var whole = await db.BeginWriteAsync(stop);
        var made = await Of(db, by, at).ToListAsync(stop);
        made.ForEach(r => r.Reopen(by));
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return made.Count;
    }

    private static IQueryable<Return> Of(Db db, Actor by, DateTime at) =>
        db.Returns.Where(r => r.State == ReturnState.Accepted && r.DecidedBy == by.PersonId && r.DecidedAt == at);

    private static DateTime? At(long ticks) => ticks > 0 && ticks < DateTime.MaxValue.Ticks ? new(ticks, DateTimeKind.Utc) : null;
}
