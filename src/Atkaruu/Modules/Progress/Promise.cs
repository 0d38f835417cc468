using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Modules.Progress;

/// <summary>What the plan in force asks of one measure: by what it is judged, from when, until when, and of whom.</summary>
/// <param name="Leads">Codes of the bodies that enter its values; several where a group leads.</param>
/// <param name="Start">First day; <paramref name="End"/> last day. A missing end is the programme's (design rule, and a finding).</param>
public sealed record Promise(Measure Measure, MeasureKind Kind, IReadOnlyList<Indicator> Indicators, IReadOnlyList<string> Leads, DateOnly Start, DateOnly End)
{
    public static Promise Of(PlanInForce plan, Measure measure) => new(measure, measure.Kind, [.. plan.Indicators(measure)],
        [.. plan.DutiesOf(measure).Where(d => d.EntersValues).Select(d => d.Body.Code)],
        measure.Schedule.StartIn(plan.Programme.FromYear), measure.Schedule.EndIn(plan.Programme.ToYear));

    /// <summary>The years in which it runs; each owes an instalment of a recurring measure on 31 December.</summary>
    public IEnumerable<int> Years => Enumerable.Range(Start.Year, Math.Max(1, End.Year - Start.Year + 1));

    /// <summary>Years of a recurring measure whose instalment is owed by the end of a day.</summary>
    public IEnumerable<int> YearsOwed(DateOnly until) => Years.Where(year => Fall(year) <= until);

    /// <summary>The day on which a year's instalment falls due: 31 December.</summary>
    public static DateOnly Fall(int year) => new(year, 12, 31);

    /// <summary>Indicators with an end target: by these a quantity is judged.</summary>
    public IEnumerable<Indicator> Judged => Indicators.Where(i => i.Target is not null);

    /// <summary>Indicators with targets of single years: by these instalments are judged.</summary>
    public IEnumerable<Indicator> Yearly => Indicators.Where(i => i.YearTargets.Count > 0);

    /// <summary>Owed in yearly parts: a recurring measure, and a number that the plan names by years only.</summary>
    public bool ByYears => Kind == MeasureKind.Recurring || Kind == MeasureKind.Quantity && !Judged.Any() && Yearly.Any();

    /// <summary>
    /// The share of the time that has passed at the end of a day, 0…1: where even progress would stand. For what is owed by
    /// years, of the running year; null for a continuous measure, which has no end.
    /// </summary>
    public decimal? Expected(DateOnly until) => Kind == MeasureKind.Continuous ? null
        : ByYears ? Passed(new(until.Year, 1, 1), Fall(until.Year), until)
        : Passed(Start, End, until);

    private static decimal Passed(DateOnly from, DateOnly to, DateOnly until) =>
        Math.Clamp((decimal)(until.DayNumber - from.DayNumber + 1) / Math.Max(1, to.DayNumber - from.DayNumber + 1), 0, 1);
}
