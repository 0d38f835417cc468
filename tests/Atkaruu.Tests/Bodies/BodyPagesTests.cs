using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Bodies;

public sealed class BodyPagesTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Fact]
    public async Task All_bodies_are_listed_by_name_as_a_Kyrgyz_dictionary_has_it()
    {
        var page = await reading.Visitor.VisitAsync("/bodies");
        var names = page.Texts(".btable tbody th > a:first-child").ToList();

        Assert.Equal(26, names.Count);
        Assert.Equal(names.Order(StringComparer.Create(CultureInfo.GetCultureInfo("ky-KG"), CompareOptions.None)), names);
        Assert.Equal("80 иш-чарага 25 орган жооптуу", page.Texts("h1").Single());
    }

    [Fact]
    public async Task Every_measure_has_one_lead_in_the_list()
    {
        var page = await reading.Visitor.VisitAsync("/bodies");

        Assert.Equal(80, page.Html.QuerySelectorAll(".btable tbody td:nth-child(3)").Sum(cell => int.TryParse(cell.TextContent, out var count) ? count : 0));
    }

    [Theory]
    [InlineData("?kind=municipality", 3)]
    [InlineData("?kind=group", 1)]
    [InlineData("?kind=7", 26)]
    public async Task The_list_is_narrowed_by_kind(string question, int bodies) =>
        Assert.Equal(bodies, (await reading.Visitor.VisitAsync("/bodies" + question)).Html.QuerySelectorAll(".btable tbody tr").Length);

    [Fact]
    public async Task A_group_says_for_whom_it_stands()
    {
        var page = await reading.Visitor.VisitAsync("/bodies/JOBO");

        Assert.Equal(["/bodies/AO-CHON-ALAY", "/bodies/AO-KASHKA-SUU", "/bodies/AO-JEKENDI"], page.Html.QuerySelectorAll(".ak-facts dd a[href^='/bodies/AO']").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_village_government_sees_what_it_leads_what_it_joins_and_what_its_group_owes()
    {
        var page = await reading.Visitor.VisitAsync("/bodies/AO-JEKENDI");

        Assert.Equal(["/measures/CA-017"], Measures(page, "leads"));
        Assert.Equal(["/measures/CA-009", "/measures/CA-014"], Measures(page, "takes"));
        Assert.Contains("/measures/CA-006", Measures(page, "group"));
        Assert.Equal(48, Measures(page, "group").Count);
        Assert.Single(page.Html.QuerySelectorAll(".ak-facts a[href='/places/41706259816000']"));
        Assert.True(page.Says("өзү кирген топ аталган"));
    }

    [Fact]
    public async Task Years_show_what_falls_due_and_what_has_passed_in_silence()
    {
        var years = (await reading.Visitor.VisitAsync("/bodies/RMA")).Html.QuerySelectorAll(".yearfield > li").ToList();

        Assert.Equal(6, years.Count);
        Assert.Equal(["silent"], years[0].QuerySelectorAll(".s").Select(s => s.GetAttribute("data-s")!).Distinct());
        Assert.Equal(["wait"], years[1].QuerySelectorAll(".s").Select(s => s.GetAttribute("data-s")!).Distinct());
        Assert.All(years, year => Assert.Contains($"{year.QuerySelectorAll(".units li").Length} иш-чара", year.TextContent, StringComparison.Ordinal));
        Assert.Equal("now", years[1].ClassName);
    }

    [Theory]
    [InlineData("/bodies/NOBODY")]
    [InlineData("/en/bodies/41706259816010")]
    public async Task An_unknown_body_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await reading.Visitor.VisitAsync(address)).Status);

    [Fact]
    public async Task The_printed_spellings_are_the_documents_own()
    {
        var page = await reading.Visitor.VisitAsync("/bodies/ESKMB");
        var printed = page.Texts(".ak-facts dd").First(text => text.Contains("ЭСКММБ", StringComparison.Ordinal));

        Assert.All(["ЭСКМБ", "ЭСКММБ", "РЭСМБ"], spelling => Assert.Contains(spelling, printed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JDPB", "Чоң-Алай району ЖДПБ", "Чоң-Алай району ЖДПБ")]
    [InlineData("JDPB", "Чоң-Алай РМА, ЖДПБ", "ЖДПБ")]
    [InlineData("RMA", "РМАлар, айыл өкмөттөр", "РМАлар")]
    [InlineData("MKU", "ЖӨБО, МКУнун райондогу өкүлү", "МКУнун райондогу өкүлү")]
    [InlineData("RMA", "ЖӨБО", null)]
    public void A_name_is_taken_as_it_stands_in_the_cell(string code, string cell, string? words) =>
        Assert.Equal(words, new PrintedNames(BundledPlan.ChonAlay.Vocabulary.Bodies.Single(b => b.Code == code)).In(cell));

    [Fact]
    public async Task No_link_of_these_pages_leads_nowhere()
    {
        Queue<string> ahead = new(["/timeline", "/map", "/places", "/bodies"]);
        HashSet<string> seen = [.. ahead];
        List<string> broken = [];
        while (ahead.TryDequeue(out var address))
        {
            var page = await reading.Visitor.VisitAsync(address);
            if (page.Status != HttpStatusCode.OK) broken.Add(address);
            if (!IsOurs(address)) continue;
            foreach (var href in page.Html.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                if (!href.Contains('?', StringComparison.Ordinal) && seen.Add(href)) ahead.Enqueue(href);
        }

        Assert.Empty(broken);
        Assert.InRange(seen.Count, 80 + 30 + 26, 200);
    }

    private static bool IsOurs(string address) => new[] { "/timeline", "/map", "/places", "/bodies" }.Any(start => address.StartsWith(start, StringComparison.Ordinal));

    private static List<string> Measures(Page page, string part) =>
        [.. page.Html.QuerySelectorAll($"section[aria-labelledby={part}] td:first-child a").Select(a => a.GetAttribute("href")!)];
}
