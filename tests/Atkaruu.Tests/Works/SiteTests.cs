using Atkaruu.Kernel;
using Atkaruu.Modules.Works;
using CsCheck;

namespace Atkaruu.Tests.Works;

public class SiteTests
{
    private static readonly SiteBox Box = new(71.5, 39.2, 73, 39.9);

    [Fact]
    public void One_point_is_a_place_and_more_are_a_line()
    {
        Assert.Equal("""{"type":"Point","coordinates":[72.18,39.55]}""", Site.Parse("39.55, 72.18", Box, "Site")!.GeoJson);
        Assert.Equal("""{"type":"LineString","coordinates":[[72.18,39.55],[72.2,39.56]]}""", Site.Parse("39.55, 72.18\r\n\n39.55 72.18\n39,56; 72,2\n", Box, "Site")!.GeoJson);
        Assert.Null(Site.Parse(" \n ", Box, "Site"));
        Assert.InRange(Site.Parse("39.55, 72.18\n39.56, 72.18", Box, "Site")!.Kilometres, 1.10, 1.12);
    }

    [Theory]
    [InlineData("39.55, 72.18\nмектептин жаны", "works.site.line", 2)]
    [InlineData("39.55", "works.site.line", 1)]
    [InlineData("39.55, 72.18, 5", "works.site.line", 1)]
    [InlineData("NaN, 72.18", "works.site.line", 1)]
    [InlineData("1e2, 72.18", "works.site.line", 1)]
    [InlineData("<script>, 72.18", "works.site.line", 1)]
    [InlineData("39.55, 72.18\n42.87, 74.59", "works.site.outside", 2)]
    [InlineData("72.18, 39.55", "works.site.swapped", 1)]
    public void What_cannot_be_a_place_is_refused_by_its_line(string typed, string key, int line)
    {
        var refused = Assert.Throws<RuleException>(() => Site.Parse(typed, Box, "Site"));
        Assert.Equal((key, line, "Site"), (refused.Sentence.Key, refused.Sentence.Args[0], refused.Input));
    }

    [Fact]
    public void There_is_an_end_to_points_and_to_text()
    {
        string Points(int count) => string.Join('\n', Enumerable.Range(0, count).Select(n => FormattableString.Invariant($"39.5, {71.6 + n * 0.001:0.###}")));

        Assert.Equal(200, Site.Parse(Points(200), Box, "Site")!.Points.Count);
        Assert.Equal("works.site.many", Assert.Throws<RuleException>(() => Site.Parse(Points(201), Box, "Site")).Sentence.Key);
        Assert.Equal("works.site.many", Assert.Throws<RuleException>(() => Site.Parse(new string('\n', 100_000) + "x", Box, "Site")).Sentence.Key);
    }

    [Fact]
    public void What_is_kept_reads_as_it_was_written()
    {
        var point = Gen.Select(Gen.Double[39.2, 39.9], Gen.Double[71.5, 73]).Select((lat, lon) => new SitePoint(Math.Round(lat, 5), Math.Round(lon, 5)));
        point.List[1, 20].Sample(points =>
        {
            var site = new Site([.. points]);
            Assert.Equal(site, Site.Read(site.GeoJson));
            var again = Site.Parse(site.Lines, Box, "Site")!;
            Assert.Equal(points.Where((p, i) => i == 0 || points[i - 1] != p), again.Points);
        });
    }

    [Theory]
    [InlineData("11-3", 11, 3)]
    [InlineData("12-2", 12, 2)]
    [InlineData(null, 11, 3)]
    [InlineData("3-11", 11, 3)]
    [InlineData("13-1", 11, 3)]
    [InlineData("x", 11, 3)]
    public void The_building_season_is_a_setting_and_nonsense_is_the_usual_one(string? setting, int from, int to) => Assert.Equal(new BuildingSeason(from, to), BuildingSeason.Parse(setting));

    [Fact]
    public void A_winter_runs_over_the_new_year()
    {
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2027, 3, 31)), BuildingSeason.Usual.Winter(2026));
        Assert.Equal((new DateOnly(2027, 12, 1), new DateOnly(2028, 2, 29)), new BuildingSeason(12, 2).Winter(2027));
        Assert.Equal([2024, 2025, 2026], BuildingSeason.Usual.Winters(2025, 2026).Select(w => w.From.Year));
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
            Assert.Equal(BuildingSeason.Usual.Winters(2026, 2026).Any(w => day >= w.From && day <= w.To), BuildingSeason.Usual.IsClosed(day));
    }
}
