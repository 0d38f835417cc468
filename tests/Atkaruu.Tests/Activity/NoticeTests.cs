using System.Net;
using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Activity;

public class NoticeTests
{
    private static Task<List<Notice>> OfAsync(App app, Cast who) => app.InDbAsync(async db =>
    {
        var person = await who.InAsync(db);
        return await db.Notices.AsNoTracking().Where(n => n.PersonId == person.Id).OrderBy(n => n.Id).ToListAsync();
    });

    private static async Task MeetAsync(App app, params Cast[] people)
    {
        foreach (var who in people) await app.InDbAsync(db => who.InAsync(db));
    }

    [Fact]
    public async Task Whoever_it_concerns_is_told_and_nobody_else()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, [.. Cast.All]);
        var scene = await ReportingScene.OpenAsync(app);
        var made = await scene.SubmitAsync(Cast.Reporter, 120);
        await scene.SendBackAsync(made, "Сан туура эмес");
        await scene.ChangeAsync(made, (it, actor) => it.Comment(actor, "Актыны тиркеңиз", null, app.Clock.Now()));
        await scene.SubmitAsync(Cast.Reporter, 100, again: made);
        await scene.AcceptAsync(made);

        await app.DrainLogAsync();
        await app.DrainLogAsync();

        Assert.Equal(new[] { NoticeKind.PeriodOpened, NoticeKind.Returned, NoticeKind.Commented, NoticeKind.Accepted }.Order(), (await OfAsync(app, Cast.Reporter)).Select(n => n.Kind).Order());
        Assert.Equal([NoticeKind.Submitted, NoticeKind.Submitted], (await OfAsync(app, Cast.Coordinator)).Select(n => n.Kind));
        Assert.Equal([NoticeKind.PeriodOpened], (await OfAsync(app, Cast.OtherReporter)).Select(n => n.Kind));
        Assert.Empty(await OfAsync(app, Cast.Observer));
        Assert.True((await OfAsync(app, Cast.Reporter)).Single(n => n.Kind == NoticeKind.Returned).Urgent);
    }

    [Fact]
    public async Task Reading_the_log_again_from_its_beginning_tells_nothing_twice()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Reporter, Cast.Coordinator);
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SendBackAsync(await scene.SubmitAsync(Cast.Reporter, 120), "Сан туура эмес");
        await app.DrainLogAsync();
        var before = await app.InDbAsync(db => db.Notices.CountAsync());

        await app.InDbAsync(db => db.Set<JobCursor>().ExecuteUpdateAsync(c => c.SetProperty(x => x.Seq, 0)));
        await app.DrainLogAsync();

        Assert.True(before > 0);
        Assert.Equal(before, await app.InDbAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task What_happened_long_ago_is_no_news()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Reporter, Cast.Coordinator);
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SubmitAsync(Cast.Reporter, 120);
        app.Clock.Advance(TimeSpan.FromDays(15));

        await app.DrainLogAsync();

        Assert.Equal(0, await app.InDbAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task A_verifier_is_told_of_a_visit_and_a_person_of_an_extension()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Reporter, Cast.Verifier);
        var scene = await ReportingScene.OpenAsync(app);
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            db.Add(Visit.Assign(scene.Duty.Measure.Id, scene.PeriodId, null, VisitOrigin.Assigned, (await Cast.Verifier.InAsync(db)).Id, new(2026, 12, 5)));
            var reporter = await Cast.Reporter.InAsync(db);
            (await db.Periods.Include(p => p.Exceptions).SingleAsync()).Except(reporter.Id, reporter.Name, new(2026, 12, 20, 0, 0, 0, DateTimeKind.Utc), "Ооруп калган", app.Clock.Now());
            return await db.SaveChangesAsync();
        });

        await app.DrainLogAsync();

        Assert.Equal(NoticeKind.VisitAssigned, Assert.Single(await OfAsync(app, Cast.Verifier)).Kind);
        var extended = (await OfAsync(app, Cast.Reporter)).Single(n => n.Kind == NoticeKind.Exception);
        Assert.Equal("2026-жылдын III чейреги: мөөнөт сиз үчүн 20.12.2026га чейин узартылды.", Atkaruu.Web.Texts.All.Say("ky", extended.Message));
    }

    [Fact]
    public async Task The_page_shows_unread_first_opens_one_and_reads_all()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Reporter, Cast.Coordinator);
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SendBackAsync(await scene.SubmitAsync(Cast.Reporter, 120), "Сан <b>туура</b> эмес");
        await app.DrainLogAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await reporter.VisitAsync("/notices");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(2, page.Html.QuerySelectorAll(".notices .unread").Length);
        Assert.True(page.Says("Сан <b>туура</b> эмес"));
        Assert.Equal(2, await CountAsync(app, Cast.Reporter));

        await reporter.PostAsync(page, "open");
        Assert.Equal($"/write/2026-Q3/{scene.Duty.Measure.Code}/AO-CHON-ALAY", reporter.SentTo);
        Assert.Equal(1, await CountAsync(app, Cast.Reporter));

        page = await reporter.SubmitAsync(await reporter.VisitAsync("/ru/notices"), "read-all");
        Assert.Empty(page.Html.QuerySelectorAll(".notices .unread"));
        Assert.Equal(2, page.Html.QuerySelectorAll(".notices li").Length);
        Assert.Equal(0, await CountAsync(app, Cast.Reporter));
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_nobody_opens_anothers_notice()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Reporter, Cast.Coordinator);
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SubmitAsync(Cast.Reporter, 120);
        await app.DrainLogAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync("/notices")).StatusCode);

        var coordinators = (await OfAsync(app, Cast.Coordinator))[0].Id;
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = reporter.Filled(await reporter.VisitAsync("/notices"), "open", []);
        form.RequestUri = new Uri($"https://localhost/notices?handler=Open&id={coordinators}");
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.SendAsync(form)).StatusCode);
        Assert.Null((await OfAsync(app, Cast.Coordinator))[0].ReadAt);
    }

    [Fact]
    public async Task A_person_does_without_some_kinds_but_not_without_what_came_back()
    {
        await using var app = await App.StartAsync();
        await MeetAsync(app, Cast.Coordinator);
        var reporter = await app.SignInAsync(Cast.Reporter);
        var page = await reporter.VisitAsync("/notices");
        page = await reporter.SubmitAsync(page, "save-kinds", ("Wanted", "DueSoon"));
        Assert.True(page.Says("Сакталды."));
        Assert.Single(page.Html.QuerySelectorAll("input[name=Wanted][checked]"));

        var scene = await ReportingScene.OpenAsync(app);
        var made = await scene.SubmitAsync(Cast.Reporter, 120);
        await scene.SendBackAsync(made, "Сан туура эмес");
        await app.DrainLogAsync();

        Assert.Equal([NoticeKind.Returned], (await OfAsync(app, Cast.Reporter)).Select(n => n.Kind));
    }

    [Fact]
    public async Task An_administrator_sees_what_could_not_be_done()
    {
        await using var app = await App.StartAsync();
        await app.InDbAsync(async db =>
        {
            var failure = new JobFailure { Name = "notices", Seq = 7 };
            for (var i = 0; i < Worker.MaxTries; i++) failure.Failed(new InvalidOperationException("no such thing"), app.Clock.Now());
            db.Add(failure);
            await db.SaveChangesAsync();
        });

        Assert.True((await (await app.SignInAsync(Cast.Administrator)).VisitAsync("/notices")).Says("no such thing"));
        Assert.False((await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/notices")).Says("no such thing"));
    }

    private static Task<int> CountAsync(App app, Cast who) => app.AsAsync(who, async (db, actor) => await new NoticeCount(db, new() { Actor = actor }).UnreadAsync());
}
