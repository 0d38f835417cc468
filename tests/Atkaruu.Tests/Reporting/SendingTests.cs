using System.Net;
using System.Text.Json;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class SendingTests
{
    private const string Village = "/write/2026-Q3/CA-001/AO-CHON-ALAY", Admin = "/write/2026-Q3/CA-027/RMA";

    [Fact]
    public async Task The_same_form_sent_twice_has_one_effect_and_the_same_answer()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Канал"), ("Values[0].Value", "10"));

        var answers = new[] { await reporter.PostAsync(check, "submit"), await reporter.PostAsync(check, "submit") };
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Redirect, Admin), (answer.StatusCode, answer.Headers.Location!.ToString())));
        Assert.Equal(1, await A.CountLogAsync(app, "return.submitted"));
        Assert.Equal(1, await app.InDbAsync(db => db.Receipts.CountAsync()));
    }

    [Fact]
    public async Task Sending_asks_few_questions()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Канал"), ("Values[0].Value", "10"));

        Assert.InRange(await app.Queries.CountAsync(() => reporter.PostAsync(check, "submit")), 1, 10);
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_has_one_effect()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Admin);
        (string, string)[] typed = [("Done", "Канал"), ("Values[0].Value", "10"), ("Values[1].Value", "2")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
        {
            var request = reporter.Filled(form, "check", typed);
            request.RequestUri = new("https://localhost" + Admin + "?handler=Submit");
            return reporter.SendAsync(request);
        }));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await A.CountLogAsync(app, "return.submitted"));
        Assert.Equal(2, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Values.Count);
    }

    [Fact]
    public async Task What_is_changed_after_taking_it_back_is_sent_even_from_the_old_page()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Village), "check", ("Done", "Биринчи"));
        await reporter.SubmitAsync(await reporter.SubmitAsync(check, "submit"), "withdraw");

        await reporter.SubmitAsync(check, "submit", ("Done", "Экинчи"));
        var made = (await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!;
        Assert.Equal((ReturnState.Submitted, "Экинчи"), (made.State, made.Words.Done));
    }

    [Fact]
    public async Task What_was_sent_can_be_taken_back_until_it_is_decided()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var sent = await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(Village), "check", ("Done", "Иш")), "submit");
        Assert.Null(sent.Html.QuerySelector("[data-test=check]"));

        var form = await reporter.SubmitAsync(sent, "withdraw");
        Assert.Equal("Иш", form.Html.QuerySelector("#Done")!.TextContent.Trim());
        await reporter.SubmitAsync(await reporter.SubmitAsync(form, "check"), "submit");
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            (await db.Returns.SingleAsync()).Accept(actor, app.Clock.Now());
            return await db.SaveChangesAsync();
        });
        Assert.Null((await reporter.VisitAsync(Village)).Html.QuerySelector("[data-test=withdraw]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reporter.PostAsync(sent, "withdraw")).StatusCode);
        Assert.NotNull((await reporter.VisitAsync(Village)).Html.QuerySelector("[data-test=accepted]"));
    }

    [Fact]
    public async Task An_empty_return_is_not_sent()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = await reporter.VisitAsync(Village);
        Assert.Null((await reporter.SubmitAsync(form, "check")).Html.QuerySelector("[data-test=submit]"));

        var request = reporter.Filled(form, "check", []);
        request.RequestUri = new("https://localhost" + Village + "?handler=Submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reporter.SendAsync(request)).StatusCode);
        Assert.Equal(0, await A.CountLogAsync(app, "return.submitted"));
    }

    [Fact]
    public async Task A_late_return_is_taken_in_the_days_of_grace_and_marked_late()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        app.Clock.SetUtcNow(new(A.Due.EndInBishkek(), TimeSpan.Zero)); // the first moment after the last second
        await A.ChangeAsync(app, period, p => p.Advance(app.Clock.Now()));
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = await reporter.VisitAsync(Village);
        Assert.Contains("кечигип", form["late"], StringComparison.Ordinal);

        var sent = await reporter.SubmitAsync(await reporter.SubmitAsync(form, "check", ("Done", "Иш")), "submit");
        Assert.Contains("(кечигип)", sent["sent"], StringComparison.Ordinal);
        Assert.True((await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.Late);
    }

    [Fact]
    public async Task In_the_last_second_of_the_last_day_nothing_is_late()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        app.Clock.SetUtcNow(new(A.Due.EndInBishkek().AddMilliseconds(-1), TimeSpan.Zero));
        var reporter = await app.SignInAsync(Cast.Reporter);

        await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(Village), "check", ("Done", "Иш")), "submit");
        Assert.False((await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.Late);
    }

    [Fact]
    public async Task A_lock_says_why_and_who_can_open_it_and_what_was_typed_comes_back()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = await reporter.VisitAsync(Village);
        await reporter.SubmitAsync(form, "save", ("Done", "Жарымы"));
        var open = await reporter.VisitAsync(Village);
        await A.ChangeAsync(app, period, p => p.Close("бүттү"));

        var refused = await reporter.SubmitAsync(open, "check", ("Done", "Жарымы жана дагы"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Жарымы жана дагы", refused.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.True(refused.Html.QuerySelector("#Done")!.HasAttribute("readonly"));

        var page = await reporter.VisitAsync(Village);
        Assert.Contains("Мезгилди координатор жапты", page["locked"], StringComparison.Ordinal);
        Assert.Contains("Бакыт Осмонов", page["locked"], StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[data-test=check]"));
        Assert.True(page.Says("Жарымы"));
    }

    [Fact]
    public async Task Whoever_enters_for_a_body_says_from_whom_and_cannot_accept_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        var form = await coordinator.VisitAsync(Village);
        Assert.NotNull(form.Html.QuerySelector("[data-test=heard]"));

        var refused = await coordinator.SubmitAsync(form, "check", ("Done", "Айтып берди"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Says(Texts.All.Say("ky", "return.rule.heard-from")));

        var sent = await coordinator.SubmitAsync(await coordinator.SubmitAsync(refused, "check", ("Heard", "Telephone"), ("HeardFrom", "Асан Үсөнов")), "submit");
        Assert.Equal("Телефондон киргизилди. Айткан: Асан Үсөнов. Киргизген: Бакыт Осмонов.", sent["heard-by"]);
        Assert.Contains("Асан Үсөнов", (await (await app.SignInAsync(Cast.Reporter)).VisitAsync(Village))["heard-by"], StringComparison.Ordinal);
        Assert.Equal(1, await A.CountLogAsync(app, "return.heard"));
        await Assert.ThrowsAsync<RuleException>(() => app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            (await db.Returns.SingleAsync()).Accept(actor, app.Clock.Now());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task While_one_types_it_is_kept_and_what_is_not_understood_is_said()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Admin);

        async Task<JsonElement> SaveAsync(params (string, string)[] fields)
        {
            var request = reporter.Filled(form, "save", fields);
            request.Headers.Add("X-Fetch", "1");
            var answer = await reporter.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }

        var first = await SaveAsync(("Done", "Кана"), ("Values[0].Value", "онго жакын"));
        Assert.Equal("Сакталды 09:00", first.GetProperty("saved").GetString());
        Assert.Contains("сан эмес", first.GetProperty("wrong").GetProperty("Values[0].Value").GetString(), StringComparison.Ordinal);
        await SaveAsync(("Done", "Канал тазаланды"), ("Values[0].Value", "10")); // its version is old, but it is the same form
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal((ReturnState.Draft, "Канал тазаланды", 10m), (made.State, made.Words.Done, made.Values.Single().Value!.Value));
        Assert.Equal(["return.begun"], await app.WhatHappenedToAsync(made)); // typing is no news
    }
}
