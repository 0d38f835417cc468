using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What everybody may know of what was reported: returns of published periods, each in its newest edition.</summary>
public static class Published
{
    /// <summary>Every published return of a measure, newest period first; corrected ones are left out where <paramref name="newestOnly"/>.</summary>
    public static async Task<IReadOnlyList<PublishedReturn>> OfAsync(Db db, Guid measure, bool newestOnly = true, CancellationToken stop = default)
    {
        var rows = await db.Returns.AsNoTracking().Include(r => r.Values).Where(r => r.MeasureId == measure && r.State == ReturnState.Published)
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new
            {
                Return = r, p.Code,
                Entered = db.People.Where(who => who.Id == r.SubmittedBy).Select(who => who.Name).FirstOrDefault(),
                Accepted = db.People.Where(who => who.Id == r.DecidedBy).Select(who => who.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        var all = rows.Select(row => new PublishedReturn(Span.Parse(row.Code)!.Value, row.Return) { Names = (row.Entered, row.Accepted) });
        if (newestOnly) all = all.GroupBy(p => (p.Period, p.Return.Body)).Select(same => same.MaxBy(p => p.Return.Edition)!);
        return [.. all.OrderByDescending(p => p.Period.To).ThenBy(p => p.Return.Part).ThenBy(p => p.Return.Body, StringComparer.Ordinal).ThenByDescending(p => p.Return.Edition)];
    }
}

/// <summary>A return that everybody may read, and what it is about.</summary>
public sealed record PublishedReturn(Span Period, Return Return)
{
    /// <summary>Who entered and who accepted it: for those who work here, never for everybody.</summary>
    public (string? Entered, string? Accepted) Names { get; init; }
}
