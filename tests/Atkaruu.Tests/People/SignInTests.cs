using System.Net;
using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.People.Door;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class SignInTests
{
    [Fact]
    public async Task A_login_and_a_password_let_in()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.Visitor();

        await browser.TryAsync(" Chynara ", Entry.Password);

        Assert.True(await browser.IsInAsync());
        Assert.Equal(1, await app.OpenSessionsAsync(Cast.Reporter));
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_not_for_scripts()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.Visitor();

        var answer = await browser.PostAsync(await browser.VisitAsync("/sign-in"), "Кирүү", ("Login", "chynara"), ("Password", Entry.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(SignedIn.Cookie + "=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.StartsWith("__host-", cookie, StringComparison.Ordinal);
        Assert.All(["httponly", "secure", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_sign_in_begins_a_session_of_its_own_and_ends_the_one_before()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.Visitor();
        await browser.TryAsync("chynara", Entry.Password);
        var first = browser.Cookies[SignedIn.Cookie];

        await browser.TryAsync("chynara", Entry.Password);

        Assert.NotEqual(first, browser.Cookies[SignedIn.Cookie]);
        Assert.False(await app.Visitor().With(SignedIn.Cookie, first).IsInAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Reporter);
        var stolen = browser.Cookies[SignedIn.Cookie];

        await browser.SubmitAsync(await browser.VisitAsync("/sign-out"), "Чыгуу");

        Assert.False(await browser.IsInAsync());
        Assert.False(await app.Visitor().With(SignedIn.Cookie, stolen).IsInAsync());
    }

    [Fact]
    public async Task Whether_there_is_such_a_login_is_not_told()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        await app.GivePasswordAsync(Cast.OtherReporter);
        await app.InDbAsync(async db =>
        {
            (await Cast.OtherReporter.InAsync(db)).Suspend();
            await db.SaveChangesAsync();
        });

        List<(HttpStatusCode, string)> answers = [];
        foreach (var (login, password) in new[] { ("chynara", "туура эмес сырсөз"), ("nobody", "туура эмес сырсөз"), ("daniyar", Entry.Password), ("jamal", Entry.Password), ("' or 1=1 --", "x") })
        {
            var page = await app.Visitor().TryAsync(login, password);
            answers.Add((page.Status, page["wrong"]));
        }

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Логин же сырсөз туура эмес."), Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task What_was_typed_stays_except_the_password()
    {
        await using var app = await App.StartAsync();

        var page = await app.Visitor().TryAsync("chynara", "туура эмес сырсөз");

        Assert.Equal("chynara", page.Html.QuerySelector("#Login")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(page.Html.QuerySelector("#Password")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("/\t/evil.example")]
    public void A_way_back_leads_nowhere_else(string back) => Assert.Null(Doorstep.Local(back));

    [Fact]
    public async Task After_signing_in_one_is_where_one_wanted_to_be()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.Visitor();

        var wanted = await browser.GetAsync("/account/safety");
        Assert.Equal("/sign-in?back=%2Faccount%2Fsafety", wanted.Headers.Location?.ToString());
        var answer = await browser.PostAsync(await browser.VisitAsync(wanted.Headers.Location!.ToString()), "Кирүү", ("Login", "chynara"), ("Password", Entry.Password));

        Assert.Equal("/account/safety", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_hostile_way_back_is_left_out()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = app.Visitor();

        var answer = await browser.PostAsync(await browser.VisitAsync("/sign-in"), "Кирүү", ("Login", "chynara"), ("Password", Entry.Password), ("back", "https://evil.example/"));

        Assert.StartsWith("/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_asked_for_after_the_password_and_each_works_once()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (key, _) = await app.SwitchTotpOnAsync(await app.SignInAsync(Cast.Reporter));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var (browser, code) = (app.Visitor(), AuthenticatorCodes.CodeAt(key, app.Clock.GetUtcNow()));

        var page = await browser.TryAsync("chynara", Entry.Password);
        Assert.False(await browser.IsInAsync());
        Assert.Equal("Телефондогу код", page.Texts("h1").Single());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "Кирүү", ("Code", "000000"))).Status);
        await browser.SubmitAsync(page, "Кирүү", ("Code", code));
        Assert.True(await browser.IsInAsync());

        var another = app.Visitor();
        page = await another.TryAsync("chynara", Entry.Password);
        page = await another.SubmitAsync(page, "Кирүү", ("Code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.False(await another.IsInAsync());
    }

    [Fact]
    public async Task A_kept_code_works_once_in_the_place_of_the_telephone()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (_, codes) = await app.SwitchTotpOnAsync(await app.SignInAsync(Cast.Reporter));
        Assert.Equal(10, codes.Distinct().Count());

        foreach (var lets in new[] { true, false })
        {
            var browser = app.Visitor();
            await browser.SubmitAsync(await browser.TryAsync("chynara", Entry.Password), "Кирүү", ("Code", codes[3].ToLowerInvariant()));
            Assert.Equal(lets, await browser.IsInAsync());
        }
        Assert.Contains("person.recovery-code-used", await app.WhatHappenedToAsync(await app.InDbAsync(Cast.Reporter.InAsync)));
    }

    [Fact]
    public async Task Codes_cannot_be_tried_out()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        await app.SwitchTotpOnAsync(await app.SignInAsync(Cast.Reporter));
        var browser = app.Visitor();
        var page = await browser.TryAsync("chynara", Entry.Password);

        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "Кирүү", ("Code", $"00000{i}"))).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync(page, "Кирүү", ("Code", "000009"))).Status);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_page_for_the_code()
    {
        await using var app = await App.StartAsync();

        Assert.Equal("/sign-in", (await app.Visitor().GetAsync("/sign-in/code")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Kept_codes_and_the_secret_of_the_telephone_cannot_be_read_in_the_database()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (key, codes) = await app.SwitchTotpOnAsync(await app.SignInAsync(Cast.Reporter));

        var kept = await app.InDbAsync(Cast.Reporter.InAsync);

        Assert.DoesNotContain(key, kept.TotpKey!, StringComparison.Ordinal);
        Assert.Empty(kept.RecoveryCodes.Intersect(codes));
        Assert.DoesNotContain(Entry.Password, kept.PasswordHash!, StringComparison.Ordinal);
        Assert.Empty(await app.InDbAsync(db => db.Log.Where(l => l.Details != null && (l.Details.Contains(key) || l.Details.Contains(kept.PasswordHash!))).ToListAsync()));
    }
}
