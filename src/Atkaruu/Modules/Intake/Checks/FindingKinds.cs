using System.Collections.Frozen;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>What findings are about, in the order in which a coordinator would go through them. Their texts are <c>finding-kind.*</c>.</summary>
internal static class FindingKinds
{
    public const string Terms = "terms", Result = "result", WhoWhere = "who-where", Writing = "writing", Plan = "plan";

    public static readonly IReadOnlyList<string> All = [Terms, Result, WhoWhere, Writing, Plan];

    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string[]>
    {
        [Terms] =
        [
            "schedule-missing", "schedule-unreadable", "schedule-open-ended", "schedule-backwards", "schedule-over", "schedule-outside-programme", "several-deadlines",
            "deadlines-disagree", "number-missing", "number-repeated", "number-gap",
        ],
        [Result] =
        [
            "title-missing", "result-missing", "result-elsewhere", "result-copied", "figures-disagree", "figures-total-disagree", "figure-missing", "nothing-measurable",
            "only-begins", "same-object-twice", "task-elsewhere", "task-missing",
        ],
        [WhoWhere] =
        [
            "no-lead", "body-unknown", "body-unnamed", "body-outside", "body-misnamed", "lead-is-group", "place-unknown", "places-disagree", "wrong-territory",
            "several-territories",
        ],
        [Writing] = ["spelling-variants", "likely-misprint", "body-spelled-several-ways"],
    }.SelectMany(kind => kind.Value.Select(code => (code, kind.Key))).ToFrozenDictionary(pair => pair.code, pair => pair.Key);

    /// <summary>The kind of a finding; of a check without one, the plan as a whole.</summary>
    public static string Of(Finding finding) => ByCode.GetValueOrDefault(finding.Code, Plan);
}
