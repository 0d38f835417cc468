using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>Everything that can be said about a plan as written, worst first, then in the order of the document.</summary>
public static class PlanChecks
{
    /// <summary>All checks, each from the whole draft to its findings, in the order in which a reader would ask.</summary>
    private static readonly IReadOnlyList<Check> All =
    [
        DocumentChecks.TitleMissing, ScheduleChecks.Missing, ScheduleChecks.OpenEnded, ScheduleChecks.Backwards, ResultChecks.Missing, BodyChecks.NoLead, NumberChecks.Repeated,
        FigureChecks.Disagree, FigureChecks.TotalDisagrees, AnswerChecks.ResultElsewhere, AnswerChecks.TaskElsewhere, TerritoryChecks.WrongTerritory, SameObjectCheck.Twice,
        ResultChecks.FigureMissing, ScheduleChecks.Several, ScheduleChecks.Disagree, ScheduleChecks.OutsideProgramme, BodyChecks.Unknown, TerritoryChecks.PlacesDisagree,
        DocumentChecks.TaskMissing, DocumentChecks.ActBlank, DocumentChecks.YearsDisagree,
        NumberChecks.Missing, NumberChecks.Gaps, DocumentChecks.NoMoney, DocumentChecks.Headings, ScheduleChecks.Over, ResultChecks.NothingMeasurable, ResultChecks.OnlyBegins,
        ResultChecks.Copied, BodyChecks.LeadIsGroup, BodyChecks.Unnamed, BodyChecks.Outside, BodyChecks.Misnamed, BodyChecks.SpelledSeveralWays, TerritoryChecks.SeveralTerritories, TerritoryChecks.PlaceUnknown,
        SpellingChecks.Names, SpellingChecks.Letters, MisprintCheck.Likely,
    ];

    /// <summary>No check says more than this about one plan: whoever has more to mend begins with these.</summary>
    private const int MaxFindingsOfCheck = 200;

    /// <summary>The findings as of a day in Bishkek; only what is already over depends on it.</summary>
    public static IReadOnlyList<Finding> Check(PlanDraft draft, Vocabulary vocabulary, DateOnly today)
    {
        var plan = new CheckedPlan(draft, vocabulary, today);
        return
        [
            .. All.SelectMany((check, order) => check(plan).Take(MaxFindingsOfCheck).Select(finding => (finding, order)))
                .OrderBy(f => f.finding.Severity).ThenBy(f => f.finding.Ordinals.Count == 0 ? int.MaxValue : f.finding.Ordinals[0]).ThenBy(f => f.order)
                .Select(f => f.finding),
        ];
    }

    /// <summary>The findings as of today.</summary>
    public static IReadOnlyList<Finding> Check(PlanDraft draft, Vocabulary vocabulary) =>
        Check(draft, vocabulary, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(6)));
}
