using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>Takes out what a page carries at its top and foot: page numbers that count up, and lines printed on nearly all pages.</summary>
internal static partial class RunningLines
{
    /// <summary>So many pages must agree before a line counts as the page's own.</summary>
    private const int Agreeing = 3;

    [GeneratedRegex(@"^(?:[-–—]\s*)?(?:стр\.?\s*|бет\s*)?(\d{1,4})(?:\s*[-–—]|\s*-?\s*бет)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();

    public static List<PrintedLine> Without(List<PrintedLine> lines)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].NewPage) starts.Add(i);
        if (starts.Count < Agreeing) return lines;

        var own = new HashSet<int>();
        Mark(lines, starts, own);
        Mark(lines, [.. starts.Skip(1).Select(start => start - 1), lines.Count - 1], own);
        return own.Count == 0 ? lines : Kept(lines, own);
    }

    /// <param name="edges">First, or last, line of each page in turn.</param>
    private static void Mark(List<PrintedLine> lines, List<int> edges, HashSet<int> own)
    {
        // The number of a page less its place in the file is the same on every page.
        var numbers = edges.Select((line, page) => PageNumber().Match(lines[line].Text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - page : (int?)null).ToList();
        var first = numbers.Where(number => number is not null).GroupBy(number => number).MaxBy(group => group.Count());
        for (var page = 0; first?.Count() >= Agreeing && page < edges.Count; page++)
            if (numbers[page] == first.Key) own.Add(edges[page]);

        foreach (var same in edges.Where(line => !own.Contains(line)).GroupBy(line => lines[line].Text))
            if (same.Count() > Agreeing && same.Count() * 5 >= edges.Count * 4) own.UnionWith(same);
    }

    private static List<PrintedLine> Kept(List<PrintedLine> lines, HashSet<int> own)
    {
        var kept = new List<PrintedLine>();
        var newPage = false;
        for (var i = 0; i < lines.Count; i++)
        {
            newPage |= lines[i].NewPage;
            if (own.Contains(i)) continue;
            kept.Add(newPage ? lines[i] with { NewPage = true } : lines[i]);
            newPage = false;
        }
        return kept;
    }
}
