using System.Net;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Progress;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Data;

/// <summary>What is kept in memory costs no question, is never older than the log, and gives nobody what another may see.</summary>
public class KeptReadingsTests : IAsyncLifetime
{
    private const string Text = "Кабыл алуу актысын тапшыруу";

    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/head", 2)]
    [InlineData("/control", 2)]
    [InlineData("/signals", 2)]
    [InlineData("/works", 2)]
    [InlineData("/money", 2)]
    [InlineData("/orders", 3)] // and the ladder
    [InlineData("/matrix", 3)] // and when drafts were written
    public async Task A_screen_asks_for_the_session_and_the_notices_while_nothing_happens(string address, int most)
    {
        await _app.OpenPeriodAsync("2026-Q3");
        var browser = await _app.SignInAsync(Cast.Coordinator);
        await browser.VisitAsync(address);
        await browser.VisitAsync(address);

        var asked = await _app.Queries.AskedAsync(() => browser.VisitAsync(address)); // the clock stands: nobody asks after the plan
        Assert.True(asked.Count <= most, string.Join('\n', asked));
    }

    [Fact]
    public async Task What_somebody_may_do_changes_with_the_next_request()
    {
        var reporter = await _app.SignInAsync(Cast.Reporter);
        async Task IsAsync(HttpStatusCode status) => Assert.Equal(status, (await reporter.GetAsync("/head")).StatusCode);
        await IsAsync(HttpStatusCode.NotFound);

        var grant = await ChangeAsync((me, _) => Task.FromResult(me.Give(new(Role.Observer, Scope.Everything)).Id));
        await IsAsync(HttpStatusCode.OK);
        await ChangeAsync((me, _) => { me.Take(grant); return Task.FromResult(grant); });
        await IsAsync(HttpStatusCode.NotFound);

        await _app.InDbAsync(async db =>
        {
            var (head, me, today) = (await Cast.Head.InAsync(db), await Cast.Reporter.InAsync(db), _app.Clock.Today());
            db.Add(head.StandIn(me, today, today.AddDays(1), today));
            await db.SaveChangesAsync();
        });
        await IsAsync(HttpStatusCode.OK);
        _app.Clock.Advance(TimeSpan.FromDays(2)); // its last day is over, and nothing was written about that
        reporter = await _app.SignInAsync(Cast.Reporter);
        await IsAsync(HttpStatusCode.NotFound);

        await ChangeAsync((me, _) => { me.Suspend(); return Task.FromResult(me.Id); });
        await IsAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing_though_the_person_is_known()
    {
        var reporter = await _app.SignInAsync(Cast.Reporter);
        Assert.Equal(HttpStatusCode.OK, (await reporter.GetAsync("/work")).StatusCode);

        await _app.InDbAsync(async db =>
        {
            foreach (var session in await db.Sessions.ToListAsync()) session.End(_app.Clock.Now());
            await db.SaveChangesAsync(); // the log does not tell of sessions
        });
        Assert.Equal(HttpStatusCode.Redirect, (await reporter.GetAsync("/work")).StatusCode);
    }

    [Fact]
    public async Task An_order_is_there_at_once_for_who_may_see_it_and_for_nobody_else()
    {
        var (head, own, other) = (await _app.SignInAsync(Cast.Head), await _app.SignInAsync(Cast.Reporter), await _app.SignInAsync(Cast.OtherReporter));
        foreach (var browser in (Browser[])[head, own, other]) Assert.False((await browser.VisitAsync("/orders")).Says(Text));

        await _app.AsAsync(Cast.Head, async (db, by) =>
        {
            var measure = await db.Measures.SingleAsync(m => m.Code == "CA-018");
            db.Add(Order.Give(by, 1, measure.Id, Cast.Reporter.Body!, Text, _app.Clock.Today().AddDays(9), _app.Clock.Today()));
            return await db.SaveChangesAsync();
        });

        Assert.True((await head.VisitAsync("/orders?of=all")).Says(Text));
        Assert.True((await head.VisitAsync("/head")).Says(Text));
        var mine = await own.VisitAsync("/orders");
        Assert.True(mine.Says(Text));
        Assert.Contains("1", mine.Html.QuerySelector(".ak-ways a[href$='/orders'] b")!.TextContent, StringComparison.Ordinal);
        var others = await other.VisitAsync("/orders?of=all");
        Assert.False(others.Says(Text));
        Assert.Null(others.Html.QuerySelector(".ak-ways a[href$='/orders'] b"));
    }

    [Fact]
    public async Task What_touches_no_measure_leaves_progress_as_it_is_from_every_point_of_view()
    {
        var period = await _app.OpenPeriodAsync("2026-Q3");
        var duty = (await _app.DutiesOfAsync(period, Cast.Reporter.Body!)).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works);
        var made = await _app.SendAsync(Cast.Reporter, period, duty, new() { Done = "Дубал", Phase = WorksPhase.Construction, PhysicalPercent = 42 });
        var (now, everybody) = ((await _app.Progress())!, (await _app.Progress(Audience.Public))!);

        await ChangeAsync((me, _) => { me.Describe(me.Name, "Адис", me.Body, null, null, "ru"); return Task.FromResult(me.Id); });
        Assert.Same(now, await _app.Progress());
        Assert.Same(everybody, await _app.Progress(Audience.Public));

        await _app.AcceptAsync(made);
        Assert.NotSame(now, await _app.Progress());
        Assert.NotNull((await _app.Progress())!.Of(duty.Measure).Share);
        Assert.Null((await _app.Progress(Audience.Public))!.Of(duty.Measure).Share);
        await _app.PublishAsync(period);
        Assert.NotNull((await _app.Progress(Audience.Public))!.Of(duty.Measure).Share);
    }

    [Fact]
    public async Task A_reading_is_kept_until_the_log_tells_of_its_kind()
    {
        await _app.InDbAsync(db => Cast.Coordinator.InAsync(db)); // who opens the period below
        var (kept, read) = (_app.Services.GetRequiredService<KeptReadings>(), 0);
        ValueTask<int> AskAsync(object? of = null) => kept.GetAsync("test", of, ["order", "person"], () => Task.FromResult(++read));

        Assert.Equal((1, 1), (await AskAsync(), await AskAsync()));
        await _app.OpenPeriodAsync("2026-Q3");
        Assert.Equal(1, await AskAsync());
        await _app.InDbAsync(db => Cast.Observer.InAsync(db));
        Assert.Equal((2, 2), (await AskAsync(), await AskAsync()));
        Assert.Equal((3, 3), (await AskAsync("another day"), await AskAsync("another day")));
    }

    [Fact]
    public void Before_the_first_look_anything_may_have_happened()
    {
        LogMarks marks = new(20, 10, new Dictionary<string, long> { ["order"] = 15 });
        Assert.Equal((15, 10, 15), (marks.Last(["order"]), marks.Last(["return"]), marks.Last(["return", "order"])));
    }

    /// <summary>SQLite knows no statistics: of two indices it may take the one that finds everything that was ever published.</summary>
    [Fact]
    public async Task The_published_returns_of_a_measure_are_found_by_the_measure()
    {
        var way = await _app.InDbAsync(async db =>
        {
            if (db is not SqliteDb) return null;
            var asked = db.Returns.Where(r => r.MeasureId == Guid.Empty && r.State == ReturnState.Published).Select(r => r.Id).ToQueryString();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "explain query plan " + asked;
            await using var row = await command.ExecuteReaderAsync();
            return await row.ReadAsync() ? row.GetString(3) : "";
        });
        Assert.True(way is null || way.Contains("measure_id=? AND state=?", StringComparison.Ordinal), way);
    }

    private Task<Guid> ChangeAsync(Func<Person, Db, Task<Guid>> change) => _app.InDbAsync(async db =>
    {
        var it = await change(await Cast.Reporter.InAsync(db), db);
        await db.SaveChangesAsync();
        return it;
    });
}
