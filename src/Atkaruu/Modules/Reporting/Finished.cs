using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>
/// Which measures are finished by the accepted word of those that lead them, and since when; nothing more is owed about
/// them. Works: commissioned whole. Actions: the document is at work. Those judged by numbers: their end has passed and every
/// target is reached. Recurring and continuous measures are owed as long as they run.
/// </summary>
public sealed class Finished(IReadOnlyDictionary<Guid, DateOnly> since)
{
    public static readonly Finished Nothing = new(new Dictionary<Guid, DateOnly>());

    /// <summary>Whether it was finished in an earlier period, so that this one owes nothing.</summary>
    public bool Before(Period period, Measure measure) => since.TryGetValue(measure.Id, out var end) && end < period.To;

    /// <summary>What is finished by now. At most two questions to the database, both about few rows.</summary>
    public static async Task<Finished> ReadAsync(Db db, PlanInForce plan, DateOnly today, CancellationToken stop = default)
    {
        Dictionary<Guid, DateOnly> since = [];
        await BySayingSoAsync(db, plan, since, stop);
        await ByNumbersAsync(db, plan, today, since, stop);
        return since.Count == 0 ? Nothing : new(since);
    }

    /// <summary>Works and actions: everybody that leads has said so; with a group, the last of its members.</summary>
    private static async Task BySayingSoAsync(Db db, PlanInForce plan, Dictionary<Guid, DateOnly> since, CancellationToken stop)
    {
        var said = await Accepted(db).Where(r => r.SaysFinished)
            .Join(db.Periods.Where(p => p.ProgrammeId == plan.Programme.Id), r => r.PeriodId, p => p.Id, (r, p) => new { r.MeasureId, r.Body, p.To }).ToListAsync(stop);
        if (said.Count == 0) return;
        foreach (var measure in plan.Measures.Where(m => m.Kind is MeasureKind.Works or MeasureKind.Action))
        {
            var ends = Leads(plan, measure).Select(body => said.Where(s => s.MeasureId == measure.Id && s.Body == body).Select(s => (DateOnly?)s.To).Min()).ToList();
            if (ends.Count > 0 && ends.TrueForAll(end => end is not null)) since[measure.Id] = ends.Max()!.Value;
        }
    }

    private static async Task ByNumbersAsync(Db db, PlanInForce plan, DateOnly today, Dictionary<Guid, DateOnly> since, CancellationToken stop)
    {
        var over = plan.Measures.Where(m => m.Kind == MeasureKind.Quantity && m.Schedule.EndIn(plan.Programme.ToYear) < today && plan.Indicators(m).Any(i => i.Target is not null)).ToList();
        if (over.Count == 0) return;
        Guid[] ids = [.. over.Select(m => m.Id)];
        var newest = await Earlier.NewestAsync(Accepted(db).Where(r => ids.Contains(r.MeasureId)), db.Periods, [.. over.SelectMany(plan.Indicators).Select(i => i.Id)], stop);
        foreach (var measure in over)
        {
            var reached = plan.Indicators(measure).Where(i => i.Target is not null).Select(i => ReachedOn(i, newest.GetValueOrDefault(i.Id, []))).ToList();
            if (reached.TrueForAll(day => day is not null)) since[measure.Id] = reached.Max()!.Value;
        }
    }

    /// <summary>The end of the first period in which the target was reached by everything said until then.</summary>
    internal static DateOnly? ReachedOn(Indicator indicator, IReadOnlyList<Reading> readings)
    {
        foreach (var day in readings.Select(r => r.Period.To).Distinct().Order())
            if (Attainment.Of(Totals.At(indicator.Accumulation, readings, day), indicator.Baseline, indicator.Target, indicator.Direction) == 1) return day;
        return null;
    }

    private static IQueryable<Return> Accepted(Db db) => Earlier.Accepted(db).Where(r => r.Part != Part.Contribution);

    private static IEnumerable<string> Leads(PlanInForce plan, Measure measure) => plan.DutiesOf(measure).Where(d => d.EntersValues).Select(d => d.Body.Code);
}
