using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// The heading of a table without ruling lines: lines whose words, taken together column by column, name the columns of a
/// plan. The columns themselves lie between the gutters that the words below leave free.
/// </summary>
internal sealed class AlignedHeading
{
    private const int MostLines = 8;

    private readonly List<Phrase> _headings;

    private AlignedHeading(int page, int first, int count, List<Phrase> headings, HeadingMap map) =>
        (Page, First, Count, _headings, Map) = (page, first, count, headings, map);

    public int Page { get; }

    /// <summary>The first line of the heading on its page, and how many lines it has.</summary>
    public int First { get; }

    public int Count { get; }

    public HeadingMap Map { get; }

    /// <summary>Edges of the columns, one more than columns.</summary>
    public double[] Edges { get; private set; } = [];

    public int ColumnOf(double x) => Math.Clamp(Array.FindLastIndex(Edges, edge => edge <= x), 0, Edges.Length - 2);

    /// <summary>The heading that knows most columns, with as few lines as do it.</summary>
    public static AlignedHeading? Find(IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        AlignedHeading? best = null;
        for (var page = 0; page < pages.Count; page++)
            for (var first = 0; first < pages[page].Count; first++)
                if (At(pages[page], page, first) is { } heading && (best is null || heading.Map.Known > best.Map.Known)) best = heading;
        if (best is null) return null;

        best.Edges = best.FindEdges(pages);
        return best;
    }

    /// <summary>How many lines from here on are the heading again.</summary>
    public int RepeatedAt(IReadOnlyList<TextLine> lines, int first) =>
        Candidates(lines, 0, first).LastOrDefault(again => Map.Repeats(again.Map))?.Count ?? 0;

    /// <summary>The heading that begins in a line: as few lines as know the most, and those that follow as closely.</summary>
    private static AlignedHeading? At(IReadOnlyList<TextLine> lines, int page, int first)
    {
        AlignedHeading? best = null;
        foreach (var next in Candidates(lines, page, first))
            if (best is null || next.Map.Known > best.Map.Known || (IsSame(best, next) && FollowsClosely(lines, first, next.Count))) best = next;
        return best;
    }

    private static bool IsSame(AlignedHeading best, AlignedHeading next) =>
        next.Count == best.Count + 1 && next.Map.Known == best.Map.Known && next.Map.Columns.Count == best.Map.Columns.Count;

    private static bool FollowsClosely(IReadOnlyList<TextLine> lines, int first, int count)
    {
        var gap = lines[first + count - 2].Base - lines[first + count - 1].Base;
        return gap <= (count > 2 ? 1.05 * (lines[first].Base - lines[first + count - 2].Base) / (count - 2) : 1.3 * lines[first].Size);
    }

    /// <summary>The headings that begin in a line, with one line more each.</summary>
    private static IEnumerable<AlignedHeading> Candidates(IReadOnlyList<TextLine> lines, int page, int first)
    {
        for (var count = 1; count <= MostLines && first + count <= lines.Count; count++)
        {
            var last = lines[first + count - 1];
            if (!LooksLikeHeading(last) || (count > 1 && lines[first + count - 2].Base - last.Base > 2.2 * last.Size)) yield break;
            if (MapOf(lines.Skip(first).Take(count)) is var (headings, map)) yield return new(page, first, count, headings, map);
        }
    }

    /// <summary>A line with a figure is already a measure, or a section; «№» may carry one of its own.</summary>
    private static bool LooksLikeHeading(TextLine line) => !line.Text.Any(char.IsDigit) && line.Text.Length < 200;

    private static (List<Phrase> Headings, HeadingMap Map)? MapOf(IEnumerable<TextLine> lines)
    {
        List<Phrase> columns = [];
        foreach (var phrase in lines.SelectMany(line => line.Phrases))
        {
            var own = columns.Where(c => c.Left < phrase.Right && phrase.Left < c.Right).ToList();
            columns.RemoveAll(own.Contains);
            columns.Add(own.Aggregate(phrase, (all, c) => new($"{c.Text}\n{all.Text}", Math.Min(c.Left, all.Left), Math.Max(c.Right, all.Right), all.Base)));
        }
        columns.Sort((a, b) => a.Left.CompareTo(b.Left));
        var row = new PrintedRow(Where.RowOfPage(1, 1), [.. columns.Select(c => new PrintedCell(c.Left, c.Right, c.Text))]);
        return HeadingMap.At([row], 0, new CellText([]), out _) is { } map ? (columns, map) : null;
    }

    /// <summary>Between two headings the gutter is where fewest words of the table stand, and of such places the widest.</summary>
    private double[] FindEdges(IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var body = pages.SelectMany((lines, page) => lines.Skip(page < Page ? lines.Count : page == Page ? First : 0)).SelectMany(line => line.Phrases).ToList();
        List<double> edges = [double.MinValue];
        for (var i = 0; i + 1 < _headings.Count; i++)
            edges.Add(Gutter(body, Middle(_headings[i]), Middle(_headings[i + 1])));
        edges.Add(double.MaxValue);
        return [.. edges];
    }

    private static double Middle(Phrase phrase) => (phrase.Left + phrase.Right) / 2;

    private static double Gutter(List<Phrase> body, double from, double to)
    {
        var taken = new int[Math.Max(1, Math.Min(2_000, (int)Math.Ceiling(to - from)))];
        foreach (var phrase in body)
            for (var x = Math.Max(0, (int)(phrase.Left - from)); x <= Math.Min(taken.Length - 1, (int)(phrase.Right - from)); x++)
                taken[x]++;

        var least = taken.Min();
        var (best, length) = (0, 0);
        for (var x = 0; x < taken.Length; x++)
        {
            var end = x;
            while (end < taken.Length && taken[end] == least) end++;
            if (end - x > length) (best, length) = (x, end - x);
            x = Math.Max(x, end);
        }
        return from + best + length / 2.0;
    }
}
