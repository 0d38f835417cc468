using System.Net;
using Atkaruu.Modules.Papers.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Tests.Papers.Workbooks;

/// <summary>A form in the hands of somebody with Excel: cells are filled in, and whatever else people do to sheets.</summary>
internal sealed class Filled(byte[] file)
{
    public byte[] Bytes { get; private set; } = file;

    public static async Task<Filled> TakeAsync(Browser browser, string address) => new(await (await browser.GetAsync(address + ".xlsx")).Content.ReadAsByteArrayAsync());

    /// <summary>Answers one question of a measure: a text as a text, a number as a number.</summary>
    public Filled Answer(string measure, string question, object answer) => Edit((_, rows) =>
    {
        var row = Row(rows, measure, question);
        var cell = Cell(row, "D");
        cell.RemoveAllChildren();
        if (answer is decimal number) (cell.DataType, cell.CellValue) = (CellValues.Number, new CellValue(number));
        else
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text((string)answer) { Space = SpaceProcessingModeValues.Preserve }));
        }
    });

    /// <summary>«D17».</summary>
    public string At(string measure, string question)
    {
        var at = "";
        Edit((_, rows) => at = Cell(Row(rows, measure, question), "D").CellReference!.Value!);
        return at;
    }

    /// <summary>Anything else: with the workbook and the rows of the form.</summary>
    public Filled Edit(Action<WorkbookPart, SheetData> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(Bytes);
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            var book = document.WorkbookPart!;
            var sheet = (WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().ElementAt(1).Id!);
            edit(book, sheet.Worksheet!.GetFirstChild<SheetData>()!);
        }
        Bytes = stream.ToArray();
        return this;
    }

    /// <summary>The row of a question; without one, the first row of the measure.</summary>
    public static Row Row(SheetData rows, string measure, string? question = null) => rows.Elements<Row>().First(row =>
        Text(row, "A") is var code && (question is null ? code.StartsWith($"#|{measure}|", StringComparison.Ordinal) : code.StartsWith($"{measure}|", StringComparison.Ordinal) && code.Split('|')[1] is var asked && (asked == question || asked.EndsWith("." + question, StringComparison.Ordinal))));

    public static Cell Cell(Row row, string column) => row.Elements<Cell>().First(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) == column);

    public static string Text(Row row, string column) => row.Elements<Cell>().FirstOrDefault(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) == column)?.InnerText ?? "";

    /// <summary>Numbers the rows anew, as they stand: what Excel does after rows were sorted, put in or deleted.</summary>
    public static void Renumber(SheetData rows)
    {
        foreach (var (at, row) in rows.Elements<Row>().Index())
        {
            row.RowIndex = (uint)at + 1;
            foreach (var cell in row.Elements<Cell>()) cell.CellReference = cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) + (at + 1);
        }
    }

    /// <summary>Brings it back through the page.</summary>
    public Task<Page> BringAsync(Browser browser, Page page, string name = "толтурулган.xlsx") => BringAsync(browser, page, Bytes, name);

    public static async Task<Page> BringAsync(Browser browser, Page page, byte[] file, string name) =>
        await Page.ReadAsync(await browser.SendAsync(browser.Filled(page, "look", [], ("File", name, file))));

    /// <summary>What the reader makes of it.</summary>
    public BookFile Read() => BookFile.Read(Bytes);

    /// <summary>The page with its form, opened.</summary>
    public static async Task<(Browser Browser, Page Page, Filled Book)> OpenAsync(App app, Cast who, string address)
    {
        var browser = await app.SignInAsync(who);
        var page = await browser.VisitAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return (browser, page, await TakeAsync(browser, address));
    }
}
