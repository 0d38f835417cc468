using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class AccountTests
{
    [Fact]
    public async Task A_new_password_ends_every_other_session_and_the_old_password_no_longer_opens()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (mine, forgotten) = (await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Reporter));

        await mine.SubmitAsync(await mine.VisitAsync("/account/safety"), "password", ("Current", Entry.Password), ("Password", Entry.Another), ("Again", Entry.Another));

        Assert.True(await mine.IsInAsync());
        Assert.False(await forgotten.IsInAsync());
        var browser = app.Visitor();
        await browser.TryAsync("chynara", Entry.Password);
        Assert.False(await browser.IsInAsync());
        await browser.TryAsync("chynara", Entry.Another);
        Assert.True(await browser.IsInAsync());
    }

    [Theory]
    [InlineData("password")]
    [InlineData("totp-offer")]
    public async Task An_open_browser_is_not_enough_to_change_how_one_signs_in(string button)
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var browser = await app.SignInAsync(Cast.Reporter);

        var page = await browser.SubmitAsync(await browser.VisitAsync("/account/safety"), button, ("Current", "болжол менен жазылган"), ("Password", Entry.Another), ("Again", Entry.Another));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Азыркы сырсөз туура эмес."), (page.Status, page["wrong"]));
    }

    [Fact]
    public async Task Whoever_has_no_password_must_have_just_signed_in()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Reporter);
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        var page = await browser.SubmitAsync(await browser.VisitAsync("/account/safety"), "password", ("Password", Entry.Password), ("Again", Entry.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Null((await app.InDbAsync(Cast.Reporter.InAsync)).PasswordHash);
    }

    [Fact]
    public async Task One_device_or_all_of_them_can_be_signed_out()
    {
        await using var app = await App.StartAsync();
        var (here, lost, third) = (await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Reporter));
        var page = await here.VisitAsync("/account");
        Assert.Equal(3, page.Texts(".ak-table tbody tr").Count());

        page = await here.SubmitAsync(page, "end-session");
        Assert.Equal(2, await InAsync());
        Assert.True(await here.IsInAsync());
        await here.SubmitAsync(page, "everywhere");

        Assert.Equal(0, await InAsync());

        async Task<int> InAsync() => (await Task.WhenAll(here.IsInAsync(), lost.IsInAsync(), third.IsInAsync())).Count(isIn => isIn);
    }

    [Fact]
    public async Task Somebody_elses_session_cannot_be_ended()
    {
        await using var app = await App.StartAsync();
        var (mine, theirs) = (await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Coordinator));
        await app.SignInAsync(Cast.Reporter);
        var id = await app.InDbAsync(db => db.Sessions.Where(s => db.People.Any(p => p.Id == s.PersonId && p.Login == "bakyt")).Select(s => s.Id).SingleAsync());

        var answer = await mine.PostAsync(await mine.VisitAsync("/account"), "end-session", ("id", id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await theirs.IsInAsync());
    }

    [Fact]
    public async Task A_session_ends_after_a_week_unseen_and_after_a_month_in_any_case()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (idle, used) = (app.Visitor(), app.Visitor());
        await idle.TryAsync("chynara", Entry.Password);
        await used.TryAsync("chynara", Entry.Password);

        for (var day = 0; day < 30; day += 5)
        {
            Assert.True(await used.IsInAsync(), $"day {day}");
            await SeenAsync(app);
            if (day == 10) Assert.False(await idle.IsInAsync());
            app.Clock.Advance(TimeSpan.FromDays(5));
        }

        Assert.False(await used.IsInAsync());
    }

    /// <summary>That somebody was seen is written down beside the pages, not while they wait.</summary>
    private static async Task SeenAsync(App app)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < 100; i++)
        {
            if (await app.InDbAsync(db => db.Sessions.AnyAsync(s => s.SeenAt >= now.AddMinutes(-10)))) return;
            await Task.Delay(50);
        }
        Assert.Fail("The visit was not written down.");
    }
}
