using Atkaruu.Kernel;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Web;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ours = Atkaruu.Modules.Papers.Writing;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Tests.Papers.Writing;

public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-templates-").FullName;

    [Fact]
    public void The_words_come_where_the_letterhead_wants_them()
    {
        Keep("letterhead.docx", Make.Letterhead("№ {{number}}, {{ad|mini|stration}}", "{{title}}", "{{body}}", "Аткаруучу: ____"));
        var lines = Lines(Specimen.Of([new Ours.Heading(1, "Толук аталышы"), new Ours.Paragraph("Негизги сөз")], title: "Кыска"), "administration", "Чоң-Алай РМА");
        Assert.Equal(["№ ________, Чоң-Алай РМА", "Толук аталышы", "Негизги сөз", "Аткаруучу: ____"], lines);
    }

    [Fact]
    public void A_content_control_with_a_name_is_a_field()
    {
        Keep("letterhead.docx", Make.Word(body => body.Append(
            new SdtBlock(new SdtProperties(new Tag { Val = "title" }), new SdtContentBlock(new Paragraph(new Run(new Text("Тилеген сөз"))))),
            new Paragraph(new Run(new Text("№ ")), new SdtRun(new SdtProperties(new Tag { Val = "number" }), new SdtContentRun(new Run(new Text("00"))))),
            new SdtBlock(new SdtProperties(new Tag { Val = "body" }), new SdtContentBlock(new Paragraph(new Run(new Text("мазмун"))))))));
        Assert.Equal(["Маалымат", "№ ________", "Сөз"], Lines(Specimen.Of([new Ours.Paragraph("Сөз")])));
    }

    [Fact]
    public void A_paper_on_a_letterhead_is_a_valid_document_with_its_code_on_every_page()
    {
        Keep("letterhead.docx", Make.Letterhead("{{title}}", "{{body}}"));
        foreach (var text in Specimen.Hostile) Read(Specimen.All(text), word => Assert.Empty(Specimen.Faults(word)));
        Read(Specimen.All(), word =>
        {
            Assert.Contains(word.MainDocumentPart!.FooterParts, foot => foot.Footer!.InnerText.Contains(Specimen.Code, StringComparison.Ordinal));
            Assert.Contains(word.MainDocumentPart.HeaderParts, top => top.Header!.OuterXml.Contains("ойдон чыгарылган", StringComparison.Ordinal));
            Assert.True(word.MainDocumentPart.Document!.Descendants<PageSize>().Last() is { Width.Value: 16838, Height.Value: 11906 }); // turned, because the table wants it
        });
    }

    [Fact]
    public void The_styles_of_the_letterhead_win()
    {
        Keep("letterhead.docx", Make.Word(body => body.Append(new Paragraph(new Run(new Text("{{body}}")))), new Style(new StyleName { Val = "heading 2" }) { Type = StyleValues.Paragraph, StyleId = "2" }));
        Read(Specimen.Of([new Ours.Heading(2, "Бөлүм")]), word =>
        {
            Assert.Equal("2", word.MainDocumentPart!.Document!.Descendants<ParagraphStyleId>().First().Val);
            Assert.Single(word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>(), s => s.StyleName!.Val == "heading 2");
            Assert.Empty(Specimen.Faults(word));
        });
    }

    [Theory]
    [InlineData("paper.template.unknown-field", "«letterhead.docx» үлгүсү алынган жок. 2-абзац: {{titel}} деген талаа жок.", "{{body}}", "{{titel}}")]
    [InlineData("paper.template.no-body", "өзүнчө абзац кылып {{body}} деп жазыңыз", "{{title}}")]
    [InlineData("paper.template.two-bodies", "бир нече жерде", "{{body}}", "{{body}}")]
    [InlineData("paper.template.body-place", "1-абзац", "Мазмуну: {{body}}")]
    public void A_wrong_letterhead_is_refused_with_its_place(string key, string sentence, params string[] lines)
    {
        var path = Keep("letterhead.docx", Make.Letterhead(lines));
        var refused = Assert.Throws<RuleException>(() => TemplateFile.Check(path));
        Assert.Equal(key, ((Message)refused.Sentence.Args[1]!).Key);
        Assert.Contains(sentence, Texts.All.Say("ky", refused.Sentence), StringComparison.Ordinal);
        Assert.Throws<RuleException>(() => new PaperTemplates(_folder).Write(Specimen.All(), PaperFormat.Docx, Stream.Null));
    }

    [Fact]
    public void Harmful_files_are_refused()
    {
        var whole = Make.Letterhead("{{body}}");
        Refused("intake.damaged", whole[..(whole.Length / 2)]);
        Refused("paper.template.unknown-kind", Make.Zip(("a.txt", "x")));
        Refused("intake.macros", Make.Added(whole, "word/vbaProject.bin", "x"));
        Refused("intake.external", Make.Relation(whole, "image", "https://evil.example/a.png"));
        Refused("paper.template.external", Make.Relation(whole, "image", "file:///C:/a.png"));
        Refused("intake.bomb", Make.Added(whole, "word/bomb.xml", "<a>" + new string(' ', 3 << 20) + "</a>"));
        Refused("intake.damaged", Make.Added(whole, "word/dtd.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"));

        void Refused(string key, byte[] bytes) => Assert.Equal(key, ((Message)Assert.Throws<RuleException>(() => Letterhead.Of(TemplateFile.Of("letterhead.docx", bytes))).Sentence.Args[1]!).Key);
    }

    [Fact]
    public void The_template_a_letterhead_was_once_made_from_is_taken_off()
    {
        Keep("letterhead.docx", Make.Relation(Make.Letterhead("{{body}}"), "attachedTemplate", "file:///C:/Users/aida/Normal.dotm", "word/_rels/settings.xml.rels"));
        Read(Specimen.All(), word => Assert.Empty(word.MainDocumentPart!.DocumentSettingsPart?.ExternalRelationships ?? []));
    }

    [Fact]
    public void The_row_of_a_form_is_repeated_for_each_measure()
    {
        Keep("execution.xlsx", Make.Form());
        ReadForm(Execution(), excel =>
        {
            Assert.Empty(Specimen.Faults(excel));
            var cells = excel.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<X.Cell>().ToDictionary(c => c.CellReference!.Value!);
            Assert.Equal(("Маалымат", "4.1. Өнөр жай", "1", "=1+1 Завод", "Убагында"), (cells["A1"].InnerText, cells["A3"].InnerText, cells["A4"].InnerText, cells["B4"].InnerText, cells["D4"].InnerText));
            Assert.Equal(("0.64", "2", "–"), (cells["C4"].CellValue!.Text, cells["A5"].InnerText, cells["C5"].InnerText));
            Assert.Null(cells["C4"].DataType);
            Assert.Empty(cells["B4"].Descendants<X.CellFormula>());
            Assert.Equal("SUM(C4:C5)", cells["C6"].CellFormula!.Text);
            Assert.Equal(["A1:D1", "A3:D3"], excel.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<X.MergeCell>().Select(m => m.Reference!.Value).Order());
            Assert.Equal("Форма!$A$1:$D$6", excel.WorkbookPart.Workbook!.DefinedNames!.Elements<X.DefinedName>().Single().Text);
            Assert.Contains(Specimen.Code, excel.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<X.OddFooter>().Single().Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_form_without_rows_to_fill_keeps_its_sums()
    {
        Keep("execution.xlsx", Make.Form());
        var empty = Execution();
        ReadForm(empty with { Parts = [empty.Parts[0] with { Blocks = [((Ours.Table)empty.Parts[0].Blocks[0]) with { Rows = [] }] }] }, excel => Assert.Empty(Specimen.Faults(excel)));
    }

    [Theory]
    [InlineData("B4", "{{tytle}}", "paper.template.unknown-field", "«Форма» барагы, B4 уячасы: {{tytle}} деген талаа жок.")]
    [InlineData("A1", "{{shedule}}", "paper.template.unknown-field", "«Форма» барагы, A1 уячасы")]
    [InlineData("C5", "{{done}}", "paper.template.two-patterns", "«Форма» барагы, C5 уячасы")]
    public void A_wrong_form_is_refused_with_sheet_and_cell(string cell, string text, string key, string sentence)
    {
        var path = Keep("execution.xlsx", Make.Form((cell, text)));
        var refused = Assert.Throws<RuleException>(() => TemplateFile.Check(path));
        Assert.Equal(key, ((Message)refused.Sentence.Args[1]!).Key);
        Assert.Contains(sentence, Texts.All.Say("ky", refused.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_template_is_looked_at_again()
    {
        var templates = new PaperTemplates(_folder);
        Assert.Null(templates.Letterhead);
        var path = Keep("letterhead.docx", Make.Letterhead("{{body}}"));
        Assert.Equal(["body"], templates.Letterhead!.Fields);
        File.WriteAllBytes(path, Make.Letterhead("{{title}}", "{{body}}"));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(["title", "body"], templates.Letterhead!.Fields);
    }

    private static Ours.PaperDocument Execution() => Specimen.Of([new Ours.Table(
        [new("№", 1) { Name = "number" }, new("Иш-чара", 3) { Name = "title" }, new("%", 1) { Name = "share" }, new("Абалы", 1) { Name = "state" }],
        [
            Ours.Row.Through("4.1. Өнөр жай", Ours.RowKind.Section, 4),
            new([new("1"), new("=1+1 Завод"), Ours.Cell.Percent(.64m, "64 %"), new("Убагында")]),
            new([new("2"), new("Цех"), Ours.Cell.Percent(null, "–"), new("Отчет жок")]),
        ]) { Form = ExecutionForm.Form }]);

    private IReadOnlyList<string> Lines(Ours.PaperDocument paper, string? field = null, string value = "")
    {
        if (field is not null) paper = paper with { Parts = [paper.Parts[0] with { Fields = new Dictionary<string, string> { [field] = value } }] };
        IReadOnlyList<string> lines = [];
        Read(paper, word => lines = [.. word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText)]);
        return lines;
    }

    private string Keep(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private void Read(Ours.PaperDocument paper, Action<WordprocessingDocument> look)
    {
        using var file = new MemoryStream();
        new PaperTemplates(_folder).Write(paper, PaperFormat.Docx, file);
        using var word = WordprocessingDocument.Open(file, false);
        look(word);
    }

    private void ReadForm(Ours.PaperDocument paper, Action<SpreadsheetDocument> look)
    {
        using var file = new MemoryStream();
        new PaperTemplates(_folder).Write(paper, PaperFormat.Xlsx, file);
        using var excel = SpreadsheetDocument.Open(file, false);
        look(excel);
    }

    public void Dispose() => Directory.Delete(_folder, true);
}
