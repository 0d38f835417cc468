using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// A table as its ruling lines draw it on one page. The lines cut the page into the smallest cells; where a line is missing
/// between two of them, they are one merged cell.
/// </summary>
internal sealed class RuledTable
{
    private readonly double[] _xs, _ys;           // edges, from the left, from the top
    private readonly int[] _region;               // of each smallest cell, the merged cell it belongs to
    private readonly bool[] _openBelow;           // by column: no line ends the last row, though others have one
    private readonly List<Glyph>[] _glyphs;

    private RuledTable(RulingGroup group)
    {
        _xs = group.Xs;
        _ys = group.Ys;
        _region = [.. Enumerable.Range(0, Rows * Columns)];
        _glyphs = [.. _region.Select(_ => new List<Glyph>())];
        _openBelow = [.. Enumerable.Range(0, Columns).Select(column => !group.IsLevelDrawn(_ys[^1], _xs[column], _xs[column + 1]))];
        if (_openBelow.All(open => open)) Array.Clear(_openBelow);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
                MergeWhereOpen(group, row, column);
    }

    public double Top => _ys[0];

    public double Bottom => _ys[^1];

    private int Rows => _ys.Length - 1;

    private int Columns => _xs.Length - 1;

    /// <summary>The tables of a page, from the top down, and the letters outside them.</summary>
    public static (IReadOnlyList<RuledTable> Tables, IReadOnlyList<Glyph> Outside) Find(PageLayout page)
    {
        List<RuledTable> tables = [.. RulingGroup.Of(page.Rulings).Select(group => new RuledTable(group)).OrderByDescending(t => t.Top)];
        List<Glyph> outside = [];
        foreach (var glyph in page.Glyphs)
            if (!tables.Exists(table => table.Take(glyph))) outside.Add(glyph);
        return (tables, outside);
    }

    public PrintedTable Printed(int page)
    {
        var texts = _glyphs.Select(glyphs => glyphs.Count == 0 ? "" : TextLines.TextOf(glyphs)).ToArray();
        return new([.. Enumerable.Range(0, Rows).Select(row => new PrintedRow(Where.RowOfPage(page, row + 1), Cells(row, texts), StartsPage: row == 0))]);
    }

    private List<PrintedCell> Cells(int row, string[] texts)
    {
        List<PrintedCell> cells = [];
        for (var column = 0; column < Columns;)
        {
            var region = Root(row * Columns + column);
            var end = column + 1;
            while (end < Columns && Root(row * Columns + end) == region) end++;
            var fromAbove = row > 0 && Root((row - 1) * Columns + column) == region;
            cells.Add(new(_xs[column], _xs[end], fromAbove ? "" : texts[region], fromAbove));
            texts[region] = "";                                  // said once, however oddly the lines run
            column = end;
        }
        return cells;
    }

    private bool Take(Glyph glyph)
    {
        // The middle of a small letter lies about a third of its size above the baseline.
        var (x, y) = (glyph.Middle, glyph.Base + 0.3 * glyph.Size);
        if (x < _xs[0] || x > _xs[^1] || y > _ys[0]) return false;
        var column = Math.Clamp(Array.FindLastIndex(_xs, edge => edge <= x), 0, Columns - 1);
        // Browsers let the words of a tall merged cell run out below the table at the end of a page.
        if (y < _ys[^1] && !(_openBelow[column] && y > _ys[^1] - 3 * glyph.Size)) return false;
        var row = Math.Clamp(Array.FindLastIndex(_ys, edge => edge >= y), 0, Rows - 1);
        _glyphs[Root(row * Columns + column)].Add(glyph);
        return true;
    }

    private void MergeWhereOpen(RulingGroup group, int row, int column)
    {
        var cell = row * Columns + column;
        if (column + 1 < Columns && !group.IsUprightDrawn(_xs[column + 1], _ys[row + 1], _ys[row])) Merge(cell, cell + 1);
        if (row + 1 < Rows && !group.IsLevelDrawn(_ys[row + 1], _xs[column], _xs[column + 1])) Merge(cell, cell + Columns);
    }

    private void Merge(int one, int other)
    {
        var (a, b) = (Root(one), Root(other));
        _region[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Root(int cell)
    {
        while (_region[cell] != cell) cell = _region[cell] = _region[_region[cell]];
        return cell;
    }
}
