using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Control;

/// <summary>The head's and the coordinator's screens and the list of signals, through the front door.</summary>
public class ScreenTests : IAsyncLifetime
{
    private App _app = null!;
    private Period _period = null!;
    private Duty _duty = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _period = await _app.OpenPeriodAsync("2026-Q3");
        _duty = (await _app.DutiesOfAsync(_period, Cast.Reporter.Body!)).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works);
        await _app.AcceptAsync(await _app.SendAsync(Cast.Reporter, _period, _duty, new() { Done = "Дубал тургузулду", Phase = WorksPhase.Construction, PhysicalPercent = 30 }));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/head")]
    [InlineData("/control")]
    [InlineData("/signals")]
    [InlineData("/signals?kind=no-evidence")]
    [InlineData("/signals/settings")]
    public async Task The_head_and_the_coordinator_see_it_in_three_languages_with_few_questions(string address)
    {
        foreach (var who in address == "/control" ? (Cast[])[Cast.Coordinator] : [Cast.Head, Cast.Coordinator, Cast.Observer])
            foreach (var language in (string[])["", "/ru", "/en"])
            {
                var browser = await _app.SignInAsync(who);
                await browser.VisitAsync(language + address);
                Assert.InRange(await _app.Queries.CountAsync(() => browser.VisitAsync(language + address)), 1, 3); // the second time, and nothing has happened
            }
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Reporter)).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_head_sees_whose_move_it_is_and_orders_with_one_tap()
    {
        var page = await (await _app.SignInAsync(Cast.Head)).VisitAsync("/head");
        Assert.NotEmpty(page.Html.QuerySelectorAll($"a[href='/orders/new?measure={_duty.Measure.Code}'], a[href^='/orders/new?measure=']"));
        Assert.Contains(page.Html.QuerySelectorAll(".ak-tally .n"), n => n.TextContent.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_this_week_is_there_at_once()
    {
        var page = await (await _app.SignInAsync(Cast.Head)).VisitAsync("/head");
        Assert.True(page.Says("– → 59 %"), page.Html.QuerySelector("aside")!.TextContent); // 5 + 10 + 5 + 10 + 10 + 5 + 45 × 30 % = 58,5
    }

    [Fact]
    public async Task The_screen_is_readable_as_of_a_past_day()
    {
        var head = await _app.SignInAsync(Cast.Head);
        var past = await head.VisitAsync($"/head?on={_app.Clock.Today().AddDays(-1):yyyy-MM-dd}");
        Assert.False(past.Says("– → 59 %")); // nothing had been accepted
        Assert.True(past.Says("21.11.2026га карата"));
        Assert.True((await head.VisitAsync($"/head?on={_app.Clock.Today().AddDays(5):yyyy-MM-dd}")).Says("– → 59 %")); // the future is today
    }

    [Fact]
    public async Task A_signal_is_answered_with_a_reason_and_heard_again()
    {
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        var address = $"/signals/{_duty.Measure.Code}/no-evidence";
        var page = await coordinator.VisitAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PostAsync(page, "silence", ("Reason", " "))).StatusCode);

        await coordinator.SubmitAsync(page, "silence", ("Reason", "Сүрөттөр тендерден кийин болот"));
        await coordinator.SubmitAsync(page, "silence", ("Reason", "экинчи жолу")); // the same form again
        var list = await coordinator.VisitAsync("/signals?kind=no-evidence");
        Assert.True(list.Says("Сүрөттөр тендерден кийин болот"));
        Assert.Empty(list.Html.QuerySelectorAll($"tbody a[href='/measures/{_duty.Measure.Code}']"));
        Assert.Equal(1, await _app.InDbAsync(db => db.Set<Silence>().CountAsync()));

        await coordinator.SubmitAsync(await coordinator.VisitAsync(address), "hear");
        Assert.Single((await coordinator.VisitAsync("/signals?kind=no-evidence")).Html.QuerySelectorAll($"tbody a[href='/measures/{_duty.Measure.Code}']"));
        Assert.Equal(["signal.silenced", "signal.heard-again"], (await _app.WhatHappenedToAsync(_duty.Measure)).Where(what => what.StartsWith("signal.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_a_coordinator_answers_a_signal_and_only_one_that_is_raised()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Head)).GetAsync($"/signals/{_duty.Measure.Code}/no-evidence")).StatusCode);
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/signals/{_duty.Measure.Code}/overrun")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/signals/{_duty.Measure.Code}/nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/signals?kind=nonsense")).StatusCode);
    }

    [Fact]
    public async Task A_threshold_changes_what_is_raised_and_somebody_quicker_is_not_overwritten()
    {
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        var (first, second) = (await coordinator.VisitAsync("/signals/settings"), await coordinator.VisitAsync("/signals/settings"));
        await coordinator.SubmitAsync(first, "save", ("Values[Overrun]", "25"));
        await coordinator.SubmitAsync(await coordinator.VisitAsync("/signals/settings"), "save", ("Values[Overrun]", "30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PostAsync(await coordinator.VisitAsync("/signals/settings"), "save", ("Values[Overrun]", "0"))).StatusCode);
        Assert.Equal(30, (await _app.InDbAsync(db => db.Set<Thresholds>().SingleAsync())).Of(SignalKind.Overrun));
        Assert.Contains((await coordinator.PostAsync(second, "save", ("Values[Overrun]", "99"))).StatusCode, (HttpStatusCode[])[HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity]);
    }
}
