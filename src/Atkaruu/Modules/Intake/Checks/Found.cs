using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>How the checks put down what they found.</summary>
internal static class Found
{
    /// <summary>No finding shows more quotes than a person would read; its rows and counts are always complete.</summary>
    public const int MaxQuotes = 60;

    /// <summary>One finding. The arguments fill the places of all three of its sentences.</summary>
    public static Finding Of(string code, Severity severity, IEnumerable<int> ordinals, IEnumerable<Quote> quotes, params object?[] args) => new(
        code, severity, [.. ordinals.Where(o => o > 0).Distinct().Order()],
        new($"finding.{code}", args), new($"finding.{code}.why", args), new($"finding.{code}.todo", args), [.. quotes.Take(MaxQuotes)]);

    /// <summary>The finding with a sentence of its own for each of its rows.</summary>
    public static Finding InRows(this Finding finding, Func<int, object?[]> args) => finding with
    {
        InRows = finding.Ordinals.ToDictionary(ordinal => ordinal, ordinal => new Message($"finding.{finding.Code}.row", args(ordinal))),
    };

    /// <summary>The words that a finding points at in one row.</summary>
    public static string MarkedIn(this Finding finding, int ordinal) =>
        Words(finding.Quotes.Where(q => q.Ordinal == ordinal).SelectMany(q => q.Marks.Select(m => q.Text.Substring(m.Start, m.Length))));

    /// <summary>A finding about one measure.</summary>
    public static Finding In(MeasureDraft measure, string code, Severity severity, IEnumerable<Quote> quotes, params object?[] args) =>
        Of(code, severity, [measure.Ordinal], quotes, args);

    /// <summary>Rows for a sentence, runs made short: «8, 9, 11–18».</summary>
    public static string Rows(IEnumerable<int> ordinals)
    {
        List<(int From, int To)> runs = [];
        foreach (var ordinal in ordinals.Where(o => o > 0).Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].To == ordinal - 1) runs[^1] = (runs[^1].From, ordinal);
            else runs.Add((ordinal, ordinal));
        }
        return string.Join(", ", runs.Select(run => run switch
        {
            var (from, to) when from == to => $"{from}",
            var (from, to) when to == from + 1 => $"{from}, {to}",
            var (from, to) => $"{from}–{to}",
        }));
    }

    /// <summary>Words for a sentence: «коворкинг», «зона». After <paramref name="most"/> the rest is left to the quotes.</summary>
    public static string Words(IEnumerable<string> words, int most = 4)
    {
        string[] all = [.. words];
        return string.Join(", ", all.Take(most).Select(w => $"«{w}»")) + (all.Length > most ? " …" : "");
    }

    /// <summary>A number as the document would write it: 98, 12,5.</summary>
    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.GetCultureInfo("ky-KG"));
}
