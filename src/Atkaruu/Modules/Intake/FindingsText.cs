using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Intake;

/// <summary>What <c>plan check</c> prints for a person at a terminal: each finding with the rows it is about, why it matters and what to do.</summary>
internal static class FindingsText
{
    private const int MostOrdinals = 12;

    public static void Write(TextWriter to, IReadOnlyList<Finding> findings, string language)
    {
        to.WriteLine(Texts.All.Say(
            language, "intake.findings.count", findings.Count,
            findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity == Severity.Warning), findings.Count(f => f.Severity == Severity.Note)));
        foreach (var finding in findings)
        {
            to.WriteLine($"\n{Mark(finding.Severity)} {Texts.All.Say(language, finding.What)} [{finding.Code}]");
            if (finding.Ordinals.Count > 0) to.WriteLine($"  {Texts.All.Say(language, "intake.findings.rows")}: {Rows(finding.Ordinals)}");
            to.WriteLine($"  {Texts.All.Say(language, finding.Why)}");
            to.WriteLine($"  → {Texts.All.Say(language, finding.Todo)}");
        }
    }

    private static string Mark(Severity severity) => severity switch { Severity.Error => "✗", Severity.Warning => "!", _ => "·" };

    private static string Rows(IReadOnlyList<int> ordinals) =>
        string.Join(", ", ordinals.Take(MostOrdinals)) + (ordinals.Count > MostOrdinals ? $" … ({ordinals.Count})" : "");
}
