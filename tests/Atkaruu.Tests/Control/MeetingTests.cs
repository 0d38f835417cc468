using System.Net;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Control;

public class MeetingTests : IAsyncLifetime
{
    private const string Own = "AO-CHON-ALAY";

    private App _app = null!;
    private DateOnly _today;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _today = _app.Clock.Today();
        foreach (var who in Cast.All) await _app.InDbAsync(db => who.InAsync(db));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_prepared_from_what_presses_held_decided_and_minuted()
    {
        await GiveAsync("Кечиккен тапшырма", _today);
        _app.Clock.Advance(TimeSpan.FromDays(1)); // Monday
        var head = await _app.SignInAsync(Cast.Head);
        var form = await head.VisitAsync("/meetings/new");
        var first = form.Html.QuerySelector(".osuggested li")!;
        Assert.Contains("1 күнгө кечикти: «Кечиккен тапшырма»", first.TextContent, StringComparison.Ordinal);
        Assert.True(form.Html.QuerySelectorAll(".osuggested li").Length > 1); // measures that are silent at their deadline

        var page = await head.SubmitAsync(form, "prepare", ("Own", "Кышка даярдык"), ("Items", first.QuerySelector("input")!.GetAttribute("value")!));
        await head.SubmitAsync(form, "prepare", ("Own", "Кышка даярдык"), ("Items", first.QuerySelector("input")!.GetAttribute("value")!)); // sent twice
        var meeting = await _app.InDbAsync(db => db.Meetings.SingleAsync());
        Assert.Equal((2, MeetingState.Prepared, Own), (meeting.Items.Count, meeting.State, meeting.Items[0].Speaker));

        page = await head.SubmitAsync(page, "remove-2");
        page = await head.SubmitAsync(page, "add", ("Words", "Мектептер"), ("Measure", "CA-046"));
        page = await head.SubmitAsync(page, "hold");
        Assert.Null(page.Html.QuerySelector("[data-test=add]"));
        page = await head.SubmitAsync(page, "decide-2", ("Text", "Чатырын жабуу"), ("Body", "RBBB"), ("Due", "2026-12-10"));
        page = await head.SubmitAsync(page, "decide-1", ("Text", "Маалымдама үчүн"), ("Body", ""));

        var order = await _app.InDbAsync(db => db.Orders.SingleAsync(o => o.FromMeeting == meeting.Id));
        Assert.Equal(("RBBB", "Чатырын жабуу", new DateOnly(2026, 12, 10), 2), (order.Body, order.Text, order.Due, order.Number));
        Assert.True(page.Says("№ 2/2026 тапшырма"));
        page = await head.SubmitAsync(page, "close", ("Minutes", "7"));
        Assert.Empty(page.Html.QuerySelectorAll("main form"));

        var minutes = await head.VisitAsync($"/meetings/{meeting.Id}/minutes");
        Assert.True(minutes.Says("№ 7 протокол") && minutes.Says("Чатырын жабуу") && minutes.Says("Мөөнөтү – 10.12.2026. № 2/2026 тапшырма.") && minutes.Says("Бакыт") == false);
        Assert.Equal(["meeting.prepared", "meeting.item-removed", "meeting.item-added", "meeting.held", "meeting.decided", "meeting.decided", "meeting.minuted"], await _app.WhatHappenedToAsync(meeting));
        foreach (var language in new[] { "", "/ru", "/en" })
            foreach (var url in new[] { "/meetings", $"/meetings/{meeting.Id}", $"/meetings/{meeting.Id}/pack", $"/meetings/{meeting.Id}/minutes", $"/orders/{order.Id}", "/orders", "/meetings/new", "/orders/new" })
                Assert.DoesNotContain("meeting.", (await head.VisitAsync(language + url)).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pack_has_a_page_for_each_item_with_the_official_words_and_what_was_said_last()
    {
        var scene = await ReportingScene.OpenAsync(_app);
        await scene.PublishAsync(await scene.SubmitAsync(Cast.Reporter, 5));
        var id = await PrepareAsync(_today, new AgendaItem(Guid.CreateVersion7(), scene.Duty.Measure.Id, Why.Of(new Message("progress.reason.late", _today, 0.639m)), Own), new(Guid.CreateVersion7(), null, Why.Of("Кыш"), null));
        var pack = await (await _app.SignInAsync(Cast.Observer)).VisitAsync($"/meetings/{id}/pack");

        Assert.Contains(scene.Duty.Measure.Title.Ky, pack["page-1"], StringComparison.Ordinal);
        Assert.Contains("Иш жүрүп жатат", pack["page-1"], StringComparison.Ordinal);
        Assert.Contains("Мөөнөтү 22.11.2026 өттү, 64\u00a0% аткарылган", pack["page-1"], StringComparison.Ordinal);
        Assert.Contains("Кыш", pack["page-2"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_earlier_meetings_are_shown_while_open_and_once_more_when_closed_since()
    {
        var (long_ago, last, now) = (await PrepareAsync(_today.AddDays(-30), Item()), await PrepareAsync(_today.AddDays(-7), Item()), await PrepareAsync(_today, Item()));
        await GiveAsync("Ачык", _today, long_ago);
        await GiveAsync("Мурда жабылган", _today, long_ago, closed: _today.AddDays(-20));
        await GiveAsync("Жаңы жабылган", _today, last, closed: _today.AddDays(-2));
        await GiveAsync("Жыйындан эмес", _today);
        await GiveAsync("Ушул жыйындыкы", _today, now);

        var page = await (await _app.SignInAsync(Cast.Head)).VisitAsync($"/meetings/{now}");

        Assert.Equal(["Ачык", "Жаңы жабылган"], page.Texts("[data-test=previous] .owhat a"));
    }

    [Fact]
    public async Task Meetings_are_written_by_who_orders_read_by_who_reads_everything_and_not_there_for_others()
    {
        var id = await PrepareAsync(_today, Item());
        string[] all = ["/meetings", $"/meetings/{id}", $"/meetings/{id}/pack"];
        foreach (var url in all.Append("/meetings/new"))
        {
            Assert.StartsWith("/sign-in", (await _app.Visitor().GetAsync(url)).Headers.Location!.ToString(), StringComparison.Ordinal);
            foreach (var who in new[] { Cast.Reporter, Cast.Administrator })
                Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(who)).GetAsync(url)).StatusCode);
        }
        var observer = await _app.SignInAsync(Cast.Observer);
        foreach (var url in all) Assert.Equal(HttpStatusCode.OK, (await observer.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/meetings/new")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync($"/meetings/{id}/minutes")).StatusCode); // not held yet
        var page = await observer.VisitAsync($"/meetings/{id}");
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        foreach (var verb in new[] { "hold", "add", "remove", "decide", "close" })
            Assert.Equal(HttpStatusCode.NotFound, (await observer.SendAsync(new(HttpMethod.Post, $"/meetings/{id}?handler={verb}")
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
            })).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost()
    {
        var head = await _app.SignInAsync(Cast.Head);
        var form = await head.SubmitAsync(await head.VisitAsync("/meetings/new"), "prepare", ("Title", " "), ("Own", "Кышка даярдык"), ("Items", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Кышка даярдык"), (form.Status, form.Html.QuerySelector("#own")!.TextContent));
        var changed = await head.SubmitAsync(await head.VisitAsync("/meetings/new"), "prepare", ("Items", "0123456789abcdef"));
        Assert.True(changed.Status == HttpStatusCode.UnprocessableEntity && changed.Says("Кайра карап чыгыңыз"));

        var id = await PrepareAsync(_today, Item());
        await _app.AsAsync(Cast.Head, async (db, _) => { (await db.Meetings.SingleAsync(m => m.Id == id)).Hold(_today); return await db.SaveChangesAsync(); });
        var page = await head.SubmitAsync(await head.VisitAsync($"/meetings/{id}"), "decide-1", ("Text", "Бүтүрүү"), ("Due", "2020-01-01"), ("Body", "RMA"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Бүтүрүү"), (page.Status, page.Html.QuerySelector("textarea[name=Text]")!.TextContent));
        Assert.Empty(await _app.InDbAsync(db => db.Orders.ToListAsync()));
        Assert.Empty(await _app.InDbAsync(db => db.Meetings.Where(m => m.Id == id).Select(m => m.Items[0].Decisions).SingleAsync()));
    }

    [Fact]
    public void The_rules_of_a_meeting()
    {
        var (head, day) = (new Actor(Guid.NewGuid(), "Аким"), new DateOnly(2026, 10, 12));
        Meeting Make(params AgendaItem[] items) => Meeting.Prepare(head, day, "Жыйын", null, "Аким", items, day.AddDays(-3));
        void Refused(string rule, Action verb) => Assert.Equal(rule, Assert.Throws<RuleException>(verb).Sentence.Key);

        Refused("meeting.rule.empty", () => Make().Hold(day));
        Refused("meeting.rule.not-yet", () => Make(Item()).Hold(day.AddDays(-1)));
        Refused("meeting.rule.state", () => Make(Item()).Decide(head, Guid.NewGuid(), "x", null, null, 1, day));
        Refused("meeting.rule.state", () => Make(Item()).Close("1", day));
        Refused("meeting.rule.many", () => Make([.. Enumerable.Range(0, Meeting.MaxItems + 1).Select(_ => Item())]));
        var meeting = Make(Item());
        meeting.Hold(day);
        Refused("meeting.rule.state", () => meeting.RemoveItem(meeting.Items[0].Id));
        Refused("meeting.rule.item", () => meeting.Decide(head, Guid.NewGuid(), "x", null, null, 1, day));
        Refused("meeting.rule.minutes", () => meeting.Close(" ", day));
        meeting.Close("1", day);
        Refused("meeting.rule.state", () => meeting.Decide(head, meeting.Items[0].Id, "x", null, null, 1, day));
    }

    [Fact]
    public void A_reason_is_kept_so_that_it_is_said_in_any_language_later_whatever_stands_in_it()
    {
        var message = new Message("meeting.why.order", "1/2026", new Message("progress.reason.late", new DateOnly(2026, 10, 12), 0.639m), 3);
        var kept = Json.Read<Why>(Json.Write(Why.Of(message)));
        foreach (var language in Texts.Languages) Assert.Equal(Texts.All.Say(language, message), Texts.All.Say(language, kept.Message));
        Assert.Equal("Кыш {0}", Texts.All.Say("ky", Why.Of("Кыш {0}").Message));
    }

    private static AgendaItem Item() => new(Guid.CreateVersion7(), null, Why.Of("Маселе"), null);

    private Task<Guid> PrepareAsync(DateOnly on, params AgendaItem[] items) => _app.AsAsync(Cast.Head, async (db, actor) =>
    {
        var meeting = Meeting.Prepare(actor, on, "Жыйын", "Зал", "Аким", items, _today);
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    });

    private Task<int> GiveAsync(string text, DateOnly due, Guid? meeting = null, DateOnly? closed = null) => _app.AsAsync(Cast.Head, async (db, actor) =>
    {
        var plan = (await _app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var order = Order.Give(actor, await db.NextOrderNumberAsync(_today.Year, default), plan.Measure("CA-018")!.Id, Own, text, due, _today.AddDays(-25), meeting);
        if (closed is { } on) order.Cancel("Кереги жок", on);
        db.Add(order);
        return await db.SaveChangesAsync();
    });
}
