using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Atkaruu.Tests;

/// <summary>A person at a browser without script: visits pages, follows links, reads what comes back.</summary>
public sealed class Browser(HttpMessageHandler server)
{
    private readonly HttpClient _http = new(server) { BaseAddress = new("http://localhost") };

    public async Task<Page> VisitAsync(string url) => await Page.ReadAsync(await _http.GetAsync(url));

    public Task<HttpResponseMessage> GetAsync(string url) => _http.GetAsync(url);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);
}

/// <summary>A page as a reader has it.</summary>
public sealed record Page(HttpStatusCode Status, IHtmlDocument Html, HttpResponseMessage Response)
{
    /// <summary>The text of the element marked <c>data-test</c>; empty when it is not there.</summary>
    public string this[string test] => Html.QuerySelector($"[data-test={test}]")?.TextContent.Trim() ?? "";

    public bool Says(string text) => Clean(Html.Body?.TextContent).Contains(text, StringComparison.Ordinal);

    public IEnumerable<string> Texts(string selector) => Html.QuerySelectorAll(selector).Select(e => Clean(e.TextContent));

    public static async Task<Page> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()), response);

    /// <summary>As a person reads: soft hyphens and runs of blanks do not count.</summary>
    private static string Clean(string? text) => string.Join(' ', (text ?? "").Replace("\u00ad", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
