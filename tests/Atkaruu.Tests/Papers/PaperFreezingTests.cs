using Atkaruu.Kernel;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

public class PaperFreezingTests
{
    [Fact]
    public async Task A_published_period_has_its_report_in_both_languages_and_every_format_for_everybody()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();

        await app.PublishAsync(period);
        await app.DrainLogAsync();

        var papers = await app.PapersAsync();
        Assert.Equal(6, papers.Count);
        Assert.All(papers, p => Assert.True(p is { IsFrozen: true, State: PaperState.Made, Data: PaperData.Published, Edition: 1, Period: "2026-Q3", Hash.Length: 64 }));
        Assert.Equal(6, papers.Select(p => (p.Languages, p.Format)).Distinct().Count());
        var page = await app.Visitor().VisitAsync("/papers");
        Assert.All(papers, p => Assert.NotNull(page.Html.QuerySelector($"[data-test=frozen] a[href$='/papers/made/{p.Code}']")));
        Assert.Contains("told 1 of 80|published 1", (await app.Visitor().TakeAsync($"/papers/made/{papers[0].Code}")).Text, StringComparison.Ordinal);
        Assert.Contains("paper.frozen", await app.WhatHappenedToAsync(papers[0]));
    }

    [Fact]
    public async Task A_correction_makes_an_edition_beside_the_first_which_stays_as_it_was()
    {
        await using var app = await Play.StartAsync();
        var (period, made) = await app.AcceptedAsync();
        await app.PublishAsync(period);
        await app.DrainLogAsync();
        var first = await app.PapersAsync();

        app.Clock.Advance(TimeSpan.FromDays(1));
        await CorrectAsync(app, made);
        await app.DrainLogAsync();

        var all = await app.PapersAsync();
        Assert.Equal((6, 6), (all.Count(p => p.Edition == 1), all.Count(p => p.Edition == 2)));
        foreach (var paper in first) Assert.Equal((paper.Hash, paper.Moment), all.Where(p => p.Id == paper.Id).Select(p => (p.Hash, p.Moment)).Single());
        var old = await app.Visitor().VisitAsync($"/verify/{first[0].Code}");
        Assert.Contains(all.Single(p => p.Edition == 2 && p.Languages == first[0].Languages && p.Format == first[0].Format).Code, old.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(old.Says("түзөтүү жарыяланган"));
        Assert.True((await app.Visitor().VisitAsync("/papers")).Says("түзөтүүдөн кийинки 2-басылма"));
    }

    [Fact]
    public async Task A_row_of_the_log_that_is_read_twice_makes_nothing_twice()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();
        await app.PublishAsync(period);
        await app.DrainLogAsync();
        var before = (await app.PapersAsync()).Select(p => p.Code).ToList();

        var rows = await app.InDbAsync(db => db.Log.AsNoTracking().Where(r => PaperFreezing.Wants.Contains(r.What)).OrderBy(r => r.Seq).ToListAsync());
        await using (var scope = app.Services.CreateAsyncScope())
            foreach (var row in rows) await scope.ServiceProvider.GetRequiredService<PaperFreezing>().TakeAsync(row, default);

        Assert.Equal(before, (await app.PapersAsync()).Select(p => p.Code));
    }

    private static async Task CorrectAsync(App app, Return made)
    {
        var correction = await app.AsAsync(Cast.Reporter, async (db, actor) =>
        {
            var (old, period) = (await db.Returns.Include(r => r.Values).SingleAsync(r => r.Id == made.Id), await db.Periods.SingleAsync(p => p.Id == made.PeriodId));
            var again = old.Correct(actor, "Сан туура эмес", app.Clock.Now());
            again.Write(actor, new() { Done = "Дагы бир иш" }, [], app.Clock.Now());
            again.Submit(actor, period, [], app.Clock.Now());
            db.Add(again);
            await db.SaveChangesAsync();
            return again;
        });
        await app.AcceptAsync(correction);
        await app.DoAsync(Cast.Coordinator, correction, (r, _) =>
        {
            if (r.State != ReturnState.Published) r.Publish();
        });
    }
}
