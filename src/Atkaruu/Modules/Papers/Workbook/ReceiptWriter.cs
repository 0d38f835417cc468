using Atkaruu.Kernel;
using Atkaruu.Web;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>The receipt as an Excel file: for the folder of whoever sent the form, and for whoever asks later what was taken.</summary>
internal static class ReceiptWriter
{
    public static byte[] Write(Outcome outcome, PageText text)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = BookStyles.Make();
            var (sheet, part) = (Sheet(outcome, text), book.AddNewPart<WorksheetPart>());
            part.Worksheet = Worksheet(sheet, outcome);
            book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheet.Name }));
            document.PackageProperties.Title = text.Say("book.receipt.title", outcome.Period);
            document.PackageProperties.Language = text.Language;
        }
        return file.ToArray();
    }

    private static BookSheet Sheet(Outcome outcome, PageText text)
    {
        var sheet = new BookSheet(text.Say("book.sheet.receipt"));
        sheet.Row(30, (text.Say("book.receipt.title", outcome.Period), Look.Title));
        sheet.Row(20, (outcome.Body, Look.Must));
        sheet.Merge('A', 'E');
        sheet.Row(32, (text.Say("book.receipt.who", outcome.At.InBishkek(), outcome.By, outcome.FileName, outcome.Book), Look.Sub));
        sheet.Merge('A', 'E');
        sheet.Row(24, (text.Say("book.receipt.counts", outcome.Kept, outcome.Sent, outcome.Untouched), Look.Must));
        sheet.Merge('A', 'E');
        sheet.Row(20, [.. ((string[])["cell", "asked", "old", "new", "result"]).Select(column => ((object?)text.Say("book.receipt." + column), Look.Heading))]);
        foreach (var measure in outcome.Measures) Write(sheet, measure, text);
        foreach (var note in outcome.Notes)
        {
            sheet.Row(BookSheet.Lines(note, 130) * 15 + 5, (note, Look.Note));
            sheet.Merge('A', 'E');
        }
        return sheet;
    }

    private static void Write(BookSheet sheet, OutcomeMeasure measure, PageText text)
    {
        var said = string.Join('\n', [$"{measure.Name}. {measure.State}", .. measure.Warnings.Select(w => text.Say("book.warned", w))]);
        sheet.Row(BookSheet.Lines(said, 125) * 15 + 6, (said, Look.Measure), (null, Look.Measure), (null, Look.Measure), (null, Look.Measure), (null, Look.Measure));
        sheet.Merge('A', 'E');
        foreach (var cell in measure.Cells)
        {
            var result = cell.Why ?? text.Say("book.receipt.taken");
            var lines = new[] { BookSheet.Lines(cell.Asked, 28), BookSheet.Lines(cell.Old, 34), BookSheet.Lines(cell.New, 34), BookSheet.Lines(result, 30) }.Max();
            sheet.Row(lines * 15 + 5, (cell.Cell, Look.Label), (cell.Asked, Look.Label), (cell.Old, Look.Note), (cell.New, Look.Label), (result, cell.Why is null ? Look.Good : Look.Bad));
        }
    }

    private static Worksheet Worksheet(BookSheet sheet, Outcome outcome)
    {
        var made = new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = true }), new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(((double[])[8, 30, 36, 36, 32]).Select((wide, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = wide, CustomWidth = true })), sheet.Rows);
        if (sheet.Merged is { } merged) made.Append(merged);
        made.Append(new PageMargins { Left = .4, Right = .4, Top = .5, Bottom = .55, Header = .25, Footer = .25 }, new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, Scale = 92 },
            new HeaderFooter(new OddFooter($"&L&9{outcome.Book}&R&9&P / &N")));
        return made;
    }
}
