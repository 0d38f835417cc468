using System.Net;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;
using Atkaruu.Tests.Evidence;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Control;

public class OrderPagesTests : IAsyncLifetime
{
    private const string Own = "AO-CHON-ALAY";
    private static readonly Cast OrdersAndReports = new("azamat", "Азамат Турдуев", "RMA", new Grant(Role.Head, Scope.Everything), new Grant(Role.Reporter, new(Body: Own)));
    private static readonly Cast OrdersElsewhere = new("meerim", "Мээрим Асанова", "RMA", new Grant(Role.Coordinator, new(Measure: "CA-060")));

    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(); // a Sunday, 22.11.2026
        foreach (var who in Cast.All) await _app.InDbAsync(db => who.InAsync(db));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task One_tap_from_a_measure_to_an_order_that_is_accepted_done_with_a_photograph_and_confirmed()
    {
        var (head, reporter) = (await _app.SignInAsync(Cast.Head), await _app.SignInAsync(Cast.Reporter));
        var measure = await head.VisitAsync("/measures/CA-018");
        var form = await head.VisitAsync(measure.Html.QuerySelector("[data-test=to-order]")!.GetAttribute("href")!);
        Assert.Equal((Own, "2026-12-07"), (form.Html.QuerySelector("#body option[selected]")!.GetAttribute("value"), form.Html.QuerySelector("#due")!.GetAttribute("value"))); // the lead; 6.12 is a Sunday

        var given = await head.SubmitAsync(form, "give", ("Text", "Кабыл алуу актысын тапшыруу"), ("Due", "2026-12-01"));
        await head.SubmitAsync(form, "give", ("Text", "Кабыл алуу актысын тапшыруу"), ("Due", "2026-12-01")); // sent twice
        var order = await _app.InDbAsync(db => db.Orders.SingleAsync());
        Assert.True(given.Says("Кабыл алуу актысын тапшыруу") && given.Says("№ 1/2026"));

        Assert.True((await reporter.VisitAsync("/orders")).Says("Кабыл алуу актысын тапшыруу"));
        var page = await reporter.SubmitAsync(await reporter.VisitAsync($"/orders/{order.Id}"), "accept");
        var sent = reporter.Filled(page, "finish", [("Words", "Акт 20.11 кол коюлду")], ("Shots.Files", "акт.jpg", MakePhoto.Jpeg()));
        Assert.Equal(HttpStatusCode.Redirect, (await reporter.SendAsync(sent)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await reporter.PostAsync(page, "finish", ("Words", "Акт 20.11 кол коюлду"))).StatusCode); // again: the same answer

        Assert.Contains("Кабыл алуу", (await head.VisitAsync("/orders")).Html.QuerySelector("[data-test=orders]")!.TextContent, StringComparison.Ordinal);
        var looked = await head.VisitAsync($"/orders/{order.Id}");
        Assert.True(looked.Says("Акт 20.11 кол коюлду"));
        Assert.Single(looked.Html.QuerySelectorAll(".ak-photos img"));
        var confirmed = await head.SubmitAsync(looked, "confirm");
        Assert.True(confirmed.Says("Гүлмира Абдыкадырова, 22.11.2026")); // who and when stays visible
        Assert.Empty((await head.VisitAsync("/orders?of=confirm")).Html.QuerySelectorAll("[data-test=orders]"));
        Assert.Equal(["order.given", "order.accepted", "order.done", "order.confirmed"], await _app.WhatHappenedToAsync(order));
        Assert.Contains("тапшырма", (await head.VisitAsync("/measures/CA-018")).Html.QuerySelector(".ak-events")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_finds_only_what_they_may_see()
    {
        var order = await GiveAsync(Own, "CA-018");
        var none = await GiveAsync(Own, null);
        foreach (var url in new[] { "/orders", $"/orders/{order}", "/orders/new" })
            Assert.StartsWith("/sign-in", (await _app.Visitor().GetAsync(url)).Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var (who, status) in new[] { (Cast.Administrator, 404), (Cast.OtherReporter, 404), (OrdersElsewhere, 404), (Cast.Reporter, 200), (Cast.Observer, 200), (Cast.Coordinator, 200) })
        {
            var browser = await _app.SignInAsync(who);
            Assert.Equal((who.Name, status), (who.Name, (int)(await browser.GetAsync($"/orders/{order}")).StatusCode));
            Assert.Equal((who.Name, status), (who.Name, (int)(await browser.GetAsync($"/orders/{none}")).StatusCode));
        }
        Assert.Equal(404, (int)(await (await _app.SignInAsync(Cast.Head)).GetAsync($"/orders/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(404, (int)(await (await _app.SignInAsync(Cast.Head)).GetAsync("/orders/new?measure=CA-999")).StatusCode);
        var elsewhere = await _app.SignInAsync(OrdersElsewhere);
        Assert.Equal(404, (int)(await elsewhere.GetAsync("/orders/new?measure=CA-018")).StatusCode);
        Assert.Equal(422, (int)(await elsewhere.PostAsync(await elsewhere.VisitAsync("/orders/new"), "give", ("Text", "x"), ("Body", "RMA"))).StatusCode);

        foreach (var reader in new[] { _app.Visitor(), await _app.SignInAsync(Cast.OtherReporter) })
            Assert.False((await reader.VisitAsync("/measures/CA-018")).Says("Бүтүрүү"));
        Assert.True((await (await _app.SignInAsync(Cast.Reporter)).VisitAsync("/measures/CA-018")).Says("Бүтүрүү"));
    }

    [Fact]
    public async Task A_verb_that_is_not_ones_own_is_not_there()
    {
        var order = await GiveAsync(Own, "CA-018");
        var (reporter, observer, head) = (await _app.SignInAsync(Cast.Reporter), await _app.SignInAsync(Cast.Observer), await _app.SignInAsync(Cast.Head));
        Assert.Empty((await observer.VisitAsync($"/orders/{order}")).Html.QuerySelectorAll(".overbs button"));
        var page = await reporter.VisitAsync($"/orders/{order}");
        foreach (var verb in new[] { "confirm", "back", "insist", "extend", "stop", "resume", "cancel" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostToAsync(reporter, page, order, verb)).StatusCode);
        foreach (var verb in new[] { "accept", "object", "done", "photos" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostToAsync(head, await head.VisitAsync($"/orders/{order}"), order, verb)).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost()
    {
        var order = await GiveAsync(Own, "CA-018");
        var (reporter, head) = (await _app.SignInAsync(Cast.Reporter), await _app.SignInAsync(Cast.Head));
        var without = await reporter.SubmitAsync(await reporter.VisitAsync($"/orders/{order}"), "object", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.True(without.Says("Себебин жазыңыз."));

        var page = await head.SubmitAsync(await head.VisitAsync($"/orders/{order}"), "extend", ("Due", "2026-11-01"), ("Reason", "Бюджет такталат"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("Бюджет такталат", "2026-11-01"), (page.Html.QuerySelector("#why-extend")!.TextContent, page.Html.QuerySelector("#day-extend")!.GetAttribute("value")));

        var form = await head.SubmitAsync(await head.VisitAsync("/orders/new?measure=CA-018"), "give", ("Text", "Сөз"), ("Due", "2026-11-01"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Сөз"), (form.Status, form.Html.QuerySelector("#text")!.TextContent));
        Assert.Single(await _app.InDbAsync(db => db.Orders.ToListAsync()));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_said_is_done()
    {
        var order = await GiveAsync(Own, "CA-018");
        var both = await _app.SignInAsync(OrdersAndReports);
        await both.SubmitAsync(await both.VisitAsync($"/orders/{order}"), "finish", ("Words", "Бүттү"));

        var page = await both.VisitAsync($"/orders/{order}");
        Assert.Null(page.Html.QuerySelector("[data-test=confirm]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostToAsync(both, page, order, "confirm")).StatusCode);
        var head = await _app.SignInAsync(Cast.Head);
        Assert.True((await head.SubmitAsync(await head.VisitAsync($"/orders/{order}"), "confirm")).Says("Аткарылганы ырасталды"));
    }

    [Fact]
    public async Task What_comes_back_is_in_the_bodys_list_again_with_its_reason_and_a_notice()
    {
        var order = await GiveAsync(Own, "CA-018");
        var (reporter, head) = (await _app.SignInAsync(Cast.Reporter), await _app.SignInAsync(Cast.Head));
        await reporter.SubmitAsync(await reporter.VisitAsync($"/orders/{order}"), "finish", ("Words", "Бүттү"));
        Assert.Empty((await reporter.VisitAsync("/orders?of=todo")).Html.QuerySelectorAll("[data-test=orders]"));
        await head.SubmitAsync(await head.VisitAsync($"/orders/{order}"), "back", ("Reason", "Акт тиркелген эмес"));
        await _app.DrainLogAsync();

        Assert.True((await reporter.VisitAsync("/orders?of=todo")).Says("Бүтүрүү"));
        Assert.True((await reporter.VisitAsync($"/orders/{order}")).Says("Акт тиркелген эмес"));
        Assert.Equal([NoticeKind.OrderGiven, NoticeKind.OrderReturned], await KindsAsync(Cast.Reporter));
        Assert.Equal([NoticeKind.OrderAnswered], await KindsAsync(Cast.Head));
        Assert.Empty(await KindsAsync(Cast.OtherReporter));
        Assert.True((await reporter.VisitAsync("/notices")).Says("Акт тиркелген эмес"));
    }

    [Fact]
    public async Task A_group_is_told_as_each_of_its_members_and_numbers_run_on()
    {
        var head = await _app.SignInAsync(Cast.Head);
        await head.SubmitAsync(await head.VisitAsync("/orders/new?measure=CA-038"), "give", ("Text", "Маалымат берүү"), ("Body", "JOBO"));

        var orders = await _app.InDbAsync(db => db.Orders.OrderBy(o => o.Number).ToListAsync());
        Assert.Equal([1, 2, 3], orders.Select(o => o.Number));
        Assert.Equal(["AO-CHON-ALAY", "AO-JEKENDI", "AO-KASHKA-SUU"], orders.Select(o => o.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_who_give_at_one_moment_get_two_numbers()
    {
        var (head, coordinator) = (await _app.SignInAsync(Cast.Head), await _app.SignInAsync(Cast.Coordinator));
        var forms = (await head.VisitAsync("/orders/new?measure=CA-018"), await coordinator.VisitAsync("/orders/new?measure=CA-018"));

        var answers = await Task.WhenAll(head.PostAsync(forms.Item1, "give", ("Text", "Биринчи")), coordinator.PostAsync(forms.Item2, "give", ("Text", "Экинчи")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal([1, 2], await _app.InDbAsync(db => db.Orders.Select(o => o.Number).Order().ToListAsync()));
    }

    [Fact]
    public async Task Two_who_decide_at_one_moment_decide_once()
    {
        var order = await GiveAsync(Own, "CA-018");
        await _app.AsAsync(Cast.Reporter, async (db, actor) => { (await db.Orders.SingleAsync()).Finish(actor, "Бүттү", _app.Clock.Today()); return await db.SaveChangesAsync(); });
        var (head, coordinator) = (await _app.SignInAsync(Cast.Head), await _app.SignInAsync(Cast.Coordinator));
        var pages = (await head.VisitAsync($"/orders/{order}"), await coordinator.VisitAsync($"/orders/{order}"));

        var answers = await Task.WhenAll(head.PostAsync(pages.Item1, "confirm"), coordinator.PostAsync(pages.Item2, "back", ("Reason", "Жок")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Mornings_remind_the_body_then_the_giver_then_the_head_and_coordinators_once_each()
    {
        await GiveAsync(Own, "CA-018", due: new(2026, 12, 1)); // Tuesday
        await GiveAsync(Own, null, due: new(2026, 12, 1));
        for (var day = 0; day < 25; day++)
        {
            await _app.RunTimetableAsync(OrderReminders.Name);
            await _app.RunTimetableAsync(OrderReminders.Name);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([(new(2026, 11, 27), NoticeKind.OrderDue), (new(2026, 12, 2), NoticeKind.OrderDue), (new(2026, 12, 8), NoticeKind.OrderEscalated)], await ToldAsync(Cast.Reporter)); // two orders, one sentence
        Assert.Equal([(new(2026, 12, 2), NoticeKind.OrderDue), (new(2026, 12, 8), NoticeKind.OrderEscalated)], await ToldAsync(Cast.Head));
        Assert.Equal([(new DateOnly(2026, 12, 8), NoticeKind.OrderEscalated)], await ToldAsync(Cast.Coordinator));
        Assert.Empty(await ToldAsync(Cast.OtherReporter));
        var order = await _app.InDbAsync(db => db.Orders.OrderBy(o => o.Number).FirstAsync());
        Assert.Equal(["order.given", "order.reminded", "order.reminded", "order.escalated"], await _app.WhatHappenedToAsync(order));
        Assert.True((await (await _app.SignInAsync(Cast.Head)).VisitAsync($"/orders/{order.Id}")).Says("08.12.2026да жетекчиликке"));
        foreach (var language in Texts.Languages)
            Assert.All(await _app.InDbAsync(db => db.Notices.ToListAsync()), n => Assert.DoesNotContain("notice.", Texts.All.Say(language, n.Message), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_days_of_the_ladder_are_settings()
    {
        await GiveAsync(Own, "CA-018", due: new(2026, 12, 1));
        await _app.InDbAsync(async db => { db.Settings.Add(new() { Name = OrderPolicy.Name, Value = """{"before":5,"after":2,"escalate":3,"answer":3}""" }); await db.SaveChangesAsync(); });
        for (var day = 0; day < 15; day++)
        {
            await _app.RunTimetableAsync(OrderReminders.Name);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal([new(2026, 11, 26), new(2026, 12, 3), new DateOnly(2026, 12, 4)], (await ToldAsync(Cast.Reporter)).Select(t => t.Day));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_links_with_counts_and_what_is_late_stands_first()
    {
        await GiveAsync("RMA", "CA-001", "Кийин", new(2026, 12, 20));
        await GiveAsync(Own, "CA-018", "Кечиккен", new(2026, 11, 22));
        await GiveAsync("RBBB", "CA-046", "Жакында", new(2026, 12, 1));
        _app.Clock.Advance(TimeSpan.FromDays(2));
        var head = await _app.SignInAsync(Cast.Head);
        var page = await head.VisitAsync("/orders?of=all");

        Assert.Equal(["Кечиккен", "Жакында", "Кийин"], page.Texts(".owhat a"));
        Assert.True(page.Says("3 тапшырма аткарылууда, 1и кечикти") && page.Says("2 күн өттү"));
        var overdue = await head.VisitAsync(page.Html.QuerySelectorAll(".ofilter a").First(a => a.TextContent.Contains("Мөөнөтү өттү", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(["Кечиккен"], overdue.Texts(".owhat a"));
        Assert.Equal(["Кийин"], (await head.VisitAsync("/orders?of=all&body=RMA")).Texts(".owhat a"));
        Assert.Equal(HttpStatusCode.OK, (await head.VisitAsync("/orders?of='&state=%3Cscript%3E&body=%00")).Status);
    }

    [Fact]
    public async Task The_rail_counts_the_readers_own_move()
    {
        await GiveAsync(Own, "CA-018");
        var stopped = await GiveAsync(Own, null);
        await _app.AsAsync(Cast.Head, async (db, _) => { (await db.Orders.SingleAsync(o => o.Id == stopped)).Suspend("Кыш", _app.Clock.Today()); return await db.SaveChangesAsync(); });
        async Task<string?> CountAsync(Cast who) => (await (await _app.SignInAsync(who)).VisitAsync("/orders")).Html.QuerySelector(".ak-ways a[href$='/orders'] b")?.FirstChild?.TextContent;

        Assert.Equal(("1", null, null), (await CountAsync(Cast.Reporter), await CountAsync(Cast.OtherReporter), await CountAsync(Cast.Head)));
        await _app.AsAsync(Cast.Reporter, async (db, actor) => { (await db.Orders.SingleAsync(o => o.Id != stopped)).Finish(actor, "Бүттү", _app.Clock.Today()); return await db.SaveChangesAsync(); });
        Assert.Equal((null, "1"), (await CountAsync(Cast.Reporter), await CountAsync(Cast.Head)));
    }

    private Task<Guid> GiveAsync(string body, string? measure, string text = "Бүтүрүү", DateOnly? due = null) => _app.AsAsync(Cast.Head, async (db, actor) =>
    {
        var plan = (await _app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var today = _app.Clock.Today();
        var order = Order.Give(actor, await db.NextOrderNumberAsync(today.Year, default), measure is null ? null : plan.Measure(measure)!.Id, body, text, due ?? today.AddDays(14), today);
        db.Add(order);
        await db.SaveChangesAsync();
        return order.Id;
    });

    private static Task<HttpResponseMessage> PostToAsync(Browser browser, Page page, Guid order, string verb) => browser.SendAsync(new(HttpMethod.Post, $"/orders/{order}?handler={verb}")
    {
        Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("Key", Guid.NewGuid().ToString()), new("Reason", "Себеп"), new("Words", "Сөз"), new("Due", "2027-01-10")]),
    });

    private async Task<IReadOnlyList<(DateOnly Day, NoticeKind Kind)>> ToldAsync(Cast who) => await _app.InDbAsync(async db =>
    {
        var person = await who.InAsync(db);
        return (await db.Notices.AsNoTracking().Where(n => n.PersonId == person.Id).OrderBy(n => n.CreatedAt).ToListAsync()).ConvertAll(n => (DateOnly.FromDateTime(n.CreatedAt.InBishkek()), n.Kind));
    });

    private async Task<IEnumerable<NoticeKind>> KindsAsync(Cast who) => (await ToldAsync(who)).Select(t => t.Kind);
}
