namespace Atkaruu.Modules.Plan;

/// <summary>
/// What can honestly be said of a measure while nobody has reported anything: its deadline has not come, or it has passed in
/// silence. The words are ids of the state vocabulary: wait, silent, pause, gone.
/// </summary>
public static class BeforeReports
{
    public static readonly IReadOnlyList<string> States = ["silent", "wait", "pause", "gone"];

    public static string StateOf(PlanInForce plan, Measure measure, DateOnly today) => measure.State switch
    {
        MeasureState.StruckOut => "gone",
        MeasureState.Suspended => "pause",
        _ => plan.FirstDue(measure) is { } due && due < today ? "silent" : "wait",
    };

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
