using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>What rights are asked about, told from the plan.</summary>
public static class Subjects
{
    /// <summary>What is about no one measure: only a role without any limit reaches it.</summary>
    public static readonly Subject Everything = new("", [], [], []);

    /// <summary>The measure as a whole: every body with a part in it, groups with their members.</summary>
    public static Subject Subject(this PlanInForce plan, Measure measure) => plan.About(measure,
        [.. measure.Bodies.SelectMany(part => (plan.Body(part.Body)?.Members ?? []).Prepend(part.Body)).Distinct()]);

    /// <summary>One body's share of the measure.</summary>
    public static Subject Subject(this PlanInForce plan, Measure measure, string body) => plan.About(measure, [body]);

    private static Subject About(this PlanInForce plan, Measure measure, IReadOnlyList<string> bodies) =>
        new(measure.Code, bodies, [.. plan.Municipalities(measure).Select(place => place.Code)], [.. plan.Path(plan.Section(measure)).Select(section => section.Id)]);
}
