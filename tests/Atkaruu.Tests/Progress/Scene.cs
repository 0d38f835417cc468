using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Verification;

namespace Atkaruu.Tests.Progress;

/// <summary>Promises and facts without a database: what progress is computed from, said shortly.</summary>
internal static class Scene
{
    public static readonly Programme Programme = Programme.Begin("test", "CA", "41706", 2025, 2030, new("Программа", null, null), [], []);

    public static Promise Promise(MeasureKind kind, string from = "2025-01-01", string to = "2030-12-31", IReadOnlyList<Indicator>? indicators = null, params string[] leads)
    {
        var schedule = new Schedule("", ScheduleKind.Years, Day(from), Day(to));
        var measure = Measure.Enter(Programme, 1, new()
        {
            Ordinal = 1, Number = "1", SectionId = default, TaskId = default, Title = new("Иш", null, null), Schedule = schedule, ExpectedResult = new("", null, null),
            ResponsibleText = "", Kind = kind, ShortName = new("Иш", null, null), Lead = "RMA",
        });
        return new(measure, kind, indicators ?? [], leads.Length == 0 ? ["RMA"] : leads, Day(from), Day(to));
    }

    public static Indicator Indicator(decimal? target, Accumulation how = Accumulation.RunningTotal, decimal? baseline = null, Direction direction = Direction.Rising, decimal weight = 1, params (int Year, decimal Target)[] years)
    {
        var indicator = new Indicator { MeasureId = default, Name = new("Узундугу", null, null), Unit = Units.Kilometre, Accumulation = how, Direction = direction, Decimals = 1 };
        indicator.Stand(1, target, "", [.. years.Select(y => new YearTarget(y.Year, y.Target))]);
        indicator.BeganAt(baseline);
        indicator.Weigh(weight);
        return indicator;
    }

    public static Told Told(string period, string body = "RMA", WorksPhase? phase = null, decimal? percent = null, ActionStep? step = null, bool noChange = false, bool evidenced = true, int edition = 1, string? accepted = null, string? published = null, params (Indicator Of, decimal Value)[] values)
    {
        var span = Span.Parse(period)!.Value;
        var on = accepted is null ? span.To.AddDays(10) : Day(accepted);
        return new(Guid.NewGuid(), span, body, edition, on.ToDateTime(TimeOnly.MinValue), on, published is null ? on.AddDays(20) : Day(published), phase, percent, step, noChange, evidenced,
            [.. values.Select(v => new ToldValue(v.Of.Id, new(span, body, v.Value)))]);
    }

    public static MeasureFacts Facts(params Told[] told) => MeasureFacts.None with { Told = told };

    public static Seen Seen(Told of, decimal share, string on, SourceKind source = SourceKind.VillageCommittee) => new(
        new(of.Return, source, share == 100 ? Verdict.Confirmed : share == 0 ? Verdict.NotConfirmed : Verdict.Partly, share is 0 or 100 ? null : share, null, Day(on), Day(on).ToDateTime(TimeOnly.MaxValue)), of.Period, Day(on));

    /// <summary>All quarters of these years, each due 15 days after its end and published a month after that.</summary>
    public static IReadOnlyList<PeriodFact> Quarters(int from = 2025, int to = 2030) =>
        [.. Enumerable.Range(from, to - from + 1).SelectMany(year => Span.Of(year, SpanKind.Quarter)).Select(span => new PeriodFact(Guid.NewGuid(), span, span.To.AddDays(15), span.To.AddDays(45)))];

    public static MeasureProgress Judge(Promise promise, MeasureFacts facts, string day, Audience audience = Audience.Staff, IReadOnlyList<PeriodFact>? periods = null) =>
        Judging.Judge(promise, facts, periods ?? [], Viewpoint.On(Day(day), audience));

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
