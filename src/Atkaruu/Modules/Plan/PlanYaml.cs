namespace Atkaruu.Modules.Plan;

/// <summary>Reads and writes <see cref="PlanFile"/> as plan.yaml.</summary>
public static class PlanYaml
{
    /// <exception cref="Atkaruu.Kernel.RuleException">Not such a file; the sentence says line and field.</exception>
    public static PlanFile Read(string yaml, string fileName) => throw new NotImplementedException(fileName + yaml.Length);

    /// <summary>The canonical text: <c>Write(Read(text)) == text</c> for a file it wrote.</summary>
    public static string Write(PlanFile plan) => throw new NotImplementedException(plan.Format);
}
