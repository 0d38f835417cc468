using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Atkaruu.Modules.Works;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Works;

/// <summary>The two curves and the chart of phases, before anybody draws them.</summary>
public class DrawingTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Fact]
    public void The_curves_stand_on_one_scale_and_the_gap_is_told()
    {
        var curve = SCurve.Of([(new(2026, 3, 31), 0), (new(2026, 6, 30), null), (new(2026, 9, 30), 42)], [(new(2026, 5, 1), 10), (new(2026, 8, 1), 60)]);

        Assert.Equal((new DateOnly(2026, 3, 31), new DateOnly(2026, 9, 30), 18m), (curve.From, curve.To, curve.Gap!.Value));
        Assert.Equal("0,100 100,58", curve.Line(curve.Physical));
        Assert.Equal([(0m, null), (0m, 10m), (0m, 60m), (42m, 60m)], curve.Rows.Select(r => ((decimal?)r.Physical, r.Paid)));
    }

    [Fact]
    public void No_data_is_not_zero()
    {
        Assert.True(SCurve.Of([], []).IsEmpty);
        Assert.True(SCurve.Of([(new(2026, 3, 31), null)], []).IsEmpty);
        Assert.Null(SCurve.Of([(new(2026, 3, 31), 20)], []).Gap);
        Assert.Null(SCurve.Of([(new(2026, 9, 30), 42)], [(new(2026, 5, 1), 10)]).Rows[0].Physical);
    }

    [Fact]
    public void Every_point_lies_in_the_box_whatever_comes()
    {
        var day = Gen.Int[0, 2000].Select(n => new DateOnly(2025, 1, 1).AddDays(n));
        Gen.Select(Gen.Select(day, Gen.Int[-40, 180].Select(n => n < -20 ? null : (decimal?)n)).Array[0, 12], Gen.Select(day, Gen.Int[0, 180].Select(n => (decimal)n)).Array[0, 12]).Sample((built, paid) =>
        {
            var curve = SCurve.Of([.. built], [.. paid]);
            foreach (var pair in (curve.Line(curve.Physical) + " " + curve.Line(curve.Paid)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.All(pair.Split(','), number => Assert.InRange(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 0, 100));
            Assert.Equal(curve.Rows.Select(r => r.On).Order(), curve.Rows.Select(r => r.On));
        });
    }

    [Fact]
    public async Task Phases_follow_each_other_on_the_chart_and_facts_are_not_guesses()
    {
        var plan = (await reading.App.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var it = Made.Object();
        it.Plan(WorksPhase.Land, new(2025, 12, 31));
        it.Plan(WorksPhase.Construction, new(2028, 12, 31));
        it.Confirm(WorksPhase.Land, new(2026, 6, 30), "Токтом");
        it.Estimate(WorksPhase.Construction, new(2029, 6, 30));

        var lane = GanttLane.Of(it, new TimelineScale(plan.Programme, plan.Season), new(2025, 1, 1), Made.Today);

        Assert.Equal([(WorksPhase.Land, PhaseBar.Planned), (WorksPhase.Construction, PhaseBar.Planned)], lane.Planned.Select(b => (b.Phase, b.Kind)));
        Assert.Equal([(WorksPhase.Land, PhaseBar.Confirmed), (WorksPhase.Construction, PhaseBar.Estimated)], lane.Real.Select(b => (b.Phase, b.Kind)));
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2029, 6, 30)), (lane.Real[1].From, lane.Real[1].To));
        Assert.All(lane.Planned.Zip(lane.Planned.Skip(1)).Concat(lane.Real.Zip(lane.Real.Skip(1))), pair => Assert.Equal(pair.First.Run.To, pair.Second.Run.From));
        Assert.Null(lane.Blocked);
    }
}
