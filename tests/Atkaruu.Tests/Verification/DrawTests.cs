using System.Net;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Tests.Evidence;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Verification;

public class DrawTests
{
    private static readonly Gen<string[]> Codes = Gen.Int[1, 300].Select(n => Enumerable.Range(1, n).Select(i => $"CA-{i:000}").ToArray());
    private static readonly Gen<string> Seeds = Gen.String[Gen.Char["0123456789abcdef"], 64, 64];

    [Fact]
    public void A_tenth_is_drawn_rounded_up_and_at_least_one() => Codes.Select(Seeds).Sample((codes, seed) =>
        Draw.Pick(seed, codes) is var drawn && drawn.Count == (codes.Length + 9) / 10 && drawn.Distinct().Count() == drawn.Count && drawn.All(codes.Contains));

    [Fact]
    public void Neither_the_order_of_the_list_nor_repetitions_matter() => Codes.Select(Seeds, Gen.Int).Sample((codes, seed, shuffle) =>
    {
        string[] shuffled = [.. codes, .. codes.Take(5)];
        new Random(shuffle).Shuffle(shuffled);
        return Draw.Pick(seed, codes).SequenceEqual(Draw.Pick(seed, shuffled));
    });

    [Fact]
    public void Each_measure_is_drawn_about_as_often_as_any_other()
    {
        var codes = Enumerable.Range(1, 40).Select(i => $"CA-{i:000}").ToArray();
        var times = Enumerable.Range(0, 4000).SelectMany(i => Draw.Pick($"seed-{i}", codes)).CountBy(code => code).ToDictionary();

        Assert.All(codes, code => Assert.InRange(times[code], 300, 500)); // 400 expected, 5 standard deviations
    }

    [Fact]
    public void Nothing_is_drawn_from_nothing() => Assert.Empty(Draw.Pick("seed", []));

    /// <summary>printf 'seed:CA-001' | sha256sum</summary>
    [Fact]
    public void Anybody_can_draw_again_with_common_tools() =>
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("seed:CA-001"u8)), Draw.Order("seed", ["CA-001"])[0].Hash);

    [Fact]
    public void Seeds_are_256_bits_and_differ()
    {
        Assert.Equal(64, Draw.NewSeed().Length);
        Assert.NotEqual(Draw.NewSeed(), Draw.NewSeed());
    }

    [Fact]
    public async Task A_closed_period_is_drawn_once_when_its_returns_are_decided()
    {
        await using var app = await App.StartAsync();
        var period = await app.PeriodAsync();
        List<Return> accepted = [];
        for (var i = 0; i < 11; i++) accepted.Add(await app.AcceptedAsync(await app.MeasureAsync("RMA", i), "RMA", Cast.AdministrationReporter));
        await app.AcceptedAsync(await app.MeasureAsync("RMA", 11), "RMA", Cast.AdministrationReporter, words => words with { Done = "", NoChange = true, NoChangeReason = "кыш" });
        var undecided = await app.ReturnAsync(await app.MeasureAsync("RMA", 12), "RMA", Cast.AdministrationReporter);
        await app.SubmitAsync(undecided, Cast.AdministrationReporter);

        await RunAsync(app);
        Assert.Equal(0, await app.InDbAsync(db => db.Visits.CountAsync())); // still open

        await CloseAsync(app, period);
        await RunAsync(app);
        Assert.Null(await SeedAsync(app)); // one is not decided yet

        await app.AcceptAsync(undecided);
        await RunAsync(app);
        await RunAsync(app);

        var drawn = await app.InDbAsync(db => db.Visits.ToListAsync());
        var after = await app.InDbAsync(db => db.Periods.SingleAsync());
        var plan = await app.PlanAsync();
        Assert.Equal((12, 2), (after.DrawnFrom.Count, drawn.Count));
        Assert.Equal(Draw.Pick(after.DrawSeed!, after.DrawnFrom).Order(), drawn.Select(v => plan.Measures.Single(m => m.Id == v.MeasureId).Code).Order());
        Assert.All(drawn, visit => Assert.Equal((VisitOrigin.Drawn, null, VisitState.Assigned), (visit.Origin, visit.VerifierId, visit.State)));
        Assert.All(drawn, visit => Assert.NotNull(visit.ReturnId));
        Assert.Single(await app.WhatHappenedToAsync(after), "period.drawn");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/visits/draw/2026-Q4")).StatusCode);
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            (await db.Periods.SingleAsync()).Publish(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var page = await app.Visitor().VisitAsync("/visits/draw/2026-Q4");
        Assert.Equal(after.DrawSeed, page["seed"]);
        Assert.Equal(2, page.Html.QuerySelectorAll("[data-test=drawn]").Length);
        Assert.Equal(10, page.Html.QuerySelectorAll("[data-test=not-drawn]").Length);
    }

    [Fact]
    public async Task A_week_after_closing_the_draw_waits_no_longer()
    {
        await using var app = await App.StartAsync();
        var period = await app.PeriodAsync();
        await app.AcceptedAsync(await app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter);
        await app.SubmitAsync(await app.ReturnAsync(await app.MeasureAsync("RMA", 1), "RMA", Cast.AdministrationReporter), Cast.AdministrationReporter);
        await CloseAsync(app, period);
        app.Clock.SetUtcNow(new(2027, 1, 8, 3, 0, 0, TimeSpan.Zero));

        await RunAsync(app);

        Assert.NotNull(await SeedAsync(app));
        Assert.Equal(1, await app.InDbAsync(db => db.Visits.CountAsync()));
    }

    private static async Task RunAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await VerificationTimetable.RunAsync(scope.ServiceProvider, default);
    }

    private static Task<string?> SeedAsync(App app) => app.InDbAsync(db => db.Periods.Select(p => p.DrawSeed).SingleAsync());

    private static Task CloseAsync(App app, Period period) => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        (await db.Periods.SingleAsync(p => p.Id == period.Id)).Close("баары келди");
        return await db.SaveChangesAsync();
    });
}
