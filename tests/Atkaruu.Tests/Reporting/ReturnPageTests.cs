using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class ReturnPageTests
{
    private static readonly string Body = Cast.Reporter.Body!;

    private static async Task<(Period Period, Duty Duty, Return Made)> SentAsync(App app, string[]? warnings = null)
    {
        var period = await app.OpenPeriodAsync();
        var duty = (await app.DutiesOfAsync(period, Body))[0];
        return (period, duty, await app.SendAsync(Cast.Reporter, period, duty, warnings: warnings));
    }

    [Fact]
    public async Task It_is_there_for_those_it_concerns_and_for_nobody_else()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app);
        var address = $"/returns/{made.Id}";

        var visitor = app.Visitor();
        await visitor.GetAsync(address);
        Assert.StartsWith("/sign-in", visitor.SentTo);
        foreach (var (who, status) in new[]
        {
            (Cast.Administrator, 404), (Cast.OtherReporter, 404), (Cast.Reporter, 200), (Cast.Coordinator, 200), (Cast.Head, 200), (Cast.Verifier, 200), (Cast.Observer, 200),
        })
            Assert.Equal((who.Login, status), (who.Login, (int)(await (await app.SignInAsync(who)).GetAsync(address)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync($"/returns/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Only_a_coordinator_decides()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app);
        var form = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync($"/returns/{made.Id}");
        foreach (var who in new[] { Cast.Reporter, Cast.Head, Cast.Verifier, Cast.Observer, Cast.OtherReporter, Cast.Administrator })
        {
            var browser = await app.SignInAsync(who);
            var page = await browser.VisitAsync($"/returns/{made.Id}");
            Assert.Null(page.Html.QuerySelector("[data-test=accept], [data-test=send-back]"));
            foreach (var handler in new[] { "Accept", "SendBack", "Reopen" })
                Assert.Contains((int)(await browser.SendAsync(new(HttpMethod.Post, $"/returns/{made.Id}?handler={handler}") { Content = new FormUrlEncodedContent([]) })).StatusCode, new[] { 400, 404 });
        }
        Assert.NotNull(form.Html.QuerySelector("[data-test=accept]"));
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(made)).State);
    }

    [Fact]
    public async Task Accepted_it_goes_on_to_the_next_that_waits_and_can_be_undone()
    {
        await using var app = await App.StartAsync();
        var (period, _, made) = await SentAsync(app);
        var next = await app.SendAsync(Cast.Reporter, period, (await app.DutiesOfAsync(period, Body))[1]);
        var browser = await app.SignInAsync(Cast.Coordinator);

        var page = await browser.SubmitAsync(await browser.VisitAsync($"/returns/{made.Id}"), "accept");
        Assert.StartsWith($"/returns/{next.Id}?undo=", browser.SentTo ?? page.Response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.True(page.Says("1 отчет кабыл алынды."));
        Assert.Equal(ReturnState.Accepted, (await app.SeeAsync(made)).State);

        await browser.SubmitAsync(page, "undo");
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(made)).State);
        Assert.Equal(["return.begun", "return.submitted", "return.accepted", "return.reopened"], await app.WhatHappenedToAsync(made));
    }

    [Fact]
    public async Task Accepted_by_somebody_else_meanwhile_it_says_so()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync($"/returns/{made.Id}");
        await app.AcceptAsync(made);

        var answer = await browser.SubmitAsync(page, "accept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Says("текшерүүнү күтүп турган жок"));
    }

    [Fact]
    public async Task It_is_sent_back_only_with_a_reason_and_then_it_is_the_reporters_again()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync($"/returns/{made.Id}");

        var refused = await browser.SubmitAsync(page, "send-back", ("Reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Says("Эмнени оңдош керек экенин жазыңыз."));
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(made)).State);

        var done = await browser.SubmitAsync(page, "send-back", ("Reason", "Санын текшериңиз"));
        Assert.True(done.Says("Санын текшериңиз"));
        var now = await app.SeeAsync(made);
        Assert.Equal((ReturnState.Returned, "Санын текшериңиз", true), (now.State, now.SentBackReason, now.IsOpen));
        Assert.True((await (await app.SignInAsync(Cast.Reporter)).VisitAsync($"/returns/{made.Id}")).Says("Санын текшериңиз"));
    }

    [Fact]
    public async Task Sent_back_after_the_period_closed_the_sender_is_given_time()
    {
        await using var app = await App.StartAsync();
        var (period, _, made) = await SentAsync(app);
        await app.DoAsync(period, p => p.Close("бүттү"));
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync($"/returns/{made.Id}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "send-back", ("Reason", "Оңдоңуз"), ("Until", ""))).Status);
        await browser.SubmitAsync(page, "send-back", ("Reason", "Оңдоңуз"), ("Until", "2026-11-25"));

        var reporter = (await app.SeeAsync(made)).SubmittedBy!.Value;
        var known = await app.SeeAsync(period);
        Assert.Null(known.WhyLocked(reporter, app.Clock.Now()));
        Assert.NotNull(known.WhyLocked(reporter, new DateOnly(2026, 11, 25).EndInBishkek()));
    }

    [Fact]
    public async Task Nobody_accepts_their_own_not_even_one_entered_for_somebody_else()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var duty = (await app.DutiesOfAsync(period, Body))[0];
        var made = await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            var it = Return.Begin(period, duty.Measure.Id, Body, duty.Part, app.Clock.Now());
            it.HeardBy(actor, Heard.Telephone, "Чынара эже");
            it.Write(actor, new() { Done = "Телефондон айтты" }, [], app.Clock.Now());
            it.Submit(actor, period, [], app.Clock.Now());
            db.Add(it);
            await db.SaveChangesAsync();
            return it;
        });
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync($"/returns/{made.Id}");
        Assert.True(page.Says("Телефон аркылуу айтылды: Чынара эже"));
        Assert.True(page.Says("аны башка координатор текшерет"));
        Assert.Null(page.Html.QuerySelector("[data-test=accept]"));

        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await browser.SendAsync(new(HttpMethod.Post, $"/returns/{made.Id}?handler=Accept") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Key", Guid.NewGuid().ToString())]) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(made)).State);
    }

    [Fact]
    public async Task Values_stand_beside_those_of_the_last_accepted_return_with_their_warnings()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var before = await app.OpenPeriodAsync("2026-Q2");
        var period = await app.OpenPeriodAsync();
        var duty = plan.Owed(period).First(d => d.Part == Part.Lead && plan.Indicators(d.Measure).Any(i => i.Unit != "percent") && d.Body.Code == "RMA");
        var indicator = plan.Indicators(duty.Measure).First(i => i.Unit != "percent");
        await app.AcceptAsync(await app.SendAsync(Cast.AdministrationReporter, before, duty, values: [Observation.Of(indicator.Id, 12)]));
        var made = await app.AsAsync(Cast.AdministrationReporter, async (db, actor) =>
        {
            var it = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, app.Clock.Now());
            it.Write(actor, new() { Done = "Азайды" }, [Observation.Of(indicator.Id, 9)], app.Clock.Now());
            it.Submit(actor, period, [new("fell", indicator.Id, 12, 9), new("no-evidence"), new("something-new")], app.Clock.Now());
            db.Add(it);
            await db.SaveChangesAsync();
            return it;
        });

        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync($"/returns/{made.Id}");
        Assert.True(page.Says("12 эле, 9 болуп азайган."));
        Assert.True(page.Says("Далил тиркелген эмес."));
        Assert.True(page.Says("Дагы бир жолу карап чыгыңыз."));
        Assert.True(page.Says("Мурда: 2026, II чейрек"));
        Assert.Contains("−3", page.Texts(".cmp td.num"));
    }

    [Fact]
    public async Task A_remark_is_made_on_the_return_or_on_a_value_and_not_by_an_observer()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync($"/returns/{made.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, "comment", ("Text", ""))).Status);

        await browser.SubmitAsync(page, "comment", ("Text", "<b>Кайсы айылда?</b>"));
        await browser.SubmitAsync(page, "comment", ("Text", "<b>Кайсы айылда?</b>")); // pressed twice
        Assert.Equal("<b>Кайсы айылда?</b>", Assert.Single((await app.SeeAsync(made)).Comments).Text);
        Assert.True((await (await app.SignInAsync(Cast.Reporter)).VisitAsync($"/returns/{made.Id}")).Says("<b>Кайсы айылда?</b>"));
        Assert.Null((await (await app.SignInAsync(Cast.Observer)).VisitAsync($"/returns/{made.Id}")).Html.QuerySelector("[data-test=comment]"));
    }

    [Fact]
    public async Task After_publication_a_correction_stands_beside_the_first_and_accepting_it_publishes_it()
    {
        await using var app = await App.StartAsync();
        var (period, duty, made) = await SentAsync(app);
        await app.AcceptAsync(made);
        await app.PublishAsync(period);

        var reporter = await app.SignInAsync(Cast.Reporter);
        var page = await reporter.VisitAsync($"/returns/{made.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reporter.SubmitAsync(page, "correct", ("Reason", " "))).Status);
        await reporter.PostAsync(page, "correct", ("Reason", "Сан ката жазылган"));
        Assert.Equal($"/write/2026-Q3/{duty.Measure.Code}/{Body}", reporter.SentTo);

        var second = await app.InDbAsync(db => db.Returns.SingleAsync(r => r.Corrects == made.Id));
        await app.DoAsync(Cast.Reporter, second, (r, actor) =>
        {
            r.Write(actor, new() { Done = "Оңдолду" }, [], app.Clock.Now());
            r.Submit(actor, period, [], app.Clock.Now());
        });
        var again = await reporter.VisitAsync($"/returns/{made.Id}");
        Assert.Null(again.Html.QuerySelector("[data-test=correct]")); // one correction at a time

        var browser = await app.SignInAsync(Cast.Coordinator);
        var asked = await browser.VisitAsync($"/returns/{second.Id}");
        Assert.True(asked.Says("Сан ката жазылган"));
        Assert.Equal(["Иш бүттү"], asked.Texts("del"));
        Assert.Equal(["Оңдолду"], asked.Texts("ins"));
        await browser.SubmitAsync(asked, "accept");

        Assert.Equal((ReturnState.Published, ReturnState.Published), ((await app.SeeAsync(made)).State, (await app.SeeAsync(second)).State));
        Assert.False((await app.SeeAsync(second)).Late);
        Assert.Equal(2, (await browser.VisitAsync($"/returns/{made.Id}")).Html.QuerySelectorAll(".ak-note a").Length);
    }

    [Fact]
    public async Task The_page_asks_few_questions_however_much_there_is()
    {
        await using var app = await App.StartAsync();
        var (_, _, made) = await SentAsync(app, ["no-evidence"]);
        var browser = await app.SignInAsync(Cast.Coordinator);
        await browser.VisitAsync($"/returns/{made.Id}");
        Assert.InRange(await app.Queries.CountAsync(() => browser.VisitAsync($"/returns/{made.Id}")), 1, 12);
    }
}
