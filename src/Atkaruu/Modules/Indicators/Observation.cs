namespace Atkaruu.Modules.Indicators;

/// <summary>Why there is no number. Never the same as zero, and each shown differently.</summary>
public enum NoData { NotDueYet, NotCollected, NotApplicable, Withheld, Disputed }

/// <summary>
/// One number that a body entered for an indicator in a period, exactly as entered; every total is computed anew from these.
/// A percentage keeps its numerator and denominator, so that it can be added up rightly.
/// </summary>
public sealed class Observation
{
    private Observation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ReturnId { get; private init; }
    public Guid IndicatorId { get; private init; }

    /// <summary>In the indicator's unit; null when there is no data, or when it is a percentage.</summary>
    public decimal? Value { get; private set; }
    public decimal? Numerator { get; private set; }
    public decimal? Denominator { get; private set; }
    public NoData? NoData { get; private set; }

    /// <summary>Why it fell, why the parts do not add up, why there is no data.</summary>
    public string? Explanation { get; private set; }

    /// <summary>The same number by sex, by municipality …; adds up to it unless explained. Those of a percentage are percentages and add up to nothing.</summary>
    public IReadOnlyList<ValuePart> Parts { get; private set; } = [];

    /// <summary>The number itself: the value, or 100 × numerator ÷ denominator; null where there is none.</summary>
    public decimal? Number => Value ?? (Numerator is { } n && Denominator is { } d and not 0 ? 100m * n / d : null);

    public static Observation Of(Guid indicator, decimal value, string? explanation = null, IReadOnlyList<ValuePart>? parts = null) =>
        new() { IndicatorId = indicator, Value = value, Explanation = explanation, Parts = parts ?? [] };

    public static Observation Percent(Guid indicator, decimal numerator, decimal denominator, string? explanation = null, IReadOnlyList<ValuePart>? parts = null) =>
        new() { IndicatorId = indicator, Numerator = numerator, Denominator = denominator, Explanation = explanation, Parts = parts ?? [] };

    public static Observation None(Guid indicator, NoData why, string? explanation = null) =>
        new() { IndicatorId = indicator, NoData = why, Explanation = explanation };

    /// <summary>The same entry as a row of a return.</summary>
    public Observation For(Guid returnId)
    {
        var copy = new Observation { ReturnId = returnId, IndicatorId = IndicatorId };
        copy.Take(this);
        return copy;
    }

    public void Take(Observation other) =>
        (Value, Numerator, Denominator, NoData, Explanation, Parts) = (other.Value, other.Numerator, other.Denominator, other.NoData, other.Explanation, other.Parts);

    internal object ToLog() => new { indicator = IndicatorId, Value, Numerator, Denominator, NoData, Explanation, parts = Parts.Count == 0 ? null : Parts };
}

/// <param name="Dimension">sex, municipality …</param>
/// <param name="Category">female, a SOATE code …</param>
public sealed record ValuePart(string Dimension, string Category, decimal Value);
