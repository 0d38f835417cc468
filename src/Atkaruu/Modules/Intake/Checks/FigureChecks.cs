using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Figures of one measure against each other: the title's and the result's.</summary>
internal static class FigureChecks
{
    /// <summary>98 % in the measure, 95 % in the result; one project for each village government, five for each region.</summary>
    public static IEnumerable<Finding> Disagree(CheckedPlan plan) =>
        from measure in plan.Measures
        from kind in Figures.In(measure.TitleCell()).GroupBy(f => f.Kind)
        where kind.Count() == 1
        let promised = kind.Single()
        let expected = Figures.In(measure.ResultCell()).Where(f => f.IsOfKind(promised)).ToList()
        where expected.Count == 1 && expected[0].Value != promised.Value && IsComparable(promised, expected[0])
        select Found.In(measure, "figures-disagree", Severity.Warning,
            [measure.TitleCell().Quote((promised.Start, promised.Length)), measure.ResultCell().Quote((expected[0].Start, expected[0].Length))],
            promised.Text, expected[0].Text);

    /// <summary>One a year for each of three municipalities over six years makes eighteen, and the result says fifteen.</summary>
    public static IEnumerable<Finding> TotalDisagrees(CheckedPlan plan)
    {
        var municipalities = plan.Vocabulary.Places.Count(p => p.Kind == PlaceKind.Municipality);
        foreach (var measure in plan.Measures)
        {
            if (Years(plan, measure) is not { } years || municipalities == 0) continue;
            foreach (var each in Figures.In(measure.TitleCell()).Where(f => f is { PerMunicipality: true }))
            {
                var total = each.Value * municipalities * (each.PerYear ? years : 1);
                var said = Figures.In(measure.ResultCell()).Where(f => f is { PerMunicipality: false, PerYear: false } && f.IsOfKind(each)).ToList();
                if (said.Count != 1 || (each.AtLeast ? said[0].Value >= total : said[0].Value == total)) continue;
                yield return Found.In(measure, "figures-total-disagree", Severity.Warning,
                    [measure.TitleCell().Quote((each.Start, each.Length)), measure.ResultCell().Quote((said[0].Start, said[0].Length))],
                    Found.Number(each.Value), municipalities, each.PerYear ? years : 1, Found.Number(total), Found.Number(said[0].Value));
            }
        }
    }

    /// <summary>Both for each of something, or neither: a share for one government says nothing against a total.</summary>
    private static bool IsComparable(Figure promised, Figure expected) =>
        promised.IsShare == expected.IsShare && promised.PerYear == expected.PerYear && !(promised.AtLeast && !promised.IsShare && expected.Value > promised.Value);

    private static int? Years(CheckedPlan plan, MeasureDraft measure)
    {
        var first = measure.Schedule.From?.Year ?? plan.FirstYear;
        var last = measure.Schedule.To?.Year ?? plan.LastYear;
        return last - first + 1 is > 0 and var years ? years : null;
    }
}
