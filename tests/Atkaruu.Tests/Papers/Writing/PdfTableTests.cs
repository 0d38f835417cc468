using Atkaruu.Modules.Papers.Writing;
using UglyToad.PdfPig.Content;

namespace Atkaruu.Tests.Papers.Writing;

using Page = UglyToad.PdfPig.Content.Page;

public class PdfTableTests
{
    private static Column[] Three => [new("Катары", 1), new("Иш-чаралардын аталышы", 4), new("Натыйжасы", 4)];

    private static Row Measure(int i, string words = "Ички жолду оңдоо жана асфальттоо, көпүрөлөрдү куруу") => new([new($"Р{i:000}"), new(words), new($"Натыйжа {i}")]);

    [Fact]
    public void The_head_stands_on_every_page_and_is_read_once()
    {
        using var pdf = PdfReading.Of(PageShape.Landscape, new Table(Three, [.. Enumerable.Range(1, 80).Select(i => Measure(i))]) { Numbered = true });

        Assert.True(pdf.Pages.Count > 2);
        Assert.All(pdf.Pages, page => Assert.Contains("Иш-чаралардын аталышы", page.Text, StringComparison.Ordinal));
        Assert.Equal(["Column", "Column", "Column"], pdf.Tags().Where(tag => tag.Role == "TH" && tag.About.Data.ContainsKey("A")).Select(_ => "Column"));
        Assert.Equal(1, pdf.Tags().Count(tag => tag.Role == "THead"));
    }

    [Fact]
    public void A_row_is_not_torn()
    {
        var words = string.Join(' ', Enumerable.Repeat("узун сүйлөм", 40));
        using var pdf = PdfReading.Of(PageShape.Landscape, new Table(Three, [.. Enumerable.Range(1, 30).Select(i => new Row([new($"Р{i:000}"), new(words + $" соңу{i:000}"), new("x")]))]));

        Assert.True(pdf.Pages.Count > 5);
        foreach (var i in Enumerable.Range(1, 30))
            Assert.Equal(PageWith(pdf, $"Р{i:000}"), PageWith(pdf, $"соңу{i:000}"));
    }

    [Fact]
    public void A_row_higher_than_a_page_is_torn_between_lines_and_goes_on_under_the_head()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"с{i:0000}"));
        using var pdf = PdfReading.Of(PageShape.Landscape, new Table(Three, [Measure(1), new([new("Р002"), new(words), new("кыска")]), Measure(3)]));

        Assert.True(pdf.Pages.Count > 2);
        foreach (var i in Enumerable.Range(1, 1500)) Assert.Contains($"с{i:0000}", pdf.Text, StringComparison.Ordinal);
        Assert.All(pdf.Pages, page => Assert.Contains("Иш-чаралардын", page.Text, StringComparison.Ordinal));
        Assert.All(pdf.Pages, page => Assert.All(page.Letters.Where(letter => letter.Value == "с" && letter.PointSize is > 8.9 and < 9.1), letter => Assert.True(letter.StartBaseLine.Y > 20 * 72 / 25.4)));
        Assert.Contains("с0001", PdfReading.Squeezed(pdf.Pages[0].Text), StringComparison.Ordinal); // it begins where it stands, not on a page of its own
        Assert.Equal(1500, pdf.Tags().Single(tag => tag.Role == "TD" && tag.Words.Contains("с0001", StringComparison.Ordinal)).Words.Split('с').Length - 1);
    }

    [Theory]
    [InlineData(RowKind.Section)]
    [InlineData(RowKind.Group)]
    public void A_row_that_heads_others_never_ends_a_page(RowKind kind)
    {
        List<Row> rows = [];
        for (var i = 1; i <= 60; i++) rows.AddRange([Row.Through($"Бөлүм{i:000}", kind, 3), Measure(i, string.Join(' ', Enumerable.Repeat("ички жолдорду оңдоо", 1 + i * 7 % 19)))]);
        using var pdf = PdfReading.Of(PageShape.Landscape, new Table(Three, rows));

        Assert.True(pdf.Pages.Count > 3);
        foreach (var i in Enumerable.Range(1, 60)) Assert.Equal(PageWith(pdf, $"Бөлүм{i:000}"), PageWith(pdf, $"Р{i:000}"));
    }

    [Fact]
    public void A_total_stands_with_the_row_above_it()
    {
        for (var count = 20; count < 40; count++)
        {
            using var pdf = PdfReading.Of(PageShape.Landscape, new Table(Three, [.. Enumerable.Range(1, count).Select(i => Measure(i)), new([new("Жыйынтыгы"), new("x"), new("y")], RowKind.Total), Measure(900)]));
            Assert.Equal(PageWith(pdf, $"Р{count:000}"), PageWith(pdf, "Жыйынтыгы"));
        }
    }

    [Fact]
    public void A_long_word_does_not_leave_its_cell()
    {
        var word = new string('Ө', 300);
        using var pdf = PdfReading.Of(new Table([new("а", 1), new("б", 1), new("в", 1)], [new([new("сол"), new(word), new("оң")])]));

        var letters = pdf.Pages[0].Letters.Where(letter => letter.Value == "Ө" && letter.StartBaseLine.Y > 70).ToList();
        var right = pdf.Pages[0].Letters.First(letter => letter.Value == "о" && letter.StartBaseLine.Y > 70 && letter.StartBaseLine.X > letters.Max(of => of.StartBaseLine.X));
        Assert.Equal(300, letters.Count);
        Assert.True(letters.Max(letter => letter.EndBaseLine.X) <= right.StartBaseLine.X);
    }

    [Fact]
    public void Long_Kyrgyz_words_are_broken_where_Kyrgyz_breaks_them()
    {
        using var pdf = PdfReading.Of(new Table([.. Enumerable.Range(0, 11).Select(i => new Column($"{i}", 1))], [new([.. Enumerable.Repeat(new Cell("документтештирилгендиктен"), 11)])]));

        Assert.Contains('\u00ad', pdf.Pages[0].Text);
        Assert.Equal(11, pdf.Text.Split("документтештирилгендиктен").Length - 1);
    }

    [Fact]
    public void A_figure_stands_at_the_right_edge_of_its_column()
    {
        using var pdf = PdfReading.Of(new Table([new("а", 1), new("б", 1, CellAlign.Right)], [new([new("x"), new("7")]), new([new("x"), new("1 777")])]));

        var ends = pdf.Pages[0].Letters.Where(letter => letter.Value == "7").GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).Select(line => line.Max(letter => letter.EndBaseLine.X)).Where(x => x > 400).ToList();
        Assert.Equal(2, ends.Count);
        Assert.Equal(ends[0], ends[1], 1);
    }

    [Fact]
    public void Cells_are_read_row_by_row_also_empty_ones()
    {
        using var pdf = PdfReading.Of(new Table([new("а", 1), new("б", 1)], [new([new("1"), Cell.Empty]), new([new("2"), new("3")]), Row.Through("аягы", RowKind.Section, 2)]));

        var cells = pdf.Tags().Where(tag => tag.Role is "TD" or "TH").Select(tag => tag.Words.Trim());
        Assert.Equal(["а", "б", "1", "", "2", "3", "аягы"], cells);
    }

    private static int PageWith(PdfReading pdf, string words) => pdf.Pages.Single(page => Body(page).Contains(words, StringComparison.Ordinal)).Number;

    private static string Body(Page page) => PdfReading.Squeezed(page.Text);
}
