using System.Net;
using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Door;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

/// <summary>Signing in by another provider, tried against a real one.</summary>
public class OtherDoorTests
{
    [Fact]
    public async Task Whoever_has_bound_their_account_comes_in_by_it()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        await BindAsync(app, provider);

        var browser = app.Visitor();
        Assert.True((await browser.VisitAsync("/sign-in")).Says("ЕСИ аркылуу кирүү"));
        var answer = await provider.VisitAsync(browser, "/sign-in/other?back=%2Fru%2Faccount");

        Assert.Equal("/ru/account", answer.Headers.Location?.ToString());
        Assert.True(await browser.IsInAsync());
        Assert.Contains("person.login-bound", await app.WhatHappenedToAsync(await app.InDbAsync(Cast.Reporter.InAsync)));
    }

    [Fact]
    public async Task Somebody_whom_we_do_not_know_is_not_made_and_not_let_in()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        var browser = app.Visitor();

        var answer = await provider.VisitAsync(browser, "/sign-in/other");

        Assert.Equal("/sign-in?why=unknown", answer.Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
        Assert.Equal(0, await app.InDbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task The_code_of_the_telephone_is_asked_for_all_the_same()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        await app.GivePasswordAsync(Cast.Reporter);
        await app.SwitchTotpOnAsync(await BindAsync(app, provider));

        var browser = app.Visitor();
        var answer = await provider.VisitAsync(browser, "/sign-in/other");

        Assert.Equal("/sign-in/code", answer.Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Whoever_is_suspended_is_not_let_in()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        await BindAsync(app, provider);
        await app.InDbAsync(async db =>
        {
            (await Cast.Reporter.InAsync(db)).Suspend();
            await db.SaveChangesAsync();
        });
        var browser = app.Visitor();

        Assert.Equal("/sign-in?why=unknown", (await provider.VisitAsync(browser, "/sign-in/other")).Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task An_account_there_belongs_to_one_person_here()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        await BindAsync(app, provider);

        var other = await app.SignInAsync(Cast.OtherReporter);
        var answer = await provider.VisitAsync(other, (await other.VisitAsync("/account/safety")).Html.QuerySelector("[data-test=bind]")!.GetAttribute("href")!);

        Assert.Equal("/sign-in?why=unknown", answer.Headers.Location?.ToString());
        Assert.Equal(1, await app.InDbAsync(db => db.Set<PersonLogin>().CountAsync()));
    }

    [Fact]
    public async Task A_link_that_binds_is_worth_nothing_in_another_browser()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        var (thief, victim) = (await app.SignInAsync(Cast.OtherReporter), await app.SignInAsync(Cast.Reporter));
        var link = (await thief.VisitAsync("/account/safety")).Html.QuerySelector("[data-test=bind]")!.GetAttribute("href")!;

        var answer = await provider.VisitAsync(victim, link);

        Assert.Equal("/sign-in?why=unknown", answer.Headers.Location?.ToString());
        Assert.Equal(0, await app.InDbAsync(db => db.Set<PersonLogin>().CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_invited_may_bind_instead_of_setting_a_password()
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);
        var (browser, link) = (app.Visitor(), await app.LinkForAsync(Cast.Reporter));
        var start = (await browser.VisitAsync(link)).Html.QuerySelector("a[href*='/sign-in/other']")!.GetAttribute("href")!;

        await provider.VisitAsync(browser, start);

        Assert.True(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync(link)).Status);
    }

    [Theory]
    [InlineData("/sign-in/other/back?code=x&state=y")]
    [InlineData("/sign-in/other/back")]
    [InlineData("/sign-in/other/back?error=access_denied")]
    public async Task What_did_not_come_from_there_is_refused_in_a_sentence(string address)
    {
        await using var provider = await Provider.StartAsync();
        await using var app = await App.StartAsync(provider.Settings);

        var answer = await app.Visitor().GetAsync(address);

        Assert.Equal("/sign-in?why=other", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_door()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync(OtherDoor.Start)).StatusCode);
        Assert.Empty((await app.Visitor().VisitAsync("/sign-in")).Html.QuerySelectorAll("a[href*='/sign-in/other']"));
    }

    private static async Task<Browser> BindAsync(App app, Provider provider)
    {
        var browser = await app.SignInAsync(Cast.Reporter);
        var answer = await provider.VisitAsync(browser, (await browser.VisitAsync("/account/safety")).Html.QuerySelector("[data-test=bind]")!.GetAttribute("href")!);
        Assert.Equal("/account/safety", answer.Headers.Location?.ToString());
        return browser;
    }
}
