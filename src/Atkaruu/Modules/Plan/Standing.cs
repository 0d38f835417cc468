using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>What the public may know of the reports about a measure: those of published periods.</summary>
/// <param name="Last">The latest period with a published return of those that lead it.</param>
/// <param name="Finished">They have said, and it was accepted, that it is finished.</param>
/// <param name="YearsReported">Years about which something was published.</param>
/// <param name="YearsDone">Years whose own share was reached, for measures owed every year.</param>
public sealed record Reported(Span Last, bool Finished, IReadOnlySet<int> YearsReported, IReadOnlySet<int> YearsDone);

/// <summary>Reads what has been published, by the measure's id; the Reporting module gives it, so that this one need not know it.</summary>
public delegate Task<IReadOnlyDictionary<Guid, Reported>> ReadReported(Db db, PlanInForce plan);

/// <summary>
/// How a measure stands by its deadline and by what has been published about it. The words are ids of the state vocabulary.
/// Whether work goes on in time before the deadline is not judged here.
/// </summary>
public static class Standing
{
    /// <summary>The order in which states stand in a row of shapes.</summary>
    internal static int Index(this IReadOnlyList<string> states, string state)
    {
        for (var i = 0; i < states.Count; i++)
            if (states[i] == state) return i;
        return states.Count;
    }

    public static readonly IReadOnlyList<string> States = ["done", "silent", "late", "wait", "pause", "gone"];

    public static string Of(PlanInForce plan, Measure measure, DateOnly today) => measure.State switch
    {
        MeasureState.StruckOut => "gone",
        MeasureState.Suspended => "pause",
        _ when plan.Reported(measure)?.Finished == true => "done",
        _ when plan.FirstDue(measure) is not { } due || due >= today => "wait",
        _ when plan.Reported(measure) is null => "silent",
        _ when measure.Kind == MeasureKind.Recurring => DueSoFar(plan, measure, today).All(plan.Reported(measure)!.YearsDone.Contains) ? "done" : "late",
        _ => "late",
    };

    /// <summary>How the part stands that falls due in a year: all of a measure that ends in it, or that year's share.</summary>
    public static string In(PlanInForce plan, Measure measure, int year, DateOnly today)
    {
        if (measure.State != MeasureState.InForce) return Of(plan, measure, today);
        var due = measure.Kind == MeasureKind.Recurring ? new(year, 12, 31) : measure.Schedule.EndIn(plan.Programme.ToYear);
        var reported = plan.Reported(measure);
        if (reported is not null && (measure.Kind == MeasureKind.Recurring ? reported.YearsDone.Contains(year) : reported.Finished)) return "done";
        if (due >= today) return "wait";
        return reported is not null && (measure.Kind != MeasureKind.Recurring || reported.YearsReported.Contains(year)) ? "late" : "silent";
    }

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

    private static IEnumerable<int> DueSoFar(PlanInForce plan, Measure measure, DateOnly today) => plan.RunYears(measure).Where(year => new DateOnly(year, 12, 31) < today);
}
