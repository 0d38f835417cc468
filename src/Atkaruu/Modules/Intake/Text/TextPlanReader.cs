namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// Reads the text layer of a PDF: a table whose columns are gone, its cells one after another, broken over lines and
/// pages. What such a text still holds tells the cells apart: deadlines as anchors, printed numbers, names of bodies,
/// capitals, blanks where cells were empty, and where lines broke though there was room.
/// </summary>
public static class TextPlanReader
{
    /// <exception cref="IntakeException">Not such a text, or no table in it; one sentence says why.</exception>
    public static SourceDocument Read(string text, string fileName)
    {
        var lines = PrintedLines.Of(text);
        var head = TableHead.Find(lines) ?? throw new IntakeException(new("intake.no-table"));
        var end = TableEnd.Of(lines, head.End);
        var rows = Rows(PieceCutter.Cut(Body(lines, head, end)), head.Columns, new(lines));
        if (!rows.Any(row => row is MeasureRow)) throw new IntakeException(new("intake.no-table"));
        return new(fileName, SourceFormat.Text, [.. lines[..head.First].Select(line => line.Text)], head.Columns, rows, [.. lines[end..].Select(line => line.Raw.Trim())]);
    }

    /// <inheritdoc cref="Read(string, string)"/>
    public static SourceDocument Read(ReadOnlySpan<byte> content, string fileName) => Read(PlainText.Decode(content), fileName);

    /// <summary>The first reading knows nothing of the columns' widths; each further one has learned them from the last.</summary>
    private static IReadOnlyList<SourceRow> Rows(Piece[] pieces, IReadOnlyList<SourceColumn> columns, CellText text)
    {
        const int Readings = 4;
        ColumnRole[] roles = [.. columns.Select(column => column.Role)];
        var widths = new ColumnWidths(columns.Count);
        for (var reading = 1; ; reading++)
        {
            var costs = new CellCosts(pieces, roles, widths);
            var trails = new RowSearch(pieces, roles, costs).Best();
            var learned = ColumnWidths.From(trails, pieces, columns.Count);
            if (reading == Readings || learned.Equals(widths)) return new TableAssembly(pieces, columns, trails, new(pieces, roles, costs, trails), text).Rows();
            widths = learned;
        }
    }

    /// <summary>The lines between head and signatures, without the head as it is printed again on every page.</summary>
    private static List<PrintedLine> Body(List<PrintedLine> lines, TableHead head, int end)
    {
        var body = new List<PrintedLine>();
        var i = head.End + head.NumbersAt(lines, head.End);
        var newPage = false;
        while (i < end)
        {
            if (head.RepeatedAt(lines, i) is > 0 and var repeated)
            {
                newPage |= lines[i].NewPage;
                i += repeated;
                i += head.NumbersAt(lines, i);
                continue;
            }
            body.Add(newPage ? lines[i] with { NewPage = true } : lines[i]);
            newPage = false;
            i++;
        }
        return RunningLines.Without(body);
    }
}
