using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Atkaruu.Tests;

/// <summary>A person at a browser without script: visits pages, follows links, reads what comes back.</summary>
public sealed class Browser
{
    private readonly HttpClient _http;
    private readonly Jar _jar;

    public Browser(HttpMessageHandler server)
    {
        _jar = new(server);
        _http = new(_jar) { BaseAddress = new("https://localhost") };
    }

    /// <summary>Where the last answer sent us, when it was a redirect.</summary>
    public string? SentTo { get; private set; }

    /// <summary>The same browser with one more cookie.</summary>
    public Browser With(string cookie, string value)
    {
        _jar.Cookies[cookie] = value;
        return this;
    }

    public IReadOnlyDictionary<string, string> Cookies => _jar.Cookies;

    public async Task<Page> VisitAsync(string url) => await Page.ReadAsync(await GetAsync(url));

    public Task<HttpResponseMessage> GetAsync(string url) => SendAsync(new(HttpMethod.Get, url));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var answer = await _http.SendAsync(request);
        SentTo = answer.Headers.Location?.ToString();
        return answer;
    }

    /// <summary>
    /// Fills in the form that holds the button with this text (or <c>data-test</c>) and presses it, sending the page's own
    /// hidden fields, and follows the redirect: so a test proves the form and not only its handler.
    /// </summary>
    /// <param name="fields">By name. A check box is ticked by «true».</param>
    public async Task<Page> SubmitAsync(Page page, string button, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(page, button, fields);
        if ((int)answer.StatusCode is 302 or 303) return await VisitAsync(answer.Headers.Location!.ToString());
        return await Page.ReadAsync(answer);
    }

    /// <summary>As <see cref="SubmitAsync"/>, without following the answer.</summary>
    public Task<HttpResponseMessage> PostAsync(Page page, string button, params (string Name, string Value)[] fields) =>
        SendAsync(Filled(page, button, fields));

    /// <summary>The request that pressing the button would send; files may be added to it.</summary>
    public HttpRequestMessage Filled(Page page, string button, (string Name, string Value)[] fields, params (string Name, string FileName, byte[] Bytes)[] files)
    {
        var pressed = page.Html.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b => Page.Clean(b.TextContent) == button || b.GetAttribute("data-test") == button)
            ?? throw new InvalidOperationException($"No button «{button}» on {page.Response.RequestMessage?.RequestUri}: {string.Join(", ", page.Html.QuerySelectorAll("button").Select(b => Page.Clean(b.TextContent)))}");
        var form = (pressed.GetAttribute("form") is { } id ? page.Html.GetElementById(id) : pressed.Closest("form")) as IHtmlFormElement
            ?? throw new InvalidOperationException($"The button «{button}» is in no form.");

        List<KeyValuePair<string, string>> sent = [];
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } or IHtmlButtonElement: break;
                case IHtmlInputElement { Name: { } name } input: sent.Add(new(name, input.Value)); break;
                case IHtmlTextAreaElement { Name: { } name } text: sent.Add(new(name, text.Value)); break;
                case IHtmlSelectElement { Name: { } name } choice: sent.Add(new(name, choice.Value ?? "")); break;
            }
        if (pressed.GetAttribute("name") is { Length: > 0 } own) sent.Add(new(own, pressed.GetAttribute("value") ?? ""));
        foreach (var (name, _) in fields) sent.RemoveAll(f => f.Key == name);
        sent.AddRange(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));

        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? page.Response.RequestMessage!.RequestUri!.ToString() : new Uri(page.Response.RequestMessage!.RequestUri!, action).ToString();
        if (files.Length == 0) return new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(sent) };

        var body = new MultipartFormDataContent();
        foreach (var (name, value) in sent) body.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in files) body.Add(new ByteArrayContent(bytes), name, fileName);
        return new(HttpMethod.Post, url) { Content = body };
    }

    /// <summary>Keeps cookies as a browser on https does, except that it may be given one.</summary>
    private sealed class Jar(HttpMessageHandler server) : DelegatingHandler(server)
    {
        public Dictionary<string, string> Cookies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set.Select(s => s.Split(';')[0].Split('=', 2)))
                    if (cookie[1].Length == 0) Cookies.Remove(cookie[0]);
                    else Cookies[cookie[0]] = cookie[1];
            return answer;
        }
    }
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
    internal static string Clean(string? text) => string.Join(' ', (text ?? "").Replace("\u00ad", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
