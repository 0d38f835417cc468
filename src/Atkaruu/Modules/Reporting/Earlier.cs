using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What all bodies have said about a measure in earlier periods, as far as it has been accepted.</summary>
public static class Earlier
{
    /// <summary>The newest edition of each, in one question to the database.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Reading>>> ReadAsync(Db db, Guid measure, Period period, IReadOnlyCollection<Guid> indicators, CancellationToken stop)
    {
        var from = period.From;
        return await NewestAsync(Accepted(db).Where(r => r.MeasureId == measure), db.Periods.Where(p => p.To < from), indicators, stop);
    }

    /// <summary>What has been accepted, published or not.</summary>
    internal static IQueryable<Return> Accepted(Db db) => db.Returns.AsNoTracking().Where(r => r.State == ReturnState.Accepted || r.State == ReturnState.Published);

    /// <summary>What these returns say of these indicators, each body's newest edition of a period only.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Reading>>> NewestAsync(IQueryable<Return> returns, IQueryable<Period> periods, IReadOnlyCollection<Guid> indicators, CancellationToken stop)
    {
        var rows = await returns.Join(periods, r => r.PeriodId, p => p.Id, (r, p) => new { r, p.Code })
            .SelectMany(x => x.r.Values.Where(v => indicators.Contains(v.IndicatorId)), (x, v) => new { v.IndicatorId, x.r.Body, x.Code, x.r.Edition, v.Value, v.Numerator, v.Denominator }).ToListAsync(stop);
        return rows.GroupBy(n => (n.IndicatorId, n.Body, n.Code)).Select(same => same.MaxBy(n => n.Edition)!).GroupBy(n => n.IndicatorId)
            .ToDictionary(of => of.Key, IReadOnlyList<Reading> (of) => [.. of.Select(n => new Reading(Span.Parse(n.Code)!.Value, n.Body, n.Value, n.Numerator, n.Denominator))]);
    }
}
