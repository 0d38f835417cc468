using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Verification;

namespace Atkaruu.Modules.Progress;

/// <summary>
/// Where one measure stands from one point of view. Reported, verified and the coordinator's confidence stand side by side
/// and never mix. Everything here follows from <see cref="MeasureFacts"/>; nobody types any of it.
/// </summary>
/// <param name="State">Id of the state vocabulary: done, donelate, track, risk, late, silent, wait, pause, gone.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Reported">What the executors have said, accepted.</param>
/// <param name="Verified">0…1: how much of it somebody independent has seen; null where nobody has looked.</param>
/// <param name="Expected">0…1: where even progress would stand; null where there is no end.</param>
/// <param name="Due">Something of it has fallen due: it counts in «executed / due».</param>
/// <param name="Executed">Everything that has fallen due is done.</param>
/// <param name="DoneOn">End of the period by which it was whole.</param>
/// <param name="LastTold">The latest period somebody who leads it told of.</param>
/// <param name="LastOwed">The latest period for which a return was owed and its deadline is over.</param>
/// <param name="History">What was reported by the end of each period, oldest first.</param>
/// <param name="Years">The state of what falls due in each year.</param>
public sealed record MeasureProgress(
    Promise Promise, Viewpoint View, string State, Message Reason, Attained Reported, decimal? Verified, decimal? Expected, bool Due, bool Executed,
    DateOnly? DoneOn, VerifiedSummary Verification, Assessed? Confidence, Span? LastTold, Span? LastOwed, IReadOnlyList<Point> History,
    IReadOnlyDictionary<int, string> Years, Move? Move)
{
    /// <summary>«On track» is this close to expected, in parts of 1: 15 points.</summary>
    public const decimal Band = 0.15m;

    public Measure Measure => Promise.Measure;

    public decimal? Share => Reported.Share;

    /// <summary>The share to hold beside <see cref="Expected"/>: for what is owed by years, this year's.</summary>
    public decimal? Pace => Promise.ByYears ? Reported.ThisYear : Share;

    /// <summary>Done, and two independent kinds of source say so.</summary>
    public bool VerifiedDone => Executed && Verification.VerifiedDone;

    /// <summary>Whether anybody has told anything: 0 % is said only where somebody has.</summary>
    public bool IsTold => LastTold is not null;

    public bool IsDone => State is "done" or "donelate";

    /// <summary>What <see cref="Verified"/> comes from.</summary>
    public VerifiedTerm? VerifiedBy { get; init; }

    /// <summary>
    /// When it ends at the pace so far. Null for what is done or has no end, for what is owed by years, and where the pace says a
    /// day that has passed: it has not ended.
    /// </summary>
    public Forecast? Ahead => IsDone || State is "gone" or "pause" || Promise.ByYears || Promise.Kind == MeasureKind.Continuous || Forecast.OfPace(History) is not { } forecast || forecast.On < View.Day
        ? null : forecast;

    /// <summary>How its shape stands among «executed / due»: ver, rep, or its state.</summary>
    public string Unit => !Due || !Executed ? State : VerifiedDone ? "ver" : State == "donelate" ? "donelate" : "rep";
}

/// <summary>A share at the end of a period.</summary>
public readonly record struct Point(Span Period, decimal? Share);

/// <summary>The arithmetic of what was verified: how much had been reported by the period that was looked at, and how much of that was so.</summary>
/// <param name="Reported">0…1, by then, never more than now.</param>
/// <param name="Share">0…1 of it.</param>
public sealed record VerifiedTerm(Span Period, decimal Reported, decimal Share);

/// <summary>Whose move it is, and since when.</summary>
/// <param name="Body">Code of the body; null when it is the coordinator's.</param>
public sealed record Move(string? Body, DateOnly Since);
