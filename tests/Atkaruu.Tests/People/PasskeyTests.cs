using System.Net;
using Atkaruu.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class PasskeyTests
{
    private const string Add = "Ачкыч кошуу", Enter = "Ачкыч (passkey) менен кирүү", Make = "Ачкыч (passkey) түзүү";

    [Fact]
    public async Task A_passkey_opens_the_door_without_password_or_code()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        var browser = app.Visitor();

        await EnterAsync(browser, device);

        Assert.True(await browser.IsInAsync());
        Assert.Contains("person.passkey-added", await app.WhatHappenedToAsync(await app.InDbAsync(Cast.Reporter.InAsync)));
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Passkey>().Select(p => p.SignCount).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_is_invited_may_make_a_passkey_instead_of_a_password()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        var browser = app.Visitor();
        var page = await browser.VisitAsync(await app.LinkForAsync(Cast.Reporter));

        var question = await AskAsync(browser, page, Make);
        await browser.SendAsync(With(browser, page, Make, "Passkey", ("Credential", device.Create(question))));

        Assert.True(await browser.IsInAsync());
        var again = app.Visitor();
        await EnterAsync(again, device);
        Assert.True(await again.IsInAsync());
    }

    [Fact]
    public async Task A_device_that_did_not_recognise_its_owner_opens_nothing()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        var browser = app.Visitor();

        device.Verifies = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(browser, device));

        Assert.False(await browser.IsInAsync());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://localhost.evil.example")]
    public async Task What_was_signed_for_another_site_opens_nothing(string origin)
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        var browser = app.Visitor();

        device.Origin = origin;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(browser, device));
    }

    [Fact]
    public async Task A_device_that_nobody_has_added_opens_nothing()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        using var stranger = new Authenticator();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(app.Visitor(), stranger));
    }

    [Fact]
    public async Task An_answer_to_another_question_opens_nothing()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        var (browser, other) = (app.Visitor(), app.Visitor());
        var (page, theirs) = (await browser.VisitAsync("/sign-in"), await other.VisitAsync("/sign-in"));
        await AskAsync(browser, page, Enter);

        var answer = device.Get(await AskAsync(other, theirs, Enter));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(With(browser, page, Enter, "Passkey", ("Credential", answer)))).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_suspended_is_not_let_in_by_a_passkey()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        await app.InDbAsync(async db =>
        {
            (await Cast.Reporter.InAsync(db)).Suspend();
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(app.Visitor(), device));
    }

    [Fact]
    public async Task The_last_way_in_cannot_be_removed()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        var browser = await AddAsync(app, device);

        var page = await browser.SubmitAsync(await browser.VisitAsync("/account/safety"), "passkey-gone");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task The_question_at_the_door_names_nobody()
    {
        await using var app = await App.StartAsync();
        using var device = new Authenticator();
        await AddAsync(app, device);
        var browser = app.Visitor();

        var question = await AskAsync(browser, await browser.VisitAsync("/sign-in"), Enter);

        Assert.DoesNotContain("chynara", question, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"allowCredentials\":[{", question, StringComparison.Ordinal);
    }

    private static async Task<Browser> AddAsync(App app, Authenticator device)
    {
        var browser = await app.SignInAsync(Cast.Reporter);
        var page = await browser.VisitAsync("/account/safety");
        var question = await AskAsync(browser, page, Add);
        var answer = await browser.SendAsync(With(browser, page, Add, "Passkey", ("Credential", device.Create(question)), ("PasskeyName", "Жумуштагы телефон")));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Page.ReadAsync(answer))["wrong"]);
        return browser;
    }

    private static async Task<HttpStatusCode> EnterAsync(Browser browser, Authenticator device)
    {
        var page = await browser.VisitAsync("/sign-in");
        var question = await AskAsync(browser, page, Enter);
        return (await browser.SendAsync(With(browser, page, Enter, "Passkey", ("Credential", device.Get(question))))).StatusCode;
    }

    private static async Task<string> AskAsync(Browser browser, Page page, string button)
    {
        var answer = await browser.SendAsync(With(browser, page, button, "PasskeyQuestion"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage With(Browser browser, Page page, string button, string handler, params (string, string)[] fields)
    {
        var request = browser.Filled(page, button, fields);
        request.RequestUri = new UriBuilder(request.RequestUri!) { Query = "?handler=" + handler }.Uri;
        return request;
    }
}
