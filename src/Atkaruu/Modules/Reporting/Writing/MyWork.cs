using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>One return that somebody owes, and how it stands.</summary>
/// <param name="TakenBack">It said «no part», and was taken back.</param>
public sealed record OwedReturn(Duty Duty, Period Period, ReturnState? State, string? SentBackReason, DateTime? At, bool Late, bool TakenBack = false)
{
    public bool IsLeft => State is null or ReturnState.Draft or ReturnState.Returned;
    public string Path => $"/write/{Period.Code}/{Duty.Measure.Code}/{Duty.Body.Code}";
}

/// <summary>A period that takes this person's returns.</summary>
/// <param name="Until">The last moment, UTC, for this person: the deadline, the end of the days of grace, or of their exception.</param>
/// <param name="OnlyMe">It is over for all others.</param>
public sealed record OwedPeriod(Period Period, IReadOnlyList<OwedReturn> Returns, DateTime Until, bool OnlyMe)
{
    /// <summary>In the order of what to do: what came back, what is begun, what is not, what waits, what is done.</summary>
    public IEnumerable<IGrouping<ReturnState?, OwedReturn>> ByState => Returns.GroupBy(r => r.State is ReturnState.Published ? ReturnState.Accepted : r.State).OrderBy(g => Place(g.Key));

    /// <summary>The same for the lists: what is not begun stands in two, the body's own measures before those it helps with.</summary>
    public IEnumerable<(ReturnState? State, bool Helps, IReadOnlyList<OwedReturn> Returns)> Groups =>
        from state in ByState
        from part in state.GroupBy(r => state.Key is null && !r.Duty.EntersValues)
        orderby Place(state.Key), part.Key
        select (state.Key, part.Key, (IReadOnlyList<OwedReturn>)[.. part]);

    public int Left => Returns.Count(r => r.IsLeft);

    public static int Place(ReturnState? state) => state switch
    {
        ReturnState.Returned => 0,
        ReturnState.Draft => 1,
        null => 2,
        ReturnState.Submitted => 3,
        _ => 4,
    };
}

/// <summary>Everything one person is to report now.</summary>
/// <param name="Next">The next period that has not opened; null when none is planned.</param>
/// <param name="Usually">How long this person usually takes for a return, and how many that was learned from; null when too few are known.</param>
public sealed record MyWork(IReadOnlyList<OwedPeriod> Periods, Period? Next, (TimeSpan Time, int Of)? Usually, bool HasDuties)
{
    // Under half a minute nobody has written anything; over an hour the page lay open.
    private const int Fewest = 3, Latest = 30;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromHours(1);

    public static async Task<MyWork> OfAsync(Db db, PlanInForce plan, Actor actor, DateTime now, CancellationToken stop)
    {
        var periods = await db.Periods.AsNoTracking().Include(p => p.Exceptions).Where(p => p.ProgrammeId == plan.Programme.Id && p.State != PeriodState.Published)
            .OrderBy(p => p.To).ThenBy(p => p.From).ToListAsync(stop);
        var open = periods.Where(p => p.WhyLocked(actor.PersonId, now) is null).ToList();
        var finished = open.Count == 0 ? Finished.Nothing : await Finished.ReadAsync(db, plan, DateOnly.FromDateTime(now.InBishkek()), stop);
        var mine = open.ToDictionary(p => p.Id, p => plan.Owed(p, finished).Where(d => actor.May(Right.Report, plan.Subject(d.Measure, d.Body.Code))).ToList());

        var (ids, bodies) = (open.Select(p => p.Id).ToList(), mine.Values.SelectMany(d => d).Select(d => d.Body.Code).Distinct().ToList());
        var made = bodies.Count == 0 ? [] : await db.Returns.AsNoTracking().Where(r => ids.Contains(r.PeriodId) && bodies.Contains(r.Body))
            .OrderBy(r => r.Edition).Select(r => new { r.PeriodId, r.MeasureId, r.Body, r.State, r.SentBackReason, r.WrittenAt, r.SubmittedAt, r.Late, r.Words }).ToListAsync(stop);
        var newest = made.GroupBy(r => (r.PeriodId, r.MeasureId, r.Body)).ToDictionary(g => g.Key, g => g.Last());

        return new(
            [.. open.Where(p => mine[p.Id].Count > 0).Select(period => new OwedPeriod(
                period,
                [.. mine[period.Id].OrderBy(d => d.Part == Part.Contribution).ThenBy(d => d.Measure.Ordinal).Select(duty => newest.GetValueOrDefault((period.Id, duty.Measure.Id, duty.Body.Code)) is { } it
                    ? new OwedReturn(duty, period, it.State, it.SentBackReason, it.SubmittedAt ?? it.WrittenAt, it.Late, it.Words.NoPart && it.State == ReturnState.Draft)
                    : new OwedReturn(duty, period, null, null, null, false))],
                Until(period, actor.PersonId, now), !period.TakesReturns))],
            periods.FirstOrDefault(p => p.State == PeriodState.Planned),
            await UsuallyAsync(db, actor, stop),
            plan.Measures.SelectMany(plan.DutiesOf).Any(d => actor.May(Right.Report, plan.Subject(d.Measure, d.Body.Code))));
    }

    /// <summary>The next that is not sent, in the order of the list; after the last one the first.</summary>
    public OwedReturn? After(Period period, Duty duty)
    {
        if (Periods.FirstOrDefault(p => p.Period.Id == period.Id) is not { } owed) return null;
        var place = owed.Returns.ToList().FindIndex(r => r.Duty.Measure.Id == duty.Measure.Id && r.Duty.Body.Code == duty.Body.Code);
        return owed.Returns.Skip(place + 1).Concat(owed.Returns.Take(Math.Max(0, place))).FirstOrDefault(r => r.IsLeft);
    }

    private static DateTime Until(Period period, Guid person, DateTime now)
    {
        var own = period.Exceptions.Where(e => e.PersonId == person && e.Until > now).Select(e => (DateTime?)e.Until).Max();
        if (!period.TakesReturns) return own ?? now;
        return now < period.Due.EndInBishkek() ? period.Due.EndInBishkek() : period.ClosesOn.EndInBishkek();
    }

    /// <summary>The median of the person's last returns, from the first word to sending.</summary>
    private static async Task<(TimeSpan, int)?> UsuallyAsync(Db db, Actor actor, CancellationToken stop)
    {
        var last = await db.Returns.AsNoTracking().Where(r => r.SubmittedBy == actor.PersonId && r.SubmittedAt != null && r.Corrects == null)
            .OrderByDescending(r => r.SubmittedAt).Select(r => new { r.BegunAt, r.SubmittedAt }).Take(Latest).ToListAsync(stop);
        var times = last.Select(r => r.SubmittedAt!.Value - r.BegunAt).Where(t => t >= Shortest && t <= Longest).Order().ToList();
        return times.Count < Fewest ? null : (times[times.Count / 2], times.Count);
    }
}
