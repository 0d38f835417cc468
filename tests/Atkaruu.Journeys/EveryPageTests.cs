namespace Atkaruu.Journeys;

/// <summary>What holds for every page, whoever opens it and on whatever screen.</summary>
public class EveryPageTests(RunningSite site)
{
    private static readonly string[] Pages =
        ["/", "/register", "/register?q=мектеп", "/measures/CA-013", "/measures/CA-060", "/timeline", "/map", "/places", "/places/41706259851110", "/bodies", "/bodies/RMA", "/findings", "/works/gantt", "/money", "/papers", "/papers/execution", "/verify", "/verify/0000-0000", "/no-such-page"];

    public static TheoryData<string, string, int, bool> All()
    {
        var data = new TheoryData<string, string, int, bool>();
        foreach (var page in Pages)
        {
            data.Add("", page, 1280, false);
            data.Add("/ru", page, 360, false);
            data.Add("/en", page, 360, true);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_accessible_quiet_and_fits_the_screen(string language, string page, int width, bool dark)
    {
        await using var somebody = await site.SomebodyAsync(width, dark: dark);
        var answer = await somebody.Page.GotoAsync(language + page);

        Assert.Equal(page is "/no-such-page" or "/verify/0000-0000" ? 404 : 200, answer!.Status);
        Assert.Empty(await somebody.BarriersAsync());
        Assert.DoesNotContain(somebody.Complaints, c => !c.Contains("404", StringComparison.Ordinal)); // a missing page is itself a complaint
        Assert.True(await somebody.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the screen");
        Assert.Equal(1, await somebody.Page.Locator("h1").CountAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/register")]
    [InlineData("/timeline")]
    [InlineData("/map")]
    [InlineData("/findings")]
    public async Task The_first_visit_weighs_at_most_100_KB(string page)
    {
        await using var somebody = await site.SomebodyAsync();
        Assert.InRange(await somebody.WeightAsync(page), 1, 100 * 1024);
    }
}
