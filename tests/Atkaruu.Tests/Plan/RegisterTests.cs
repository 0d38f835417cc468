using System.Net;
using System.Text;
using Atkaruu.Modules.Plan;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Plan;

public sealed class RegisterTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Theory]
    [InlineData("/register", "80 иш-чара, 25 милдет. 22.11.2026га карата.")]
    [InlineData("/ru/register", "80 мероприятий, 25 задач. По состоянию на 22.11.2026.")]
    [InlineData("/en/register", "80 measures, 25 tasks. As of 22.11.2026.")]
    public async Task Shows_all_measures_under_their_tasks(string address, string found)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(found, page.Texts("[data-test=found]").Single());
        Assert.Equal(80, Codes(page).Distinct().Count());
        Assert.Equal(25, page.Html.QuerySelectorAll("tr.task").Length);
    }

    [Fact]
    public async Task Has_the_official_headings()
    {
        var page = await reading.Visitor.VisitAsync("/register");

        Assert.Equal(["№ п.п.", "Чаралар /аракеттер", "Ишке ашыруу мөөнөтү", "Күтүлүүчү жыйынтыктар", "Жооптуу аткаруучулар"], page.Texts(".reg thead th").Take(5));
    }

    [Fact]
    public async Task Keeps_the_words_of_the_document()
    {
        var plan = await PlanAsync();
        var page = await reading.Visitor.VisitAsync("/register");

        Assert.Equal(plan.Measures.Select(m => Words(m.Title.Ky)), page.Texts(".reg .what"));
        Assert.Equal(plan.Measures.Select(m => m.Number ?? "–"), page.Texts(".reg .no"));
    }

    [Theory]
    [InlineData("мектеп", "мектебинин")]
    [InlineData("мектепке", "мектептерде")]
    [InlineData("онуктуруу", "өнүктүрүү")]
    [InlineData("чон алай", "Чоң-Алай")]
    public async Task Search_folds_letters_and_endings_and_marks_what_it_found(string looked, string marked)
    {
        var page = await reading.Visitor.VisitAsync("/register?q=" + Uri.EscapeDataString(looked));

        Assert.InRange(Codes(page).Count(), 1, 79);
        Assert.Contains(page.Texts("mark"), text => text.Contains(marked, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_do()
    {
        var page = await reading.Visitor.VisitAsync("/register?q=zzzzzz");

        Assert.Equal("0 иш-чара 22.11.2026га карата.", page.Texts("[data-test=found]").Single());
        Assert.True(page.Says("Мындай иш-чара табылган жок"));
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/register?q=мектеп")]
    [InlineData("/register?kind=works&kind=quantity&year=2027")]
    [InlineData("/register?place=41706259851000")]
    public async Task Every_count_is_what_the_choice_would_find(string address)
    {
        var page = await reading.Visitor.VisitAsync(address);
        var facets = page.Html.QuerySelectorAll(".facet").Where(f => f.QuerySelector("b") is not null && f.GetAttribute("aria-current") is null);

        foreach (var facet in facets)
            Assert.Equal(Number(facet.QuerySelector("b")!), Codes(await reading.Visitor.VisitAsync(facet.GetAttribute("href")!)).Count());
        foreach (var option in page.Html.QuerySelectorAll(".opt").Where(o => !o.QuerySelector("input")!.HasAttribute("checked")).Take(12))
        {
            var input = option.QuerySelector("input")!;
            var alone = address + (address.Contains('?') ? "&" : "?") + $"{input.GetAttribute("name")}={input.GetAttribute("value")}";
            if (!address.Contains(input.GetAttribute("name") + "=", StringComparison.Ordinal))
                Assert.Equal(Number(option.QuerySelector("b")!), Codes(await reading.Visitor.VisitAsync(alone)).Count());
        }
    }

    [Fact]
    public async Task Choices_of_one_group_widen_and_groups_narrow()
    {
        var plan = await PlanAsync();
        var page = await reading.Visitor.VisitAsync("/register?kind=recurring&kind=continuous&body=RMA");

        var expected = plan.Measures.Where(m => m.Kind is MeasureKind.Recurring or MeasureKind.Continuous && plan.HasPart(plan.Body("RMA")!, m)).Select(m => m.Code);
        Assert.Equal(expected, Codes(page));
    }

    [Theory]
    [InlineData("error", Severity.Error)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("note", Severity.Note)]
    public async Task Measures_are_found_by_what_is_wrong_with_them(string value, Severity severity)
    {
        var plan = await PlanAsync();

        var expected = plan.Measures.Where(m => plan.FindingsOf(m).Any(f => f.Severity == severity)).Select(m => m.Code).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Codes(await reading.Visitor.VisitAsync("/register?finding=" + value)));
    }

    [Fact]
    public async Task A_choice_can_be_taken_back_by_its_chip()
    {
        var page = await reading.Visitor.VisitAsync("/register?q=суу&year=2027");
        var chips = page.Html.QuerySelectorAll(".chip").Select(chip => chip.GetAttribute("href"));

        Assert.Equal(["/register?year=2027", "/register?q=%D1%81%D1%83%D1%83"], chips);
    }

    [Theory]
    [InlineData("/register?kind=nonsense&year=1999&body=%3Cscript%3E&sort=77&place=")]
    [InlineData("/register?q=%00%FF&section=-1")]
    [InlineData("/register?q=(((%5B%5B0%5D%5D")]
    public async Task An_address_made_up_is_answered_all_the_same(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await reading.Visitor.VisitAsync(address)).Status);

    [Fact]
    public async Task Sorted_by_title_as_a_Kyrgyz_dictionary_is()
    {
        var titles = (await reading.Visitor.VisitAsync("/register?sort=title")).Texts(".reg .what").ToList();

        Assert.Equal(titles.Order(StringComparer.Create(new("ky-KG"), false)), titles);
        Assert.NotEqual(titles.Order(StringComparer.Ordinal), titles);
    }

    [Fact]
    public async Task Sorted_by_deadline_the_first_end_stands_first_and_a_missing_one_last()
    {
        var plan = await PlanAsync();
        var codes = Codes(await reading.Visitor.VisitAsync("/register?sort=deadline")).ToList();

        Assert.Equal(2025, plan.Measure(codes[0])!.Schedule.To!.Value.Year);
        Assert.Equal("", plan.Measure(codes[^1])!.Schedule.Text);
    }

    [Fact]
    public async Task A_search_while_typing_gets_only_what_changes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/register?q=мектеп");
        request.Headers.Add("HX-Request", "true");

        var page = await Page.ReadAsync(await reading.Visitor.SendAsync(request));

        Assert.Null(page.Html.QuerySelector("header"));
        Assert.NotNull(page.Html.QuerySelector("#found mark"));
        Assert.All(["#picks", "#takeaway"], part => Assert.NotNull(page.Html.QuerySelector(part + "[hx-swap-oob]")));
        var full = await reading.Visitor.VisitAsync("/register?q=мектеп");
        Assert.Equal(Codes(full), Codes(page));
    }

    [Fact]
    public async Task The_page_is_light()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/register");
        request.Headers.Add("Accept-Encoding", "br");

        Assert.InRange((await (await reading.Visitor.SendAsync(request)).Content.ReadAsByteArrayAsync()).Length, 1, 30 * 1024);
    }

    [Fact]
    public async Task As_CSV_it_holds_what_is_shown()
    {
        var answer = await reading.Visitor.GetAsync("/register.csv?kind=recurring&sort=title");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("chon-alay-2025-2030-2026-11-22", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(Codes(await reading.Visitor.VisitAsync("/register?kind=recurring&sort=title")), lines.Skip(1).Select(line => line[..6]));
    }

    [Fact]
    public async Task As_Excel_it_holds_what_is_shown_and_no_formula()
    {
        await using var file = await (await reading.Visitor.GetAsync("/ru/register.xlsx?year=2030")).Content.ReadAsStreamAsync();
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();

        Assert.Equal(["Код", .. Codes(await reading.Visitor.VisitAsync("/register?year=2030"))], rows.Select(row => row.Elements<Cell>().First().InnerText));
        Assert.Empty(rows.SelectMany(row => row.Descendants<CellFormula>()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7", "'+7")]
    [InlineData("-5", "'-5")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("суу, жол", "\"суу, жол\"")]
    [InlineData("«суу» \"жол\"", "\"«суу» \"\"жол\"\"\"")]
    public void A_dangerous_cell_is_made_harmless_in_CSV(string cell, string written) =>
        Assert.Equal("\ufeff" + written + "\r\n", Encoding.UTF8.GetString(Modules.Plan.Register.RegisterFiles.WriteCsv([[cell]])));

    private async Task<PlanInForce> PlanAsync() => (await reading.App.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;

    private static IEnumerable<string> Codes(Page page) => page.Html.QuerySelectorAll(".reg tr[id]").Select(row => row.Id!);

    private static int Number(AngleSharp.Dom.IElement element) => int.Parse(element.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
