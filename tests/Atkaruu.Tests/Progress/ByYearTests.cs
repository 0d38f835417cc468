using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>A number year by year, and what is told of the future: nothing.</summary>
public class ByYearTests
{
    [Fact]
    public void Each_year_has_its_own_sum_and_what_was_seen_of_it()
    {
        var sites = Indicator(null, Accumulation.Yearly, years: [(2025, 3), (2026, 3)]);
        var (first, second) = (Told("2025-Q4", values: (sites, 3)), Told("2026-Q2", values: (sites, 2)));
        var all = All(MeasureKind.Recurring, sites, Facts(first, second) with { Seen = [Seen(second, 50, "2026-07-20")] });
        var years = ByYear.Of(all, all.Plan.Measures[0]).Single().Years;

        Assert.Equal([(3m, 3m, null), (3m, 2m, 1m)], years.Take(2).Select(y => (y.Plan, y.Reported, y.Verified)));
        Assert.All(years.Skip(2), y => Assert.Equal((null, null), (y.Reported, y.Verified)));
    }

    [Fact]
    public void The_state_of_a_past_year_is_not_carried_into_one_nobody_spoke_of()
    {
        var road = Indicator(270);
        var all = All(MeasureKind.Quantity, road, Facts(Told("2025-Q4", values: (road, 100))));
        Assert.Equal([100m, null, null, null, null, null], ByYear.Of(all, all.Plan.Measures[0]).Single().Years.Select(y => y.Reported));
        Assert.Equal(270, ByYear.Of(all, all.Plan.Measures[0]).Single().Years[^1].Plan);
    }

    [Fact]
    public void What_will_end_on_a_day_that_has_passed_is_not_foretold()
    {
        var road = Indicator(100);
        MeasureFacts told = Facts(Told("2025-Q1", values: (road, 20)), Told("2025-Q2", values: (road, 40)), Told("2025-Q3", values: (road, 60)));
        var promise = Promise(MeasureKind.Quantity, indicators: [road]);
        Assert.NotNull(Judge(promise, told, "2025-11-01").Ahead);
        Assert.Null(Judge(promise, told, "2026-11-01").Ahead);
    }

    private static ProgrammeProgress All(MeasureKind kind, Indicator indicator, MeasureFacts facts)
    {
        var known = Promise(kind);
        var measure = Measure.Enter(Scene.Programme, 1, new()
        {
            Ordinal = 1, Number = null, SectionId = default, TaskId = default, Title = new("Иш", null, null), Schedule = known.Measure.Schedule, ExpectedResult = new("", null, null),
            ResponsibleText = "", Kind = kind, ShortName = new("Иш", null, null), Lead = "RMA",
        });
        var own = new Indicator { MeasureId = measure.Id, Name = indicator.Name, Unit = indicator.Unit, Accumulation = indicator.Accumulation, Direction = indicator.Direction, Decimals = indicator.Decimals };
        own.Stand(1, indicator.Target, "", indicator.YearTargets);
        var plan = new PlanInForce(Scene.Programme, [], [], [], [measure], [own], [], [], [], "");
        var told = facts with { Told = [.. facts.Told.Select(t => t with { Values = [.. t.Values.Select(v => v with { Indicator = own.Id })] })] };
        return ProgrammeProgress.Of(plan, [], new Dictionary<Guid, MeasureFacts> { [measure.Id] = told }, Viewpoint.On(new(2026, 10, 12), Audience.Staff));
    }
}
