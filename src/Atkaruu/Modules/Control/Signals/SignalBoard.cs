using System.Text.RegularExpressions;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>All signals of a programme at one moment.</summary>
/// <param name="Raised">Those that ask to be looked at, in the order of urgency, then of the plan.</param>
/// <param name="Silenced">Those somebody has answered for, with the answer.</param>
public sealed record SignalsNow(
    ProgrammeProgress Progress, IReadOnlyList<Signal> Raised, IReadOnlyList<(Signal Signal, Silence Silence)> Silenced, Thresholds Thresholds,
    IReadOnlyDictionary<Guid, Forecast> Forecasts)
{
    public IEnumerable<Signal> Of(Measure measure) => Raised.Where(s => s.Measure.Id == measure.Id);
    public Forecast? ForecastOf(Measure measure) => Forecasts.GetValueOrDefault(measure.Id);
}

/// <summary>Puts together what the signals depend on, and asks the rules.</summary>
public sealed partial class SignalBoard(Db db, ProgressShelf progress, SidesShelf sides, TimeProvider clock)
{
    /// <summary>Null before the first plan.</summary>
    public async Task<SignalsNow?> NowAsync(CancellationToken stop = default)
    {
        if (await progress.CurrentAsync(stop) is not { } now) return null;
        var plan = now.Plan;
        var known = await sides.CurrentAsync(db, now, stop);
        var today = clock.Today();
        if (sides.Said is { } said && ReferenceEquals(said.Now.Progress, now) && ReferenceEquals(said.Of, known) && said.Day == today) return said.Now;
        var (closes, opens) = Season(known.Season, today);
        var forecasts = now.Measures.Select(p => (p.Measure.Id, Forecast: ForecastOf(p, now.FactsOf(p.Measure), known.Durations))).Where(f => f.Forecast is not null).ToDictionary(f => f.Id, f => f.Forecast!);

        var all = now.Measures.SelectMany(p => SignalRules.Of(new(p, now.FactsOf(p.Measure), known.Works(p.Measure), known.Money(p.Measure), known.Changes(p.Measure), forecasts.GetValueOrDefault(p.Measure.Id),
            known.Thresholds, closes, opens, today))).OrderBy(s => s.Kind).ThenBy(s => s.Measure.Ordinal).ToList();
        SignalsNow board = new(now, [.. all.Where(s => known.AnswerTo(s, today) is null)], [.. all.Select(s => (s, known.AnswerTo(s, today)!)).Where(x => x.Item2 is not null)], known.Thresholds, forecasts);
        sides.Said = new(board, known, today);
        return board;
    }

    /// <summary>By its own pace; for works without one, by how long the phases took elsewhere.</summary>
    public static Forecast? ForecastOf(MeasureProgress progress, MeasureFacts facts, ILookup<WorksPhase, int> durations)
    {
        if (progress.IsDone || progress.Promise.ByYears || progress.Promise.Kind == MeasureKind.Continuous || progress.State is "gone" or "pause") return null;
        if (Forecast.OfPace(progress.History) is { } pace) return pace;
        return facts.ToldAt(progress.View).LastOrDefault(t => t.Phase is not null) is { Phase: { } phase } last ? Forecast.OfPhases(phase, last.Percent, last.Period.To, durations) : null;
    }

    /// <summary>The next day on which building stops, and the day after that on which it goes on.</summary>
    internal static (DateOnly Closes, DateOnly Opens) Season(BuildingSeason season, DateOnly today)
    {
        var winter = season.Winters(today.Year, today.Year + 1).First(w => w.From >= today || w.To >= today && w.From <= today);
        return (winter.From, winter.To.AddDays(1));
    }

    /// <summary>The deadline as old words say it: the end of the last year they name. Null where they name none.</summary>
    internal static DateOnly? DeadlineIn(string words) => Year().Matches(words) is [.., var last] ? Promise.Fall(int.Parse(last.Value, System.Globalization.CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex Year();
}
