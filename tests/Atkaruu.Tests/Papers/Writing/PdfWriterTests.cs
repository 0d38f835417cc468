using System.Text;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Pdf;
using UglyToad.PdfPig.Outline;

namespace Atkaruu.Tests.Papers.Writing;

using Page = UglyToad.PdfPig.Content.Page;

public class PdfWriterTests
{
    private static readonly byte[] Photograph = PdfPhotographs.Jpeg(640, 480);

    /// <summary>One of each kind of block.</summary>
    internal static Block[] Everything() =>
    [
        new Paragraph("Чоң-Алай районунун администрациясы", ParagraphLook.Centred),
        new Heading(1, "Аткарылышы тууралуу маалымат"),
        new Tally([("8 / 12", "мөөнөтү келгендин аткарылганы"), ("61", "иш-чара боюнча отчет келди")]),
        new Heading(2, "Негизги маалымат"),
        new Facts([("Жооптуу", "Чоң-Алай айыл өкмөтү"), ("Абалы", Prose.State("late", "Мөөнөтү өттү")), ("Бош", Prose.Empty)]),
        new Paragraph(Prose.Of(new Run("Узундугу "), new Run("12 км", RunLook.Struck), new Run(" 18 км", RunLook.Inserted), new Run(", "), new Run("по-русски", RunLook.Italic) { Language = "ru" }, new Run(", "), new Run("ачык барак") { Link = "https://example.kg/measure/CA-017" })),
        new Bullets(["Долбоор даярдалды", "Экспертиза өттү"]),
        new Beside([(1, [new Picture(Photograph, "Суу түтүгү", "12.08.2026", 80)]), (1, [new Figure(new Drawing(60, 20, [new BoxStroke(0, 0, 60, 6, Inks.Ground) { Hatch = Inks.Hatch }, new LabelStroke(30, 12, "64 %", Anchor: Anchor.Middle), new StateStroke(5, 15, 4, "done")]), "Аткаруу 64 %", "Сүрөт 1")])]),
        new Table([new("№", 1), new("Иш-чара", 5), new("Үлүшү", 1, CellAlign.Right)], [Row.Through("4.1. Өнөр жайы", RowKind.Section, 3), new([new("1"), new("Мал союучу цех"), Cell.Percent(.64m, "64 %")]), new([new("Жыйынтыгы") { Span = 2 }, new("64 %")], RowKind.Total)]) { Caption = "1-жадыбал", Numbered = true },
        new Together([new Paragraph("Чогуу турган сөздөр", ParagraphLook.Lead), new Space(3), new Paragraph("Эскертүү", ParagraphLook.Note)]),
        new Qr("https://example.kg/measure/CA-017", "Иш-чаранын ачык барагы"),
        new PageBreak(),
        new CutLine("ушул жерден кесиңиз"),
        new Choices("Жол курулдубу?", ["Ооба", "Жок"]),
        new AnswerLine("Пикириңиз", 3),
        new Signatures([("Райондун акими", "А. Сапаров")]),
    ];

    [Fact]
    public void Every_block_comes_out_with_its_words()
    {
        using var pdf = PdfReading.Of(Everything());

        foreach (var words in (string[])["администрациясы", "8 / 12", "мөөнөтү келгендин аткарылганы", "Чоң-Алай айыл өкмөтү", "Мөөнөтү өттү", "по-русски", "ачык барак", "Экспертиза өттү", "12.08.2026", "Сүрөт 1", "64 %",
            "4.1. Өнөр жайы", "Мал союучу цех", "1-жадыбал", "Чогуу турган сөздөр", "Иш-чаранын ачык барагы", "ушул жерден кесиңиз", "Жол курулдубу?", "Ооба", "Пикириңиз", "Райондун акими", "А. Сапаров"])
            Assert.Contains(PdfReading.Squeezed(words), pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Kyrgyz_letters_come_out_in_every_cut_of_the_typefaces()
    {
        const string Letters = "Ңң Өө Үү";
        using var pdf = PdfReading.Of(
            new Paragraph(Prose.Of(new Run(Letters), new Run(Letters, RunLook.Bold), new Run(Letters, RunLook.Italic), new Run(Letters, RunLook.Bold | RunLook.Italic))),
            new Heading(2, Letters), new Paragraph(Prose.Of(new Run(Letters), new Run(Letters, RunLook.Italic), new Run(Letters, RunLook.Bold | RunLook.Italic)), ParagraphLook.Note));

        Assert.Equal(8, pdf.Text.Split(PdfReading.Squeezed(Letters)).Length - 1);
        Assert.Equal(8, pdf.Pages.SelectMany(page => page.Letters).Where(letter => letter.Value == "Ң").Select(letter => letter.FontName).Distinct().Count());
        Assert.All(pdf.Pages.SelectMany(page => page.Letters).Where(letter => letter.Value is "ң" or "ө" or "ү"), letter => Assert.True(letter.Width > 0));
    }

    [Fact]
    public void Words_are_parted_by_real_blanks()
    {
        using var pdf = PdfReading.Of(new Paragraph("Жергиликтүү өз алдынча башкаруу органдары менен биргеликте социалдык-экономикалык өнүгүү программасын ишке ашыруу үчүн иш-чаралар планы бекитилген."));

        Assert.Contains("өз алдынча башкаруу органдары менен", pdf.Pages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("программасынишке", pdf.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_says_its_number_its_code_and_where_to_verify_it()
    {
        using var pdf = PdfReading.Of([.. Enumerable.Range(0, 90).Select(i => new Paragraph($"Сап {i}"))]);

        Assert.True(pdf.Pages.Count > 2);
        foreach (var page in pdf.Pages)
        {
            Assert.Contains("7K2M-9QXA", page.Text, StringComparison.Ordinal);
            Assert.Contains("example.kg/verify/7K2M-9QXA", page.Text, StringComparison.Ordinal);
            Assert.Contains("12.10.2026 12:30", page.Text, StringComparison.Ordinal); // Bishkek, not UTC
            Assert.Contains($"{page.Number} / {pdf.Pages.Count}", page.Text, StringComparison.Ordinal);
            Assert.Contains("ойдон чыгарылган", page.Text, StringComparison.Ordinal);
            Assert.Equal(page.Number > 1, page.Text.Contains("Аткарылышы тууралуу маалымат", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_real_paper_has_no_watermark()
    {
        using var pdf = new PdfReading(PdfReading.Write(PdfReading.Paper(PageShape.Portrait, new Paragraph("Сөз")) with { Mark = PdfReading.Mark with { Invented = false, DataState = new("paper.foot.code", "x") } }));

        Assert.DoesNotContain("ойдон чыгарылган", pdf.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_bookmarks_in_their_order_and_depth()
    {
        using var pdf = PdfReading.Of(new Heading(1, "Паспорт"), new Heading(2, "Негизги"), new Paragraph("…"), new PageBreak(), new Heading(2, "Тарыхы"), new Heading(3, "2026-жыл"));

        Assert.True(pdf.File.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["0 Паспорт 1", "1 Негизги 1", "1 Тарыхы 2", "2 2026-жыл 2"], bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => $"{node.Level} {node.Title} {node.PageNumber}"));
    }

    [Fact]
    public void Two_languages_are_two_parts_with_a_bookmark_each()
    {
        var paper = new PaperDocument("Отчет", [new("ky", "Маалымат", PageShape.Landscape, [new Heading(1, "Кыргызча")]), new("ru", "Сведения", PageShape.Portrait, [new Heading(1, "По-русски")])], PdfReading.Mark);
        using var pdf = new PdfReading(PdfReading.Write(paper));

        Assert.Equal(2, pdf.Pages.Count);
        Assert.True(pdf.Pages[0].Width > pdf.Pages[0].Height && pdf.Pages[1].Width < pdf.Pages[1].Height);
        Assert.True(pdf.File.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Маалымат", "Сведения"], bookmarks.Roots.Select(root => root.Title));
        Assert.Equal(["ky", "ru"], pdf.Tags().Where(tag => tag.Role == "Part").Select(tag => tag.About.Data["Lang"].ToString()!.Trim('(', ')')));
        Assert.Contains("Проверка:", pdf.Pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Photographs_are_not_compressed_a_second_time()
    {
        using var pdf = PdfReading.Of(new Picture(Photograph, "Суу түтүгү", null, 60));

        var image = Assert.Single(pdf.Pages[0].GetImages());
        Assert.Equal(Photograph, image.RawBytes.ToArray());
        Assert.Equal(60 * 72 / 25.4, image.BoundingBox.Width, 1);
    }

    [Fact]
    public void A_high_photograph_is_drawn_no_higher_than_asked()
    {
        using var pdf = PdfReading.Of(new Picture(PdfPhotographs.Jpeg(300, 900), "Мунара", null, 100, MostHeight: 90));

        Assert.Equal(90 * 72 / 25.4, Assert.Single(pdf.Pages[0].GetImages()).BoundingBox.Height, 1);
    }

    [Fact]
    public void What_is_seen_through_a_png_stays_so()
    {
        var bytes = PdfReading.Write(PdfReading.Paper(PageShape.Portrait, new Picture(PdfPhotographs.Png(20, 20), "Белги", null, 20)));

        Assert.Contains("/SMask", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_paper_has_the_same_bytes_also_when_ten_are_made_at_once()
    {
        var paper = PdfReading.Paper(PageShape.Portrait, Everything());
        var one = PdfReading.Write(paper);
        var many = new byte[30][];
        Parallel.For(0, many.Length, new ParallelOptions { MaxDegreeOfParallelism = 10 }, i => many[i] = PdfReading.Write(paper));

        Assert.All(many, bytes => Assert.Equal(one, bytes));
    }

    [Fact]
    public void A_stream_that_only_goes_forward_is_enough()
    {
        using var behind = new MemoryStream();
        using (var forward = new System.IO.Compression.BrotliStream(behind, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            PdfWriter.Write(PdfReading.Paper(PageShape.Portrait, new Paragraph("Сөз")), forward);

        Assert.True(behind.Length > 1000);
    }
}
