using System.Net;

namespace Atkaruu.Tests.People;

public class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.5")]   // a proxy on this machine
    [InlineData("192.0.2.10", "203.0.113.5")]  // one that the settings name
    [InlineData("198.51.100.9", "198.51.100.9")] // anybody else may say what they like
    public async Task Where_a_request_came_from_is_believed_of_known_proxies_only(string proxy, string expected)
    {
        await using var app = await App.StartAsync(("ATKARUU_PROXIES", "192.0.2.10"));
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.VisitorFrom(proxy);
        var request = browser.Filled(await browser.VisitAsync("/sign-in"), "Кирүү", [("Login", "chynara"), ("Password", Entry.Password)]);
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(request)).StatusCode);

        Assert.Equal(expected, (await browser.VisitAsync("/account")).Texts(".ak-table tbody td").First());
    }
}
