using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Intake;

/// <summary>How findings look on a page: shapes, names of rows, quotes cut to what matters.</summary>
internal static class FindingLook
{
    public const int CellsInRow = 40;

    /// <summary>So many rows are named with their printed numbers; more are only counted off.</summary>
    public const int RowsNamed = 4;

    /// <summary>A longer cell is cut around its marks.</summary>
    private const int LongestQuote = 240, Before = 60;

    public static string Name(Severity severity) => severity.ToString().ToLowerInvariant();

    public static string Shape(Severity severity) => severity switch { Severity.Error => "late", Severity.Warning => "risk", _ => "note" };

    /// <summary>«9-сап (№ 9)»: the printed number stands beside the row, for it is no key.</summary>
    public static IHtmlContent Row(PageText text, Measure measure) =>
        measure.Number is null ? text["findings.row", measure.Ordinal] : text["findings.row-numbered", measure.Ordinal, measure.Number];

    /// <summary>What is quoted, a printed number and its measure as the document has them: side by side.</summary>
    public static IReadOnlyList<Quote> Joined(IReadOnlyList<Quote> quotes)
    {
        List<Quote> joined = [];
        foreach (var quote in quotes)
        {
            if (quote.Field == Field.Title && joined.Count > 0 && joined[^1] is { Field: Field.Number } number && number.Ordinal == quote.Ordinal)
                joined[^1] = quote with { Text = $"{number.Text} {quote.Text}", Marks = [.. number.Marks, .. quote.Marks.Select(m => (m.Start + number.Text.Length + 1, m.Length))] };
            else joined.Add(quote);
        }
        return joined;
    }

    /// <summary>A quote's words, a long cell from shortly before its first mark to shortly after its last.</summary>
    public static (string Text, IReadOnlyList<(int Start, int Length)> Marks) Around(Quote quote)
    {
        if (quote.Text.Length <= LongestQuote) return (quote.Text, quote.Marks);
        var (first, last) = quote.Marks.Count == 0 ? (0, 0) : (quote.Marks[0].Start, quote.Marks[^1].Start + quote.Marks[^1].Length);
        var from = WordStart(quote.Text, Math.Max(0, first - Before));
        var to = WordStart(quote.Text, Math.Min(quote.Text.Length, Math.Max(last + Before, from + LongestQuote)));
        if (to <= last) to = quote.Text.Length;
        var (before, after) = (from > 0 ? "… " : "", to < quote.Text.Length ? "…" : "");
        return (before + quote.Text[from..to] + after, [.. quote.Marks.Select(m => (m.Start - from + before.Length, m.Length))]);
    }

    private static int WordStart(string text, int at) => at == 0 || at == text.Length ? at : text.LastIndexOf(' ', at) + 1;
}
