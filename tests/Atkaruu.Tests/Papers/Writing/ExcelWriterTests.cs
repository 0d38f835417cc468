using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing.Excel;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ours = Atkaruu.Modules.Papers.Writing;
using PaperDocument = Atkaruu.Modules.Papers.Writing.PaperDocument;

namespace Atkaruu.Tests.Papers.Writing;

public class ExcelWriterTests
{
    [Fact]
    public void A_paper_with_every_block_is_a_valid_workbook() => Read(Specimen.All(), excel => Assert.Empty(Specimen.Faults(excel)));

    [Fact]
    public void Hostile_words_in_every_field_make_no_broken_workbook_and_no_formula()
    {
        foreach (var text in Specimen.Hostile) Read(Specimen.All(text), excel =>
        {
            Assert.Empty(Specimen.Faults(excel));
            Assert.All(excel.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<CellFormula>()));
        });
    }

    [Fact]
    public void Any_paper_with_tables_is_a_valid_workbook() => Specimen.Any.Sample(paper =>
    {
        if (paper.Parts.SelectMany(part => Ours.RowCells.Tables(part.Blocks)).Any(table => table.Columns.Count > 0)) Read(paper, excel => Assert.Empty(Specimen.Faults(excel)));
        else Assert.Equal("paper.excel.no-tables", Assert.Throws<RuleException>(() => ExcelWriter.Write(paper, Stream.Null)).Sentence.Key);
    }, iter: 60, threads: 2);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public void What_begins_like_a_formula_stays_a_text_for_ever(string text) => Read(OneCell(new Ours.Cell(text)), excel =>
    {
        var cell = Cells(excel).Single(c => Text(excel, c) == text);
        Assert.Equal(CellValues.SharedString, cell.DataType!.Value);
        var format = excel.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.True(format.QuotePrefix!.Value); // also after F2 and Enter
    });

    [Fact]
    public void Numbers_shares_and_days_are_what_they_are()
    {
        var row = new Ours.Row([Ours.Cell.Number(-3.25m, "-3,25"), Ours.Cell.Percent(.64m, "64 %"), Ours.Cell.Sum(32_000_000, "32,0 млн сом"), Ours.Cell.Day(new(2026, 9, 30), "30.09.2026"), Ours.Cell.Percent(null, "–")]);
        Read(Specimen.Of([new Ours.Table([.. row.Cells.Select((_, i) => new Ours.Column($"{i}", 1))], [row])]), excel =>
        {
            List<Cell> cells = [.. Cells(excel).Where(c => c.CellReference!.Value!.EndsWith(RowOf(excel, "–"), StringComparison.Ordinal))];
            Assert.Equal(["-3.25", "0.64", "32000000", "46295"], cells.Take(4).Select(c => c.CellValue!.Text));
            Assert.Equal(["#,##0.0###", "0\\ %", "#,##0", "dd\\.mm\\.yyyy"], cells.Take(4).Select(c => Format(excel, c)));
            Assert.Equal("–", Text(excel, cells[4]));
        });
    }

    /// <summary>The page says 99 %, so Excel does not say 100 %.</summary>
    [Fact]
    public void A_share_is_rounded_as_on_the_page() => Read(OneCell(Ours.Cell.Percent(.9961m, "99 %")), excel => Assert.Contains(Cells(excel), c => c.CellValue?.Text == "0.99"));

    [Fact]
    public void What_a_cell_says_beside_its_number_stands_beside_it()
    {
        var cell = new Ours.Cell([(Ours.Prose)"64 %", "текшерилди 51 %"]) { Value = .64m, Look = Ours.ValueLook.Percent };
        Read(OneCell(cell), excel =>
        {
            var number = Cells(excel).Single(c => c.CellValue?.Text == "0.64");
            Assert.Equal($"B{number.CellReference!.Value![1..]}", Cells(excel).Single(c => Text(excel, c) == "текшерилди 51 %").CellReference!.Value);
        });
    }

    [Fact]
    public void The_head_stays_in_view_and_stands_on_every_printed_page() => Read(Specimen.Long(), excel =>
    {
        var sheet = excel.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal(PaneStateValues.Frozen, pane.State!.Value);
        var head = (int)pane.VerticalSplit!.Value;
        Assert.Equal($"'Аткарылышы'!${head - 1}:${head}", excel.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        var setup = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((OrientationValues.Landscape, 1u, 0u), (setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.Contains(Specimen.Code, sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text, StringComparison.Ordinal);
        Assert.Contains("&P / &N", sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_section_reaches_through_all_columns() => Read(Specimen.Of([Specimen.Grid("Суу")]), excel =>
    {
        var row = Cells(excel).First(c => Text(excel, c) == "Суу" && c.StyleIndex!.Value > 0 && Merged(excel, c));
        Assert.NotNull(row);
    });

    [Fact]
    public void Sheets_have_names_that_Excel_takes()
    {
        string[] captions = ["Аткарылышы", "Аткарылышы", "аткарылышы", "А:б/в?г*д[е]ж\\з", "'", "History", new('ж', 60), "Иш-чаралардын 2026-жылдын III чейрегинде аткарылышы", ""];
        Read(Specimen.Of([.. captions.Select(caption => new Ours.Table([new("Баш", 1)], []) { Caption = caption })]), excel =>
        {
            List<string> names = [.. excel.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];
            Assert.Equal(captions.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, name => Assert.True(name.Length is > 0 and <= 31 && name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']']) < 0 && name[0] != '\'' && name[^1] != '\'' && name != "History", name));
            Assert.Equal("Иш-чаралардын 2026-жылдын III", names[7]);
        });
    }

    [Fact]
    public void A_text_too_long_for_a_cell_says_that_it_is_cut() => Read(OneCell(new Ours.Cell(new string('ж', 40_000))), excel =>
    {
        var text = Cells(excel).Select(c => Text(excel, c)).MaxBy(t => t.Length)!;
        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("Word жана PDF файлдарында.]", text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_text_that_looks_like_an_escape_stays_itself() => Read(OneCell(new Ours.Cell("_x000D_")), excel =>
        Assert.Contains(excel.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Descendants<Text>(), t => t.Text == "_x005F_x000D_"));

    [Fact]
    public void A_paper_without_tables_is_not_offered() =>
        Assert.Equal("paper.excel.no-tables", Assert.Throws<RuleException>(() => ExcelWriter.Write(Specimen.Of([new Ours.Paragraph("Сөз")]), Stream.Null)).Sentence.Key);

    private static PaperDocument OneCell(Ours.Cell cell) => Specimen.Of([new Ours.Table([new("Баш", 1)], [new([cell])])]);

    private static IEnumerable<Cell> Cells(SpreadsheetDocument excel) => excel.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>());

    private static string Text(SpreadsheetDocument excel, Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? excel.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().ElementAt(int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)).InnerText : "";

    private static string RowOf(SpreadsheetDocument excel, string text) => Cells(excel).Single(c => Text(excel, c) == text).CellReference!.Value![1..];

    private static bool Merged(SpreadsheetDocument excel, Cell cell) =>
        excel.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<MergeCell>()).Any(m => m.Reference!.Value == $"{cell.CellReference!.Value}:C{cell.CellReference.Value![1..]}");

    private static string Format(SpreadsheetDocument excel, Cell cell)
    {
        var sheet = excel.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = sheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return sheet.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == id).FormatCode!.Value!;
    }

    private static void Read(PaperDocument paper, Action<SpreadsheetDocument> look)
    {
        using var file = new MemoryStream();
        ExcelWriter.Write(paper, file);
        file.Position = 0;
        using var excel = SpreadsheetDocument.Open(file, false);
        look(excel);
    }
}
