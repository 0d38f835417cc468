using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class PeriodPagesTests
{
    [Fact]
    public async Task Whoever_reads_may_look_and_only_a_coordinator_of_everything_changes()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var visitor = app.Visitor();
        await visitor.GetAsync("/periods");
        Assert.StartsWith("/sign-in", visitor.SentTo);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Administrator)).GetAsync("/periods")).StatusCode);

        var scoped = new Cast("sectional", "Бөлүм Координатору", "RMA", new Grant(Role.Coordinator, new(Municipality: "41706")));
        foreach (var who in new[] { Cast.Reporter, Cast.Head, scoped })
        {
            var browser = await app.SignInAsync(who);
            foreach (var address in new[] { "/periods", "/periods/2026-Q3" })
            {
                var page = await browser.VisitAsync(address);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.Empty(page.Html.QuerySelectorAll("main form"));
            }
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/periods/2026-Q3/publish")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/periods/2026-Q1")).StatusCode);
    }

    [Fact]
    public async Task The_list_shows_states_days_and_counts()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var duties = await app.DutiesOfAsync(period, Cast.Reporter.Body!);
        await app.AcceptAsync(await app.SendAsync(Cast.Reporter, period, duties[0]));
        await app.SendAsync(Cast.Reporter, period, duties[1]);
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/periods");

        var row = page.Html.QuerySelector("tbody tr")!;
        Assert.Equal(["Ачык", "21.09.2026", "29.11.2026", "09.12.2026", $"1 / {(await app.PlanAsync()).Owed(period).Count}", "1"], row.QuerySelectorAll("td").Select(c => Page.Clean(c.TextContent)));
        Assert.True(page.Says("7 күн калды."));
    }

    [Fact]
    public async Task A_past_period_is_opened_by_hand_with_a_reason()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/periods");
        var refused = await browser.SubmitAsync(page, "add-period", ("Code", "2025-Q4"), ("Due", "2026-12-10"), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("2026-12-10", refused.Html.GetElementById("Due")!.GetAttribute("value")); // nothing typed is lost

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "add-period", ("Code", "2029-Q4"), ("Due", "2026-12-10"), ("Reason", "x"))).Status);
        var done = await browser.SubmitAsync(page, "add-period", ("Code", "2025-Q4"), ("Due", "2026-12-10"), ("Reason", "Өткөн жылдын отчету"));
        Assert.True(done.Says("2025-жылдын IV чейреги"));

        var period = await app.InDbAsync(db => db.Periods.SingleAsync());
        Assert.Equal((PeriodState.Open, new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 20)), (period.State, period.Due, period.ClosesOn));
        Assert.Equal(["period.planned", "period.opened"], await app.WhatHappenedToAsync(period));
    }

    [Fact]
    public async Task The_calendar_is_changed_and_keeps_to_its_limits()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/periods");
        var refused = await browser.SubmitAsync(page, "save-calendar", ("DueDays", "400"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        Assert.True((await browser.SubmitAsync(page, "save-calendar", ("DueDays", "20"))).Says("График сакталды."));
        Assert.Equal(20, await app.InDbAsync(db => db.ReportingCalendars.Select(c => c.DueDays).SingleAsync()));
        Assert.Equal(new DateOnly(2027, 1, 20), await app.InDbAsync(db => db.Periods.Where(p => p.Code == "2026-Q4").Select(p => p.Due).SingleAsync()));
    }

    [Fact]
    public async Task It_is_closed_with_a_reason_undone_and_moved()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/periods/2026-Q3");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "close", ("Reason", ""))).Status);

        var closed = await browser.SubmitAsync(page, "close", ("Reason", "Баары келди"));
        Assert.Equal(PeriodState.Closed, (await app.SeeAsync(period)).State);
        var opened = await browser.SubmitAsync(closed, "unclose");
        Assert.Equal(PeriodState.Open, (await app.SeeAsync(period)).State);

        await browser.SubmitAsync(opened, "open", ("Due", "2026-12-05"), ("ClosesOn", "2026-12-06"), ("Reason", "Жол жабык болчу"));
        Assert.Equal(new DateOnly(2026, 12, 5), (await app.SeeAsync(period)).Due);
        Assert.Equal(["period.closed", "period.unclosed", "period.opened"], (await app.WhatHappenedToAsync(period))[^3..]);
    }

    [Fact]
    public async Task One_person_is_given_time_for_a_reason_and_it_can_be_ended()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        await app.DoAsync(period, p => p.Close("бүттү"));
        await app.SignInAsync(Cast.Reporter);
        var reporter = await app.InDbAsync(db => Cast.Reporter.InAsync(db));
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/periods/2026-Q3");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "except", ("Person", ""), ("Reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "except", ("Person", reporter.Id.ToString()), ("Reason", ""))).Status);

        var given = await browser.SubmitAsync(page, "except", ("Person", reporter.Id.ToString()), ("Until", "2026-11-25"), ("Reason", "Байланыш жок болчу"));
        Assert.True(given.Says("Чынара Токтогулова, 25.11.2026 күнүнүн аягына чейин"));
        Assert.Null((await app.SeeAsync(period)).WhyLocked(reporter.Id, new DateOnly(2026, 11, 25).EndInBishkek().AddSeconds(-1)));

        await browser.SubmitAsync(given, "end-exception");
        Assert.NotNull((await app.SeeAsync(period)).WhyLocked(reporter.Id, app.Clock.Now()));
    }

    [Fact]
    public async Task Publishing_shows_what_is_missing_asks_once_and_freezes_what_was_accepted()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var duties = await app.DutiesOfAsync(period, Cast.Reporter.Body!);
        var accepted = await app.AcceptAsync(await app.SendAsync(Cast.Reporter, period, duties[0]));
        var waits = await app.SendAsync(Cast.Reporter, period, duties[1]);
        var browser = await app.SignInAsync(Cast.Coordinator);

        Assert.Null((await browser.VisitAsync("/periods/2026-Q3/publish")).Html.QuerySelector("[data-test=publish]")); // still open
        await app.DoAsync(period, p => p.Close("бүттү"));
        var owed = (await app.PlanAsync()).Owed(period).Count;
        var asked = await browser.VisitAsync("/periods/2026-Q3/publish");
        Assert.True(asked.Says($"{owed} отчеттун 1и жарыяланат"));
        Assert.True(asked.Says($"Жетишпегени: {owed - 1}"));

        var done = await browser.SubmitAsync(asked, "publish");
        Assert.True(done.Says("Жарыялаган: Бакыт Осмонов."));
        Assert.Equal((ReturnState.Published, ReturnState.Submitted), ((await app.SeeAsync(accepted)).State, (await app.SeeAsync(waits)).State));
        Assert.Equal(PeriodState.Published, (await app.SeeAsync(period)).State);
        Assert.Equal("/periods/2026-Q3", (await browser.PostAsync(asked, "publish")).Headers.Location?.ToString()); // pressed twice: done once
        Assert.Single(await app.WhatHappenedToAsync(period), "period.published");
        Assert.Empty((await browser.VisitAsync("/periods/2026-Q3")).Html.QuerySelectorAll("main form"));

        // What was accepted later goes out then, and what is out cannot be taken back.
        await browser.SubmitAsync(await browser.VisitAsync($"/returns/{waits.Id}"), "accept");
        Assert.Equal(ReturnState.Published, (await app.SeeAsync(waits)).State);
        Assert.Throws<RuleException>(() => app.DoAsync(Cast.Head, accepted, (r, actor) => r.Reopen(actor)).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Pages_ask_the_database_at_most_ten_questions()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        await browser.VisitAsync("/periods"); // reads the plan
        foreach (var address in new[] { "/periods", "/periods/2026-Q3", "/periods/2026-Q3/publish" })
            Assert.InRange(await app.Queries.CountAsync(() => browser.VisitAsync(address)), 1, 10);
    }
}
