using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Credentials;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class InvitationTests
{
    private static readonly (string, string)[] Set = [("Password", Entry.Password), ("Again", Entry.Password)];

    [Fact]
    public async Task An_administrator_invites_and_the_invited_sets_a_password_and_is_in()
    {
        await using var app = await App.StartAsync();
        var administrator = await app.SignInAsync(Cast.Administrator);

        var sheet = await administrator.SubmitAsync(await administrator.VisitAsync("/people/new"), "invite",
            ("Login", "Salima"), ("Name", "Салима Байышева"), ("Body", "AO-CHON-ALAY"), ("RoleName", "Reporter"), ("Phone", "+996 555 12 34 56"));
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.NotEmpty(sheet.Html.QuerySelectorAll("img[src^='data:image/png']"));
        Assert.True(sheet.Says("Как войти в систему") && sheet.Says("Системага кантип кирем"));

        var invited = app.Visitor();
        var page = await invited.VisitAsync(new Uri(sheet["link"]).PathAndQuery);
        Assert.True(page.Says("Салима Байышева") && page.Says("salima"));
        await invited.SubmitAsync(page, "Сактап, кирүү", Set);

        Assert.True(await invited.IsInAsync());
        var person = await app.InDbAsync(db => db.People.Include(p => p.Grants).SingleAsync(p => p.Login == "salima"));
        Assert.Equal((PersonState.Active, new Grant(Role.Reporter, new(Body: "AO-CHON-ALAY"))), (person.State, person.Grants.Single().ToGrant()));
        Assert.Equal(["person.invited", "person.described", "person.link-made", "person.password-set", "person.activated"], await app.WhatHappenedToAsync(person));
        Assert.Equal("Салима Байышева", await app.InDbAsync(db => db.Log.Where(l => l.What == "person.password-set").Select(l => l.ByName).SingleAsync()));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await using var app = await App.StartAsync();
        var link = await app.LinkForAsync(Cast.Reporter);
        var (first, second) = (app.Visitor(), app.Visitor());
        var (page, late) = (await first.VisitAsync(link), await second.VisitAsync(link));

        await first.SubmitAsync(page, "Сактап, кирүү", Set);
        var answer = await second.SubmitAsync(late, "Сактап, кирүү", ("Password", Entry.Another), ("Again", Entry.Another));

        Assert.Equal((HttpStatusCode.NotFound, "Бул шилтеме иштебейт"), (answer.Status, answer.Texts("h1").Single()));
        Assert.False(await second.IsInAsync());
        Assert.True(await first.IsInAsync());
    }

    [Fact]
    public async Task A_link_ends_after_a_fortnight_and_when_there_is_a_newer_one()
    {
        await using var app = await App.StartAsync();
        var older = await app.LinkForAsync(Cast.Reporter);
        var newer = await app.LinkForAsync(Cast.Reporter);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync(older)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().VisitAsync(newer)).Status);
        app.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync(newer)).Status);
    }

    [Theory]
    [InlineData("/invitation/x")]
    [InlineData("/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/ru/invitation/' or 1=1 --")]
    public async Task A_link_that_was_never_made_says_the_same(string link)
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync(link)).Status);
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_kept()
    {
        await using var app = await App.StartAsync();
        var token = (await app.LinkForAsync(Cast.Reporter)).Split('/')[^1];

        Assert.True(token.Length >= 22, "128 bits at least");
        var kept = await app.InDbAsync(db => db.Invitations.SingleAsync());
        Assert.Equal(Invitation.HashOf(token), kept.TokenHash);
        Assert.Empty(await app.InDbAsync(db => db.Log.Where(l => l.Details!.Contains(token)).ToListAsync()));
    }

    [Fact]
    public async Task The_sheet_with_the_link_opens_only_for_whoever_made_it()
    {
        await using var app = await App.StartAsync();
        var id = (await app.InDbAsync(Cast.Reporter.InAsync)).Id;
        var (administrator, other) = (await app.SignInAsync(Cast.Administrator), await app.SignInAsync(Cast.Administrator));
        var answer = await administrator.PostAsync(await administrator.VisitAsync($"/people/{id}"), "link");
        var sheet = answer.Headers.Location!.ToString();

        Assert.NotEqual("", (await administrator.VisitAsync(sheet))["link"]);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(sheet)).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.GetAsync(sheet)).StatusCode);
    }

    [Fact]
    public async Task A_forgotten_password_does_not_go_round_the_code()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (key, _) = await app.SwitchTotpOnAsync(await app.SignInAsync(Cast.Reporter));
        var browser = app.Visitor();

        var page = await browser.VisitAsync(await app.LinkForAsync(Cast.Reporter));
        Assert.Empty(page.Html.QuerySelectorAll("[data-passkey-start]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(Posting(browser, page, "Passkey"))).StatusCode);
        page = await browser.SubmitAsync(page, "Сактап, кирүү", ("Password", Entry.Another), ("Again", Entry.Another));

        Assert.Equal("Телефондогу код", page.Texts("h1").Single());
        Assert.False(await browser.IsInAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.SubmitAsync(page, "Кирүү", ("Code", AuthenticatorCodes.CodeAt(key, app.Clock.GetUtcNow())));
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_new_password_by_a_link_signs_out_everywhere_else()
    {
        await using var app = await App.StartAsync();
        var thief = await app.SignInAsync(Cast.Reporter);

        var browser = app.Visitor();
        await browser.SubmitAsync(await browser.VisitAsync(await app.LinkForAsync(Cast.Reporter)), "Сактап, кирүү", Set);

        Assert.False(await thief.IsInAsync());
        Assert.True(await browser.IsInAsync());
    }

    [Theory]
    [InlineData("кыска", "кыска")]
    [InlineData(Entry.Password, Entry.Another)]
    [InlineData("Чынара1234567", "Чынара1234567")]
    public async Task A_bad_password_is_refused_and_the_link_still_works(string password, string again)
    {
        await using var app = await App.StartAsync();
        var link = await app.LinkForAsync(Cast.Reporter);
        var browser = app.Visitor();

        var page = await browser.SubmitAsync(await browser.VisitAsync(link), "Сактап, кирүү", ("Password", password), ("Again", again));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEqual("", page["wrong"]);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().VisitAsync(link)).Status);
    }

    [Fact]
    public async Task A_login_that_is_taken_is_refused_and_nothing_typed_is_lost()
    {
        await using var app = await App.StartAsync();
        await app.InDbAsync(Cast.Reporter.InAsync);
        var administrator = await app.SignInAsync(Cast.Administrator);

        var page = await administrator.SubmitAsync(await administrator.VisitAsync("/people/new"), "invite", ("Login", "CHYNARA"), ("Name", "Башка Чынара"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "«chynara» логини бош эмес. Башкасын тандаңыз."), (page.Status, page["wrong"]));
        Assert.Equal("Башка Чынара", page.Html.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_first_link_makes_the_first_administrator_once()
    {
        await using var app = await App.StartEmptyAsync();
        var old = await app.InDbAsync(db => FirstAdministrator.OfferAsync(db, app.Clock));
        var token = await app.InDbAsync(db => FirstAdministrator.OfferAsync(db, app.Clock));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync("/invitation/" + old)).Status);

        var (browser, thief) = (app.Visitor(), app.Visitor());
        var (page, theirs) = (await browser.VisitAsync("/invitation/" + token), await thief.VisitAsync("/invitation/" + token));
        await browser.SubmitAsync(page, "Сактап, кирүү", [("Login", "aigul"), ("Name", "Айгүл Маматова"), .. Set]);

        Assert.Equal(HttpStatusCode.OK, (await browser.VisitAsync("/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.SubmitAsync(theirs, "Сактап, кирүү", [("Login", "thief"), ("Name", "Ууру"), .. Set])).Status);
        Assert.Null(await app.InDbAsync(db => FirstAdministrator.OfferAsync(db, app.Clock)));
        Assert.Equal("Айгүл Маматова", await app.InDbAsync(db => db.Log.Where(l => l.What == "person.invited").Select(l => l.ByName).SingleAsync()));
    }

    [Fact]
    public async Task The_first_link_ends_after_a_day()
    {
        await using var app = await App.StartEmptyAsync();
        var token = await app.InDbAsync(db => FirstAdministrator.OfferAsync(db, app.Clock));

        app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync("/invitation/" + token)).Status);
    }

    private static HttpRequestMessage Posting(Browser browser, Page page, string handler)
    {
        var request = browser.Filled(page, "Сактап, кирүү", []);
        request.RequestUri = new(request.RequestUri + "?handler=" + handler);
        return request;
    }
}
