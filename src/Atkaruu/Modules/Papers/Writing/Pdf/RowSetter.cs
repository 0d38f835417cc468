namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sets a row of a table. Higher than a page, it is torn between lines and goes on under the head of the next page.</summary>
internal sealed class RowSetter(Row row, TableLook look, double[] widths, Tag tag, RepeatedHead head, RowKind? next)
{
    /// <summary>What stands in a cell and where.</summary>
    private sealed record SetCell(double X, double Width, IReadOnlyList<Strip> Strips, Tag Tag);

    private readonly double _whole = widths.Sum();

    public Strip AsStrip() => Of(Cells(), isFirst: true, isLast: true);

    private List<SetCell> Cells()
    {
        var through = row.Kind is RowKind.Section or RowKind.Group && row.Cells.Count == 1;
        List<SetCell> cells = [];
        var (at, x) = (0, 0.0);
        foreach (var cell in row.Cells)
        {
            if (at >= widths.Length) break;
            var span = through ? widths.Length : Math.Clamp(cell.Span, 1, widths.Length - at);
            var width = widths.AsSpan(at, span).ToArray().Sum();
            cells.Add(Cell(cell, x, width, span));
            (at, x) = (at + span, x + width);
        }
        for (; at < widths.Length; x += widths[at++]) cells.Add(new(x, widths[at], [], tag.Child("TD")));
        return cells;
    }

    private SetCell Cell(Cell cell, double x, double width, int span)
    {
        var heads = row.Kind is RowKind.Section or RowKind.Group && span == widths.Length;
        var own = new Tag(heads ? "TH" : "TD", tag) { Span = span, Scope = heads ? "Row" : null };
        var style = look.Text with { Bold = row.Kind is RowKind.Section or RowKind.Total, Italic = row.Kind == RowKind.Group && heads, Align = AlignOf(cell, x, span) };
        List<Strip> strips = [];
        var paragraphs = cell.Paragraphs.Where(prose => !prose.IsEmpty).ToList();
        foreach (var prose in paragraphs)
        {
            var lines = Setter.Paragraph(prose, style, width - 2 * TableLook.Side, paragraphs.Count > 1 ? own.Child("P") : own);
            if (strips.Count > 0) lines[0].Before = style.Size * .22;
            strips.AddRange(lines);
        }
        return new(x, width, strips, own);
    }

    private CellAlign AlignOf(Cell cell, double x, int span) =>
        cell.Align ?? (span > 1 ? CellAlign.Left : Aligns[Math.Min(Index(x), Aligns.Count - 1)]);

    public required IReadOnlyList<CellAlign> Aligns { get; init; }

    private int Index(double x)
    {
        var (at, sum) = (0, 0.0);
        while (at < widths.Length - 1 && sum + widths[at] <= x + .01) sum += widths[at++];
        return at;
    }

    private Strip Of(IReadOnlyList<SetCell> cells, bool isFirst, bool isLast)
    {
        var tall = cells.Max(cell => Strip.Sum(cell.Strips));
        var height = Math.Max(tall, look.Text.Line) + look.Upper + look.Lower;
        return new(height, (sheet, x, y) => Draw(sheet, x, y, height, cells, isFirst, isLast))
        {
            Head = head,
            Close = (sheet, x, y) => sheet.Rule(x, y, x + _whole, y, Inks.Ink2, .6),
            Cut = room => Cut(cells, room, isFirst, isLast),
        };
    }

    private (Strip, Strip)? Cut(IReadOnlyList<SetCell> cells, double room, bool isFirst, bool isLast)
    {
        if (Columns.Cut([.. cells.Select(cell => (cell.X, cell.Strips))], room - look.Upper - look.Lower) is not { } cut) return null;
        return (Of(With(cells, cut.First), isFirst, false), Of(With(cells, cut.Next), false, isLast));
    }

    private static List<SetCell> With(IReadOnlyList<SetCell> cells, IReadOnlyList<(double X, IReadOnlyList<Strip> Strips)> parts) =>
        [.. cells.Select((cell, i) => cell with { Strips = parts[i].Strips })];

    private void Draw(Sheet sheet, double x, double y, double height, IReadOnlyList<SetCell> cells, bool isFirst, bool isLast)
    {
        if (row.Kind == RowKind.Section) sheet.Ground(x, y, _whole, height, "#f4f7f8");
        foreach (var cell in cells)
        {
            if (isFirst) cell.Tag.Attach();
            Strip.DrawAll(cell.Strips, sheet, x + cell.X + TableLook.Side, y + look.Upper);
        }
        foreach (var cell in cells.Skip(1)) sheet.Rule(x + cell.X, y, x + cell.X, y + height, TableLook.Hair, .4);
        if (row.Kind == RowKind.Total && isFirst) sheet.Rule(x, y, x + _whole, y, Inks.Ink2, .7);
        if (!isLast) return;
        var ends = next is null || next == RowKind.Section;
        sheet.Rule(x, y + height, x + _whole, y + height, ends ? Inks.Ink2 : TableLook.Hair, ends ? .6 : .4);
    }
}
