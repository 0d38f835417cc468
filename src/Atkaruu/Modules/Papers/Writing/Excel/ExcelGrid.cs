using System.Globalization;

namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>
/// A table as a sheet has it. Where a cell holds a number and more words than that number («64 %», «verified 51 %»), its column becomes two under one
/// head, because in Excel a cell is either a number or words; nothing that the paper says is lost.
/// </summary>
internal sealed class ExcelGrid
{
    private const double Narrowest = 6, Widest = 90, MostSheet = 240;

    /// <summary>Lines of a row that a screen still shows; Excel draws none beyond 409 points.</summary>
    private const int FewLines = 22;

    public const double LinePoints = 13.6, MostPoints = 405;

    private readonly bool[] _doubled;

    public ExcelGrid(Table table)
    {
        Table = table;
        List<Row> filled = [.. table.Rows.Select(row => row with { Cells = [.. RowCells.Filled(row.Cells, table.Columns.Count)] })];
        _doubled = Doubled(filled, table.Columns.Count);
        Heads = [.. table.Columns.Select((column, i) => new Cell(column.Head) { Span = _doubled[i] ? 2 : 1 })];
        Aligns = [.. table.Columns.SelectMany((column, i) => _doubled[i] ? [CellAlign.Right, CellAlign.Left] : new[] { column.Align })];
        Rows = [.. filled.Select(row => row with { Cells = [.. Spread(row.Cells)] })];
        Widths = Fitting();
    }

    public Table Table { get; }
    public IReadOnlyList<Cell> Heads { get; }
    public IReadOnlyList<CellAlign> Aligns { get; }
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>In letters of Excel.</summary>
    public double[] Widths { get; private set; }

    public int Columns => Aligns.Count;

    /// <summary>Points that a row needs.</summary>
    public double HeightOf(IReadOnlyList<Cell> cells, bool bold) => Math.Min(MostPoints, (Lines(cells, bold, Widths) * LinePoints) + 2.4);

    private static bool[] Doubled(List<Row> rows, int columns)
    {
        var doubled = new bool[columns];
        foreach (var row in rows)
        {
            var at = 0;
            foreach (var cell in row.Cells)
            {
                if (cell is { Span: 1, Value: not null } && Rest(cell).Any()) doubled[at] = true;
                at += cell.Span;
            }
        }
        return doubled;
    }

    /// <summary>What a cell says beside its number.</summary>
    private static IEnumerable<Prose> Rest(Cell cell) => cell.Paragraphs.Skip(1).Where(paragraph => !paragraph.IsEmpty);

    private IEnumerable<Cell> Spread(IReadOnlyList<Cell> cells)
    {
        var at = 0;
        foreach (var cell in cells)
        {
            var (from, span) = (at, cell.Span);
            at += span;
            var more = Enumerable.Range(from, span).Count(i => _doubled[i]);
            if (more == 0) yield return cell;
            else if (span > 1 || cell.Value is null) yield return cell with { Span = span + more, Align = cell.Align ?? CellAlign.Left };
            else
            {
                yield return cell with { Paragraphs = [.. cell.Paragraphs.Take(1)] };
                yield return new Cell([.. Rest(cell)]);
            }
        }
    }

    /// <summary>The shares of the table on a sheet as wide as it needs not to become a tower.</summary>
    private double[] Fitting()
    {
        var sheet = Math.Clamp(Columns * 17d, 85, 190);
        while (true)
        {
            var widths = WidthsOn(sheet);
            if (sheet >= MostSheet || Rows.All(row => Lines(row.Cells, bold: false, widths) <= FewLines)) return widths;
            sheet = Math.Min(MostSheet, sheet * 1.15);
        }
    }

    private double[] WidthsOn(double sheet)
    {
        var sum = Math.Max(.01, Table.Columns.Sum(c => Share(c.Width)));
        var widths = new List<double>();
        for (var i = 0; i < _doubled.Length; i++)
        {
            var (width, least) = (Share(Table.Columns[i].Width) / sum * sheet, Least(widths.Count));
            if (_doubled[i]) widths.AddRange([Kept(least, least), Kept(Math.Max(width - least, 11), Narrowest)]);
            else widths.Add(Kept(width, least));
        }
        return [.. widths];
    }

    private static double Kept(double width, double least) => Math.Round(Math.Clamp(width, least, Widest), 1);

    private static double Share(double width) => double.IsFinite(width) && width > 0 ? width : .01;

    /// <summary>What holds numbers or days is never «####».</summary>
    private double Least(int column)
    {
        var least = Narrowest;
        foreach (var row in Rows)
        {
            var at = 0;
            foreach (var cell in row.Cells)
            {
                if (at == column && cell is { Span: 1, Value: { } value })
                    least = Math.Max(least, value is DateOnly ? 11 : cell.Look == ValueLook.Percent ? 7.5 : Convert.ToString(value, CultureInfo.InvariantCulture)!.Length * 1.3 + 3);
                at += cell.Span;
            }
        }
        return Math.Min(least, 28);
    }

    private static int Lines(IReadOnlyList<Cell> cells, bool bold, double[] widths)
    {
        var (column, most) = (0, 1);
        foreach (var cell in cells)
        {
            var letters = widths.Skip(column).Take(cell.Span).Sum() / (bold ? 1.1 : 1.03) - 1;
            most = Math.Max(most, cell.Paragraphs.Sum(paragraph => Wrapped(paragraph.Plain, letters)));
            column += cell.Span;
        }
        return most;
    }

    /// <summary>Lines of a text broken between words, as Excel will break it.</summary>
    public static int Wrapped(string text, double letters)
    {
        var (lines, room) = (1, letters);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (room < letters) (lines, room) = (lines + 1, letters);
            foreach (var range in line.Split(' '))
            {
                var length = range.End.Value - range.Start.Value + (room < letters ? 1 : 0);
                if (length <= room) room -= length;
                else
                {
                    // A word longer than its line goes on in the next.
                    var own = Math.Max(1, (int)Math.Ceiling((length - 1) / Math.Max(letters, 1)));
                    (lines, room) = (lines + own - (room >= letters ? 1 : 0), letters - ((length - 1) % Math.Max(letters, 1)));
                }
            }
        }
        return lines;
    }
}
