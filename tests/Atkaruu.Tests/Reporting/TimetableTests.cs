using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class TimetableTests
{
    private static Task RunAsync(App app) => PeriodTimetable.RunAsync(app.Services, default);

    private static Task<string[]> CodesAsync(App app) => app.InDbAsync(db => db.Periods.OrderBy(p => p.From).Select(p => p.Code).ToArrayAsync());

    [Fact]
    public async Task A_fresh_installation_begins_with_what_can_still_be_reported()
    {
        await using var app = await App.StartAsync();
        await RunAsync(app);

        Assert.Equal(["2026-Q4", "2027-Q1"], await CodesAsync(app)); // 22 November: the third quarter was over on 25 October
        Assert.All(await app.InDbAsync(db => db.Periods.ToListAsync()), p => Assert.Equal(PeriodState.Planned, p.State));
    }

    [Fact]
    public async Task Run_again_it_changes_nothing()
    {
        await using var app = await App.StartAsync();
        await RunAsync(app);
        var log = await app.InDbAsync(db => db.Log.CountAsync());
        await RunAsync(app);
        Assert.Equal(log, await app.InDbAsync(db => db.Log.CountAsync()));
    }

    [Fact]
    public async Task Several_nodes_at_once_make_each_period_once()
    {
        await using var app = await App.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(app))));

        Assert.Equal(["2026-Q4", "2027-Q1"], await CodesAsync(app));
        Assert.Equal(1, await app.InDbAsync(db => db.ReportingCalendars.CountAsync()));
    }

    [Fact]
    public async Task At_the_end_of_the_year_the_last_quarter_is_open_and_the_first_one_comes()
    {
        await using var app = await App.StartAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 17, 59, 59, TimeSpan.Zero)); // 23:59:59 in Bishkek
        await RunAsync(app);
        Assert.Equal(["2026-Q4", "2027-Q1"], await CodesAsync(app));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 18, 0, 0, TimeSpan.Zero)); // the New Year
        await RunAsync(app);
        Assert.Equal(["2026-Q4", "2027-Q1", "2027-Q2"], await CodesAsync(app));
        Assert.Equal(PeriodState.Open, await app.InDbAsync(db => db.Periods.Where(p => p.Code == "2026-Q4").Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task The_calendar_of_a_programme_may_ask_for_several_kinds()
    {
        await using var app = await App.StartAsync();
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            (await PeriodTimetable.CalendarAsync(db, (await db.Programmes.SingleAsync()).Id, default)).Change([SpanKind.HalfYear, SpanKind.NineMonths, SpanKind.Year], 20, 0, 0);
            return await db.SaveChangesAsync();
        });
        await RunAsync(app);

        Assert.Equal(["2026-Y", "2026-H2", "2027-H1", "2027-M9", "2027-Y"], await app.InDbAsync(db => db.Periods.OrderBy(p => p.To).ThenBy(p => p.From).Select(p => p.Code).ToArrayAsync()));
        Assert.Equal(new DateOnly(2027, 1, 20), await app.InDbAsync(db => db.Periods.Where(p => p.Code == "2026-Y").Select(p => p.Due).SingleAsync()));
    }

    [Fact]
    public async Task After_the_programme_no_period_is_made()
    {
        await using var app = await App.StartAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 1, 3, 0, 0, TimeSpan.Zero));
        await RunAsync(app);
        Assert.Empty(await CodesAsync(app));
    }

    [Fact]
    public async Task What_time_does_is_logged_in_the_name_of_the_program()
    {
        await using var app = await App.StartAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 20, 3, 0, 0, TimeSpan.Zero));
        await RunAsync(app);
        Assert.Equal("system", await app.InDbAsync(db => db.Log.Where(l => l.What == "period.moved").Select(l => l.ByName).Distinct().SingleAsync()));
    }
}
