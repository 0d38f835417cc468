using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What many pages ask about periods and returns: read when the log says that one of them changed.</summary>
public static class KeptReporting
{
    private static readonly string[] s_period = ["period"], s_return = ["return"], s_both = ["period", "return"];

    /// <summary>All periods of the plan, the latest first, without their exceptions.</summary>
    public static ValueTask<List<Period>> PeriodsAsync(this KeptReadings kept, Db db, PlanInForce plan, CancellationToken stop) =>
        kept.GetAsync("periods", plan.Programme.Id, s_period,
            () => db.Periods.AsNoTracking().Where(p => p.ProgrammeId == plan.Programme.Id).OrderByDescending(p => p.To).ThenByDescending(p => p.From).ToListAsync(stop), stop);

    /// <summary>Everything that has been sent and waits for a decision, whosever.</summary>
    public static ValueTask<List<Waiting.Item>> SentAsync(this KeptReadings kept, Db db, CancellationToken stop) =>
        kept.GetAsync("sent", null, s_return, () => db.Returns.AsNoTracking().Where(r => r.State == ReturnState.Submitted)
            .Select(r => new Waiting.Item(r.Id, r.PeriodId, r.MeasureId, r.Body, r.Authors)).ToListAsync(stop), stop);

    public static ValueTask<Finished> FinishedAsync(this KeptReadings kept, Db db, PlanInForce plan, DateOnly today, CancellationToken stop) =>
        kept.GetAsync("finished", (plan, today), s_both, () => Finished.ReadAsync(db, plan, today, stop), stop);

    /// <summary>What is owed for a period, by whom.</summary>
    public static ValueTask<IReadOnlyList<Duty>> OwedAsync(this KeptReadings kept, Db db, PlanInForce plan, Period period, DateOnly today, CancellationToken stop) =>
        kept.GetAsync($"owed {period.Id}", (plan, today), s_both, async () => plan.Owed(period, await kept.FinishedAsync(db, plan, today, stop)), stop);

    /// <summary>The returns of a period as far as the log tells of them: when a draft was last written, or by whom, it does not.</summary>
    public static ValueTask<List<ReturnGlance>> ToldOfAsync(this KeptReadings kept, Db db, Guid period, CancellationToken stop) =>
        kept.GetAsync($"told {period}", null, s_return, () => ReturnGlance.OfAsync(db.Returns.Where(r => r.PeriodId == period), stop), stop);

    /// <summary>The returns of some periods as they are now: what is being written changes without a row of the log, and is asked.</summary>
    public static async Task<IEnumerable<ReturnGlance>> NowOfAsync(this KeptReadings kept, Db db, IReadOnlyList<Guid> periods, CancellationToken stop)
    {
        Dictionary<Guid, ReturnGlance> now = [];
        foreach (var period in periods)
            foreach (var told in await kept.ToldOfAsync(db, period, stop)) now[told.Id] = told;
        var being = db.Returns.Where(r => r.State == ReturnState.Draft || r.State == ReturnState.Returned);
        being = periods is [var one] ? being.Where(r => r.PeriodId == one) : being.Where(r => periods.Contains(r.PeriodId)); // one is put into words once, several each time
        foreach (var written in await ReturnGlance.OfAsync(being, stop)) now[written.Id] = written;
        return now.Values;
    }
}
