using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>Everything that can be said about a plan as written, worst first, then in the order of the document.</summary>
public static class PlanChecks
{
    public static IReadOnlyList<Finding> Check(PlanDraft draft, Vocabulary vocabulary) => throw new NotImplementedException(draft.Source.FileName + vocabulary.District);
}
