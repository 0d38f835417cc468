using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// Finds the plan in a printed document: the table whose heading knows most of a plan's columns, the tables that continue
/// it, the lines above and below.
/// </summary>
internal sealed partial class PlanTable
{
    /// <summary>Lines kept above the table: a plan may be the annex of a long programme.</summary>
    private const int LinesAbove = 200;

    private readonly PrintedDocument _printed;
    private readonly CellText _words;
    private readonly PlanRows _rows;
    private readonly Dictionary<PrintedRow, (HeadingMap Map, int Depth)> _headings;
    private readonly List<string> _between = [];
    private HeadingMap _map;

    /// <exception cref="IntakeException">No table with the heading of a plan, or nothing under it.</exception>
    public static SourceDocument Read(PrintedDocument printed)
    {
        var words = new CellText(TextsOf(printed));
        var headings = Headings(printed, words);
        var (table, row) = FindHeading(printed, headings);
        return new PlanTable(printed, words, headings, headings[row].Map).Read(table, row);
    }

    private PlanTable(PrintedDocument printed, CellText words, Dictionary<PrintedRow, (HeadingMap, int)> headings, HeadingMap map) =>
        (_printed, _words, _headings, _map, _rows) = (printed, words, headings, map, new PlanRows(words));

    private SourceDocument Read(int piece, PrintedRow head)
    {
        var columns = _map.Columns;
        var first = ((PrintedTable)_printed.Pieces[piece]).Rows;
        var row = first.ToList().IndexOf(head);
        ReadTable([.. first.Skip(row)]);
        foreach (var next in _printed.Pieces.Skip(piece + 1)) ReadPiece(next);

        var (rows, below) = _rows.Finish();
        var measures = rows.OfType<MeasureRow>().Count();
        if (measures == 0) throw new IntakeException(new Message("intake.no-measures"));
        if (measures > Limits.Measures) throw TableLimits.TooManyRows();

        return new(_printed.FileName, _printed.Format, Above(piece, row), columns, rows, [.. below, .. _between]);
    }

    private void ReadPiece(PrintedPiece piece)
    {
        if (piece is PrintedTable table && Continues(table.Rows)) ReadTable(table.Rows);
        else _between.AddRange(LinesOf(piece));
    }

    private void ReadTable(IReadOnlyList<PrintedRow> rows)
    {
        foreach (var line in _between.Where(line => line.Length <= 300)) _rows.AddLine(rows[0].Where, line);
        _between.Clear();

        var startsPage = true;
        for (var i = 0; i < rows.Count; i++)
        {
            startsPage |= rows[i].StartsPage;
            if (_headings.TryGetValue(rows[i], out var heading))
            {
                if (!_map.Repeats(heading.Map) || i == 0) _map = heading.Map;
                i += heading.Depth - 1;
                startsPage = true;
                continue;
            }

            var shape = new RowShape(rows[i], _map, _words);
            if (shape.IsBlank || shape.IsNumbering) continue;
            _rows.Add(shape, _map.Columns, startsPage);
            startsPage = false;
        }
    }

    /// <summary>Whether a later table belongs to the plan: it has such a heading, or as many columns and something like a deadline in the right one.</summary>
    private bool Continues(IReadOnlyList<PrintedRow> rows)
    {
        if (rows.Take(3).Any(_headings.ContainsKey)) return true;

        var shapes = rows.Select(row => new RowShape(row, _map, _words)).ToList();
        if (rows.Max(row => row.Cells.Count) != _map.Columns.Count) return false;
        return _map.IndexOf(ColumnRole.Schedule) < 0
            || shapes.Any(s => Deadline().IsMatch(s[ColumnRole.Schedule]))
            || (shapes.Count <= 2 && shapes.All(s => !s.Has(ColumnRole.Number) && !s.Has(ColumnRole.Schedule)));
    }

    /// <summary>Every row of the document that is the heading of a plan: the head is repeated on each page.</summary>
    private static Dictionary<PrintedRow, (HeadingMap Map, int Depth)> Headings(PrintedDocument printed, CellText words)
    {
        Dictionary<PrintedRow, (HeadingMap, int)> headings = new(ReferenceEqualityComparer.Instance);
        foreach (var table in printed.Pieces.OfType<PrintedTable>())
            for (var row = 0; row < table.Rows.Count; row++)
                if (HeadingMap.At(table.Rows, row, words, out var depth) is { } map) headings[table.Rows[row]] = (map, depth);
        return headings;
    }

    private static (int Piece, PrintedRow Row) FindHeading(PrintedDocument printed, Dictionary<PrintedRow, (HeadingMap Map, int)> headings)
    {
        if (headings.Count > 0)
        {
            var most = headings.Values.Max(h => h.Map.Known);
            for (var piece = 0; piece < printed.Pieces.Count; piece++)
                if ((printed.Pieces[piece] as PrintedTable)?.Rows.FirstOrDefault(r => headings.TryGetValue(r, out var h) && h.Map.Known == most) is { } row)
                    return (piece, row);
        }
        var hasTable = printed.Pieces.OfType<PrintedTable>().Any(t => t.Rows.Count > 0);
        throw new IntakeException(new Message(hasTable ? "intake.no-heading" : "intake.no-table"));
    }

    private List<string> Above(int piece, int row)
    {
        var lines = _printed.Pieces.Take(piece).SelectMany(LinesOf)
            .Concat(((PrintedTable)_printed.Pieces[piece]).Rows.Take(row).Select(LineOf))
            .Where(line => line.Length > 0).ToList();
        return lines.Count > LinesAbove ? lines[^LinesAbove..] : lines;
    }

    private IEnumerable<string> LinesOf(PrintedPiece piece) => piece switch
    {
        PrintedLine line => [.. CellText.Lines(line.Text).Select(Short)],
        PrintedTable table => table.Rows.Select(LineOf).Where(line => line.Length > 0),
        _ => [],
    };

    private string LineOf(PrintedRow row) => Short(string.Join(' ', row.Cells.Select(c => _words.Of(c.Text)).Where(text => text.Length > 0)));

    private static string Short(string line) => line.Length > Limits.Cell ? line[..Limits.Cell] : line;

    private static IEnumerable<string> TextsOf(PrintedDocument printed) => printed.Pieces.SelectMany(piece => piece switch
    {
        PrintedLine line => [line.Text],
        PrintedTable table => table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text),
        _ => Enumerable.Empty<string>(),
    });

    [GeneratedRegex(@"20\d\d|жыл|сайын|негизде|кварт|чейрек|ежегодно|постоянно|регулярно", RegexOptions.IgnoreCase)]
    private static partial Regex Deadline();
}
