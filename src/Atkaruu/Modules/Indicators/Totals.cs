using Atkaruu.Kernel;

namespace Atkaruu.Modules.Indicators;

/// <summary>One body's number for one period, as it counts today: the newest edition of an accepted return.</summary>
/// <param name="Value">The number; for a percentage without its two parts, the percentage.</param>
public sealed record Reading(Span Period, string Body, decimal? Value, decimal? Numerator = null, decimal? Denominator = null)
{
    public static Reading Of(Span period, string body, Observation observation) =>
        new(period, body, observation.Value, observation.Numerator, observation.Denominator);

    public bool HasNumber => Value is not null || Numerator is not null && Denominator is not null and not 0;
}

/// <summary>
/// What an indicator has come to. Always computed from all raw readings, so that an edit of an early period reaches every
/// later total, and readings may come in any order.
/// </summary>
public static class Totals
{
    /// <summary>The total at the end of a day; null where nothing has been observed by then (which is not zero).</summary>
    /// <param name="decreed">How the readings add up: never guessed.</param>
    /// <param name="asOf">Readings of periods that end later are not counted.</param>
    public static decimal? At(Accumulation decreed, IEnumerable<Reading> readings, DateOnly asOf)
    {
        var known = readings.Where(r => r.Period.To <= asOf && r.HasNumber).ToList();
        return decreed switch
        {
            Accumulation.Increments => Sum(known),
            Accumulation.Yearly => Sum([.. known.Where(r => r.Period.Year == asOf.Year)]),
            _ => Together([.. known.GroupBy(r => r.Body, StringComparer.Ordinal).Select(Latest)]),
        };
    }

    /// <summary>What each year came to: for <see cref="Accumulation.Yearly"/> its own sum, for the others the state at its end.</summary>
    public static IReadOnlyDictionary<int, decimal?> ByYear(Accumulation decreed, IReadOnlyCollection<Reading> readings, IEnumerable<int> years) =>
        years.ToDictionary(year => year, year => At(decreed, readings, new(year, 12, 31)));

    private static Reading Latest(IEnumerable<Reading> ofOneBody) => ofOneBody.MaxBy(r => (r.Period.To, r.Period.From))!;

    private static decimal? Sum(List<Reading> readings) => readings.Count == 0 ? null : readings.Sum(Number);

    /// <summary>
    /// Several bodies' levels at one moment. Percentages go together by their numerators and denominators; bare percentages of
    /// several bodies have no honest total.
    /// </summary>
    private static decimal? Together(List<Reading> readings)
    {
        if (readings.Count == 0) return null;
        if (readings.All(r => r.Value is null)) return 100m * readings.Sum(r => r.Numerator!.Value) / readings.Sum(r => r.Denominator!.Value);
        if (readings.Count == 1) return Number(readings[0]);
        return readings.Any(r => r.Value is null) ? null : readings.Sum(r => r.Value!.Value);
    }

    private static decimal Number(Reading reading) => reading.Value ?? 100m * reading.Numerator!.Value / reading.Denominator!.Value;
}
