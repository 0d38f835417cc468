using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Atkaruu.Journeys;

/// <summary>Somebody in Kara-Shybak wants to know what was promised there, and whether the plan says what it should.</summary>
public partial class CitizenJourneyTests(RunningSite site)
{
    [Fact]
    public async Task From_the_home_page_to_ones_own_village_and_its_measure()
    {
        await using var citizen = await site.SomebodyAsync(360);
        var page = (await citizen.OpenAsync("/")).Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Кара-Шыбак", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/places/41706259851110$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Кара-Шыбак");

        await page.Locator("a[href*='/measures/CA-']").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(MeasureAddress());
        Assert.Empty(citizen.Complaints);
    }

    [Fact]
    public async Task Typing_finds_at_once_and_the_address_remembers()
    {
        const string question = "чон алай мектеп";
        await using var citizen = await site.SomebodyAsync();
        var asked = (await citizen.OpenAsync("/register?q=" + Uri.EscapeDataString(question))).Page;
        var found = await asked.Locator("a[href*='/measures/CA-']").CountAsync();
        Assert.InRange(found, 1, 40);
        var page = (await citizen.OpenAsync("/register")).Page;

        await page.Locator("input[name=q]").First.PressSequentiallyAsync(question, new() { Delay = 20 });

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]q=" + string.Join("(%20|\\+)", question.Split(' ').Select(Uri.EscapeDataString)) + "(&|$)"));
        await Assertions.Expect(page.Locator("a[href*='/measures/CA-']")).ToHaveCountAsync(found);
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("input[name=q]").First).ToHaveValueAsync(question);
        Assert.Empty(citizen.Complaints);
    }

    [Fact]
    public async Task Without_script_the_same_is_found_by_pressing_the_button()
    {
        await using var citizen = await site.SomebodyAsync(360, script: false);
        var page = (await citizen.OpenAsync("/register")).Page;

        await page.Locator("input[name=q]").First.FillAsync("мектеп");
        await page.Locator("input[name=q]").First.PressAsync("Enter");

        await Assertions.Expect(page.Locator("mark").First).ToContainTextAsync(new Regex("мек", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task The_language_changes_and_the_page_stays()
    {
        await using var citizen = await site.SomebodyAsync();
        var page = (await citizen.OpenAsync("/register?q=мектеп")).Page;

        await page.Locator("a[hreflang=ru], a[lang=ru]").First.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/ru/register\\?q="));
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
    }

    [Fact]
    public async Task By_keyboard_the_first_stop_leads_to_the_content()
    {
        await using var citizen = await site.SomebodyAsync();
        var page = (await citizen.OpenAsync("/")).Page;

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#."));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector(location.hash) !== null"));
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "spreadsheetml")]
    public async Task What_is_shown_can_be_taken_home(string kind, string type)
    {
        await using var citizen = await site.SomebodyAsync();
        var page = (await citizen.OpenAsync("/register?q=мектеп")).Page;

        var link = await page.Locator($"a[href*='register.{kind}']").First.GetAttributeAsync("href");
        var file = await page.APIRequest.GetAsync(link!);

        Assert.Contains("q=", link, StringComparison.Ordinal);
        Assert.Contains(type, file.Headers["content-type"], StringComparison.Ordinal);
        Assert.True((await file.BodyAsync()).Length > 500);
    }

    [GeneratedRegex("/measures/CA-\\d{3}$", RegexOptions.IgnoreCase)]
    private static partial Regex MeasureAddress();
}
