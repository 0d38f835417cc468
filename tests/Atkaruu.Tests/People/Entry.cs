using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Credentials;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.People;

/// <summary>Ways in, for the tests of the doors themselves; all others take <see cref="App.SignInAsync"/>.</summary>
internal static class Entry
{
    public const string Password = "көк боз ат 47 тоо суусу", Another = "жашыл чөп үстүндө 9 топоз";

    /// <summary>Gives one of the cast a password.</summary>
    public static Task GivePasswordAsync(this App app, Cast who, string password = Password) => app.InDbAsync(async db =>
    {
        var person = await who.InAsync(db);
        person.SetPassword(app.Services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, PasswordRules.Plain(password)));
        await db.SaveChangesAsync();
    });

    /// <summary>Switches the codes of the telephone on, by the pages, and says what the telephone knows and the kept codes.</summary>
    public static async Task<(string Key, string[] Codes)> SwitchTotpOnAsync(this App app, Browser browser)
    {
        var page = await browser.VisitAsync("/account/safety");
        page = await browser.SubmitAsync(page, "totp-offer", ("Current", Password));
        var key = page["totp-key"];
        page = await browser.SubmitAsync(page, "totp-on", ("Code", AuthenticatorCodes.CodeAt(key, app.Clock.GetUtcNow())));
        return (key, [.. page.Texts("[data-test=codes] code")]);
    }

    public static async Task<Page> TryAsync(this Browser browser, string login, string password, string query = "") =>
        await browser.SubmitAsync(await browser.VisitAsync("/sign-in" + query), "Кирүү", ("Login", login), ("Password", password));

    /// <summary>Whether this browser is signed in: it can open the page of its owner.</summary>
    public static async Task<bool> IsInAsync(this Browser browser) => (int)(await browser.GetAsync("/account")).StatusCode == 200;

    public static Task<int> OpenSessionsAsync(this App app, Cast who) => app.InDbAsync(db =>
        db.Sessions.CountAsync(s => s.EndedAt == null && db.People.Any(p => p.Id == s.PersonId && p.Login == who.Login)));

    /// <summary>A link made for one of the cast by the administrator's page.</summary>
    public static async Task<string> LinkForAsync(this App app, Cast who)
    {
        var id = (await app.InDbAsync(who.InAsync)).Id;
        var administrator = await app.SignInAsync(Cast.Administrator);
        var page = await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{id}"), "link");
        return new Uri(page["link"]).PathAndQuery;
    }
}
