using System.Globalization;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>The head of a table, with the row that numbers its columns. Read once; on further pages it is for the eye.</summary>
internal sealed class TableHead
{
    private readonly double[] _widths;
    private readonly List<Row> _rows = [];
    private readonly double _height;

    private sealed record Cell(IReadOnlyList<TextLine> Lines, TextStyle Style, InlineTags Tags, Tag Tag);

    private sealed record Row(double Height, IReadOnlyList<Cell> Cells);

    public TableHead(Table table, TableLook look, double[] widths, Tag tag)
    {
        _widths = widths;
        var head = tag.Child("THead");
        Add(table.Columns.Select(column => column.Head), look.Head, look, head, scope: true);
        if (table.Numbered) Add(table.Columns.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture)), look.Number, look, head, scope: false);
        _height = _rows.Sum(row => row.Height);
        Strip = new(_height, (sheet, x, y) => Draw(sheet, x, y, again: false)) { KeepNext = true };
        Repeated = new(_height, Draw);
    }

    public Strip Strip { get; }
    public RepeatedHead Repeated { get; }

    private void Add(IEnumerable<string> words, TextStyle style, TableLook look, Tag head, bool scope)
    {
        var row = head.Child("TR");
        List<Cell> cells = [];
        foreach (var (said, i) in words.Select((said, i) => (said, i)))
        {
            var tag = new Tag("TH", row) { Scope = scope ? "Column" : null };
            Prose prose = said;
            cells.Add(new(prose.IsEmpty ? [] : Setter.HeadLines(prose, style, _widths[i] - 2 * TableLook.Side), style, new(prose, tag), tag));
        }
        var tall = cells.Count == 0 ? 0 : cells.Max(cell => cell.Lines.Count) * style.Line;
        _rows.Add(new(tall + (scope ? look.Upper + look.Lower : 1.5), cells));
    }

    private void Draw(Sheet sheet, double x, double y, bool again)
    {
        var (top, width) = (y, _widths.Sum());
        sheet.Ground(x, y, width, _height, "#eef2f3");
        foreach (var row in _rows)
        {
            var left = x;
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                if (!again) cell.Tag.Attach();
                var line = y + (row.Height - cell.Lines.Count * cell.Style.Line) / 2;
                foreach (var words in cell.Lines)
                {
                    Setter.Draw(sheet, words, cell.Style, left + TableLook.Side, line, _widths[i] - 2 * TableLook.Side, again ? null : cell.Tags);
                    line += cell.Style.Line;
                }
                left += _widths[i];
            }
            y += row.Height;
            if (!ReferenceEquals(row, _rows[^1])) sheet.Rule(x, y, x + width, y, TableLook.Hair, .4);
        }
        var at = x;
        foreach (var own in _widths.SkipLast(1)) sheet.Rule(at += own, top, at, y, TableLook.Hair, .4);
        sheet.Rule(x, top, x + width, top, Inks.Ink2, .9);
        sheet.Rule(x, y, x + width, y, Inks.Ink2, .6);
    }
}
