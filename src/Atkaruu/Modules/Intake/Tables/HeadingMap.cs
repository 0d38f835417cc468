namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// The columns of a plan's table, in any order: what each holds and how far it reaches. Found by the heading, which may be
/// two rows deep («каржылоо» over «булагы» and «суммасы»).
/// </summary>
internal sealed class HeadingMap
{
    private sealed record Reach(double Left, double Right, SourceColumn Column);

    private readonly IReadOnlyList<Reach> _reaches;

    private HeadingMap(IReadOnlyList<Reach> reaches)
    {
        _reaches = reaches;
        Columns = [.. reaches.Select(r => r.Column)];
    }

    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>How many of the six columns of a plan it has; the table with most is the plan.</summary>
    public int Known => Columns.Count(c => c.Role is <= ColumnRole.Responsible);

    public int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Role == role) return i;
        return -1;
    }

    /// <summary>Reads the heading that begins in a row, if one does, and says how many rows it takes.</summary>
    public static HeadingMap? At(IReadOnlyList<PrintedRow> rows, int at, CellText words, out int depth)
    {
        depth = 1;
        while (at + depth < rows.Count && depth < 4 && rows[at + depth].Cells.Any(c => c.FromAbove)) depth++;
        for (; depth > 0; depth--)
            if (Read([.. rows.Skip(at).Take(depth)], words) is { } map && map.IsPlan()) return map;
        return null;
    }

    /// <summary>Whether another heading says the same: the head repeated on the next page.</summary>
    public bool Repeats(HeadingMap other) =>
        Columns.Count == other.Columns.Count && Columns.Zip(other.Columns).All(p => HeadingWords.Same(p.First.Heading, p.Second.Heading));

    /// <summary>
    /// Which columns a cell covers: those it reaches half across, or else the one it lies in most; null for a remark beside
    /// the table.
    /// </summary>
    public (int First, int Last)? Cover(PrintedCell cell)
    {
        var (first, last, best, most) = (-1, -1, -1, 0.0);
        for (var i = 0; i < _reaches.Count; i++)
        {
            var reach = _reaches[i];
            var shared = Math.Min(cell.Right, reach.Right) - Math.Max(cell.Left, reach.Left);
            if (shared > most) (best, most) = (i, shared);
            if (shared < 0.5 * (reach.Right - reach.Left)) continue;
            if (first < 0) first = i;
            last = i;
        }
        return first >= 0 ? (first, last) : best >= 0 ? (best, best) : null;
    }

    private bool IsPlan() =>
        IndexOf(ColumnRole.Title) >= 0 && Known >= 3
        && (IndexOf(ColumnRole.Schedule) >= 0 || IndexOf(ColumnRole.Result) >= 0 || IndexOf(ColumnRole.Responsible) >= 0);

    /// <summary>The cells of the last row are the columns; what stands over a cell belongs to its heading.</summary>
    private static HeadingMap? Read(IReadOnlyList<PrintedRow> head, CellText words)
    {
        var cells = head[^1].Cells.Where(c => c.Right > c.Left).OrderBy(c => c.Left).ToList();
        if (cells.Count is < 3 or > TableLimits.Columns || head.Sum(row => row.Cells.Count(c => c.Text.Length is > 0 and < 300)) < 3) return null;

        HashSet<ColumnRole> taken = [];
        List<Reach> reaches = [];
        foreach (var cell in cells)
        {
            var middle = (cell.Left + cell.Right) / 2;
            var over = head.Take(head.Count - 1).SelectMany(row => row.Cells).Where(c => c.Left <= middle && middle < c.Right);
            var heading = words.Of(string.Join('\n', over.Append(cell).Select(c => c.Text)));
            var role = HeadingWords.RoleOf(heading);
            if (role != ColumnRole.Other && !taken.Add(role)) role = ColumnRole.Other;
            reaches.Add(new(cell.Left, cell.Right, new SourceColumn(role, heading)));
        }
        return new(reaches);
    }
}
