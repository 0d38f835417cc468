namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sets a table: a strip for each row, with hairlines, its head again on each page.</summary>
internal sealed class TableSetter
{
    private readonly Table _table;
    private readonly BlockSetter _of;
    private readonly double _width;
    private readonly Tag _tag;
    private readonly TableLook _look;
    private readonly double[] _widths;

    public TableSetter(Table table, BlockSetter of, double width, Tag tag)
    {
        (_table, _of, _width) = (table, of, width);
        _tag = tag.Child("Table");
        _look = new((table.Size ?? of.Part.TableSize) * of.Part.Scale);
        _widths = Widths();
    }

    public List<Strip> Set()
    {
        if (_table.Columns.Count == 0) return [];
        List<Strip> strips = [];
        if (!string.IsNullOrWhiteSpace(_table.Caption))
        {
            strips.AddRange(BlockSetter.Keep(Setter.Paragraph(_table.Caption, _of.Looks.Small with { Bold = true }, _width, _tag.Child("Caption"))));
            strips.Add(Strip.Room(4));
            foreach (var strip in strips) strip.KeepNext = true;
        }
        var head = new TableHead(_table, _look, _widths, _tag);
        strips.Add(head.Strip);
        var body = _tag.Child("TBody");
        var aligns = _table.Columns.Select(column => column.Align).ToArray();
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            var (row, next) = (_table.Rows[i], i + 1 < _table.Rows.Count ? _table.Rows[i + 1] : null);
            var strip = new RowSetter(row, _look, _widths, body.Child("TR"), head.Repeated, next?.Kind) { Aligns = aligns }.AsStrip();
            // Sections and tasks stand with what they head, totals with what they sum, the last row not alone.
            strip.KeepNext = next is not null && (row.Kind is RowKind.Section or RowKind.Group || next.Kind == RowKind.Total || i == _table.Rows.Count - 2);
            strips.Add(strip);
        }
        return strips;
    }

    /// <summary>The shares of the columns, bent by the longest word in each.</summary>
    private double[] Widths()
    {
        var least = new double[_table.Columns.Count];
        for (var i = 0; i < least.Length; i++) least[i] = Longest(_table.Columns[i].Head, _look.Head);
        foreach (var row in _table.Rows)
        {
            var at = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Span == 1 && at < least.Length && row.Cells.Count > 1)
                    foreach (var prose in cell.Paragraphs) least[at] = Math.Max(least[at], Longest(prose, _look.Text));
                at += Math.Max(1, cell.Span);
            }
        }
        return TableWidths.Of(_table.Columns, least, _width);
    }

    private static double Longest(Prose prose, TextStyle style) =>
        prose.IsEmpty ? 0 : TableWidths.Longest(Atoms.Of(prose, style, soften: true), style.Size) + 2 * TableLook.Side + .1;
}

/// <summary>Sizes inside a table.</summary>
internal sealed class TableLook(double size)
{
    /// <summary>Room left and right of words in a cell.</summary>
    public const double Side = 3;

    public double Upper { get; } = size * .28;
    public double Lower { get; } = size * .34;
    public TextStyle Text { get; } = new(false, size, 1.22);
    public TextStyle Head { get; } = new(false, size * .92, 1.18) { Bold = true, Align = CellAlign.Centre };
    public TextStyle Number { get; } = new(false, size * .84, 1.18, Inks.Ink2) { Align = CellAlign.Centre };

    public const string Hair = "#b4c2c8";
}
