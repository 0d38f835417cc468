using System.Globalization;
using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Places;
using CsCheck;
using Microsoft.Extensions.Configuration;

namespace Atkaruu.Tests.Places;

public sealed class MapTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Theory]
    [InlineData("/map")]
    [InlineData("/ru/map")]
    [InlineData("/en/map")]
    public async Task Every_village_with_a_position_is_a_link_with_its_number(string address)
    {
        var page = await reading.Visitor.VisitAsync(address);
        var marks = page.Html.QuerySelectorAll("svg.ak-map a.mark").ToList();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(15, marks.Count);
        Assert.All(marks, mark => Assert.NotEmpty(mark.GetAttribute("aria-label")!));
        Assert.Equal(3, page.Html.QuerySelectorAll("circle.approx").Length);
        Assert.Equal("3", marks.Single(m => m.GetAttribute("href")!.EndsWith("41706259816010", StringComparison.Ordinal)).TextContent.Trim()); // Карамык
        Assert.Equal(3, page.Html.QuerySelectorAll("text.area").Length);
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_named_under_the_map()
    {
        var page = await reading.Visitor.VisitAsync("/map");
        var named = page.Html.QuerySelectorAll("figcaption a").Select(a => a.TextContent).ToList();

        Assert.All(["Чулук", "Кабык", "Бурган-Суу", "Жаман-Жар", "Кочкорчу", "Кызыл-Туу"], village => Assert.Contains(village, named));
        Assert.True(page.Says("GeoNames, Who’s On First (CC BY 4.0)"));
    }

    [Fact]
    public async Task The_list_says_the_same_as_the_map()
    {
        var page = await reading.Visitor.VisitAsync("/map");
        var rows = page.Html.QuerySelectorAll(".maplist tbody tr").ToDictionary(
            row => row.QuerySelector("th a")!.GetAttribute("href")!, row => (Count: row.QuerySelector("td.r")!.TextContent, Measures: row.QuerySelectorAll("td a").Length));

        Assert.Equal(1 + 3 + 21 + 5, rows.Count);
        Assert.All(rows.Values, row => Assert.Equal(row.Count, row.Measures.ToString(CultureInfo.InvariantCulture)));
        Assert.All(page.Html.QuerySelectorAll("a.mark"), mark => Assert.Equal(mark.GetAttribute("data-count"), rows[mark.GetAttribute("href")!].Count));
    }

    [Fact]
    public async Task Only_this_page_carries_the_moving_map_and_it_asks_nobody_for_tiles()
    {
        var page = await reading.Visitor.VisitAsync("/map");

        Assert.Single(page.Html.QuerySelectorAll("script[src*='/assets/map-']"));
        Assert.Empty((await reading.Visitor.VisitAsync("/places")).Html.QuerySelectorAll("script[src*='/assets/map-']"));
        Assert.Contains("img-src 'self' data:;", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelector(".promise-map")!.GetAttribute("data-tiles") ?? "");
    }

    [Theory]
    [InlineData("https://tile.example.org/{z}/{x}/{y}.png", "https://tile.example.org")]
    [InlineData("https://{s}.tile.example.org:8443/a/{z}/{x}/{y}@2x.png?key=1", "https://tile.example.org:8443")]
    [InlineData("http://10.0.0.5/{z}/{x}/{y}.png", "http://10.0.0.5")]
    public void A_tile_server_is_known_by_its_origin(string address, string origin) => Assert.Equal(origin, Tiles(address).Origin);

    [Theory]
    [InlineData("tile.example.org/{z}/{x}/{y}.png")]
    [InlineData("https://tile.example.org/{z}/{x}.png")]
    [InlineData("https://evil.example; script-src *;/{z}/{x}/{y}")]
    [InlineData("https://user:pass@tile.example.org/{z}/{x}/{y}")]
    [InlineData("javascript:alert(1)/{z}/{x}/{y}")]
    public void Anything_else_is_refused_before_it_reaches_a_header(string address) =>
        Assert.Equal("places.tiles-wrong", Assert.Throws<RuleException>(() => Tiles(address)).Sentence.Key);

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Every_village_finds_room_for_its_name(string language)
    {
        var map = Map(language);

        Assert.Equal(map.Marks.Count, map.Names.Count);
        Assert.All(map.Areas, area => Assert.NotNull(area.Name));
        Assert.InRange(map.PhoneNames.Count, 4, map.Marks.Count);
    }

    [Fact]
    public void Villages_of_a_municipality_are_tied_to_its_centre() => Assert.Equal(15 - 3, Map("ky").Areas.Sum(area => area.Ties.Count));

    [Fact]
    public void Names_never_cover_each_other_or_leave_the_sheet() =>
        Gen.Select(Gen.Double[10, 770], Gen.Double[10, 460]).Array[1, 40].Sample(spots =>
        {
            List<MapMark> marks = [.. spots.Select((spot, i) => new MapMark(Village(i), spot.Item1, spot.Item2, i % 4))];
            var names = new MapNames(780, 471, marks).Place(marks, mark => mark.Place.Name.Ky, 11.5, leaders: true);
            var boxes = names.Select(BoxOf).ToList();

            Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Right <= 780 && box.Top >= 0 && box.Bottom <= 471));
            for (var i = 0; i < boxes.Count; i++)
                for (var j = i + 1; j < boxes.Count; j++) Assert.False(boxes[i].Overlaps(boxes[j]), $"{names[i].Text} covers {names[j].Text}");
        }, iter: 200);

    /// <summary>The letters themselves, a little smaller than the room kept for them.</summary>
    private static MapBox BoxOf(MapName name)
    {
        var width = name.Text.Length * 11.5 * .58;
        var left = name.Anchor switch { "start" => name.X, "end" => name.X - width, _ => name.X - width / 2 };
        return new(left, name.Y - 11.5 * .78, left + width, name.Y + 11.5 * .2);
    }

    private static Place Village(int i) => new() { Code = $"v{i}", Kind = PlaceKind.Village, Parent = null, Name = new($"Кара-Шыбак {i}"), Aliases = [], Quality = PointQuality.Known };

    private static PromiseMap Map(string language)
    {
        var places = BundledPlan.ChonAlay.Vocabulary.Places;
        return new(new DistrictMap(DistrictShape.Load(BundledPlan.ChonAlay.Folder)), places, place => place.Code.Length % 3, place => place.Name.In(language));
    }

    private static TileServer Tiles(string address) =>
        TileServer.From(new ConfigurationBuilder().AddInMemoryCollection([new(TileServer.Variable, address)]).Build());
}
