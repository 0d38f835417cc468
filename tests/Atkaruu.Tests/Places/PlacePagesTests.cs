using System.Net;
using AngleSharp.Dom;
using Atkaruu.Modules.Places;

namespace Atkaruu.Tests.Places;

/// <summary>The pages that answer a villager: what is promised to us?</summary>
public sealed class PlacePagesTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private const string KaraShybak = "/places/41706259851110", Karamyk = "/places/41706259816010", Chuluk = "/places/41706259816050", ChonAlay = "/places/41706259851000", District = "/places/41706259000000";

    [Theory]
    [InlineData(KaraShybak, "Кара-Шыбак айылына 2 иш-чара убадаланган")]
    [InlineData("/ru" + KaraShybak, "Село Кара-Шыбак: обещано 2 мероприятия")]
    [InlineData("/en" + KaraShybak, "Kara-Shybak village: 2 measures promised")]
    [InlineData(Karamyk, "Карамык айылына 3 иш-чара убадаланган")] // with the border crossing that lies in it
    [InlineData(Chuluk, "Чулук айылына өзүнчө иш-чара убадаланган эмес")]
    [InlineData(ChonAlay, "Чоң-Алай айыл аймагына 11 иш-чара убадаланган")]
    [InlineData(District, "Чоң-Алай районуна 10 иш-чара убадаланган")]
    [InlineData("/places/kum-talaa", "Кум-Талаа участкасына 2 иш-чара убадаланган")]
    [InlineData("/places/altyn-dara", "Алтын-Дара дарыясына 1 иш-чара убадаланган")]
    [InlineData("/places/karamyk-avtojol", "«Кара-Мык Автожол» өткөрмө пунктуна 1 иш-чара убадаланган")]
    public async Task The_heading_answers_how_much_is_promised(string address, string heading)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.Texts("h1").Single());
    }

    [Fact]
    public async Task Own_measures_stand_in_the_words_of_the_plan_with_deadline_lead_and_state()
    {
        var page = await reading.Visitor.VisitAsync(KaraShybak);

        var promises = page.Html.QuerySelectorAll("article.promise").ToList();
        Assert.Equal(["/measures/CA-015", "/measures/CA-057"], promises.Select(p => p.QuerySelector("h3 a")!.GetAttribute("href")!));
        Assert.Contains("Чон-Алай айыл өкөтүнүн Кара-Шыбак айылына жана Кум талаа участкасына таза суу курулушун куруу", page.Texts("article.promise h3"));
        Assert.Contains("2025-2030-жылдыр", promises[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/bodies/RMA", promises[0].QuerySelector("p a")!.GetAttribute("href"));
        Assert.Equal("wait", promises[0].QuerySelector(".st")!.GetAttribute("data-s"));
    }

    [Fact]
    public async Task A_translation_is_called_unofficial_and_stands_over_the_original()
    {
        var page = await reading.Visitor.VisitAsync("/ru" + KaraShybak);

        Assert.All(page.Html.QuerySelectorAll("article.promise"), promise => Assert.Equal("ky", promise.QuerySelector(".original [lang]")?.GetAttribute("lang")));
        Assert.True(page.Says("перевод неофициальный"));
    }

    [Fact]
    public async Task Measures_of_the_municipality_and_the_district_concern_a_village_too()
    {
        var page = await reading.Visitor.VisitAsync(KaraShybak);
        var rows = page.Html.QuerySelectorAll(".mlist tbody tr").ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!, row => row.Children[1].TextContent.Trim());

        Assert.Equal(21, rows.Count);
        Assert.Equal("Чоң-Алай айыл аймагы", rows["/measures/CA-047"]);
        Assert.Equal("ар бир айыл аймагы", rows["/measures/CA-028"]);
        Assert.Equal("бүт район", rows["/measures/CA-013"]);
        Assert.DoesNotContain("/measures/CA-046", rows.Keys); // another municipality's school
        Assert.DoesNotContain("/measures/CA-057", rows.Keys); // its own
        Assert.True(page.Says("Дагы 34 иш-чарада жер аталган эмес"));
    }

    [Fact]
    public async Task A_village_without_measures_of_its_own_still_learns_what_concerns_it()
    {
        var page = await reading.Visitor.VisitAsync(Chuluk);

        Assert.Single(page.Html.QuerySelectorAll(".ak-empty"));
        Assert.NotEmpty(page.Html.QuerySelectorAll(".mlist tbody tr"));
        Assert.True(page.Says("Ачык булактарда координаты жок"));
    }

    [Fact]
    public async Task Together_the_district_page_and_the_places_hold_the_whole_plan()
    {
        var district = await reading.Visitor.VisitAsync(District);
        var codes = Measures(district);
        foreach (var place in await LinksAsync("/places", "/places/4170625"))
            codes.UnionWith(Measures(await reading.Visitor.VisitAsync(place), ".promise"));
        codes.UnionWith(Measures(await reading.Visitor.VisitAsync("/places/kum-talaa"), ".promise"));
        codes.UnionWith(Measures(await reading.Visitor.VisitAsync("/places/achyktash"), ".promise"));
        codes.UnionWith(Measures(await reading.Visitor.VisitAsync("/places/altyn-dara"), ".promise"));

        Assert.Equal(80, codes.Count);
    }

    [Theory]
    [InlineData(Karamyk, "41706259816010", "39.48564, 71.79254")]
    [InlineData("/places/41706259851090", "41706259851090", "болжолдуу: 39.53769, 72.10829")]
    [InlineData(ChonAlay, "41706259851000", "чек арасы ачык булактарда жок")]
    [InlineData("/places/achyktash", "жок (айыл эмес)", "белгисиз")]
    public async Task Facts_tell_the_official_code_and_how_well_the_position_is_known(string address, string code, string position)
    {
        var facts = (await reading.Visitor.VisitAsync(address)).Texts(".ak-facts").Single();

        Assert.Contains(code, facts, StringComparison.Ordinal);
        Assert.Contains(position, facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places/41706259899999")]
    [InlineData("/ru/places/nowhere")]
    [InlineData("/places/%3Cscript%3E")]
    public async Task An_unknown_place_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await reading.Visitor.VisitAsync(address)).Status);

    [Fact]
    public async Task All_places_are_listed_under_their_municipality_by_name()
    {
        var page = await reading.Visitor.VisitAsync("/places");

        Assert.Equal("3 айыл аймагы, 21 айыл: эмне убадаланган", page.Texts("h1").Single());
        Assert.Equal(["Жекенди айыл аймагы", "Кашка-Суу айыл аймагы", "Чоң-Алай айыл аймагы"], page.Texts(".areas h2").Take(3));
        Assert.Equal(["Жекенди", "Кара-Тейит", "Карамык борбору", "Чулук", "Шибээ"], page.Html.QuerySelector(".ptable")!.QuerySelectorAll("tbody th").Select(th => string.Join(' ', th.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(21 + 5, page.Html.QuerySelectorAll(".ptable tbody tr").Length);
    }

    [Theory]
    [InlineData("кара шыбак", "Кара-Шыбак")]
    [InlineData("Карашыбак", "Кара-Шыбак")]
    [InlineData("Kara-Shybak", "Кара-Шыбак")]
    [InlineData("кульчу", "Кулчу")]
    [InlineData("41706259816040", "Шибээ")]
    public async Task A_place_is_found_by_any_spelling(string query, string name)
    {
        var page = await reading.Visitor.VisitAsync("/places?q=" + Uri.EscapeDataString(query));

        Assert.Contains(name, page.Texts(".ptable tbody th a"));
        Assert.Equal(query, page.Html.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_do()
    {
        var page = await reading.Visitor.VisitAsync("/places?q=" + Uri.EscapeDataString("Ат-Башы <b>"));

        Assert.Single(page.Html.QuerySelectorAll(".ak-empty"));
        Assert.Empty(page.Html.QuerySelectorAll(".ptable"));
    }

    [Theory]
    [InlineData("Карамык айылы", true, "Карамык айылына")]
    [InlineData("Жекенди айыл аймагы", true, "Жекенди айыл аймагына")]
    [InlineData("Чоң-Алай району", true, "Чоң-Алай районуна")]
    [InlineData("айыл өкмөтү", true, "айыл өкмөтүнө")]
    [InlineData("бөлүгү", true, "бөлүгүнө")]
    [InlineData("билим берүү мекемеси", true, "билим берүү мекемесине")]
    [InlineData("Чак", false, "Чакка")]
    [InlineData("Шибээ", false, "Шибээге")]
    [InlineData("Дароот-Коргон", false, "Дароот-Коргонго")]
    [InlineData("Көк-Дөбө", false, "Көк-Дөбөгө")]
    [InlineData("Кара-Тейит", false, "Кара-Тейитке")]
    [InlineData("Кызыл-Туу", false, "Кызыл-Тууга")]
    [InlineData("Кара-Көл", false, "Кара-Көлгө")]
    [InlineData("Ачыкташ", false, "Ачыкташка")]
    public void The_dative_follows_the_last_vowel_and_consonant(string name, bool possessed, string dative) =>
        Assert.Equal(dative, PlaceWords.Dative(name, possessed));

    private async Task<List<string>> LinksAsync(string address, string start) =>
        [.. (await reading.Visitor.VisitAsync(address)).Html.QuerySelectorAll($"main a[href^='{start}']").Select(a => a.GetAttribute("href")!).Distinct()];

    private static HashSet<string> Measures(Page page, string inside = "main") =>
        [.. page.Html.QuerySelectorAll($"{inside} a[href*='/measures/']").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
}
