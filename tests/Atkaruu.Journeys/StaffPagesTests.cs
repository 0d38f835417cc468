using Atkaruu.Tests;
using Microsoft.Playwright;

namespace Atkaruu.Journeys;

/// <summary>What holds for every page of the office, as whoever works with it sees it.</summary>
[Collection(nameof(BusyOffice))]
public class StaffPagesTests(BusyOffice office)
{
    internal static readonly (string? Who, string Path)[] Pages =
    [
        (null, "/sign-in"), (null, "/measures/{measure}"), (null, "/indicators/CA-013/1"), (null, "/visits/draw/2026-Q1"),
        ("nurlan", "/account"), ("nurlan", "/account/safety"), ("nurlan", "/work"), ("nurlan", "/notices"),
        ("nurlan", "/write/2026-Q3/{new}/RMA"), ("nurlan", "/write/2026-Q3/{returned}/RMA"), ("nurlan", "/write/2026-Q3/{returned}/RMA?check=true"), ("nurlan", "/write/2026-Q3/{measure}/RMA"),
        ("aigul", "/people"), ("aigul", "/people/new"), ("aigul", "/people/{person}"), ("aigul", "/people/{person}/roles"), ("aigul", "/people/{person}/handover"), ("aigul", "/rights"),
        ("bakyt", "/matrix"), ("bakyt", "/measures/CA-001/confidence"), ("bakyt", "/matrix?periods=4"), ("bakyt", "/matrix/2026-Q3/accept"), ("bakyt", "/periods"), ("bakyt", "/periods/2026-Q3"), ("bakyt", "/periods/2026-Q2"),
        ("bakyt", "/periods/2026-Q3/publish"), ("bakyt", "/returns/{sent}"), ("bakyt", "/returns/{back}"), ("bakyt", "/visits"), ("bakyt", "/notices"),
        ("bakyt", "/visits/assign?measure={measure}&period=2026-Q3"), ("bakyt", "/indicators/CA-013/1"), ("bakyt", "/measures/{measure}"),
        (null, "/money"), (null, "/works/gantt"),
        ("gulmira", "/head"), ("gulmira", "/orders"), ("gulmira", "/orders/{order}"), ("gulmira", "/meetings/{held}"), ("gulmira", "/signals"),
        ("bakyt", "/control"), ("bakyt", "/signals"), ("bakyt", "/signals/settings"),
        ("bakyt", "/orders?of=all"), ("bakyt", "/orders/new?measure={measure}"), ("nurlan", "/orders"), ("nurlan", "/orders/{order}"),
        ("bakyt", "/meetings"), ("bakyt", "/meetings/new"), ("bakyt", "/meetings/{coming}"), ("bakyt", "/meetings/{held}/pack"), ("bakyt", "/meetings/{held}/minutes"),
        ("bakyt", "/works"), ("bakyt", "/works/{measure}"), ("bakyt", "/works/{measure}/objects/new"), ("bakyt", "/works/{measure}/contracts/new"),
        ("bakyt", "/works/{measure}/objects/{object}"), ("bakyt", "/works/{measure}/objects/{object}/phases/construction"), ("bakyt", "/works/{measure}/objects/{object}/handover"),
        ("bakyt", "/works/{measure}/contracts/{contract}"), ("bakyt", "/works/{measure}/contracts/{contract}/correct"),
        ("bakyt", "/money/{measure}"), ("bakyt", "/money/imports"), ("bakyt", "/money/imports/{import}"), ("bakyt", "/money/rates"), ("bakyt", "/measures/{measure}/confidence"),
        ("erkin", "/visits"), ("erkin", "/visits/{visit}"), ("erkin", "/visits/new?measure={measure}&period=2026-Q3"),
    ];

    public static Cast? One(string? login) => Cast.All.SingleOrDefault(c => c.Login == login);

    public static TheoryData<string, string?, string, int, bool> All()
    {
        var data = new TheoryData<string, string?, string, int, bool>();
        foreach (var (who, path) in Pages)
        {
            data.Add("", who, path, 360, false);
            data.Add("/ru", who, path, 1280, true);
            data.Add("/en", who, path, 360, true);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_accessible_quiet_and_fits_the_screen(string language, string? who, string path, int width, bool dark)
    {
        await using var somebody = await office.SignInAsync(One(who), width, dark);
        var answer = await somebody.Page.GotoAsync(language + office.Path(path));

        Assert.Equal(200, answer!.Status);
        Assert.Equal("", string.Join('\n', [.. await somebody.BarriersAsync(), .. somebody.Complaints]));
        Assert.True(await somebody.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the screen");
        Assert.Equal(1, await somebody.Page.Locator("h1").CountAsync());
    }

    [Theory]
    [InlineData("/work")]
    [InlineData("/write/2026-Q3/{new}/RMA")]
    public async Task The_first_visit_weighs_at_most_100_KB(string path)
    {
        await using var somebody = await office.SignInAsync(Cast.AdministrationReporter, 360);
        Assert.InRange(await somebody.WeightAsync(office.Path(path)), 1, 100 * 1024);
    }

    [Theory]
    [InlineData("/work")]
    [InlineData("/matrix")]
    [InlineData("/periods/2026-Q3/publish")]
    [InlineData("/people/{person}")]
    [InlineData("/returns/{sent}")]
    [InlineData("/visits/{visit}")]
    [InlineData("/notices")]
    public async Task Who_has_not_signed_in_gets_no_further_than_the_door_and_then_where_they_wanted(string path)
    {
        await using var visitor = await office.SignInAsync(null);
        await visitor.Page.GotoAsync(office.Path(path));

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?back="));
        await Assertions.Expect(visitor.Page.Locator("#Password")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("input[name=back]").First).ToHaveValueAsync(Uri.UnescapeDataString(office.Path(path)));
    }
}
