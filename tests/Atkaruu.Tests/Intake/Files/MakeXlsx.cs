using System.Globalization;
using Atkaruu.Modules.Intake;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cells = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>Writes the real plan as an Excel workbook.</summary>
internal sealed class MakeXlsx
{
    private readonly SheetData _data = new();
    private readonly List<string> _merges = [];
    private readonly List<string> _shared = [];
    private readonly TableLook _look;
    private uint _row;

    private MakeXlsx(TableLook look) => _look = look;

    /// <summary>The plan on the second of three sheets.</summary>
    public static byte[] Plan(TableLook look)
    {
        var sheet = new MakeXlsx(look);
        sheet.WritePlan();
        var other = new MakeXlsx(look);
        other.AddRow(["Бул баракта план жок"]);
        return Workbook(("Титул", other), ("План", sheet), ("Эскертүү", other));
    }

    /// <summary>One sheet of given cells: strings, numbers, days.</summary>
    public static byte[] Of(params object?[][] rows)
    {
        var sheet = new MakeXlsx(new TableLook());
        foreach (var row in rows) sheet.AddRow(row);
        return Workbook(("План", sheet));
    }

    private void WritePlan()
    {
        foreach (var line in WholePlan.Above) AddRow([line]);
        AddRow([]);
        WriteHead();
        foreach (var row in WholePlan.Rows)
        {
            foreach (var section in WholePlan.SectionsBefore(row)) WriteSection(section);
            WriteMeasure(row);
            if (_look.NewTableEvery > 0 && row.Ordinal % _look.NewTableEvery == 0 && row.Ordinal < WholePlan.Rows.Count) WriteHead();
        }
        AddRow([]);
        foreach (var (post, name) in WholePlan.Signers) AddRow(["", post, "", "", name]);
    }

    private void WriteHead()
    {
        AddRow([.. _look.Columns.Select(_look.Heading)]);
        if (_look.Numbering) AddRow([.. _look.Columns.Select((_, i) => (object)(double)(i + 1))]);
    }

    private void WriteSection(string section)
    {
        AddRow([section]);
        if (_look.MergeSections) _merges.Add($"A{_row}:{Letter(_look.Columns.Count - 1)}{_row}");
    }

    private void WriteMeasure(TrueRow row)
    {
        AddRow([.. _look.Columns.Select(c => ValueOf(c, row.Of(c)))]);
        var task = _look.Columns.ToList().IndexOf(ColumnRole.Task);
        if (_look.MergeTasks && row.Task.Length > 0 && TableLook.Reach(row) > 1)
            _merges.Add($"{Letter(task)}{_row}:{Letter(task)}{_row + TableLook.Reach(row) - 1 + SectionsWithin(row)}");
    }

    private static int SectionsWithin(TrueRow row) =>
        WholePlan.Rows.Skip(row.Ordinal).Take(TableLook.Reach(row) - 1).Sum(r => WholePlan.SectionsBefore(r).Count);

    private object ValueOf(ColumnRole column, string text)
    {
        if (_look.NumbersAsNumbers && column == ColumnRole.Number && text.Length > 0) return double.Parse(text, CultureInfo.InvariantCulture);
        return _look.Broken ? string.Join("\n", TableLook.Pieces(text, 20)) + " \n" : text;
    }

    private void AddRow(object?[] values)
    {
        var row = new Row { RowIndex = ++_row };
        for (var i = 0; i < values.Length; i++)
            if (values[i] is not (null or "")) row.Append(CellOf(values[i]!, $"{Letter(i)}{_row}"));
        _data.Append(row);
    }

    private Cell CellOf(object value, string reference) => value switch
    {
        double number => new Cell { CellReference = reference, CellValue = new CellValue(number) },
        DateOnly day => new Cell { CellReference = reference, StyleIndex = 1, CellValue = new CellValue(day.ToDateTime(default).ToOADate()) },
        Percent share => new Cell { CellReference = reference, StyleIndex = 2, CellValue = new CellValue(share.Share) },
        Formula formula => new Cell { CellReference = reference, CellFormula = new CellFormula(formula.Text), CellValue = formula.Value is null ? null : new CellValue(formula.Value), DataType = CellValues.String },
        string text when _row % 3 == 0 => new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(Runs(text)) },
        _ => new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(Shared((string)value)) },
    };

    public sealed record Percent(double Share);

    public sealed record Formula(string Text, string? Value);

    /// <summary>Rich text: the words in differently formatted runs.</summary>
    private static IEnumerable<OpenXmlElement> Runs(string text)
    {
        for (var at = 0; at < text.Length; at += 9)
            yield return new Run(new RunProperties(new Bold()), new Cells.Text(text.Substring(at, Math.Min(9, text.Length - at))) { Space = SpaceProcessingModeValues.Preserve });
    }

    private int Shared(string text)
    {
        _shared.Add(text);
        return _shared.Count - 1;
    }

    private static byte[] Workbook(params (string Name, MakeXlsx Sheet)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = excel.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            List<string> shared = [];
            foreach (var (name, sheet) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = sheet.Written(shared);
                book.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)(book.Workbook.Sheets.Count() + 1), Id = book.GetIdOfPart(part) });
            }
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(shared.Select(text => new SharedStringItem(Runs(text))));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        }
        return stream.ToArray();
    }

    private Worksheet Written(List<string> shared)
    {
        var data = (SheetData)_data.CloneNode(true);
        foreach (var cell in data.Descendants<Cell>().Where(c => c.DataType?.Value == CellValues.SharedString))
            cell.CellValue = new CellValue(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture) + shared.Count);
        shared.AddRange(_shared);
        var sheet = new Worksheet(data);
        if (_merges.Count > 0) sheet.Append(new MergeCells(_merges.Select(m => new MergeCell { Reference = m })));
        return sheet;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy;@" }),
        new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164 }, new CellFormat { NumberFormatId = 9 }));

    private static string Letter(int column) => ((char)('A' + column)).ToString();
}
