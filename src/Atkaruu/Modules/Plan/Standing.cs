using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// Where a measure stands as everybody may know it: computed from what has been published, by the rules of progress.
/// </summary>
/// <param name="State">Id of the state vocabulary; <paramref name="Reason"/> says why.</param>
/// <param name="Due">Something of it has fallen due; <paramref name="Executed"/>: and all of that is done.</param>
/// <param name="Unit">Its shape among «executed / due»: done and verified, done as reported, or the state.</param>
/// <param name="Share">0…1 as reported; null where nobody has told, or it cannot be said honestly.</param>
/// <param name="Verified">0…1 as seen by others than the executor.</param>
/// <param name="Expected">0…1: where even progress would stand.</param>
/// <param name="Pace">The share to hold beside <paramref name="Expected"/>: for what is owed by years, this year's.</param>
/// <param name="ByYears">Owed in yearly parts: <paramref name="Share"/> is of the years that have fallen due, the other two are this year's.</param>
/// <param name="Ahead">When it will end at the pace so far; null where there is no pace.</param>
/// <param name="Last">The latest period with a published return of those that lead it; null where nothing is published.</param>
/// <param name="Years">The state of what falls due in each year.</param>
/// <param name="DoneOn">End of the period by which it was whole.</param>
public sealed record Reported(
    string State, Message Reason, bool Due, bool Executed, bool VerifiedDone, string Unit, decimal? Share, decimal? Verified, decimal? Expected, decimal? Pace, bool ByYears,
    Span? Last, IReadOnlyDictionary<int, string> Years, DateOnly? DoneOn, Ahead? Ahead);

/// <summary>When something will end: a day, and the range around it.</summary>
public sealed record Ahead(DateOnly Early, DateOnly On, DateOnly Late)
{
    /// <summary>It will end after its last day.</summary>
    public bool Misses(DateOnly end) => On > end;
}

/// <summary>Computes where every measure stands, by its id; the Progress module gives it, so that this one need not know it.</summary>
public delegate Task<IReadOnlyDictionary<Guid, Reported>> ReadReported(Db db, PlanInForce plan);

/// <summary>How a measure stands, for the public pages. The words are ids of the state vocabulary.</summary>
public static class Standing
{
    /// <summary>The order in which states stand in a row of shapes.</summary>
    internal static int Index(this IReadOnlyList<string> states, string state)
    {
        for (var i = 0; i < states.Count; i++)
            if (states[i] == state) return i;
        return states.Count;
    }

    public static readonly IReadOnlyList<string> States = ["done", "donelate", "track", "risk", "silent", "late", "wait", "pause", "gone"];

    /// <summary>The order of shapes where what is done stands verified or only reported.</summary>
    public static readonly IReadOnlyList<string> Units = ["ver", "rep", .. States];

    /// <summary>As computed; a plan nobody has computed anything for stands by its deadlines alone.</summary>
    public static string Of(PlanInForce plan, Measure measure, DateOnly today) => plan.Reported(measure)?.State ?? measure.State switch
    {
        MeasureState.StruckOut => "gone",
        MeasureState.Suspended => "pause",
        _ => plan.FirstDue(measure) is { } due && due < today ? "silent" : "wait",
    };

    /// <summary>How the part stands that falls due in a year: all of a measure that ends in it, or that year's share.</summary>
    public static string In(PlanInForce plan, Measure measure, int year, DateOnly today) =>
        plan.Reported(measure) is { } reported ? reported.Years.GetValueOrDefault(year, reported.State)
        : measure.State != MeasureState.InForce ? Of(plan, measure, today)
        : (measure.Kind == MeasureKind.Recurring ? new(year, 12, 31) : measure.Schedule.EndIn(plan.Programme.ToYear)) < today ? "silent" : "wait";

    /// <summary>Its shape among «executed / due».</summary>
    public static string UnitOf(PlanInForce plan, Measure measure, DateOnly today) => plan.Reported(measure)?.Unit ?? Of(plan, measure, today);

    /// <summary>The first day by which something of the measure is owed; null for a continuous one.</summary>
    public static DateOnly? FirstDue(this PlanInForce plan, Measure measure) => measure.Kind switch
    {
        MeasureKind.Continuous => null,
        MeasureKind.Recurring => new DateOnly(measure.Schedule.StartIn(plan.Programme.FromYear).Year, 12, 31),
        _ => measure.Schedule.EndIn(plan.Programme.ToYear),
    };

    /// <summary>The last day of the measure; null for one without an end.</summary>
    public static DateOnly? LastDue(this PlanInForce plan, Measure measure) =>
        measure.Kind == MeasureKind.Continuous ? null : measure.Schedule.EndIn(plan.Programme.ToYear);

    /// <summary>The years in which the measure runs.</summary>
    public static IEnumerable<int> RunYears(this PlanInForce plan, Measure measure)
    {
        var (first, last) = (measure.Schedule.StartIn(plan.Programme.FromYear).Year, measure.Schedule.EndIn(plan.Programme.ToYear).Year);
        return Enumerable.Range(first, Math.Max(1, last - first + 1));
    }
}
