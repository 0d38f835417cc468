using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>What is known of the works of a measure beside what was told.</summary>
/// <param name="Overrun">How much dearer the worst of its contracts became, 0.1 for a tenth; <paramref name="DaysOverrun"/> how much longer.</param>
public sealed record WorksSide(decimal? Overrun = null, int? DaysOverrun = null)
{
    public static readonly WorksSide Nothing = new();
}

/// <summary>What is known of its money, in som.</summary>
/// <param name="Whole">What is agreed by contracts, or planned where nothing is; null where neither is recorded.</param>
public sealed record MoneySide(decimal? Whole = null, decimal Paid = 0, DateOnly? LastPaid = null)
{
    public static readonly MoneySide Nothing = new();

    /// <summary>0…1; null where nobody has said of how much.</summary>
    public decimal? PaidShare => Whole is > 0 ? Math.Clamp(Paid / Whole.Value, 0, 1) : null;

    public bool IsNothing => Whole is null && Paid == 0;
}

/// <summary>An edition changed what was to be reached, or by when.</summary>
/// <param name="Deadline">The last day as it was before.</param>
public sealed record TargetChange(DateOnly On, DateOnly Deadline);

/// <summary>Everything a signal may depend on.</summary>
public sealed record SignalInput(
    MeasureProgress Progress, MeasureFacts Facts, WorksSide Works, MoneySide Money, IReadOnlyList<TargetChange> Changes, Forecast? Forecast,
    Thresholds Thresholds, DateOnly SeasonCloses, DateOnly SeasonOpens, DateOnly Today);

/// <summary>Every rule is a small question of its own; docs/domain.md lists them.</summary>
public static class SignalRules
{
    private static readonly IReadOnlyList<Func<SignalInput, Signal?>> All =
        [Schedule, WillBeLate, MissesSeason, NoMovement, VerifiedBelow, NoEvidence, MoneyWithoutWorks, WorksWithoutMoney, PaidAfterEnd, Overrun, ChangedLate];

    /// <summary>All signals of one measure; none for one that is struck out or suspended.</summary>
    public static IReadOnlyList<Signal> Of(SignalInput it) =>
        it.Progress.State is "gone" or "pause" ? [] : [.. All.Select(rule => rule(it)).OfType<Signal>()];

    private static Signal? Schedule(SignalInput it) => it.Progress.State switch
    {
        "late" => Say(it, SignalKind.Late, it.Progress.Reason, it.Progress.Promise.ByYears ? FirstOpenYear(it) : it.Progress.Promise.End.AddDays(1)),
        "silent" => Say(it, SignalKind.Silent, it.Progress.Reason, it.Progress.LastOwed?.To),
        "risk" => Say(it, SignalKind.Behind, it.Progress.Reason),
        _ => null,
    };

    private static DateOnly? FirstOpenYear(SignalInput it) =>
        it.Progress.Reported.Terms.FirstOrDefault(t => t.Share != 1)?.Year is { } year ? Promise.Fall(year).AddDays(1) : null;

    private static Signal? WillBeLate(SignalInput it) =>
        !IsOpen(it) || it.Progress.State == "late" || it.Progress.Promise.ByYears || it.Forecast is not { } forecast || !forecast.Misses(it.Progress.Promise.End) ? null
        : Say(it, SignalKind.WillBeLate, new("signal.why.will-be-late", forecast.On, it.Progress.Promise.End));

    /// <summary>
    /// Building is still going on, the season closes within so many days, the deadline lies before it opens again, and at the pace so far (or without one)
    /// what is left does not fit before it closes.
    /// </summary>
    private static Signal? MissesSeason(SignalInput it)
    {
        if (!IsOpen(it) || it.Progress.Promise.Kind != MeasureKind.Works || it.Progress.Promise.End >= it.SeasonOpens) return null;
        var left = it.SeasonCloses.DayNumber - it.Today.DayNumber;
        if (left < 0 || left > it.Thresholds.Of(SignalKind.MissesSeason) || Physical(it) is not { } physical || physical >= 1) return null;
        return it.Forecast is { } forecast && forecast.On < it.SeasonCloses ? null
            : Say(it, SignalKind.MissesSeason, new("signal.why.misses-season", it.SeasonCloses, left, physical));
    }

    private static Signal? NoMovement(SignalInput it)
    {
        if (!IsOpen(it) || it.Progress.Promise.Kind == MeasureKind.Continuous || it.Progress.History is not [.., var last] || last.Share is null) return null;
        var since = last.Period.To;
        foreach (var point in it.Progress.History.Reverse().TakeWhile(p => p.Share == last.Share)) since = point.Period.To;
        var days = it.Today.DayNumber - since.DayNumber;
        return days <= it.Thresholds.Of(SignalKind.NoMovement) ? null : Say(it, SignalKind.NoMovement, new("signal.why.no-movement", days, last.Share), since);
    }

    private static Signal? VerifiedBelow(SignalInput it) =>
        it.Progress.Verification is not { Last: { } look, Share: { } share } || 100 - share < it.Thresholds.Of(SignalKind.VerifiedBelow) ? null
        : Say(it, SignalKind.VerifiedBelow, new("signal.why.verified-below", look.VisitedOn, share), look.VisitedOn);

    private static Signal? NoEvidence(SignalInput it)
    {
        var last = it.Facts.ToldAt(it.Progress.View).Where(t => t.Period == it.Progress.LastTold).ToList();
        return last.Count == 0 || !last.Exists(t => !t.Evidenced && !t.NoChange) ? null
            : Say(it, SignalKind.NoEvidence, new("signal.why.no-evidence", last[0].Period), last[0].Period.To);
    }

    private static Signal? MoneyWithoutWorks(SignalInput it) =>
        Physical(it) is not { } physical || it.Money.PaidShare is not { } paid || (paid - physical) * 100 < it.Thresholds.Of(SignalKind.MoneyWithoutWorks) ? null
        : Say(it, SignalKind.MoneyWithoutWorks, new("signal.why.money-without-works", paid, physical), it.Money.LastPaid);

    private static Signal? WorksWithoutMoney(SignalInput it)
    {
        if (Physical(it) is not { } physical || physical == 0) return null;
        if (it.Money.IsNothing) return Say(it, SignalKind.WorksWithoutMoney, new("signal.why.works-no-money", physical));
        return it.Money.PaidShare is { } paid && (physical - paid) * 100 >= it.Thresholds.Of(SignalKind.WorksWithoutMoney)
            ? Say(it, SignalKind.WorksWithoutMoney, new("signal.why.works-without-money", physical, paid)) : null;
    }

    private static Signal? PaidAfterEnd(SignalInput it) =>
        it.Progress.Promise.Kind is MeasureKind.Continuous || it.Money.LastPaid is not { } paid || paid <= it.Progress.Promise.End ? null
        : Say(it, SignalKind.PaidAfterEnd, new("signal.why.paid-after-end", paid, it.Progress.Promise.End), paid);

    private static Signal? Overrun(SignalInput it) =>
        it.Works.Overrun is not { } overrun || overrun * 100 < it.Thresholds.Of(SignalKind.Overrun) ? null
        : Say(it, SignalKind.Overrun, new("signal.why.overrun", overrun, it.Works.DaysOverrun ?? 0));

    private static Signal? ChangedLate(SignalInput it) =>
        it.Changes.FirstOrDefault(c => c.Deadline.DayNumber - c.On.DayNumber <= it.Thresholds.Of(SignalKind.ChangedLate)) is not { } change ? null
        : Say(it, SignalKind.ChangedLate, new("signal.why.changed-late", change.On, change.Deadline), change.On);

    /// <summary>Begun, and not done.</summary>
    private static bool IsOpen(SignalInput it) => !it.Progress.IsDone && it.Progress.Promise.Start <= it.Today && it.Progress.IsTold;

    /// <summary>How much is built, 0…1, by the phase last told of; null for what is not works, and before anybody has told.</summary>
    public static decimal? Physical(SignalInput it) => Physical(it.Progress, it.Facts);

    public static decimal? Physical(MeasureProgress progress, MeasureFacts facts) =>
        progress.Promise.Kind != MeasureKind.Works ? null
        : facts.ToldAt(progress.View).LastOrDefault(t => t.Phase is not null) is { Phase: { } phase } last ? Attained.PhaseShare(WorksPhase.Construction, phase, last.Percent) : null;

    private static Signal Say(SignalInput it, SignalKind kind, Message reason, DateOnly? since = null) => new(it.Progress.Measure, kind, reason, since);
}
