using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>Checks of a plan that has been reviewed: its own words, with what the coordinator decided about them.</summary>
internal static class PlanInForceChecks
{
    public static CheckPlan With(TimeProvider clock) => (plan, bodies, places) =>
    {
        var vocabulary = new Vocabulary(plan.Programme.District, bodies, places);
        return PlanChecks.Check(Reviewed.Draft(plan, vocabulary), vocabulary, clock.Today());
    };
}
