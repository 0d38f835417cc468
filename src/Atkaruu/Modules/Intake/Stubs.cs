using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

internal static class PlanReadJson
{
    public static string Write(PlanDraft draft, IReadOnlyList<Finding> findings, string language) => throw new NotImplementedException();

    public static string WriteFindings(IReadOnlyList<Finding> findings, string language) => throw new NotImplementedException();
}

internal static class PlanReadText
{
    public static void Write(TextWriter to, PlanDraft draft, string language) => throw new NotImplementedException();
}

internal static class FindingsText
{
    public static void Write(TextWriter to, IReadOnlyList<Finding> findings, string language) => throw new NotImplementedException();
}
