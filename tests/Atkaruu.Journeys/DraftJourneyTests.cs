using Atkaruu.Tests;
using Microsoft.Playwright;

namespace Atkaruu.Journeys;

/// <summary>A return is written on a telephone, on a line that comes and goes. Nothing typed is ever lost.</summary>
[Collection(nameof(BusyOffice))]
public class DraftJourneyTests(BusyOffice office)
{
    private const string Typed = "Жолдун 3 чакырымына шагыл төгүлдү", Later = "Жолдун 3 чакырымына шагыл төгүлдү, көпүрө да бүттү";

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "2024-01-01T00:00:00Z")] // a telephone whose clock went back when its battery was empty
    public async Task What_is_typed_without_a_line_is_there_when_one_comes_back(int which, string? clock)
    {
        await using var reporter = await office.SignInAsync(Cast.AdministrationReporter, 360);
        if (clock is not null) await reporter.Page.Clock.SetFixedTimeAsync(clock);
        var page = await OpenAsync(reporter, office.ToWrite(which));
        await page.FillAsync("#Done", Typed);
        await Saved(page);

        await reporter.Context.SetOfflineAsync(true);
        await page.FillAsync("#Done", Later);
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync((await page.Locator("#saved").GetAttributeAsync("data-local"))!);
        await page.CloseAsync();
        await reporter.Context.SetOfflineAsync(false);

        var again = await OpenAsync(reporter, office.ToWrite(which));
        await Assertions.Expect(again.Locator("#Done")).ToHaveValueAsync(Later);
        await Assertions.Expect(again.Locator("#restored")).ToBeVisibleAsync();
        await Saved(again);
        await ElsewhereAsync(office.ToWrite(which), Later);
    }

    [Fact]
    public async Task What_was_sent_into_a_dead_line_is_there_too()
    {
        await using var reporter = await office.SignInAsync(Cast.AdministrationReporter, 360);
        var page = await OpenAsync(reporter, office.ToWrite(2));
        await page.FillAsync("#Done", Typed);
        await Saved(page);

        await reporter.Context.SetOfflineAsync(true);
        await page.FillAsync("#Done", Later);
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, request) => { if (request.Url.Contains("handler=Check", StringComparison.Ordinal)) failed.TrySetResult(); };
        await page.Locator("[data-test=check]").ClickAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await page.CloseAsync();
        await reporter.Context.SetOfflineAsync(false);

        var again = await OpenAsync(reporter, office.ToWrite(2));
        await Assertions.Expect(again.Locator("#Done")).ToHaveValueAsync(Later);
    }

    [Fact]
    public async Task What_the_server_has_taken_is_not_put_back_over_what_came_later()
    {
        await using var first = await office.SignInAsync(Cast.AdministrationReporter, 360);
        var page = await OpenAsync(first, office.ToWrite(3));
        await page.FillAsync("#Done", Typed);
        await Saved(page);
        await page.CloseAsync();

        await using (var second = await office.SignInAsync(Cast.AdministrationReporter))
        {
            var other = await OpenAsync(second, office.ToWrite(3));
            await other.FillAsync("#Done", Later);
            await Saved(other);
        }

        var again = await OpenAsync(first, office.ToWrite(3));
        await Assertions.Expect(again.Locator("#Done")).ToHaveValueAsync(Later);
        await Assertions.Expect(again.Locator("#restored")).ToBeHiddenAsync();
    }

    private static async Task<IPage> OpenAsync(Person who, string path)
    {
        var page = await who.Context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The server has it, so that the device need not keep it any more, and says so.</summary>
    private static async Task Saved(IPage page)
    {
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('return/'))");
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Сакталды \\d\\d:\\d\\d"));
    }

    private async Task ElsewhereAsync(string path, string text)
    {
        await using var somewhere = await office.SignInAsync(Cast.AdministrationReporter);
        await somewhere.Page.GotoAsync(path);
        await Assertions.Expect(somewhere.Page.Locator("#Done")).ToHaveValueAsync(text);
    }
}
