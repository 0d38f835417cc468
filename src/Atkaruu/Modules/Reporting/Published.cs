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
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { Return = r, p.Code }).ToListAsync(stop);
        var all = rows.Select(row => new PublishedReturn(Span.Parse(row.Code)!.Value, row.Return));
        if (newestOnly) all = all.GroupBy(p => (p.Period, p.Return.Body)).Select(same => same.MaxBy(p => p.Return.Edition)!);
        return [.. all.OrderByDescending(p => p.Period.To).ThenBy(p => p.Return.Part).ThenBy(p => p.Return.Body, StringComparer.Ordinal).ThenByDescending(p => p.Return.Edition)];
    }

    /// <summary>For all measures at once: what their standing depends on. Two questions to the database.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Reported>> ReadAsync(Db db, PlanInForce plan)
    {
        var rows = await db.Returns.AsNoTracking().Where(r => r.State == ReturnState.Published && r.Part != Part.Contribution)
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new Row(r.Id, r.MeasureId, r.Body, r.Edition, p.Code, r.Words)).ToListAsync();
        if (rows.Count == 0) return new Dictionary<Guid, Reported>();

        var values = (await db.Set<Observation>().AsNoTracking()
            .Where(v => db.Returns.Any(r => r.Id == v.ReturnId && r.State == ReturnState.Published)).ToListAsync()).ToLookup(v => v.ReturnId);
        var newest = rows.GroupBy(r => (r.Measure, r.Body, r.Period)).Select(same => same.MaxBy(r => r.Edition)!).ToLookup(r => r.Measure);
        return plan.Measures.Where(m => newest.Contains(m.Id)).ToDictionary(m => m.Id, m => Of(plan, m, [.. newest[m.Id]], values));
    }

    private static Reported Of(PlanInForce plan, Measure measure, List<Row> rows, ILookup<Guid, Observation> values)
    {
        IReadOnlyList<Reading> Readings(Indicator indicator) =>
            [.. rows.SelectMany(row => values[row.Id].Where(v => v.IndicatorId == indicator.Id).Select(v => Reading.Of(row.Span, row.Body, v)))];

        var judged = plan.Indicators(measure).Where(i => i.Target is not null).Select(i => (Indicator: i, Readings: Readings(i))).ToList();
        var yearly = plan.Indicators(measure).Where(i => i.YearTargets.Count > 0).Select(i => (Indicator: i, Readings: Readings(i))).ToList();
        var last = rows.MaxBy(r => r.Span.To)!.Span;
        var leaders = plan.DutiesOf(measure).Where(d => d.EntersValues).Select(d => d.Body.Code).ToList();

        var finished = measure.Kind switch
        {
            MeasureKind.Works or MeasureKind.Action => leaders.Count > 0 && leaders.TrueForAll(body => rows.Any(r => r.Body == body && r.Words.SaysFinished)),
            MeasureKind.Quantity => judged.Count > 0 && judged.TrueForAll(j => Reached(j.Indicator, Totals.At(j.Indicator.Accumulation, j.Readings, last.To), j.Indicator.Target)),
            _ => false,
        };
        var years = rows.Select(r => r.Span.Year).ToHashSet();
        var done = years.Where(year => yearly.Count > 0
            ? yearly.TrueForAll(y => Reached(y.Indicator, Totals.At(y.Indicator.Accumulation, y.Readings, new(year, 12, 31)), y.Indicator.TargetIn(year)))
            : rows.Any(r => r.Span is { Number: 4, Kind: SpanKind.Quarter } or { Kind: SpanKind.Year } && r.Span.Year == year && r.Words is { NoChange: false })).ToHashSet();
        return new(last, finished, years, done);
    }

    private static bool Reached(Indicator indicator, decimal? total, decimal? target) =>
        Attainment.Of(total, indicator.Baseline, target, indicator.Direction) == 1;

    private sealed record Row(Guid Id, Guid Measure, string Body, int Edition, string Period, ReturnWords Words)
    {
        public Span Span => Kernel.Span.Parse(Period)!.Value;
    }
}

/// <summary>A return that everybody may read, and what it is about.</summary>
public sealed record PublishedReturn(Span Period, Return Return);
