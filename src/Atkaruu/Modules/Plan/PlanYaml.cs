using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// Reads and writes <see cref="PlanFile"/> as plan.yaml. Reading goes from the text to a tree (<see cref="YamlTree"/>) to
/// the plan (<see cref="PlanFileReading"/>); writing has one canonical form (<see cref="PlanFileWriting"/>).
/// </summary>
public static class PlanYaml
{
    /// <summary>The longest file read, in UTF-8 bytes: some thirty times the plan of a district.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <exception cref="RuleException">Not such a file; the sentence says line and field.</exception>
    public static PlanFile Read(string yaml, string fileName)
    {
        if (yaml.Length > MaxBytes || Encoding.UTF8.GetByteCount(yaml) > MaxBytes) throw YamlTree.Refusal("plan-file.too-big", fileName, 1, MaxBytes / 1024 / 1024);

        return PlanFileReading.Plan(new YamlFields(fileName, "", YamlTree.Read(yaml, fileName)));
    }

    /// <summary>The canonical text: <c>Write(Read(text)) == text</c> for a file it wrote.</summary>
    public static string Write(PlanFile plan) => PlanFileWriting.Text(plan);
}
