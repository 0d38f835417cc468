using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Plan;

public sealed class TimelineTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("/timeline", "80 иш-чаранын мөөнөттөрү, 2025–2030")]
    [InlineData("/ru/timeline", "Сроки 80 мероприятий, 2025–2030")]
    [InlineData("/en/timeline", "Deadlines of 80 measures, 2025–2030")]
    public async Task All_measures_have_a_lane_that_leads_to_them(string address, string heading)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.Texts("h1").Single());
        var links = page.Html.QuerySelectorAll(".tl-task li").Select(lane => lane.QuerySelector("a")!.GetAttribute("href")).ToList();
        Assert.Equal(80, links.Distinct().Count());
        Assert.Equal(address.Replace("timeline", "measures/CA-001", StringComparison.Ordinal), links[0]);
        Assert.All(page.Html.QuerySelectorAll("svg.lane"), lane => Assert.NotEmpty(lane.GetAttribute("aria-label")!));
    }

    [Fact]
    public async Task Lanes_stand_under_their_sections_and_tasks_in_the_order_of_the_plan()
    {
        var page = await reading.Visitor.VisitAsync("/timeline");

        Assert.Equal(["4.1.1. Өнөр жайы", "Социалдык өнүгүү"], page.Texts("section.tl h2"));
        Assert.Equal(25, page.Html.QuerySelectorAll(".tl-task h3").Length);
        var order = page.Html.QuerySelectorAll(".tl-task a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
    }

    [Fact]
    public async Task Before_any_report_it_shows_only_what_is_promised()
    {
        var page = await reading.Visitor.VisitAsync("/timeline");

        Assert.Contains("12 иш-чара боюнча мөөнөт келди", page["lead"], StringComparison.Ordinal);
        Assert.Equal(["silent", "wait"], page.Html.QuerySelectorAll("svg.lane [data-s]").Select(mark => mark.GetAttribute("data-s")!).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(page.Html.QuerySelectorAll("svg.lane .fill"));
    }

    [Fact]
    public async Task Each_form_of_deadline_is_drawn_in_its_way()
    {
        var page = await reading.Visitor.VisitAsync("/timeline");
        IElement Lane(string code) => page.Html.QuerySelector($".tl-task a[href='/measures/{code}']")!.ParentElement!.QuerySelector("svg.lane")!;

        Assert.Equal("0%", Lane("CA-001").QuerySelector("rect.span")!.GetAttribute("x"));
        Assert.Equal("16.67%", Lane("CA-001").QuerySelector("rect.span")!.GetAttribute("width")); // one year of six
        Assert.All(["CA-009", "CA-038"], code => Assert.Equal("?", Lane(code).QuerySelector("rect.miss ~ svg text")!.TextContent));
        Assert.Equal(6, Lane("CA-036").QuerySelectorAll("use").Length); // every year one
        Assert.NotNull(Lane("CA-041").QuerySelector("path.arrow"));
        Assert.Equal(4, page.Html.QuerySelectorAll("svg.lane .arrow").Length);
    }

    [Theory]
    [InlineData("?section=3", 38)]
    [InlineData("?kind=works", 43)]
    [InlineData("?kind=continuous", 4)]
    [InlineData("?body=TOKOY", 3)]
    [InlineData("?place=41706259816000&kind=works", 7)]
    [InlineData("?state=silent", 12)]
    [InlineData("?kind=nonsense", 80)]
    public async Task Filters_in_the_address_leave_the_lanes_they_count(string question, int lanes)
    {
        var page = await reading.Visitor.VisitAsync("/timeline" + question);

        Assert.Equal(lanes, page.Html.QuerySelectorAll(".tl-task li").Length);
        Assert.StartsWith($"{lanes} иш-чаранын", page.Texts("h1").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_count_beside_a_choice_is_what_the_choice_shows()
    {
        var page = await reading.Visitor.VisitAsync("/timeline");

        foreach (var choice in page.Html.QuerySelectorAll("a.facet").Where(a => a.QuerySelector("b") is not null))
        {
            var narrowed = await reading.Visitor.VisitAsync(choice.GetAttribute("href")!);
            Assert.Equal(choice.QuerySelector("b")!.TextContent, narrowed.Html.QuerySelectorAll(".tl-task li").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_choice_that_leaves_nothing_says_so_and_offers_a_way_back()
    {
        var page = await reading.Visitor.VisitAsync("/timeline?kind=continuous&section=2&body=TOKOY");

        Assert.Single(page.Html.QuerySelectorAll(".ak-empty a[href='/timeline']"));
        Assert.Empty(page.Html.QuerySelectorAll("svg.lane"));
    }

    [Fact]
    public async Task The_table_and_the_sheet_take_the_choice_with_them()
    {
        var page = await reading.Visitor.VisitAsync("/ru/timeline?kind=works");
        var acts = page.Html.QuerySelectorAll(".ak-acts a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Equal(["/ru/timeline.svg?kind=works", "/ru/register?kind=works&sort=deadline"], acts);
    }

    [Theory]
    [InlineData("/timeline.svg", 80, "80 иш-чаранын мөөнөттөрү, 2025–2030")]
    [InlineData("/en/timeline.svg?kind=works", 43, "Deadlines of 43 measures, 2025–2030")]
    public async Task The_sheet_is_a_picture_that_stands_alone(string address, int lanes, string title)
    {
        var answer = await reading.Visitor.GetAsync(address);
        var sheet = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("420mm", "297mm"), (sheet.Attribute("width")!.Value, sheet.Attribute("height")!.Value));
        Assert.Equal(title, sheet.Element(Svg + "title")!.Value);
        Assert.NotEmpty(sheet.Element(Svg + "desc")!.Value);
        Assert.Equal(lanes, sheet.Descendants(Svg + "g").Count(g => g.Element(Svg + "title") is not null));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName is "style" or "script" or "image" or "use" || e.Attribute("style") is not null || e.Attribute("class") is not null);
    }

    [Fact]
    public async Task Everything_on_the_sheet_lies_on_the_paper()
    {
        var sheet = XDocument.Parse(await (await reading.Visitor.GetAsync("/ru/timeline.svg")).Content.ReadAsStringAsync()).Root!;
        static double Number(XElement e, string name) => double.Parse(e.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

        foreach (var column in sheet.Elements(Svg + "g").Where(g => g.Attribute("transform") is not null))
        {
            var top = double.Parse(column.Attribute("transform")!.Value.Split(' ', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.All(column.Descendants(Svg + "text"), words => Assert.InRange(top + Number(words, "y"), 80, 841.89 - 34));
        }
    }

    [Fact]
    public async Task Days_lie_where_their_share_of_the_programme_is()
    {
        var plan = await PlanAsync();
        var scale = new TimelineScale(plan.Programme);

        Assert.Equal(0, scale.At(new(2025, 1, 1)));
        Assert.Equal(50, scale.At(new(2028, 1, 1)));
        Assert.Equal(100, scale.Between(new(2025, 1, 1), new(2030, 12, 31)).To);
        Assert.Equal(0, scale.At(new(2019, 5, 5)));
        Assert.Null(scale.Today(new(2031, 1, 1)));
        Assert.Equal(7, scale.Closed().Count());
        Assert.Equal(5d / 12 / 6 * 100, scale.Closed().ElementAt(1).Width, tolerance: .1); // November to March is five months
    }

    [Fact]
    public async Task Before_any_report_a_lane_waits_and_after_its_deadline_is_silent()
    {
        var plan = await PlanAsync();
        var measure = Assert.Single(plan.Measures, m => m.Code == "CA-002");
        var lane = TimelineChart.LaneOf(plan, new(plan.Programme), measure, new(2026, 11, 22));

        Assert.Equal((LaneForm.Span, "wait"), (lane.Form, lane.State));
        Assert.Equal("silent", Assert.Single(TimelineChart.LaneOf(plan, new(plan.Programme), measure, new(2031, 1, 1)).Marks).State);
    }

    private async Task<PlanInForce> PlanAsync() => (await reading.App.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
}
