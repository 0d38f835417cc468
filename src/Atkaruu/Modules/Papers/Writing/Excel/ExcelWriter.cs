using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing.Word;
using Atkaruu.Web;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>The tables of a paper as a workbook, one a sheet: numbers are numbers, days are days, and words are never formulas.</summary>
public static class ExcelWriter
{
    /// <summary>Signs in the edge of a printed page: what Excel takes.</summary>
    private const int MostInEdge = 255;

    /// <exception cref="RuleException">A paper without tables.</exception>
    public static void Write(PaperDocument document, Stream to)
    {
        using var file = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook)) Compose(document, excel);
        file.Position = 0;
        file.CopyTo(to);
    }

    private static void Compose(PaperDocument document, SpreadsheetDocument excel)
    {
        var book = excel.AddWorkbookPart();
        var (words, styles, names) = (new ExcelWords(), new ExcelStyles(), new SheetNames());
        var (sheets, titles) = (new X.Sheets(), new X.DefinedNames());
        foreach (var (part, table, number) in Tables(document))
        {
            var part1 = book.AddNewPart<WorksheetPart>();
            var name = names.Of(table.Caption, Texts.All.Say(part.Language, "paper.excel.sheet", number));
            var sheet = Filled(document.Mark, part, table, number, new(words, styles, new(table), part.Language));
            part1.Worksheet = sheet.Sheet(sheets.ChildElements.Count == 0, Edges(document.Mark, part));
            titles.Append(new X.DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${sheet.Head.First}:${sheet.Head.Last}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheets.ChildElements.Count });
            sheets.Append(new X.Sheet { Id = book.GetIdOfPart(part1), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
        }
        if (sheets.ChildElements.Count == 0) throw new RuleException(new("paper.excel.no-tables"));
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Sheet();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = words.Table;
        book.Workbook = new(new X.BookViews(new X.WorkbookView()), sheets, titles);
        WordParts.Describe(excel, document);
    }

    private static IEnumerable<(PaperPart Part, Table Table, int Number)> Tables(PaperDocument document) =>
        document.Parts.SelectMany(part => RowCells.Tables(part.Blocks).Where(table => table.Columns.Count > 0).Select((table, i) => (part, table, i + 1)));

    private static ExcelSheet Filled(PaperMark mark, PaperPart part, Table table, int number, ExcelSheet sheet)
    {
        string Say(string key, params object?[] args) => Texts.All.Say(part.Language, key, args);
        if (mark.Invented) sheet.Line(Say("paper.foot.invented"), new(Bold: true, Size: 9, Ink: Inks.Late));
        if (number == 1)
        {
            sheet.Line(CleanText.Line(TitleOf(part)), new(Bold: true, Size: 14));
            foreach (var line in Lead(part)) sheet.Line(line, new(Size: 11));
        }
        sheet.Line(CleanText.Line(table.Caption), new(Bold: true, Size: 11));
        sheet.Blank();
        sheet.Rows();
        sheet.Blank();
        var quiet = new CellLook(Size: 9, Ink: Inks.Ink3);
        sheet.Line(CleanText.Line($"{Say("paper.foot.code", mark.Code)} · {Say("paper.foot.verify", mark.Address)}"), quiet);
        sheet.Line(CleanText.Line(Say("paper.foot.moment", Moment(mark, part.Language), mark.DataState)), quiet);
        return sheet;
    }

    private static string TitleOf(PaperPart part) => RowCells.Flat(part.Blocks).OfType<Heading>().FirstOrDefault(heading => heading.Level == 1)?.Text.Plain ?? part.Title;

    /// <summary>What the paper answers before its first table, a line each.</summary>
    private static IEnumerable<string> Lead(PaperPart part) => RowCells.Flat(part.Blocks).TakeWhile(block => block is not Table).Select(block => block switch
    {
        Paragraph { Look: ParagraphLook.Lead } paragraph => CleanText.Whole(paragraph.Text.Plain),
        Tally tally => CleanText.Line(string.Join(" · ", tally.Figures.Select(figure => $"{figure.Figure} {figure.Words}"))),
        Facts facts => CleanText.Line(string.Join(" · ", facts.Pairs.Select(pair => $"{pair.Name}: {pair.Value.Plain}"))),
        _ => "",
    });

    /// <summary>On every printed page: what this is, by which code it is verified, which page.</summary>
    private static X.HeaderFooter Edges(PaperMark mark, PaperPart part)
    {
        var top = mark.Invented ? "&L" + Edge(Texts.All.Say(part.Language, "paper.foot.watermark"), 60) : "";
        var title = "&R" + Edge(part.Title, MostInEdge - 80 - top.Length);
        var foot = "&L" + Edge($"{Texts.All.Say(part.Language, "paper.foot.code", mark.Code)}, {Moment(mark, part.Language)}", 120) + "&R" + Texts.All.Say(part.Language, "paper.foot.page", "&P", "&N");
        return new(new X.OddHeader(top + title), new X.OddFooter(foot));
    }

    /// <summary>«&amp;» begins an order to Excel, so it stands twice; a figure after an order would be the size of its letters.</summary>
    private static string Edge(string text, int most)
    {
        var words = CleanText.Short(CleanText.Whole(text), most / 2).Replace("&", "&&", StringComparison.Ordinal);
        return words.Length > 0 && char.IsDigit(words[0]) ? " " + words : words;
    }

    private static string Moment(PaperMark mark, string language) => mark.Moment.InBishkek().ToString("dd.MM.yyyy HH:mm", Texts.Cultures[language]);
}
