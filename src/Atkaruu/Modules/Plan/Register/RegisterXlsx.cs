using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>
/// A table as an Excel file: a bold first row that stays in view, filters, columns wide enough to read. Texts are typed as
/// texts, so nothing in them is ever run as a formula.
/// </summary>
internal static class RegisterXlsx
{
    private const uint Plain = 0, Heading = 1, Day = 2, Wrapped = 3;
    private const double WidestColumn = 60, NarrowestColumn = 9;

    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> table, string title)
    {
        List<IReadOnlyList<object?>> rows = [.. table];
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            sheet.Worksheet = Sheet(rows);
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = title.Length > 31 ? title[..31] : title }));
        }
        return file.ToArray();
    }

    private static Worksheet Sheet(List<IReadOnlyList<object?>> rows)
    {
        var data = new SheetData(rows.Select((row, i) => new Row(row.Select(cell => Cell(cell, heading: i == 0)))));
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        return new(new SheetViews(view), Widths(rows), data, new AutoFilter { Reference = $"A1:{ColumnName(rows[0].Count)}{rows.Count}" });
    }

    private static Cell Cell(object? value, bool heading) => value switch
    {
        null or "" => new Cell(),
        DateOnly day => new Cell { CellValue = new(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = Day },
        decimal sum => new Cell { CellValue = new(sum), DataType = CellValues.Number, StyleIndex = Plain },
        int number => new Cell { CellValue = new(number), DataType = CellValues.Number, StyleIndex = Plain },
        _ => new Cell(new InlineString(new Text(Readable(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = heading ? Heading : Wrapped },
    };

    /// <summary>XML has no place for control characters; the documents have no use for them.</summary>
    private static string Readable(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));

    private static Columns Widths(List<IReadOnlyList<object?>> rows) => new(Enumerable.Range(0, rows[0].Count).Select(i =>
        new Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = Math.Clamp(rows.Max(row => row[i] is DateOnly ? 10 : row[i]?.ToString()?.Length ?? 0) * .8, NarrowestColumn, WidestColumn) }));

    private static string ColumnName(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName((number - 1) % 26 + 1);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd.mm.yyyy" }) { Count = 1 },
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(Top(wrap: true)) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(Top(wrap: false)) { NumberFormatId = 164, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(Top(wrap: true)) { ApplyAlignment = true }));

    private static Alignment Top(bool wrap) => new() { Vertical = VerticalAlignmentValues.Top, WrapText = wrap };
}
