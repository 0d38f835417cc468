using System.Globalization;
using Atkaruu.Kernel;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>One table of a paper as a sheet: what it is above it, its head in view and on every printed page, what verifies it below.</summary>
internal sealed class ExcelSheet(ExcelWords words, ExcelStyles styles, ExcelGrid grid, string language)
{
    /// <summary>Letters of a line over or under the table: more than a sheet shows.</summary>
    private const int MostInLine = 4_000;

    private readonly X.SheetData _rows = new();
    private readonly List<string> _merged = [];
    private uint _row;
    private double _above;

    /// <summary>First and last row of the head.</summary>
    public (uint First, uint Last) Head { get; private set; }

    /// <summary>A line through all columns; as high as its words need, because Excel measures no merged cells.</summary>
    public void Line(string text, CellLook look)
    {
        if (text.Length == 0) return;
        if (text.Length > MostInLine) text = text[..MostInLine] + "…";
        var lines = ExcelGrid.Wrapped(text, grid.Widths.Sum() * 9.4 / look.Size);
        var height = Math.Min(ExcelGrid.MostPoints, (lines * ExcelGrid.LinePoints * look.Size / 10) + 3);
        var row = NewRow(height);
        row.AppendChild(Words(1, text, look with { Ruled = false }));
        Merge(1, grid.Columns);
        if (Head.First == 0) _above += height;
    }

    public void Blank() => NewRow(6);

    public void Rows()
    {
        var first = _row + 1;
        Add(grid.Heads, new(Bold: true, Fill: Inks.Ground, Align: CellAlign.Centre, Middle: true), _ => CellAlign.Centre);
        if (grid.Table.Numbered) Add([.. grid.Heads.Select((head, i) => new Cell($"{i + 1}") { Span = head.Span, Value = i + 1, Align = CellAlign.Centre })], new(Size: 9), _ => CellAlign.Centre);
        Head = (first, _row);
        foreach (var row in grid.Rows) Add(row.Cells, LookOf(row.Kind), at => grid.Aligns[at]);
    }

    public X.Worksheet Sheet(bool isFirst, X.HeaderFooter edges)
    {
        var sheet = new X.Worksheet(
            new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }),
            new X.SheetDimension { Reference = $"A1:{Letters(grid.Columns)}{_row}" },
            new X.SheetViews(View(isFirst)),
            new X.SheetFormatProperties { DefaultRowHeight = 13.5 },
            new X.Columns(grid.Widths.Select((width, i) => new X.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            _rows);
        if (_merged.Count > 0) sheet.Append(new X.MergeCells(_merged.Select(range => new X.MergeCell { Reference = range })) { Count = (uint)_merged.Count });
        sheet.Append(new X.PageMargins { Left = .4, Right = .4, Top = .6, Bottom = .6, Header = .3, Footer = .3 });
        sheet.Append(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }, edges);
        return sheet;
    }

    /// <summary>The head stays in view, unless so much stands above it that nothing else would.</summary>
    private X.SheetView View(bool isFirst)
    {
        var view = new X.SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null, ShowGridLines = false };
        if (_above > 260) return view;
        var below = $"A{Head.Last + 1}";
        view.Append(new X.Pane { VerticalSplit = Head.Last, TopLeftCell = below, ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen },
            new X.Selection { Pane = X.PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new() { InnerText = below } });
        return view;
    }

    private static CellLook LookOf(RowKind kind) => kind switch
    {
        RowKind.Section => new(Bold: true, Fill: Inks.Ground),
        RowKind.Group => new(Italic: true),
        RowKind.Total => new(Bold: true, Total: true),
        _ => new(),
    };

    private void Add(IReadOnlyList<Cell> cells, CellLook look, Func<int, CellAlign> usual)
    {
        var (row, column) = (NewRow(grid.HeightOf(cells, look.Bold)), 1);
        foreach (var cell in cells)
        {
            row.AppendChild(Valued(column, cell, look with { Align = cell.Align ?? (cell.Span > 1 && look.Align == CellAlign.Left ? CellAlign.Left : usual(column - 1)) }));
            for (var i = 1; i < cell.Span; i++) row.AppendChild(new X.Cell { CellReference = Reference(column + i), StyleIndex = styles[look] });
            if (cell.Span > 1) Merge(column, column + cell.Span - 1);
            column += cell.Span;
        }
    }

    /// <summary>A number, a share or a day as what it is; words as words, whatever they begin with.</summary>
    private X.Cell Valued(int column, Cell cell, CellLook look) => cell.Value switch
    {
        DateOnly day when day >= FirstDay => Number(column, day.ToDateTime(default).ToOADate(), look with { Number = ExcelStyles.Day }),
        decimal or int or long or double or short or byte when IsExact(cell.Value, out var number) => cell.Look == ValueLook.Percent
            ? Number(column, number is > 0 and < 1 ? Shares.Percent(number) / 100m : number, look with { Number = ExcelStyles.Percent })
            : Number(column, number, look with { Number = number == decimal.Truncate(number) ? ExcelStyles.Whole : ExcelStyles.Fraction }),
        _ when ExcelWords.Plain(cell, language) is { Length: > 0 } plain => ExcelWords.IsPlain(cell) || plain.Length >= ExcelWords.MostInCell
            ? Words(column, plain, look)
            : Pointed(column, words.Add(cell.Paragraphs, look.Size, look.Bold), look, plain),
        _ => new X.Cell { CellReference = Reference(column), StyleIndex = styles[look] },
    };

    /// <summary>Excel takes 1900 for a leap year; what lies before its first of March stays in words.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Excel knows fifteen figures; a longer number would be another one.</summary>
    private static bool IsExact(object value, out decimal number)
    {
        number = 0;
        if (value is double real && !(Math.Abs(real) < 1e15)) return false;
        number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1_000_000_000_000_000m;
    }

    private X.Cell Words(int column, string text, CellLook look) => Pointed(column, words.Add(text), look, text);

    private X.Cell Pointed(int column, int number, CellLook look, string text) => new()
    {
        CellReference = Reference(column), DataType = X.CellValues.SharedString, CellValue = new(number.ToString(CultureInfo.InvariantCulture)),
        StyleIndex = styles[look with { Quoted = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\'' }],
    };

    private X.Cell Number(int column, IFormattable number, CellLook look) => new()
    {
        CellReference = Reference(column), CellValue = new(number.ToString(null, CultureInfo.InvariantCulture)), StyleIndex = styles[look],
    };

    /// <summary>The height is said and not fixed: Excel and LibreOffice measure again when somebody writes in the row.</summary>
    private X.Row NewRow(double height) => _rows.AppendChild(new X.Row { RowIndex = ++_row, Height = Math.Round(height, 1) });

    private void Merge(int from, int to)
    {
        if (to > from) _merged.Add($"{Letters(from)}{_row}:{Letters(to)}{_row}");
    }

    private string Reference(int column) => Letters(column) + _row.ToString(CultureInfo.InvariantCulture);

    /// <summary>1 → A, 27 → AA.</summary>
    internal static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);
}
