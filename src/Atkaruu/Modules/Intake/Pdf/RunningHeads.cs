using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>Page numbers and lines that repeat at the top or bottom of the pages: not part of the document's words.</summary>
internal static partial class RunningHeads
{
    /// <summary>Share of the page's height at either end where they stand.</summary>
    private const double Margin = 0.12;

    public static IReadOnlyList<PageLayout> Without(IReadOnlyList<PageLayout> pages)
    {
        var lines = pages.Select(page => TextLines.Of(page.Glyphs.Where(g => IsMarginal(page, g.Base)))).ToList();
        var repeated = lines.SelectMany(page => page.Select(Key).Distinct()).CountBy(key => key)
            .Where(k => k.Value >= 3 && k.Value * 2 > pages.Count).Select(k => k.Key).ToHashSet();

        return [.. pages.Select((page, i) => WithoutLines(page, [.. Gone(page, lines[i], repeated, isFirst: i == 0)]))];
    }

    /// <summary>The head of a table without lines repeats too, and stays; what repeats above it goes, but not from the first page.</summary>
    private static IEnumerable<TextLine> Gone(PageLayout page, IReadOnlyList<TextLine> lines, HashSet<(string, int)> repeated, bool isFirst)
    {
        var head = lines.FirstOrDefault(IsTableHead)?.Base;
        foreach (var line in lines)
        {
            if (IsInTable(page, line)) continue;
            var isTop = line.Base > page.Height / 2;
            var repeats = repeated.Contains(Key(line)) && (!isTop || (!isFirst && (head is null || line.Base > head)));
            if (repeats || PageNumber().IsMatch(line.Text)) yield return line;
        }
    }

    private static PageLayout WithoutLines(PageLayout page, List<TextLine> gone) => gone.Count == 0 ? page : page with
    {
        Glyphs = [.. page.Glyphs.Where(g => !gone.Exists(line => Math.Abs(line.Base - g.Base) < 0.5 * line.Size && g.Left >= line.Left - 1 && g.Right <= line.Right + 1))],
    };

    private static bool IsTableHead(TextLine line) => line.Phrases.Count(p => HeadingWords.RoleOf(p.Text) != ColumnRole.Other) >= 2;

    private static bool IsMarginal(PageLayout page, double height) => height < Margin * page.Height || height > (1 - Margin) * page.Height;

    /// <summary>A repeated head of the table lies between its lines; it is the table's, and is dropped there.</summary>
    private static bool IsInTable(PageLayout page, TextLine line) => page.Rulings.Any(r => !r.IsLevel && r.From < line.Base && line.Base < r.To);

    private static (string, int) Key(TextLine line) => (Digits().Replace(line.Text, "0"), (int)Math.Round(line.Base / 4));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:(?:стр\.?|страница|бет|page)\s*)?[-–—]?\s*\d{1,4}\s*(?:[-–—]|-\s?бет|(?:из|/|of)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
