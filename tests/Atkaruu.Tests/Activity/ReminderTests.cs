using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Activity;

public class ReminderTests
{
    private static async Task<List<(DateOnly Day, NoticeKind Kind)>> ToldAsync(App app, Cast who) => await app.InDbAsync(async db =>
    {
        var person = await who.InAsync(db);
        var notices = await db.Notices.AsNoTracking().Where(n => n.PersonId == person.Id).OrderBy(n => n.CreatedAt).ToListAsync();
        return notices.ConvertAll(n => (DateOnly.FromDateTime(n.CreatedAt.InBishkek()), n.Kind));
    });

    private static async Task LiveAsync(App app, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await app.RunTimetableAsync(Reminders.Name);
            await app.RunTimetableAsync(Reminders.Name);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static async Task MeetAsync(App app)
    {
        foreach (var who in Cast.All) await app.InDbAsync(db => who.InAsync(db));
    }

    [Fact]
    public async Task A_reporter_is_reminded_before_and_after_the_deadline_and_the_head_hears_of_the_silent()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app);
        await ReportingScene.OpenAsync(app, due: new(2026, 12, 1)); // Tuesday; 22 November is a Sunday

        await LiveAsync(app, 20);

        Assert.Equal(
        [
            (new(2026, 11, 24), NoticeKind.DueSoon), // T−7
            (new(2026, 11, 30), NoticeKind.DueSoon), // T−2 is a Sunday: on Monday
            (new(2026, 12, 2), NoticeKind.Overdue), // T+1
            (new DateOnly(2026, 12, 8), NoticeKind.Escalated), // T+7, and nothing at all was sent
        ], await ToldAsync(app, Cast.Reporter));
        Assert.Equal([(new DateOnly(2026, 12, 8), NoticeKind.Silent)], await ToldAsync(app, Cast.Head));
        Assert.Empty(await ToldAsync(app, Cast.Observer));
    }

    [Fact]
    public async Task Who_has_sent_everything_is_left_in_peace_and_what_came_back_counts_as_unsent()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app);
        var scene = await ReportingScene.OpenAsync(app, due: new(2026, 12, 1));
        await app.AsAsync(Cast.Reporter, async (db, actor) =>
        {
            var period = await db.Periods.SingleAsync();
            foreach (var duty in scene.Plan.Owed(period).Where(d => d.Body.Code == "AO-CHON-ALAY"))
            {
                var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, app.Clock.Now());
                made.Write(actor, new() { Done = "Бүттү" }, [], app.Clock.Now());
                made.Submit(actor, period, [], app.Clock.Now());
                db.Add(made);
            }
            return await db.SaveChangesAsync();
        });

        await LiveAsync(app, 7);
        Assert.Empty(await ToldAsync(app, Cast.Reporter));
        Assert.Contains(await ToldAsync(app, Cast.OtherReporter), t => t.Kind == NoticeKind.DueSoon);

        var one = await app.InDbAsync(db => db.Returns.Select(r => r.Id).FirstAsync());
        await scene.SendBackAsync(one, "Толуктаңыз");
        await LiveAsync(app, 13);
        Assert.Equal([NoticeKind.DueSoon, NoticeKind.Overdue, NoticeKind.Overdue], (await ToldAsync(app, Cast.Reporter)).Select(t => t.Kind)); // not silent: no escalation
        Assert.DoesNotContain(await ToldAsync(app, Cast.Coordinator), t => t.Kind != NoticeKind.Waiting);
        Assert.Equal(1, (await ToldAsync(app, Cast.Coordinator)).GroupBy(t => t).Max(g => g.Count()));
    }

    [Fact]
    public async Task Nobody_is_reminded_on_a_quiet_day()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "holidays.txt"), "2026-11-24 Жергиликтүү майрам\n2026-11-25 дагы бир күн\n");
        await ReportingScene.OpenAsync(app, due: new(2026, 12, 1));

        await LiveAsync(app, 6);

        Assert.Equal([(new DateOnly(2026, 11, 26), NoticeKind.DueSoon)], await ToldAsync(app, Cast.Reporter));
    }

    [Fact]
    public async Task Nobody_gets_two_of_one_kind_on_one_day_whatever_the_deadlines_and_whoever_asks()
    {
        await Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[1, 3], Gen.Bool).SampleAsync(async (first, second, runs, ask) =>
        {
            await using var app = await App.StartAsync();
            await MeetAsync(app);
            var scene = await ReportingScene.OpenAsync(app, due: new DateOnly(2026, 11, 24).AddDays(first));
            await app.InDbAsync(async db =>
            {
                var due = new DateOnly(2026, 11, 24).AddDays(second);
                var period = Period.Plan(scene.Plan.Programme.Id, Span.Parse("2026-M9")!.Value, new(2026, 10, 1), due, due.AddDays(30));
                period.Advance(app.Clock.Now());
                db.Add(period);
                await db.SaveChangesAsync();
            });
            for (var day = 0; day < 12; day++)
            {
                for (var run = 0; run < runs; run++) await app.RunTimetableAsync(Reminders.Name);
                if (ask)
                    foreach (var period in await app.InDbAsync(db => db.Periods.AsNoTracking().ToListAsync()))
                        await app.AsAsync(Cast.Coordinator, (db, actor) => Reminders.AskAsync(db, scene.Plan, period, ["AO-CHON-ALAY", "AO-KASHKA-SUU"], app.Clock, CancellationToken.None));
                await app.DrainLogAsync();
                app.Clock.Advance(TimeSpan.FromDays(1));
            }
            var reminders = (NoticeKind[])[NoticeKind.DueSoon, NoticeKind.Overdue, NoticeKind.Escalated, NoticeKind.Asked, NoticeKind.Silent, NoticeKind.Waiting];
            foreach (var who in Cast.All)
                Assert.All((await ToldAsync(app, who)).Where(t => reminders.Contains(t.Kind)).GroupBy(t => t), same => Assert.Single(same));
        }, iter: 4, threads: 1);
    }

    [Fact]
    public async Task The_coordinator_asks_a_body_once_a_day_and_only_those_who_owe()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app);
        var plan = (await ReportingScene.OpenAsync(app)).Plan;
        var period = await app.InDbAsync(db => db.Periods.AsNoTracking().SingleAsync());
        Task<int> Ask(params string[] bodies) => app.AsAsync(Cast.Coordinator, (db, actor) => Reminders.AskAsync(db, plan, period, bodies, app.Clock, CancellationToken.None));

        Assert.Equal(1, await Ask("AO-CHON-ALAY", "NO-SUCH-BODY"));
        Assert.Equal(1, await Ask("AO-CHON-ALAY", "AO-KASHKA-SUU"));
        Assert.Equal(0, await Ask("AO-CHON-ALAY"));
        await app.DrainLogAsync();

        Assert.Single(await ToldAsync(app, Cast.Reporter), t => t.Kind == NoticeKind.Asked);
        Assert.Single(await ToldAsync(app, Cast.OtherReporter), t => t.Kind == NoticeKind.Asked);
        Assert.Equal(2, (await app.WhatHappenedToAsync(period)).Count(what => what == "period.reminded"));

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Ask("AO-CHON-ALAY"));
    }

    [Fact]
    public async Task Nobody_is_reminded_or_asked_of_what_is_finished()
    {
        await using var app = await App.StartAsync();
        var (plan, quarter) = (await app.PlanAsync(), Span.Parse("2026-Q4")!.Value);
        var next = ReportingCalendar.Begin(plan.Programme.Id).Plan(quarter);
        // The body with the fewest things to do, all of them works and actions that it can finish.
        var body = plan.Owed(next).GroupBy(d => d.Body.Code).Where(g => g.All(d => d.Part == Part.Lead && d.Measure.Kind is MeasureKind.Works or MeasureKind.Action)).OrderBy(g => g.Count()).First();
        var who = new Cast("alone", "Адилет Алиев", body.Key, new Grant(Role.Reporter, new(Body: body.Key)));
        var third = await app.OpenPeriodAsync();
        foreach (var duty in body)
            await app.AcceptAsync(await app.SendAsync(who, third, duty, new() { Done = "Бүттү", Phase = WorksPhase.Commissioning, PhysicalPercent = 100, Step = ActionStep.Working }));

        var fourth = await app.OpenPeriodAsync("2026-Q4", daysLeft: 7);
        await app.DrainLogAsync();
        await LiveAsync(app, 20);
        var asked = await app.AsAsync(Cast.Coordinator, (db, _) => Reminders.AskAsync(db, plan, fourth, [body.Key], app.Clock, CancellationToken.None));

        Assert.Equal(0, asked);
        var told = (await ToldAsync(app, who)).ConvertAll(t => t.Kind);
        Assert.Single(told, NoticeKind.PeriodOpened); // the third quarter's: there it was still owed
        Assert.All(told.Except([NoticeKind.PeriodOpened]), kind => Assert.Equal(NoticeKind.Accepted, kind));
    }

    [Fact]
    public async Task Whose_role_is_over_is_told_nothing_of_it()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app);
        await app.InDbAsync(async db =>
        {
            var person = await (Cast.Observer with { Login = "former", Grants = [] }).InAsync(db);
            person.Give(new(Role.Reporter, new(Body: "AO-CHON-ALAY")), until: new(2026, 11, 20));
            person.Give(new(Role.Head, Scope.Everything), until: new(2026, 11, 20));
            await db.SaveChangesAsync();
        });
        await ReportingScene.OpenAsync(app, due: new(2026, 12, 1));

        await LiveAsync(app, 20);

        Assert.Empty(await ToldAsync(app, Cast.Observer with { Login = "former" }));
        Assert.NotEmpty(await ToldAsync(app, Cast.Reporter));
    }

    [Fact]
    public void Holidays_and_weekends_are_quiet_and_a_moved_working_day_is_not()
    {
        var quiet = new QuietDays();
        quiet.Read(new StringReader("# майрамдар\n03-21 Нооруз\n2026-05-27 Курман айт\n+2026-05-30 иш күнү\nтүшүнүксүз\n"));

        Assert.True(quiet.IsQuiet(new(2027, 3, 21)));
        Assert.True(quiet.IsQuiet(new(2026, 5, 27)));
        Assert.False(quiet.IsQuiet(new(2027, 5, 27)));
        Assert.False(quiet.IsQuiet(new(2026, 5, 30)));
        Assert.Equal(new(2026, 5, 28), quiet.OrNextWorking(new(2026, 5, 27)));
    }
}
