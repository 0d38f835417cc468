using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Atkaruu.Web;

namespace Atkaruu.Tests.Web;

/// <summary>What holds for every answer of the site.</summary>
public sealed class FrameTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private static readonly string[] Pages =
        ["/", "/ru/", "/en/", "/register", "/ru/register?q=суу&year=2027&sort=lead", "/en/register?q=zzz", "/measures/CA-001", "/ru/measures/CA-009", "/en/measures/CA-036",
         "/timeline", "/ru/timeline?kind=works", "/map", "/en/map", "/places", "/ru/places?q=суу", "/places/41706259851110", "/en/places/41706259000000", "/bodies", "/ru/bodies/AO-JEKENDI", "/no-such-page"];

    public static TheoryData<string> EveryPage => [.. Pages];

    public static TheoryData<string> EveryAnswer => [.. Pages, .. new[] { "/register.csv", "/register.xlsx", "/timeline.svg", Assets.Url("site.css"), "/assets/none.css", "/healthz/live", "/healthz/ready", "/api/none", "/ky/register", "/?q=" + new string('x', 3000) }];

    [Theory]
    [MemberData(nameof(EveryAnswer))]
    public async Task Every_answer_forbids_what_we_do_not_do(string address)
    {
        var headers = (await reading.Visitor.GetAsync(address)).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.All(["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"], name => Assert.True(headers.Contains(name), name));
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/work")]
    [InlineData("/no-such-page")]
    public async Task A_question_that_is_too_long_is_refused_wherever_it_is_asked(string address) =>
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await reading.Visitor.GetAsync(address + "?q=" + new string('x', 3000))).StatusCode);

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there() =>
        Assert.True((await reading.Visitor.GetAsync("https://localhost/")).Headers.Contains("Strict-Transport-Security"));

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task No_page_has_inline_script_or_style(string address)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Empty(page.Html.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.Empty(page.Html.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.StartsWith("hx-on", StringComparison.Ordinal)).Select(a => a.Name));
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Every_page_stands_on_the_same_landmarks(string address)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.All(["h1", "main", "body > header", "body > footer", "a.ak-skip", "title"], part => Assert.Single(page.Html.QuerySelectorAll(part)));
        Assert.NotEmpty(page.Html.QuerySelectorAll("nav[aria-label]"));
        Assert.Empty(page.Html.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Used(page).Except(page.Html.QuerySelectorAll("symbol").Select(s => "#" + s.Id)));
    }

    [Theory]
    [InlineData("/register?q=суу&year=2027")]
    [InlineData("/ru/register?q=суу&year=2027")]
    [InlineData("/en/measures/CA-060")]
    [InlineData("/en/no-such-page")]
    public async Task The_language_switch_keeps_the_page_and_the_question(string address)
    {
        var page = await reading.Visitor.VisitAsync(address);
        var plain = address.Replace("/ru/", "/", StringComparison.Ordinal).Replace("/en/", "/", StringComparison.Ordinal);

        var links = page.Html.QuerySelectorAll(".ak-tools .ak-lang a").Select(a => Uri.UnescapeDataString(a.GetAttribute("href")!));

        Assert.Equal([plain, "/ru" + plain, "/en" + plain], links);
    }

    [Theory]
    [InlineData("/", "ky")]
    [InlineData("/ru", "ru")]
    [InlineData("/en/", "en")]
    public async Task Links_stay_in_the_language(string address, string language)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        var strays = page.Html.QuerySelectorAll("a[href^='/'], form[action]").Where(e => e.ParentElement?.ClosestClass("ak-lang") is null)
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).Where(href => language == "ky" ? href.StartsWith("/ru", StringComparison.Ordinal) || href.StartsWith("/en", StringComparison.Ordinal) : !href.StartsWith("/" + language, StringComparison.Ordinal));
        Assert.Empty(strays);
    }

    [Fact]
    public async Task Kyrgyz_has_one_address()
    {
        var answer = await reading.Visitor.GetAsync("/ky/register?q=a");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/register?q=a"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/no-such-page", "Мындай бет жок")]
    [InlineData("/ru/no-such-page", "Такой страницы нет")]
    [InlineData("/en/measures/CA-999", "There is no such page")]
    public async Task A_missing_page_says_so_and_what_to_do(string address, string title)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(title, page.Texts("h1").Single());
        Assert.NotEmpty(page.Html.QuerySelectorAll("main a[href$='/register']"));
    }

    [Fact]
    public async Task A_page_that_takes_nothing_refuses_what_is_sent()
    {
        var answer = await reading.Visitor.SendAsync(new(HttpMethod.Post, "/register") { Content = new StringContent("x") });

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_question_too_long_is_refused_with_a_sentence()
    {
        var page = await reading.Visitor.VisitAsync("/ru/register?q=" + new string('x', 2100));

        Assert.Equal((HttpStatusCode.RequestUriTooLong, "Адрес слишком длинный"), (page.Status, page.Texts("h1").Single()));
    }

    [Fact]
    public async Task Programs_get_their_errors_as_problem_json()
    {
        var answer = await reading.Visitor.GetAsync("/api/v1/none");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(404, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("", null)]
    public async Task Styles_come_pressed_and_are_asked_for_once(string accepted, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Assets.Url("site.css"));
        if (accepted.Length > 0) request.Headers.Add("Accept-Encoding", accepted);

        var answer = await reading.Visitor.SendAsync(request);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/assets/%2e%2e/Atkaruu.dll")]
    [InlineData("/assets/site.css")]
    public async Task Nothing_else_is_served_from_the_assets(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await reading.Visitor.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Health_is_one_word(string address) => Assert.Equal("ok", await (await reading.Visitor.GetAsync(address)).Content.ReadAsStringAsync());

    private static IEnumerable<string> Used(Page page) => page.Html.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!).Distinct();
}

internal static class Elements
{
    public static IElement? ClosestClass(this IElement element, string name) => element.Closest("." + name);
}
