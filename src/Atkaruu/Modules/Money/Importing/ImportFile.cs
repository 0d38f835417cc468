using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Excel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;
using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>How much a file of payments may hold: a district has some hundreds a year.</summary>
internal static class ImportLimits
{
    public const int Bytes = 5 << 20, Rows = 5_000, Columns = 100;

    /// <summary>Rows above the headings: a title, a period, an empty line.</summary>
    public const int Above = 30;

    public static RuleException TooManyRows() => new(new("import.rule.rows", Rows), "File");
    public static RuleException TooManyColumns() => new(new("import.rule.columns", Columns), "File");
    public static RuleException CellTooLong(int row) => new(new("import.rule.cell", Limits.Cell, row), "File");
}

/// <summary>A row of a table as it stands in the file.</summary>
/// <param name="Number">Where a person finds it: row of the sheet, line of the text.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What a row of a file of payments says, word for word; empty where it says nothing.</summary>
/// <param name="Row">Where a person finds it in the file.</param>
public sealed record RawRow(int Row, string Measure, string Date, string Sum, string Currency, string Source, string Document, string Payee);

/// <summary>Opens a file of payments (xlsx or csv), told by its content and not by its name, and finds the columns by their headings.</summary>
internal static class ImportFile
{
    /// <exception cref="RuleException">Not such a file; one sentence says why.</exception>
    public static IReadOnlyList<RawRow> Read(byte[] content)
    {
        if (content.Length == 0) throw new RuleException(new("import.rule.empty"), "File");
        if (content.Length > ImportLimits.Bytes) throw new RuleException(new("import.rule.size", ImportLimits.Bytes >> 20), "File");
        return FileSigns.Of(content) switch
        {
            FileSign.Zip => ReadExcel(content),
            FileSign.OldOffice => throw new RuleException(new("import.rule.old-excel"), "File"),
            FileSign.Text => ImportColumns.Find(ReadText(content)) ?? throw new RuleException(new("import.rule.no-heading"), "File"),
            _ => throw new RuleException(new("import.rule.kind"), "File"),
        };
    }

    private static IReadOnlyList<TableRow> ReadText(byte[] content)
    {
        try
        {
            return CsvText.Read(PlainText.Decode(content));
        }
        catch (IntakeException)
        {
            throw new RuleException(new("import.rule.text"), "File");
        }
    }

    /// <summary>The first sheet that has the headings.</summary>
    private static IReadOnlyList<RawRow> ReadExcel(byte[] content)
    {
        var (format, package, main) = OfficeFile.Open(content);
        if (format != SourceFormat.Excel) throw new RuleException(new("import.rule.kind"), "File");
        var book = ExcelBook.Open(package, main);
        foreach (var (name, part) in book.Sheets)
            if (ImportColumns.Find([.. book.Read(name, part).Rows.Select(Row)]) is { } rows) return rows;
        throw new RuleException(new("import.rule.no-heading"), "File");
    }

    private static TableRow Row(PrintedRow row)
    {
        var number = row.Where.Args is [_, int at] ? at : 0;
        var last = row.Cells.Count == 0 ? 0 : (int)row.Cells.Max(cell => cell.Left);
        if (last > 2 * ImportLimits.Columns) throw ImportLimits.TooManyColumns();
        var cells = new string[last];
        Array.Fill(cells, "");
        foreach (var cell in row.Cells.Where(cell => !cell.FromAbove))
        {
            if (cell.Text.Length > Limits.Cell) throw ImportLimits.CellTooLong(number);
            cells[(int)cell.Left - 1] = cell.Doubt is null ? cell.Text.Trim() : NoValue;
        }
        return new(number, cells);
    }

    /// <summary>Stands for a formula that the file keeps without its value: formulas are never worked out here.</summary>
    public const string NoValue = "=?";
}
