using System.Net;
using AngleSharp.Html.Dom;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.BadDays;

/// <summary>Somebody writes what no form was made for into every field of every form of every page for staff.</summary>
public class HostileTextTests
{
    public static readonly TheoryData<string> Hostile =
    [
        "\"><script class=evil>alert(1)</script><b class=evil>", "' onmouseover='evil()' <img class=evil src=x onerror=evil()>", "Акт \u202Egnp.exe \u0000\u0001\u200F", new string('Ы', 10_000), "{{7*7}} ${7*7} {0} {1:N} %s @(7*7)",
    ];

    /// <summary>Whose pages, and where they stand; <c>[person]</c>, <c>[return]</c> are filled in.</summary>
    private static readonly (Cast Who, string[] Pages)[] Pages =
    [
        (Cast.Administrator, ["/people", "/people/new", "/people/[person]", "/people/[person]/roles", "/people/[person]/handover", "/account", "/account/safety"]),
        (Cast.Coordinator, ["/periods", "/periods/2026-Q3", "/matrix/2026-Q3", "/matrix/2026-Q3/accept", "/returns/[return]", "/visits", "/register?q=", "/notices"]),
        (Cast.AdministrationReporter, ["/write/2026-Q3/CA-027/RMA", "/work", "/returns/[return]"]),
        (Cast.Verifier, ["/visits", "/visits/new"]),
        (Cast.Head, ["/matrix/2026-Q3", "/notices"]),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task No_form_breaks_by_it_and_no_page_takes_it_for_its_own(string hostile)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var person = await app.InDbAsync(async db => (await Cast.Observer.InAsync(db)).Id);
        var made = await SentAsync(app);

        foreach (var (who, pages) in Pages)
        {
            var browser = await app.SignInAsync(who);
            foreach (var at in pages.Select(p => p.Replace("[person]", $"{person}", StringComparison.Ordinal).Replace("[return]", $"{made}", StringComparison.Ordinal)))
            {
                var page = await browser.VisitAsync(at);
                if (page.Status != HttpStatusCode.OK) continue; // not there in this state
                AssertHarmless(page, at);
                foreach (var form in page.Html.Forms.Where(f => !f.Action.Contains("sign-out", StringComparison.Ordinal)))
                    AssertHarmless(await Page.ReadAsync(await browser.SendAsync(Filled(form, at, hostile))), $"{at} → {form.Action}");
            }
        }

        foreach (var (who, pages) in Pages)
        {
            var browser = await app.SignInAsync(who with { Login = who.Login + "2" });
            foreach (var at in pages.Select(p => p.Replace("[person]", $"{person}", StringComparison.Ordinal).Replace("[return]", $"{made}", StringComparison.Ordinal)))
                AssertHarmless(await browser.VisitAsync(at), at);
        }
    }

    private static void AssertHarmless(Page page, string where)
    {
        Assert.True((int)page.Status < 500, $"{where}: {page.Status}");
        Assert.True(page.Html.QuerySelector(".evil, [onmouseover], [onerror]") is null, $"{where}: {page.Html.QuerySelector(".evil, [onmouseover], [onerror]")?.OuterHtml}");
    }

    /// <summary>The form as the page gave it, with the hostile text in every field that can be typed in.</summary>
    private static HttpRequestMessage Filled(IHtmlFormElement form, string at, string hostile)
    {
        List<KeyValuePair<string, string>> sent = [];
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } or IHtmlButtonElement: break;
                case IHtmlInputElement { Type: "hidden", Name: { } name } kept: sent.Add(new(name, kept.Value)); break;
                case IHtmlInputElement { Name: { } name }: sent.Add(new(name, hostile)); break;
                case IHtmlTextAreaElement { Name: { } name }: sent.Add(new(name, hostile)); break;
                case IHtmlSelectElement { Name: { } name } choice: sent.Add(new(name, choice.Value ?? "")); break;
            }
        var to = new Uri(new Uri("https://localhost" + at), form.GetAttribute("action") ?? at);
        if (form.Method.Equals("post", StringComparison.OrdinalIgnoreCase)) return new(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(sent) };
        var question = string.Join('&', sent.Select(s => $"{Uri.EscapeDataString(s.Key)}={Uri.EscapeDataString(s.Value)}"));
        return new(HttpMethod.Get, new Uri(to, "?" + question[..Math.Min(question.Length, 2_000)]));
    }

    private static async Task<Guid> SentAsync(App app)
    {
        var reporter = await app.SignInAsync(Cast.Reporter);
        var check = await reporter.SubmitAsync(await reporter.VisitAsync("/write/2026-Q3/CA-001/AO-CHON-ALAY"), "check", ("Done", "Биринчи"));
        await reporter.SubmitAsync(check, "submit");
        return await app.InDbAsync(db => db.Returns.Where(r => r.State == ReturnState.Submitted).Select(r => r.Id).SingleAsync());
    }
}
