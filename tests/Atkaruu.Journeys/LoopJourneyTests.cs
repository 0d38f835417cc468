using System.Text.RegularExpressions;
using Atkaruu.Data;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Atkaruu.Journeys;

/// <summary>Everyone reports, somebody independent checks: the whole loop, from an empty system to what a citizen reads.</summary>
public sealed class LoopJourneyTests(RunningSite running) : IAsyncLifetime
{
    private const string Password = "көк тоо ит кашык 7 дарыя", First = "Чатыры жабылып бүттү", Mended = "Чатыры жабылды, эшиктери коюлду";
    private readonly List<Person> _everybody = [];
    private RunningSite _site = null!;
    private Measure _measure = null!;
    private bool _script;

    public async ValueTask InitializeAsync() => _site = await running.AnotherAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _everybody) await person.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_first_link_to_what_a_citizen_reads(bool script)
    {
        _script = script;
        var plan = (await _site.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        _measure = plan.Measures.First(m => m.Kind == MeasureKind.Works && plan.Indicators(m).Any() && m.Bodies.Any(b => b is { Body: "RMA", Role: BodyRole.Lead }) && m.Schedule.StartIn(plan.Programme.FromYear) < new DateOnly(2026, 9, 1));

        var administrator = await FirstAdministratorAsync();
        var coordinator = await InvitedAsync(administrator, "bakyt", "Бакыт Осмонов", "RMA", "Coordinator", 1280);
        var reporter = await InvitedAsync(administrator, "nurlan", "Нурлан Сыдыков", "RMA", "Reporter", 360);
        var verifier = await InvitedAsync(administrator, "erkin", "Эркин Жолдошев", "", "Verifier", 360);

        await OpenPeriodAsync(coordinator);
        await ReportAsync(reporter);
        await SendBackAsync(coordinator, "Сүрөттө эмне экени жазылган эмес, эшиктер жөнүндө сөз жок.");
        await MendAsync(reporter, "эшиктер жөнүндө сөз жок");
        await AcceptAndAssignAsync(coordinator, "Эркин Жолдошев");
        await ConfirmAsync(verifier);
        await PublishAsync(coordinator);
        await ReadAsync();

        foreach (var person in _everybody) Assert.Empty(person.Complaints);
    }

    private async Task<IPage> FirstAdministratorAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var token = await FirstAdministrator.OfferAsync(scope.ServiceProvider.GetRequiredService<Db>(), _site.Clock, TestContext.Current.CancellationToken);
        var page = await AtABrowserAsync(1280);

        await page.GotoAsync("/invitation/" + token);
        await page.FillAsync("#Name", "Айгүл Маматова");
        await page.FillAsync("#Login", "aigul");
        await SetPasswordAsync(page);

        await page.GotoAsync("/invitation/" + token);
        await Assertions.Expect(page.Locator("#Password")).ToHaveCountAsync(0); // the link is used up
        Forgive();
        return page;
    }

    /// <summary>The administrator makes the link; whoever it is for opens it on their own device, sets a password, and signs in with it.</summary>
    private async Task<IPage> InvitedAsync(IPage administrator, string login, string name, string body, string role, int width)
    {
        await administrator.GotoAsync("/people");
        await administrator.Locator("a[href$='/people/new']").First.ClickAsync();
        await administrator.FillAsync("#Login", login);
        await administrator.FillAsync("#Name", name);
        await administrator.SelectOptionAsync("#Body", body);
        await administrator.SelectOptionAsync("#RoleName", role);
        await Button(administrator, "invite").ClickAsync();
        var link = await administrator.Locator("[data-test=link]").InnerTextAsync();

        var page = await AtABrowserAsync(width);
        await page.GotoAsync(link);
        await SetPasswordAsync(page);
        await page.GotoAsync("/sign-out");
        await page.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/sign-out"));

        await page.GotoAsync("/account");
        await page.FillAsync("#Login", login);
        await page.FillAsync("#Password", Password);
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/account$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        return page;
    }

    private static async Task OpenPeriodAsync(IPage coordinator)
    {
        await coordinator.GotoAsync("/periods");
        await coordinator.SelectOptionAsync("#Code", "2026-Q3");
        await coordinator.FillAsync("#Reason", "Система жаңы киргизилди");
        await Button(coordinator, "add-period").ClickAsync();
        await Assertions.Expect(coordinator).ToHaveURLAsync(new Regex("/periods/2026-Q3$"));
    }

    private async Task ReportAsync(IPage reporter)
    {
        await OpenFormAsync(reporter);
        await reporter.SelectOptionAsync("#Phase", "Construction");
        await reporter.FillAsync("#PhysicalPercent", "40");
        await reporter.Locator("input[name$='.Value']").First.FillAsync("1");
        await reporter.FillAsync("#Done", First);
        if (_script)
        {
            await reporter.Locator("input[name=Photos]").SetInputFilesAsync(new FilePayload { Name = "курулуш.jpg", MimeType = "image/jpeg", Buffer = Photo.Jpeg(7) });
            await Assertions.Expect(reporter.Locator("[data-test=shots] .ak-photos img")).ToHaveCountAsync(1);
        }
        await SendAsync(reporter);
    }

    private async Task SendBackAsync(IPage coordinator, string reason)
    {
        await OpenReturnAsync(coordinator);
        await Assertions.Expect(coordinator.GetByText(First).First).ToBeVisibleAsync();
        await coordinator.Locator("summary[accesskey=r]").ClickAsync();
        await coordinator.FillAsync("#Reason", reason);
        await Button(coordinator, "send-back").ClickAsync();
        await Assertions.Expect(coordinator.GetByText(reason).First).ToBeVisibleAsync();
    }

    private async Task MendAsync(IPage reporter, string reason)
    {
        await reporter.GotoAsync("/work");
        await Assertions.Expect(reporter.Locator("[data-test=group-returned]")).ToContainTextAsync(reason);
        await reporter.Locator("[data-test=group-returned] a").ClickAsync();
        await Assertions.Expect(reporter.Locator("[data-test=returned]")).ToContainTextAsync(reason);
        await Assertions.Expect(reporter.Locator("#Done")).ToHaveValueAsync(First);
        await reporter.FillAsync("#Done", Mended);
        await SendAsync(reporter);
    }

    private async Task AcceptAndAssignAsync(IPage coordinator, string verifier)
    {
        await OpenReturnAsync(coordinator);
        var address = coordinator.Url;
        await Button(coordinator, "accept").ClickAsync();
        await Assertions.Expect(coordinator).ToHaveURLAsync(new Regex("/matrix/2026-Q3"));
        await coordinator.GotoAsync(address);
        await coordinator.Locator("[data-test=to-assign]").ClickAsync();
        await coordinator.Locator("select[name=Verifier]").SelectOptionAsync(new SelectOptionValue { Label = verifier });
        await Button(coordinator, "assign-visit").ClickAsync();
        await Assertions.Expect(coordinator.Locator("main p").Filter(new() { HasText = verifier })).ToBeVisibleAsync(); // not the name that could be chosen
    }

    private async Task ConfirmAsync(IPage verifier)
    {
        await verifier.GotoAsync("/visits");
        await verifier.Locator("[data-test=mine] a").First.ClickAsync();
        await Assertions.Expect(verifier.Locator("[data-test=reported]")).ToContainTextAsync(Mended);
        if (_script) await Assertions.Expect(verifier.Locator("[data-test=reported] .ak-photos img")).ToHaveCountAsync(1);
        await verifier.Locator("input[name=Verdict][value=Confirmed]").CheckAsync();
        await verifier.SelectOptionAsync("select[name=Source]", "Inspector");
        await verifier.FillAsync("input[name=VisitedOn]", "2026-11-21");
        await verifier.FillAsync("textarea[name=Note]", "Чатыры жабык, эшиктери ордунда.");
        await Button(verifier, "say").ClickAsync();
        await Assertions.Expect(Button(verifier, "say")).ToHaveCountAsync(0);
        await verifier.GotoAsync("/visits");
        await Assertions.Expect(verifier.Locator("[data-test=done]")).ToContainTextAsync("Ырасталды");
    }

    private async Task PublishAsync(IPage coordinator)
    {
        await coordinator.GotoAsync("/periods/2026-Q3");
        await coordinator.FillAsync("#close-reason", "Калгандары кагаз жүзүндө берди");
        await Button(coordinator, "close").ClickAsync();
        await Assertions.Expect(Button(coordinator, "to-publish")).ToBeVisibleAsync();
        _site.Clock.Advance(TimeSpan.FromDays(1)); // closed in error could be taken back the same day; it was not
        await coordinator.Locator("[data-test=to-publish]").ClickAsync();
        await Button(coordinator, "publish").ClickAsync();
        await Assertions.Expect(coordinator.GetByText("Жарыяланды").First).ToBeVisibleAsync();
    }

    /// <summary>Somebody who never signs in.</summary>
    private async Task ReadAsync()
    {
        _site.Clock.Advance(TimeSpan.FromSeconds(2)); // kept pages are looked at anew
        var visitor = await AtABrowserAsync(360);
        await visitor.GotoAsync("/measures/" + _measure.Code);
        await Assertions.Expect(visitor.Locator("#returns")).ToContainTextAsync(Mended);
        await Assertions.Expect(visitor.Locator("#returns")).Not.ToContainTextAsync(First + ".");
        await Assertions.Expect(visitor.Locator(".ak-triple")).ToContainTextAsync("Чатыры жабык, эшиктери ордунда.");
        await Assertions.Expect(visitor.Locator(".ak-triple")).ToContainTextAsync("ырасталды");
        if (!_script) return;
        var picture = visitor.Locator("#returns .ak-photos img");
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("i => i.naturalWidth") > 0, "the photograph is not there");
        await Assertions.Expect(visitor.Locator("main")).Not.ToContainTextAsync("Эркин Жолдошев"); // who went is not for everybody
    }

    private async Task OpenFormAsync(IPage reporter)
    {
        await reporter.GotoAsync("/work");
        await reporter.Locator($"a[href$='/write/2026-Q3/{_measure.Code}/RMA']").ClickAsync();
        await Assertions.Expect(reporter).ToHaveURLAsync(new Regex("/write/2026-Q3/"));
    }

    private static async Task SendAsync(IPage reporter)
    {
        await Button(reporter, "check").ClickAsync();
        await Button(reporter, "submit").ClickAsync();
        await Assertions.Expect(reporter.Locator("[data-test=sent]")).ToBeVisibleAsync();
    }

    private async Task OpenReturnAsync(IPage coordinator)
    {
        await coordinator.GotoAsync("/matrix");
        await coordinator.Locator("a.cell[data-s=sent]").First.ClickAsync();
        await Assertions.Expect(coordinator.Locator("h1")).ToContainTextAsync(_measure.Title.Ky[..20]);
    }

    private static async Task SetPasswordAsync(IPage page)
    {
        await page.FillAsync("#Password", Password);
        await page.FillAsync("#Again", Password);
        await page.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/invitation/"));
    }

    private static ILocator Button(IPage page, string test) => page.Locator($"[data-test={test}]").First;

    private async Task<IPage> AtABrowserAsync(int width)
    {
        var somebody = await _site.SomebodyAsync(width, _script);
        _everybody.Add(somebody);
        return somebody.Page;
    }

    private void Forgive() => _everybody.ForEach(person => person.Forgive());
}
