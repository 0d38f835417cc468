using System.Globalization;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>Takes out what a page carries at its top and foot: page numbers that count up, and lines printed on nearly all pages.</summary>
internal static partial class RunningLines
{
    /// <summary>So many pages must agree before a line counts as the page's own.</summary>
    private const int Agreeing = 3;

    [GeneratedRegex(@"^(?:[-–—]\s*)?(?:стр\.?\s*|бет\s*)?([0-9]{1,4})(?:\s*[-–—]|\s*-?\s*бет)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    public static List<PrintedLine> Without(List<PrintedLine> lines)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].NewPage) starts.Add(i);
        if (starts.Count < 2) return lines;

        var own = new HashSet<int>();
        Mark(lines, starts, own);
        Mark(lines, [.. starts.Skip(1).Select(start => start - 1), lines.Count - 1], own);
        return own.Count == 0 ? lines : Kept(lines, own);
    }

    /// <param name="edges">First, or last, line of each page in turn.</param>
    private static void Mark(List<PrintedLine> lines, List<int> edges, HashSet<int> own)
    {
        own.UnionWith(PageNumbers(lines, edges));
        foreach (var same in edges.Where(line => !own.Contains(line)).GroupBy(line => lines[line].Text))
            if (same.Count() > Agreeing && same.Count() * 5 >= edges.Count * 4) own.UnionWith(same);
    }

    /// <summary>A page's number less its place in the file is the same on every page; in a short file it is one.</summary>
    private static IEnumerable<int> PageNumbers(List<PrintedLine> lines, List<int> edges)
    {
        var numbers = edges
            .Select((line, page) => (Line: line, Before: PageNumber().Match(lines[line].Text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - page : int.MinValue))
            .Where(number => number.Before != int.MinValue).ToLookup(number => number.Before, number => number.Line).MaxBy(group => group.Count());
        if (numbers is null) return [];
        return numbers.Count() >= Agreeing || numbers.Key == 1 && numbers.Count() >= edges.Count - 1 ? numbers : [];
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
