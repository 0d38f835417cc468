using Atkaruu.Kernel;
using Atkaruu.Modules.Progress;
using CsCheck;

namespace Atkaruu.Tests.Progress;

public class ForecastTests
{
    [Fact]
    public void At_an_even_pace_it_ends_when_the_rest_is_done()
    {
        var forecast = Forecast.OfPace(History(0.1m, 0.2m, 0.3m, 0.4m))!;
        Assert.InRange(forecast.On, new(2027, 6, 1), new(2027, 7, 31)); // a tenth a quarter: six more quarters after the end of 2025
        Assert.True(forecast.Early <= forecast.On && forecast.On <= forecast.Late);
    }

    [Fact]
    public void One_odd_report_moves_it_little()
    {
        var (even, odd) = (Forecast.OfPace(History(0.1m, 0.2m, 0.3m, 0.4m, 0.5m))!, Forecast.OfPace(History(0.1m, 0.2m, 0.9m, 0.4m, 0.5m))!);
        Assert.InRange(Math.Abs(odd.On.DayNumber - even.On.DayNumber), 0, 120);
    }

    [Fact]
    public void Two_points_are_no_pace_and_standing_still_never_ends()
    {
        Assert.Null(Forecast.OfPace(History(0.1m, 0.2m)));
        Assert.Null(Forecast.OfPace(History(0.4m, 0.4m, 0.4m)));
        Assert.Null(Forecast.OfPace(History(0.4m, 0.3m, 0.2m)));
        Assert.Null(Forecast.OfPace(History(0.4m, 0.8m, 1m))); // done
    }

    [Fact]
    public void What_was_not_told_is_left_out_and_not_taken_for_nothing() =>
        Assert.Equal(Forecast.OfPace(History(0.1m, 0.2m, 0.3m, 0.4m))!.On, Forecast.OfPace([.. History(0.1m, 0.2m, 0.3m, 0.4m), new(Span.Parse("2026-Q1")!.Value, null)])!.On);

    [Fact]
    public void Works_end_after_what_the_remaining_phases_took_elsewhere()
    {
        var took = new[] { (WorksPhase.Construction, 300), (WorksPhase.Construction, 400), (WorksPhase.Construction, 500), (WorksPhase.Commissioning, 30), (WorksPhase.Commissioning, 40), (WorksPhase.Commissioning, 50) }
            .ToLookup(t => t.Item1, t => t.Item2);
        var forecast = Forecast.OfPhases(WorksPhase.Construction, 50, new(2026, 9, 30), took)!;

        Assert.Equal(new DateOnly(2026, 9, 30).AddDays(240), forecast.On); // half of 400, and 40
        Assert.Null(Forecast.OfPhases(WorksPhase.Contract, 0, new(2026, 9, 30), took)); // nobody knows how long a contract takes
    }

    [Fact]
    public void The_range_holds_the_middle_and_nothing_ends_before_the_last_report() => Gen.Int[0, 99].List[3, 12].Sample(shares =>
        Forecast.OfPace(History([.. shares.Select(s => s / 100m)])) is not { } f || f.Early <= f.On && f.On <= f.Late && f.Early > new DateOnly(2025, 3, 31));

    private static Point[] History(params decimal[] shares) => [.. shares.Select((share, i) => new Point(new Span(2025 + i / 4, SpanKind.Quarter, i % 4 + 1), share))];
}
