using System.Text;
using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Files;
using Atkaruu.Web;

namespace Atkaruu.Tests.Intake;

/// <summary>Alone, because it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(HostileFilesTests), DisableParallelization = true)]
[Collection(nameof(HostileFilesTests))]
public class HostileFilesTests
{
    private const string Document = """<w:document xmlns:w="w"><w:body>{0}</w:body></w:document>""";

    private static readonly string[] Head = ["№", "Милдеттер", "Чаралар", "Мөөнөтү", "Жыйынтыгы", "Жооптуу"];

    /// <summary>Refused with one sentence that people can read, and at little cost.</summary>
    private static void Refuses(string key, byte[] file, string name = "plan.docx")
    {
        var before = GC.GetTotalAllocatedBytes();
        var no = Assert.Throws<IntakeException>(() => PlanReader.Read(file, name));
        var megabytes = (GC.GetTotalAllocatedBytes() - before) >> 20;

        Assert.Equal(key, no.Sentence.Key);
        foreach (var language in Texts.Languages) Assert.NotEmpty(Texts.All.Say(language, no.Sentence));
        Assert.True(megabytes <= 150, $"{megabytes} MB were taken.");
    }

    private static byte[] Repeated(string text, int times) => Encoding.UTF8.GetBytes(new StringBuilder(text.Length * times).Insert(0, text, times).ToString());

    private static byte[] Body(string inside) => Encoding.UTF8.GetBytes(Document.Replace("{0}", inside));

    [Fact]
    public void An_empty_file_is_refused() => Refuses("intake.empty", []);

    [Fact]
    public void A_huge_file_is_refused() => Refuses("intake.too-large", new byte[PlanReader.MaxBytes + 1]);

    [Fact]
    public void A_program_is_refused() => Refuses("intake.unknown-kind", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]);

    [Theory]
    [InlineData("plan.docx"), InlineData("plan.exe"), InlineData("plan.doc")]
    public void A_name_that_lies_is_refused(string name) => Refuses("intake.wrong-extension", MakePdf.Lines("План"), name);

    [Theory]
    [InlineData("plan"), InlineData("plan.txt"), InlineData("plan.DOCX")]
    public void A_name_that_promises_nothing_is_fine(string name) => Assert.Equal(80, PlanReader.Read(MakeDocx.Plan(new()), name).MeasureRows.Count());

    [Fact]
    public void Old_and_encrypted_office_files_are_refused() =>
        Refuses("intake.old-office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]);

    [Fact]
    public void A_bomb_is_seen_in_the_directory() => Refuses("intake.bomb", MakeZip.Word(new byte[40 << 20]));

    [Fact]
    public void A_bomb_that_hides_its_size_is_stopped_while_unpacking() =>
        Refuses("intake.bomb", MakeZip.Of([.. Parts(), new("word/document.xml", Body(new string(' ', 40 << 20)), Declared: 5_000)]));

    private static MakeZip.Entry[] Parts() =>
    [
        MakeZip.Text("[Content_Types].xml", MakeZip.WordTypes),
        MakeZip.Text("_rels/.rels", """<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"""),
    ];

    [Fact]
    public void Entries_that_share_bytes_are_refused() =>
        Refuses("intake.bomb", MakeZip.Word("<a/>", [.. Enumerable.Range(0, 50).Select(i => new MakeZip.Entry($"{i}.xml", Encoding.UTF8.GetBytes("<a/>"), SharesWith: 2))]));

    [Fact]
    public void A_crowd_of_entries_is_refused() =>
        Refuses("intake.bomb", MakeZip.Of([.. Enumerable.Range(0, 30_000).Select(i => MakeZip.Text($"{i}", ""))]));

    [Theory]
    [InlineData("../../etc/passwd"), InlineData("/etc/passwd"), InlineData(@"..\..\x"), InlineData("C:/x"), InlineData("WORD/document.xml")]
    public void Names_that_lead_out_or_repeat_are_refused(string name) => Refuses("intake.bad-names", MakeZip.Word("<a/>", MakeZip.Text(name, "")));

    [Fact]
    public void A_zip_in_a_zip_is_no_plan() => Refuses("intake.unknown-kind", MakeZip.Of(new MakeZip.Entry("a.zip", MakeZip.Word("<a/>"))));

    [Fact]
    public void Encrypted_entries_are_refused() => Refuses("intake.encrypted", MakeZip.Word("<a/>", new MakeZip.Entry("x", [1], Encrypted: true)));

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w">&x;</w:document>""")]
    [InlineData("""<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><w:document xmlns:w="w">&y;</w:document>""")]
    [InlineData("<w:document xmlns:w='w'><w:body>")]
    [InlineData("not xml")]
    public void Entities_and_broken_xml_are_refused(string document) => Refuses("intake.damaged", MakeZip.Word(document));

    [Fact]
    public void Xml_as_deep_as_a_well_is_refused() => Refuses("intake.bomb", MakeZip.Word(Repeated("<p>", 300_000)));

    [Fact]
    public void A_tag_as_long_as_a_book_is_refused() =>
        Refuses("intake.bomb", MakeZip.Word(Encoding.UTF8.GetBytes($"<a b='{Guid.NewGuid()}{string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{i:x}"))}'/>")));

    [Fact]
    public void A_million_names_are_refused() =>
        Refuses("intake.bomb", MakeZip.Word(Body(string.Concat(Enumerable.Range(0, 300_000).Select(i => $"<a{i}/>")))));

    [Theory]
    [InlineData("word/_rels/document.xml.rels", "image", "http://example.org/x.png")]
    [InlineData("word/_rels/settings.xml.rels", "attachedTemplate", "https://example.org/t.dotm")]
    [InlineData("word/_rels/settings.xml.rels", "attachedTemplate", @"\\server\share\t.dotm")]
    public void What_would_be_fetched_from_elsewhere_is_refused(string part, string kind, string target) => Refuses("intake.external",
        MakeZip.Word("<a/>", MakeZip.Text(part, $"""<Relationships><Relationship Id="r" Type="x/{kind}" Target="{target}" TargetMode="External"/></Relationships>""")));

    [Theory]
    [InlineData("hyperlink", "https://example.org")]
    [InlineData("attachedTemplate", "file:///C:\\Users\\office\\Normal.dotm")]
    public void Links_to_click_and_paths_of_the_author_are_harmless(string kind, string target) => Refuses("intake.no-table",
        MakeZip.Word(Body(""), MakeZip.Text("word/_rels/document.xml.rels", $"""<Relationships><Relationship Id="r" Type="x/{kind}" Target="{target}" TargetMode="External"/></Relationships>""")));

    [Fact]
    public void Macros_are_refused()
    {
        Refuses("intake.macros", MakeZip.Word("<a/>", MakeZip.Text("word/vbaProject.bin", "x")));
        Refuses("intake.macros", MakeZip.Of(MakeZip.Text("[Content_Types].xml",
            """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""")), "plan.xlsm");
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        var file = MakeDocx.Plan(new());
        Refuses("intake.damaged", file[..(file.Length / 2)]);
    }

    [Fact]
    public void A_document_without_a_table_is_refused() => Refuses("intake.no-table", MakeDocx.With(body => body.Append(MakeDocx.Paragraph("Кат"))));

    [Fact]
    public void A_table_that_is_no_plan_is_refused() =>
        Refuses("intake.no-heading", MakeDocx.With(body => body.Append(MakeDocx.TableOf(["Аты", "Жашы", "Дареги"], ["Айгүл", "31", "Дароот-Коргон"]))));

    [Fact]
    public void A_heading_without_measures_is_refused() => Refuses("intake.no-measures", MakeDocx.With(body => body.Append(MakeDocx.TableOf(Head))));

    [Fact]
    public void A_cell_as_long_as_a_book_is_refused() => Refuses("intake.cell-too-long",
        MakeDocx.With(body => body.Append(MakeDocx.TableOf(Head, ["1", "", new string('ж', 30_000), "2026", "", "РМА"]))));

    [Fact]
    public void A_sheet_of_a_million_rows_is_refused() => Refuses("intake.too-many-rows",
        MakeZip.Sheet(Encoding.UTF8.GetBytes("<worksheet><sheetData>" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<row><c><v>{i}</v></c></row>")) + "</sheetData></worksheet>")), "plan.xlsx");

    [Fact]
    public void A_merge_over_a_million_rows_costs_nothing() => Refuses("intake.no-heading",
        MakeZip.Sheet(Encoding.UTF8.GetBytes("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>" + string.Concat(Enumerable.Repeat("<mergeCell ref='A1:XFD1048576'/>", 20_000)) + "</mergeCells></worksheet>")), "plan.xlsx");

    [Fact]
    public void A_scan_is_refused() => Refuses("intake.pdf-no-text", MakePdf.Lines(), "plan.pdf");

    [Fact]
    public void A_pdf_without_a_table_is_refused() => Refuses("intake.no-heading", MakePdf.Lines("Урматтуу кесиптештер,", "план кийин жөнөтүлөт."), "plan.pdf");

    [Fact]
    public void An_encrypted_pdf_is_refused() => Refuses("intake.encrypted", MakeRawPdf.Of(
        $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >> /ID [<00><00>]",
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "plan.pdf");

    [Fact]
    public void A_pdf_of_thousands_of_pages_is_refused() => Refuses("intake.pdf-too-long", MakeRawPdf.Of("",
        ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count 5000 /Kids [{string.Join(' ', Enumerable.Range(3, 5000).Select(i => $"{i} 0 R"))}] >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", 5000)]), "plan.pdf");

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_pdf_that_draws_without_end_is_refused(bool packed) =>
        Refuses("intake.bomb", MakeRawPdf.Drawing(Repeated("BT /F1 9 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n", 300_000), packed), "plan.pdf");

    [Fact]
    public void A_pdf_stream_that_unpacks_to_gigabytes_is_refused() => Refuses("intake.bomb", MakeRawPdf.Drawing(new byte[60 << 20], packed: true), "plan.pdf");

    /// <summary>Each form draws the next one ten times: ten to the power of nine.</summary>
    [Fact]
    public void Forms_that_multiply_are_refused()
    {
        var ten = Repeated("/X Do ", 10);
        var forms = Enumerable.Range(0, 9).Select(i => MakeRawPdf.Stream(i == 8 ? Encoding.UTF8.GetBytes("BT /F1 9 Tf (a) Tj ET") : ten, true,
            $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << /X {i + 7} 0 R >> >>"));
        Refuses("intake.bomb", MakeRawPdf.Of("", [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
            MakeRawPdf.Stream(ten, true), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", .. forms]), "plan.pdf");
    }

    [Theory]
    [InlineData("[0 2000000000 500]", "<0041> <0042> <0041>")]
    [InlineData("[0 10 500]", "<00000000> <FFFFFFFF> <0041>")]
    public void A_font_of_a_thousand_million_letters_is_refused(string widths, string range) => Refuses("intake.bomb", MakeRawPdf.Of("",
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        MakeRawPdf.Stream(Encoding.UTF8.GetBytes("BT /F1 9 Tf 50 500 Td <00410042> Tj ET"), false),
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W {widths} >>",
        MakeRawPdf.Stream(Encoding.UTF8.GetBytes($"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange {range} endbfrange endcmap"), false)), "plan.pdf");

    [Fact]
    public void A_pdf_crowded_with_objects_is_refused() =>
        Refuses("intake.bomb", [.. Encoding.UTF8.GetBytes("%PDF-1.7\n"), .. Repeated("1 0 obj << /A 1 >> endobj\n", 200_000)], "plan.pdf");

    [Fact]
    public void A_pdf_of_nested_brackets_is_refused() =>
        Refuses("intake.damaged", MakeRawPdf.Of("", "<< /Type /Catalog /Pages 2 0 R >>", new string('[', 2_000_000)), "plan.pdf");

    [Fact]
    public void Scripts_in_a_pdf_are_not_run_and_not_minded() => Refuses("intake.no-heading", MakeRawPdf.Of("",
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        MakeRawPdf.Stream(Encoding.UTF8.GetBytes("BT /F1 9 Tf 50 500 Td (Hello) Tj ET"), false), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"), "plan.pdf");
}
