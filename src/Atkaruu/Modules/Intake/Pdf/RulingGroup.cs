namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>Ruling lines that touch each other and so draw one table.</summary>
internal sealed class RulingGroup
{
    /// <summary>Lines closer than this are one line, drawn double or in pieces; ends closer than this meet.</summary>
    private const double Near = 3;

    /// <summary>A page with more lines than this is a drawing, not a table.</summary>
    private const int MaxLines = 3_000;

    private readonly List<Ruling> _level = [], _upright = [];

    private RulingGroup(IEnumerable<Ruling> lines)
    {
        foreach (var line in lines) (line.IsLevel ? _level : _upright).Add(line);
        Xs = Edges(_upright, _level);
        Ys = Edges(_level, _upright);
        Array.Reverse(Ys);
    }

    /// <summary>Edges of columns from the left, of rows from the top.</summary>
    public double[] Xs { get; }

    public double[] Ys { get; }

    /// <summary>The groups that have at least two columns or rows: a frame alone is no table.</summary>
    public static IEnumerable<RulingGroup> Of(IReadOnlyList<Ruling> rulings)
    {
        List<Ruling> lines = [.. Joined(rulings.Where(r => r.IsLevel)), .. Joined(rulings.Where(r => !r.IsLevel))];
        if (lines.Count > MaxLines) return [];

        var group = Enumerable.Range(0, lines.Count).ToArray();
        for (var i = 0; i < lines.Count; i++)
            for (var j = i + 1; j < lines.Count; j++)
                if (lines[i].IsLevel != lines[j].IsLevel && Touch(lines[i], lines[j])) group[Root(j)] = Root(i);

        return Enumerable.Range(0, lines.Count).GroupBy(Root, i => lines[i]).Select(g => new RulingGroup(g))
            .Where(g => g.Xs.Length >= 3 && g.Ys.Length >= 2);

        int Root(int i)
        {
            while (group[i] != i) i = group[i] = group[group[i]];
            return i;
        }
    }

    public bool IsUprightDrawn(double at, double from, double to) => IsDrawn(_upright, at, from, to);

    public bool IsLevelDrawn(double at, double from, double to) => IsDrawn(_level, at, from, to);

    /// <summary>Whether lines at this place cover most of the way.</summary>
    private static bool IsDrawn(List<Ruling> lines, double at, double from, double to)
    {
        var covered = 0.0;
        foreach (var line in lines)
            if (Math.Abs(line.At - at) <= Near) covered += Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from));
        return covered >= 0.6 * (to - from);
    }

    private static bool Touch(Ruling one, Ruling other) =>
        other.At >= one.From - Near && other.At <= one.To + Near && one.At >= other.From - Near && one.At <= other.To + Near;

    /// <summary>Pieces of one line put together.</summary>
    private static IEnumerable<Ruling> Joined(IEnumerable<Ruling> lines)
    {
        foreach (var same in Clusters([.. lines.OrderBy(l => l.At)]))
        {
            Ruling? open = null;
            foreach (var line in same.OrderBy(l => l.From))
            {
                if (open is { } before && line.From <= before.To + Near) open = before with { To = Math.Max(before.To, line.To) };
                else
                {
                    if (open is { Length: > 2 * Near } whole) yield return whole;
                    open = line;
                }
            }
            if (open is { Length: > 2 * Near } last) yield return last;
        }
    }

    /// <summary>
    /// Where the lines of one direction stand; and where those across them end, if that is further out: the table is open there,
    /// as browsers leave a row that a page cuts.
    /// </summary>
    private static double[] Edges(List<Ruling> lines, List<Ruling> across)
    {
        List<double> edges = [.. Clusters([.. lines.OrderBy(l => l.At)]).Select(c => c.Average(l => l.At))];
        if (edges.Count == 0 || across.Count == 0) return [.. edges];
        if (across.Min(l => l.From) is var first && first < edges[0] - 2 * Near) edges.Insert(0, first);
        if (across.Max(l => l.To) is var last && last > edges[^1] + 2 * Near) edges.Add(last);
        return [.. edges];
    }

    private static IEnumerable<List<Ruling>> Clusters(List<Ruling> sorted)
    {
        for (var from = 0; from < sorted.Count;)
        {
            var to = from + 1;
            while (to < sorted.Count && sorted[to].At - sorted[from].At <= Near) to++;
            yield return sorted.GetRange(from, to - from);
            from = to;
        }
    }
}
