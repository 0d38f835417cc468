using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Tests.Reporting;

public class DutyTests
{
    private static readonly ReturnWords Commissioned = new() { Done = "Ишке берилди", Phase = WorksPhase.Commissioning, PhysicalPercent = 100 };

    private static async Task<Finished> FinishedAsync(App app)
    {
        var plan = await app.PlanAsync();
        return await app.InDbAsync(db => Finished.ReadAsync(db, plan, app.Clock.Today()));
    }

    [Fact]
    public async Task What_has_not_begun_is_not_owed_and_what_is_over_is_owed_until_it_is_finished()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var (early, now) = (Quarter("2025-Q1"), Quarter("2026-Q3"));

        Assert.All(plan.Owed(early), d => Assert.True(d.Measure.Schedule.StartIn(2025) <= early.To));
        Assert.Contains(plan.Measures, m => m.Schedule.StartIn(2025) > early.To && plan.Owed(early).All(d => d.Measure != m));
        Assert.Contains(plan.Owed(now), d => d.Measure.Schedule.EndIn(2030) < now.From);
    }

    [Fact]
    public async Task Each_body_owes_one_return_about_a_measure_and_members_stand_for_their_group()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var owed = plan.Owed(Quarter("2026-Q3"));

        Assert.Equal(owed.Count, owed.Select(d => (d.Measure.Id, d.Body.Code)).Distinct().Count());
        Assert.DoesNotContain(owed, d => d.Body.IsGroup);
        Assert.All(owed.GroupBy(d => d.Measure), m => Assert.Contains(m, d => d.EntersValues));
    }

    [Fact]
    public async Task Works_commissioned_by_the_accepted_word_of_the_lead_owe_nothing_from_the_next_period()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var (period, next) = (await app.OpenPeriodAsync(), Quarter("2026-Q4"));
        var duty = plan.Owed(period).First(d => d.Measure.Kind == MeasureKind.Works && d is { Part: Part.Lead, Body.Code: "RMA" });
        var made = await app.SendAsync(Cast.AdministrationReporter, period, duty, Commissioned);
        Assert.Contains(plan.Owed(next, await FinishedAsync(app)), d => d.Measure == duty.Measure); // not accepted yet

        await app.AcceptAsync(made);
        Assert.DoesNotContain(plan.Owed(next, await FinishedAsync(app)), d => d.Measure == duty.Measure);
        Assert.Contains(plan.Owed(period, await FinishedAsync(app)), d => d.Measure == duty.Measure); // in its own period it was owed
    }

    [Fact]
    public async Task Ninety_nine_per_cent_is_not_the_end()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var period = await app.OpenPeriodAsync();
        var duty = plan.Owed(period).First(d => d.Measure.Kind == MeasureKind.Works && d is { Part: Part.Lead, Body.Code: "RMA" });
        await app.AcceptAsync(await app.SendAsync(Cast.AdministrationReporter, period, duty, Commissioned with { PhysicalPercent = 99 }));
        Assert.Contains(plan.Owed(Quarter("2026-Q4"), await FinishedAsync(app)), d => d.Measure == duty.Measure);
    }

    [Theory]
    [InlineData(Accumulation.Increments, 100, "2026-06-30")]
    [InlineData(Accumulation.RunningTotal, 70, "2026-06-30")]
    [InlineData(Accumulation.Level, 30, "2026-03-31")]
    [InlineData(Accumulation.Yearly, 100, "2026-06-30")]
    [InlineData(Accumulation.Increments, 101, null)]
    public void A_target_is_reached_in_the_first_period_whose_total_is_there(Accumulation accumulation, int target, string? day)
    {
        var indicator = new Indicator { MeasureId = Guid.NewGuid(), Name = new("Көрсөткүч"), Unit = "pieces", Accumulation = accumulation, Direction = Direction.Rising, Decimals = 0 };
        indicator.Stand(1, target, "", []);

        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Finished.ReachedOn(indicator, [Said("2026-Q1", 30), Said("2026-Q2", 70)]));

        static Reading Said(string period, decimal value) => new(Span.Parse(period)!.Value, "RMA", value);
    }

    private static Period Quarter(string code) => ReportingCalendar.Begin(Guid.NewGuid()).Plan(Span.Parse(code)!.Value);
}
