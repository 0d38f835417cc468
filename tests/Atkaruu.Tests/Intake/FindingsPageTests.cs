using System.Net;
using AngleSharp.Dom;

namespace Atkaruu.Tests.Intake;

public sealed class FindingsPageTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private Task<Page> VisitAsync(string question = "") => reading.Visitor.VisitAsync("/findings" + question);

    [Fact]
    public async Task Every_finding_stands_under_its_kind_and_the_heading_counts_them()
    {
        var page = await VisitAsync();
        var articles = page.Html.QuerySelectorAll("article.find").Length;

        Assert.Equal($"Пландын сапаты: {articles} табылга", page.Texts("h1").Single());
        Assert.Equal(["Мөөнөт жана номер", "Чара жана жыйынтык", "Аткаруучу жана аймак", "Жазылышы", "Бүт план боюнча"], page.Texts(".finds > h2"));
    }

    [Fact]
    public async Task The_strip_has_a_cell_for_each_measure_and_marks_the_worst()
    {
        var page = await VisitAsync();
        var cells = page.Html.QuerySelectorAll(".planrow li:not(.lab)");

        Assert.Equal(80, cells.Length);
        Assert.Equal([9, 20, 22, 23, 30, 31, 38], Rows("late"));
        Assert.Contains(13, Rows("risk"));
        Assert.Equal("/findings?measure=CA-009", cells[8].QuerySelector("a")!.GetAttribute("href"));
        Assert.All(cells.Where(cell => !cell.HasAttribute("data-s")), cell => Assert.StartsWith("/measures/", cell.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));

        IEnumerable<int> Rows(string shape) => cells.Select((cell, i) => (cell, Row: i + 1)).Where(c => c.cell.GetAttribute("data-s") == shape).Select(c => c.Row);
    }

    [Fact]
    public async Task The_words_that_quarrel_are_marked_side_by_side()
    {
        var page = await VisitAsync("?severity=warning&measure=CA-013");

        Assert.Equal(["98%", "95 пайыз"], page.Texts(".quotes mark"));
        Assert.Equal(["чара", "жыйынтык"], page.Texts(".quotes .mute"));
    }

    [Fact]
    public async Task An_empty_cell_is_shown_as_empty() => Assert.Contains("бош", (await VisitAsync("?severity=error&measure=CA-009")).Texts(".quotes mark"));

    [Theory]
    [InlineData("?severity=error", 5), InlineData("?kind=writing&severity=error", 0), InlineData("?measure=CA-038&severity=error", 1)]
    public async Task What_is_chosen_narrows_the_list_and_stays_in_the_address(string question, int count)
    {
        var page = await VisitAsync(question);

        Assert.Equal(count, page.Html.QuerySelectorAll("article.find").Length);
        foreach (var choice in question[1..].Split('&').Where(c => c.StartsWith("kind", StringComparison.Ordinal)))
            Assert.All(page.Html.QuerySelectorAll(".facets:not(.more) a.facet"), facet => Assert.Contains(choice, facet.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_counts_of_choices_are_what_the_choices_give()
    {
        var page = await VisitAsync();
        foreach (var facet in page.Html.QuerySelectorAll("a.facet"))
        {
            var chosen = await reading.Visitor.VisitAsync(facet.GetAttribute("href")!);
            Assert.Equal(facet.QuerySelector("b")!.TextContent, $"{chosen.Html.QuerySelectorAll("article.find").Length}");
        }
    }

    [Theory, InlineData("?severity=7&kind=nonsense&measure=CA-999"), InlineData("?severity=&kind=&measure=")]
    public async Task Nonsense_is_no_choice(string question)
    {
        var page = await VisitAsync(question);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal((await VisitAsync()).Html.QuerySelectorAll("article.find").Length, page.Html.QuerySelectorAll("article.find").Length);
    }

    [Fact]
    public async Task A_choice_that_leaves_nothing_says_so_and_leads_back()
    {
        var page = await VisitAsync("?kind=writing&severity=error");

        Assert.True(page.Says("Мындай табылга жок"));
        Assert.NotNull(page.Html.QuerySelector(".ak-empty a[href='/findings']"));
    }

    [Fact]
    public async Task A_finding_about_many_speaks_of_the_chosen_one()
    {
        var page = await VisitAsync("?measure=CA-058");

        Assert.Contains(page.Texts("h3"), heading => heading.EndsWith("Ката бар окшойт: саткоо → сактоо", StringComparison.Ordinal));
    }

    [Theory, InlineData("/ru/findings", "Качество плана: "), InlineData("/en/findings", "Quality of the plan: ")]
    public async Task The_page_speaks_the_language_of_its_address(string address, string heading) =>
        Assert.StartsWith(heading, (await reading.Visitor.VisitAsync(address)).Texts("h1").Single(), StringComparison.Ordinal);

    [Fact]
    public async Task Links_to_a_code_have_where_to_go()
    {
        var page = await VisitAsync();
        var ids = page.Html.QuerySelectorAll("article.find[id]").Select(a => a.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("schedule-missing", ids);
        Assert.Contains("spelling-variants", ids);
    }
}
