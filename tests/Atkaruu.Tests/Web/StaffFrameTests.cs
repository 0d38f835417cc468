using System.Net;
using Atkaruu.Tests.Reporting;

namespace Atkaruu.Tests.Web;

public class StaffFrameTests
{
    private static IEnumerable<string> Rail(Page page) => page.Html.QuerySelectorAll(".ak-ways a span:first-child").Select(a => Page.Clean(a.TextContent));

    [Fact]
    public async Task The_rail_offers_what_there_is_and_what_one_may_open_and_marks_where_one_is()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/matrix");

        Assert.Contains("Матрица", Rail(page));
        Assert.Contains("Реестр", Rail(page));
        Assert.Contains("Отчеттук мезгилдер", Rail(page));
        Assert.Equal("Матрица", Page.Clean(page.Html.QuerySelector(".ak-ways a[aria-current=page] span")!.TextContent));
        foreach (var link in page.Html.QuerySelectorAll(".ak-ways a"))
            Assert.Equal((link.GetAttribute("href"), HttpStatusCode.OK), (link.GetAttribute("href"), (await (await app.SignInAsync(Cast.Coordinator)).GetAsync(link.GetAttribute("href")!)).StatusCode));
    }

    [Fact]
    public async Task Beside_the_matrix_stands_what_waits_for_me()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var duties = await app.DutiesOfAsync(period, Cast.Reporter.Body!);
        await app.SendAsync(Cast.Reporter, period, duties[0]);
        await app.SendAsync(Cast.Coordinator, period, duties[1]); // my own does not wait for me

        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/periods");
        Assert.StartsWith("1", page.Html.QuerySelector(".ak-ways a[href='/matrix'] b")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await (await app.SignInAsync(Cast.Head)).VisitAsync("/periods")).Html.QuerySelector(".ak-ways a[href='/matrix'] b"));
    }

    [Fact]
    public async Task A_visitor_finds_nothing_of_it_on_public_pages()
    {
        await using var app = await App.StartAsync();
        var visitor = await app.Visitor().VisitAsync("/register");
        Assert.Null(visitor.Html.QuerySelector(".ak-rail, .ak-bell"));
        Assert.Equal("/sign-in", visitor.Html.QuerySelector(".ak-who")!.GetAttribute("href"));
        Assert.DoesNotContain(visitor.Texts("header a"), t => t == "Матрица");

        var coordinator = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/register");
        Assert.Contains("/control", coordinator.Html.QuerySelectorAll(".ak-tools a").Select(a => a.GetAttribute("href")));
    }
}
