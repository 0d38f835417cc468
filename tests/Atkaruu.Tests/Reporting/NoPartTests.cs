using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

/// <summary>«We had no part» in many measures at once, and what comes after a return has been sent.</summary>
public class NoPartTests
{
    private const string Bulk = "/work/no-part/2026-Q3";

    [Fact]
    public async Task Only_somebody_who_reports_in_an_open_period_is_asked()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var visitor = app.Visitor();
        await visitor.GetAsync(Bulk);
        Assert.StartsWith("/sign-in", visitor.SentTo, StringComparison.Ordinal);
        foreach (var who in new[] { Cast.Coordinator, Cast.Head, Cast.Verifier }) Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(who)).GetAsync(Bulk)).StatusCode);
        var reporter = await app.SignInAsync(Cast.Reporter);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync("/work/no-part/2026-Q4")).StatusCode);
        await A.ChangeAsync(app, period, p => p.Close("бүттү"));
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(Bulk)).StatusCode);
    }

    [Fact]
    public async Task No_part_in_many_is_sent_at_once_and_taken_back_at_once()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var helps = (await app.DutiesOfAsync(period, "AO-CHON-ALAY")).Where(d => d.Part == Part.Contribution).ToList();
        var reporter = await app.SignInAsync(Cast.Reporter);
        Assert.NotNull((await reporter.VisitAsync("/work")).Html.QuerySelector($"[data-test=no-part][href='{Bulk}']"));
        var page = await reporter.VisitAsync(Bulk);
        Assert.Equal(helps.Count, page.Html.QuerySelectorAll("input[name=Chosen][checked]").Length);
        page.Html.QuerySelector("input[name=Chosen]")!.RemoveAttribute("checked");

        var work = await reporter.SubmitAsync(page, "send-all");
        await reporter.PostAsync(page, "send-all"); // a second tap
        Assert.Contains($"{helps.Count - 1} отчет тапшырылды", work["sent-together"], StringComparison.Ordinal);
        var sent = await app.InDbAsync(db => db.Returns.AsNoTracking().ToListAsync());
        Assert.Equal(helps.Count - 1, sent.Count);
        Assert.All(sent, r => Assert.True(r is { State: ReturnState.Submitted, Words.NoPart: true, Part: Part.Contribution, HasWarnings: false }));
        Assert.Equal(1, await app.InDbAsync(db => db.Receipts.CountAsync()));
        Assert.Equal(helps.Count - 1, await A.CountLogAsync(app, "return.submitted"));

        await app.AcceptAsync(sent[0]);
        await reporter.SubmitAsync(work, "take-back");
        Assert.Equal([ReturnState.Draft, ReturnState.Accepted], (await app.InDbAsync(db => db.Returns.Select(r => r.State).ToListAsync())).Distinct().Order());
        var again = await reporter.VisitAsync(Bulk);
        Assert.Equal(helps.Count - 1, again.Html.QuerySelectorAll("input[name=Chosen]").Length); // all but the accepted one
        await reporter.SubmitAsync(again, "send-all");
        Assert.Equal(helps.Count - 1, await app.InDbAsync(db => db.Returns.CountAsync(r => r.State == ReturnState.Submitted)));
    }

    [Fact]
    public async Task What_has_been_begun_or_is_not_ones_own_is_not_sent_with_them()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var helps = (await app.DutiesOfAsync(period, "AO-CHON-ALAY")).First(d => d.Part == Part.Contribution);
        var reporter = await app.SignInAsync(Cast.Reporter);
        var page = await reporter.VisitAsync(Bulk);
        await app.DraftAsync(Cast.Reporter, period, helps);

        await reporter.SubmitAsync(page, "send-all", ("Chosen", helps.Measure.Code + "/AO-CHON-ALAY"), ("Chosen", "CA-002/AO-KASHKA-SUU"), ("Chosen", "CA-001/AO-CHON-ALAY"));
        Assert.DoesNotContain(await app.InDbAsync(db => db.Returns.AsNoTracking().ToListAsync()), r => r.Body != "AO-CHON-ALAY" || r.Part != Part.Contribution);
        var begun = await app.InDbAsync(db => db.Returns.AsNoTracking().SingleAsync(r => r.MeasureId == helps.Measure.Id));
        Assert.Equal((ReturnState.Draft, "Башталды"), (begun.State, begun.Words.Done));
    }

    [Fact]
    public async Task Nothing_ticked_is_nothing_sent()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var page = await reporter.VisitAsync(Bulk);
        foreach (var tick in page.Html.QuerySelectorAll("input[name=Chosen]")) tick.RemoveAttribute("checked");

        var refused = await reporter.SubmitAsync(page, "send-all");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Says("Бирөөсү да белгиленген эмес"));
        Assert.Equal(0, await app.InDbAsync(db => db.Returns.CountAsync()));
    }

    [Fact]
    public async Task After_sending_one_the_next_unsent_is_offered()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var links = (await reporter.VisitAsync("/work")).Html.QuerySelectorAll(".mylist a").Select(a => a.GetAttribute("href")!).ToList();

        var sent = await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(links[1]), "check", ("Done", "Иш")), "submit");
        Assert.Equal(links[2], sent.Html.QuerySelector("[data-test=next]")!.GetAttribute("href"));
        var last = await reporter.SubmitAsync(await reporter.VisitAsync(links[^1]), "nopart");
        Assert.Equal(links[0], last.Html.QuerySelector("[data-test=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_finished_is_no_longer_my_work()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Бүттү", Phase = WorksPhase.Commissioning, PhysicalPercent = 100 });
        await A.OpenPeriodAsync(app, "2026-Q3");

        var links = (await (await app.SignInAsync(Cast.Reporter)).VisitAsync("/work")).Html.QuerySelectorAll(".mylist a").Select(a => a.GetAttribute("href")!);
        Assert.DoesNotContain("/write/2026-Q3/CA-001/AO-CHON-ALAY", links);
    }
}
