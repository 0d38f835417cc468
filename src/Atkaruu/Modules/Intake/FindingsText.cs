using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// What <c>plan check</c> prints for a person at a terminal: the counts, then the findings by severity, each with its rows, the
/// document's words (what is pointed at stands in ‹ ›), why it matters and what to do.
/// </summary>
internal static class FindingsText
{
    private const int MostQuotes = 4, LongestQuote = 160, Before = 40;

    public static void Write(TextWriter to, IReadOnlyList<Finding> findings, string language)
    {
        if (findings.Count == 0)
        {
            to.WriteLine(Say("findings.none"));
            return;
        }

        var count = findings.CountBy(f => f.Severity).ToDictionary();
        to.WriteLine(Say("intake.findings.count", findings.Count,
            count.GetValueOrDefault(Severity.Error), count.GetValueOrDefault(Severity.Warning), count.GetValueOrDefault(Severity.Note)));
        foreach (var severity in findings.GroupBy(f => f.Severity).OrderBy(g => g.Key))
        {
            to.WriteLine($"\n{Say("severity." + severity.Key.ToString().ToLowerInvariant()).ToUpper(Texts.Cultures[language])}: {severity.Count()}");
            foreach (var finding in severity) WriteOne(to, finding, language);
        }

        string Say(string key, params object?[] args) => Texts.All.Say(language, key, args);
    }

    private static void WriteOne(TextWriter to, Finding finding, string language)
    {
        to.WriteLine($"\n{Mark(finding.Severity)} {Texts.All.Say(language, finding.What)} [{finding.Code}]");
        // Where each quote names the one row, the row need not be said once more.
        if (finding.Ordinals.Count > 1 || (finding.Ordinals.Count == 1 && finding.Quotes.Count == 0))
            to.WriteLine($"    {Texts.All.Say(language, finding.Ordinals.Count == 1 ? "findings.row" : "findings.rows", Found.Rows(finding.Ordinals))}");
        var quotes = FindingLook.Joined(finding.Quotes);
        foreach (var quote in quotes.Take(MostQuotes)) to.WriteLine($"    {Where(quote, language)}: {Quoted(quote, language)}");
        if (quotes.Count > MostQuotes) to.WriteLine($"    … {Texts.All.Say(language, "findings.more", quotes.Count - MostQuotes)}");
        to.WriteLine($"    {Texts.All.Say(language, finding.Why)}");
        to.WriteLine($"    → {Texts.All.Say(language, finding.Todo)}");
    }

    private static string Where(Quote quote, string language) => quote.Ordinal == 0
        ? Texts.All.Say(language, "findings.document")
        : $"{Texts.All.Say(language, "findings.row", quote.Ordinal)}, {Texts.All.Say(language, "findings.field." + quote.Field.ToString().ToLowerInvariant())}";

    /// <summary>The words with their marks, a long cell cut to what stands around the first mark.</summary>
    private static string Quoted(Quote quote, string language)
    {
        if (quote.Text.Trim().Length == 0) return $"‹{Texts.All.Say(language, "findings.empty")}›";
        var text = quote.Text;
        foreach (var (start, length) in quote.Marks.Reverse()) text = $"{text[..start]}‹{text.Substring(start, length)}›{text[(start + length)..]}";
        if (text.Length <= LongestQuote) return $"«{text}»";

        var from = Math.Clamp((quote.Marks.Count > 0 ? quote.Marks[0].Start : 0) - Before, 0, text.Length - LongestQuote);
        return $"«{(from > 0 ? "…" : "")}{text.Substring(from, LongestQuote)}{(from + LongestQuote < text.Length ? "…" : "")}»";
    }

    private static string Mark(Severity severity) => severity switch { Severity.Error => "✗", Severity.Warning => "!", _ => "·" };
}
