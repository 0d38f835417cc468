using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Deadlines: without a clear one nobody is ever late.</summary>
internal static partial class ScheduleChecks
{
    public static IEnumerable<Finding> Missing(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Schedule.Kind == ScheduleKind.Missing
        let unreadable = measure.Schedule.Text.Trim().Length > 0
        select Found.In(measure, unreadable ? "schedule-unreadable" : "schedule-missing", Severity.Error,
            [measure.TitleCell().Quote(), measure.ScheduleCell().QuotePart(measure.Schedule.Text)], measure.Schedule.Text, TakenAs(plan));

    public static IEnumerable<Finding> OpenEnded(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Schedule.Kind == ScheduleKind.OpenEnded
        let cell = measure.ScheduleCell()
        let end = cell.Text.TrimEnd().Length
        select Found.In(measure, "schedule-open-ended", Severity.Error,
            [measure.TitleCell().Quote(), cell.Quote((Math.Max(0, end - 1), Math.Min(1, end)))], cell.Text, TakenAs(plan));

    /// <summary>Told once for all: each such row is also late on its own page.</summary>
    public static IEnumerable<Finding> Over(CheckedPlan plan)
    {
        var over = plan.Measures.Where(m => m.Schedule.To < plan.Today).ToList();
        if (over.Count == 0) yield break;
        yield return Found.Of("schedule-over", Severity.Note, over.Select(m => m.Ordinal), over.Select(m => m.ScheduleCell().QuotePart(m.Schedule.Text)),
            over.Count, Found.Rows(over.Select(m => m.Ordinal)), plan.Today)
            .InRows(row => [plan.Measure(row).Schedule.Text]);
    }

    public static IEnumerable<Finding> Backwards(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Schedule.From > measure.Schedule.To
        select Found.In(measure, "schedule-backwards", Severity.Error, [measure.ScheduleCell().QuotePart(measure.Schedule.Text)], measure.Schedule.Text);

    public static IEnumerable<Finding> OutsideProgramme(CheckedPlan plan)
    {
        if (plan.Draft.Programme is not { FromYear: { } first, ToYear: { } last }) return [];
        return from measure in plan.Measures
               where measure.Schedule.From?.Year < first || measure.Schedule.To?.Year > last
               select Found.In(measure, "schedule-outside-programme", Severity.Warning, [measure.ScheduleCell().QuotePart(measure.Schedule.Text)],
                   measure.Schedule.Text, first, last);
    }

    /// <summary>«2025-жыл, 2027-2028-жылдар»: two deadlines in one cell; a range is one.</summary>
    public static IEnumerable<Finding> Several(CheckedPlan plan) =>
        from measure in plan.Measures
        let ranges = YearRange().Matches(measure.Schedule.Text)
        where ranges.Count > 1 && ranges.Select(r => r.Value).Distinct().Count() > 1
        select Found.In(measure, "several-deadlines", Severity.Warning,
            [measure.ScheduleCell().Quote(ranges.Select(r => (r.Index, r.Length)))], measure.Schedule.Text, ranges.Count);

    /// <summary>«2028-жылга чейин» in the words of a measure whose deadline ends in another year.</summary>
    public static IEnumerable<Finding> Disagree(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Schedule.To is not null
        from cell in new[] { measure.TitleCell(), measure.ResultCell() }
        let until = UntilYear().Match(cell.Text)
        where until.Success && Year(until.Groups["year"].Value) != measure.Schedule.To!.Value.Year
        select Found.In(measure, "deadlines-disagree", Severity.Warning,
            [cell.Quote((until.Index, until.Length)), measure.ScheduleCell().QuotePart(measure.Schedule.Text)], until.Value, measure.Schedule.Text);

    private static object TakenAs(CheckedPlan plan) => plan.LastYear is { } last ? new DateOnly(last, 12, 31) : "?";

    private static int Year(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Years 2000–2099; a range is one deadline, and so is a quarter or a day with its year.
    [GeneratedRegex(@"\b20\d\d(?:\s*[-–—]\s*20\d\d)?")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?<year>20\d\d)\s*-?\s*жылга\s+чейин|до\s+(?:конца\s+)?(?<year>20\d\d)\s*(?:г\.|года)", RegexOptions.IgnoreCase)]
    private static partial Regex UntilYear();
}
