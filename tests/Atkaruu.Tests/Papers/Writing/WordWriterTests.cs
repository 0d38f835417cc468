using Atkaruu.Modules.Papers.Writing.Word;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawn = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Ours = Atkaruu.Modules.Papers.Writing;
using PaperDocument = Atkaruu.Modules.Papers.Writing.PaperDocument;

namespace Atkaruu.Tests.Papers.Writing;

public class WordWriterTests
{
    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public void A_paper_with_every_block_is_a_valid_document(string language) => Read(Specimen.All(language: language), word => Assert.Empty(Specimen.Faults(word)));

    [Fact]
    public void Hostile_words_in_every_field_make_no_broken_document()
    {
        foreach (var text in Specimen.Hostile) Read(Specimen.All(text), word => Assert.Empty(Specimen.Faults(word)));
    }

    [Fact]
    public void Any_paper_is_a_valid_document() => Specimen.Any.Sample(paper => Read(paper, word => Assert.Empty(Specimen.Faults(word))), iter: 60, threads: 2);

    [Fact]
    public void Words_read_back_with_the_Kyrgyz_letters() => Read(Specimen.All(), word =>
    {
        var body = word.MainDocumentPart!.Document!.Body!;
        Assert.Contains(body.Descendants<Paragraph>(), p => p.InnerText == Specimen.Letters && p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1");
        var font = word.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>().Single(f => f.Name == "PT Serif");
        Assert.Equal("Times New Roman", font.AltName!.Val);
    });

    [Fact]
    public void Headings_have_levels_and_styles() => Read(Specimen.All(), word =>
    {
        var styles = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        for (var level = 1; level <= 4; level++) Assert.Equal(level - 1, styles[$"Heading{level}"].StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        var used = word.MainDocumentPart.Document!.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).ToHashSet();
        Assert.Empty(used.Except(styles.Keys));
        Assert.Superset(new HashSet<string> { "Heading1", "Heading2", "Heading3", "Heading4", "Lead", "Note", "Caption", "ListBullet", "TableText", "TableHead" }, used);
    });

    [Fact]
    public void The_head_of_a_table_repeats_and_no_row_is_torn() => Read(Specimen.Long(), word =>
    {
        List<TableRow> rows = [.. word.MainDocumentPart!.Document!.Body!.Elements<Table>().Single().Elements<TableRow>()];
        Assert.Equal(82, rows.Count);
        Assert.All(rows, (row, i) => Assert.Equal(i < 2, row.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
    });

    /// <summary>LibreOffice 7.4 showed one page of seventeen of such a table, where its first rows just filled a page.</summary>
    [Fact]
    public void A_section_right_under_the_head_does_not_hold_the_table_together() => Read(Specimen.Of([new Ours.Table([new Ours.Column("А", 1), new Ours.Column("Б", 1)],
        [Ours.Row.Through("1", Ours.RowKind.Section, 2), Ours.Row.Through("1.1", Ours.RowKind.Group, 2), new Ours.Row([new("а"), new("б")]), Ours.Row.Through("2", Ours.RowKind.Section, 2), new Ours.Row([new("в"), new("г")])])]), word =>
    {
        var asks = word.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Where(row => row.Elements<TableCell>().Count() == 1)
            .Select(row => row.Descendants<ParagraphProperties>().Single().KeepNext?.Val?.Value);
        Assert.Equal([false, false, null], asks);
    });

    [Fact]
    public void A_section_stays_with_what_follows() => Read(Specimen.Of([Specimen.Grid("Суу")]), word =>
    {
        var section = word.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Single(row => row.Elements<TableCell>().Count() == 1 && row.Descendants<Shading>().Any());
        Assert.Equal(3, section.GetFirstChild<TableCell>()!.TableCellProperties!.GridSpan!.Val!.Value);
        Assert.Equal("TableSection", section.Descendants<ParagraphStyleId>().Single().Val);
        var style = word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "TableSection");
        Assert.NotNull(style.StyleParagraphProperties!.KeepNext);
    });

    [Fact]
    public void The_foot_says_code_address_moment_and_counts_pages() => Read(Specimen.All(), word =>
    {
        Assert.All(word.MainDocumentPart!.FooterParts, foot =>
        {
            var words = foot.Footer!.InnerText;
            Assert.Contains(Specimen.Code, words, StringComparison.Ordinal);
            Assert.Contains(Specimen.Address, words, StringComparison.Ordinal);
            Assert.Contains("12.10.2026 10:30", words, StringComparison.Ordinal);
            Assert.Equal([" PAGE ", " NUMPAGES "], foot.Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value));
        });
        Assert.NotEmpty(word.MainDocumentPart.FooterParts);
    });

    [Fact]
    public void Invented_data_are_marked_on_every_kind_of_page()
    {
        Read(Specimen.All(invented: true), word => Assert.All(word.MainDocumentPart!.HeaderParts, top => Assert.Contains("ойдон чыгарылган", top.Header!.OuterXml, StringComparison.Ordinal)));
        Read(Specimen.All(invented: false), word => Assert.All(word.MainDocumentPart!.HeaderParts, top => Assert.DoesNotContain("ойдон чыгарылган", top.Header!.OuterXml, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_paper_in_two_languages_has_a_section_and_a_foot_for_each()
    {
        var (ky, ru) = (Specimen.All(), Specimen.All(language: "ru"));
        var both = ky with { Parts = [ky.Parts[0], ru.Parts[0] with { Shape = Ours.PageShape.Portrait }] };
        Read(both, word =>
        {
            Assert.Empty(Specimen.Faults(word));
            List<SectionProperties> sections = [.. word.MainDocumentPart!.Document!.Descendants<SectionProperties>()];
            Assert.Equal([16838u, 11906u], sections.Select(s => s.GetFirstChild<PageSize>()!.Width!.Value));
            Assert.Equal(2, sections.Select(s => s.GetFirstChild<FooterReference>()!.Id!.Value).Distinct().Count());
            Assert.Equal("ky-KG", word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val);
            Assert.Contains(word.MainDocumentPart.Document.Descendants<Languages>(), language => language.Val == "ru-RU");
            Assert.Equal("ky-KG", word.PackageProperties.Language);
        });
    }

    [Fact]
    public void Pictures_and_drawings_have_words_for_those_who_do_not_see_them() => Read(Specimen.All("Мектеп"), word =>
    {
        List<Drawn.DocProperties> pictures = [.. word.MainDocumentPart!.Document!.Descendants<Drawn.DocProperties>()];
        Assert.True(pictures.Count >= 4);
        Assert.All(pictures, picture => Assert.False(string.IsNullOrWhiteSpace(picture.Description)));
        Assert.Equal(pictures.Count, pictures.Select(p => p.Id!.Value).Distinct().Count());
    });

    [Fact]
    public void A_photograph_is_no_finer_than_a_printer_shows_it()
    {
        var large = Specimen.Photograph(2400, 1800);
        Read(Specimen.Of([new Ours.Picture(large, "Мектеп", null, 42)]), word =>
        {
            var part = Assert.Single(word.MainDocumentPart!.ImageParts);
            using var picture = SkiaSharp.SKBitmap.Decode(part.GetStream());
            Assert.InRange(picture.Width, 300, 700);
            Assert.Equal(4 / 3d, (double)picture.Width / picture.Height, 2);
        });
    }

    [Fact]
    public void What_is_no_picture_is_said_in_words() =>
        Read(Specimen.Of([new Ours.Picture([1, 2, 3], "Мектептин чатыры", null, 80)]), word => Assert.Contains("Мектептин чатыры", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal));

    [Fact]
    public void Only_addresses_of_the_web_become_links()
    {
        string[] addresses = ["javascript:alert(1)", "file:///etc/passwd", @"\\evil\share", "not an address", "https://a.kg/ок"];
        Read(Specimen.Of([.. addresses.Select(a => new Ours.Paragraph(new Ours.Run("шилтеме") { Link = a }))]), word =>
            Assert.Equal("a.kg", Assert.Single(word.MainDocumentPart!.HyperlinkRelationships).Uri.Host));
    }

    [Fact]
    public void Marks_of_direction_and_control_characters_are_gone() => Read(Specimen.All("а\u202Eб\u0007в"), word =>
        Assert.Contains(word.MainDocumentPart!.Document!.Descendants<Text>(), text => text.Text == "абв"));

    [Fact]
    public void A_state_is_a_sign_and_words() => Read(Specimen.Of([new Ours.Paragraph(Ours.Prose.State("late", "Мөөнөтү өттү"))]), word =>
        Assert.Equal("◆\u00a0Мөөнөтү өттү", word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().InnerText));

    [Fact]
    public void A_drawing_becomes_a_picture_fine_enough_to_print()
    {
        using var png = SkiaSharp.SKBitmap.Decode(Ours.DrawingPicture.Png(Specimen.Drawing(Specimen.Letters)));
        Assert.InRange(png.Width, 470, 476); // 60 mm at 200 dots an inch
        Assert.True(png.Pixels.Distinct().Count() > 20);
    }

    private static void Read(PaperDocument paper, Action<WordprocessingDocument> look)
    {
        using var file = new MemoryStream();
        WordWriter.Write(paper, file);
        file.Position = 0;
        using var word = WordprocessingDocument.Open(file, false);
        look(word);
    }
}
