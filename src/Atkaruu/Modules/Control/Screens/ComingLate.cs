using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>Not late yet, but behind, or late at the pace so far or by the building season: what comes to the head next.</summary>
/// <param name="Why">The most pressing reason.</param>
public sealed record ComingLate(MeasureProgress Progress, Message Why, Forecast? Forecast)
{
    /// <summary>Those whose day comes first, first.</summary>
    public static IReadOnlyList<ComingLate> Of(SignalsNow board, ProgrammeProgress now, DateOnly today) =>
    [
        .. board.Raised.Where(s => s.Kind is SignalKind.MissesSeason or SignalKind.WillBeLate or SignalKind.Behind).GroupBy(s => s.Measure.Id)
            .Select(of => new ComingLate(now.Of(of.First().Measure), of.OrderBy(s => s.Kind == SignalKind.MissesSeason ? 0 : s.Kind == SignalKind.Behind ? 1 : 2).First().Reason, board.ForecastOf(of.First().Measure)))
            .Where(x => x.Progress.State is not ("late" or "silent")).OrderBy(x => x.DueOn(today)).ThenBy(x => x.Progress.Measure.Ordinal),
    ];

    public DateOnly DueOn(DateOnly today) => Progress.Promise.ByYears ? Promise.Fall(today.Year) : Progress.Promise.End;
}
