using Atkaruu.Kernel;

namespace Atkaruu.Modules.Indicators;

/// <summary>How observations of an indicator add up. Mandatory: a total without it is a guess.</summary>
public enum Accumulation
{
    /// <summary>Each observation is an addition; the total is their sum.</summary>
    Increments,

    /// <summary>Each observation is the total so far; a fall needs an explanation.</summary>
    RunningTotal,

    /// <summary>Sum inside the year, each year judged by its own target.</summary>
    Yearly,

    /// <summary>A level at a moment (98 %): the latest reading counts.</summary>
    Level,
}

public enum Direction { Rising, Falling }

/// <summary>
/// A number by which a measure is judged. Its targets come from the plan's own figures and change only with an act; how it is
/// measured (the passport) and where it began (the baseline) the coordinator writes down.
/// </summary>
public sealed class Indicator : Entity
{
    public required Guid MeasureId { get; init; }

    /// <summary>Place among the measure's indicators, from 1; 0 when an act took it out and only its history is left.</summary>
    public int Ordinal { get; private set; }
    public required Words Name { get; init; }

    /// <summary>A code of <see cref="Units"/>.</summary>
    public required string Unit { get; init; }
    public required Accumulation Accumulation { get; init; }
    public required Direction Direction { get; init; }

    /// <summary>Digits after the comma that make sense, 0…4.</summary>
    public required int Decimals { get; init; }

    /// <summary>Where it began; null while nobody has found out. Never taken for zero where that would flatter.</summary>
    public decimal? Baseline { get; private set; }
    public DateOnly? BaselineOn { get; private set; }
    public string? BaselineSource { get; private set; }

    /// <summary>What is to be reached by the end of the measure; null where only yearly targets are named.</summary>
    public decimal? Target { get; private set; }

    /// <summary>The plan's words that name the figure; empty where a phase or document, not a figure, is the proof.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Targets of single years.</summary>
    public IReadOnlyList<YearTarget> YearTargets { get; private set; } = [];

    public Passport Passport { get; private set; } = new();

    /// <summary>What it weighs among the indicators of its measure, 0…100; 1 unless somebody decided otherwise. Published.</summary>
    public decimal Weight { get; private set; } = 1;

    public bool IsPercent => Unit == Units.Percent;

    /// <summary>What is to be reached by the end of a year: the year's own target, or the end target in its last year and after.</summary>
    public decimal? TargetIn(int year) => YearTargets.FirstOrDefault(t => t.Year == year)?.Value;

    /// <summary>An edition names the indicator, first or again, with these targets. Answers whether they differ from before.</summary>
    internal bool Stand(int ordinal, decimal? target, string source, IReadOnlyList<YearTarget> years)
    {
        var changed = Ordinal != 0 && (Target != target || !YearTargets.SequenceEqual(years));
        if (changed) Happened("indicator.retargeted", new { was = new { Target, YearTargets }, now = new { target, years } });
        (Ordinal, Target, Source, YearTargets) = (ordinal, target, source, years);
        return changed;
    }

    /// <summary>An edition no longer names it. What was observed stays.</summary>
    internal void Retire()
    {
        if (Ordinal == 0) return;
        Ordinal = 0;
        Happened("indicator.retired", new { Name = Name.Ky });
    }

    /// <summary>The level before the measure began, by the plan's own words; not news.</summary>
    internal Indicator BeganAt(decimal? baseline)
    {
        Baseline = baseline;
        return this;
    }

    /// <summary>Somebody has found out where it began, and says from where they know.</summary>
    public void SetBaseline(decimal? value, DateOnly? on, string? source)
    {
        if (value is not null && string.IsNullOrWhiteSpace(source)) throw new RuleException(new("indicator.rule.baseline-source"), "BaselineSource");
        var was = new { Baseline, BaselineOn, BaselineSource };
        (Baseline, BaselineOn, BaselineSource) = value is null ? (null, null, null) : (value, on, source!.Trim());
        Happened("indicator.baseline", new { was, now = new { Baseline, BaselineOn, BaselineSource } });
    }

    /// <summary>Changes how much it counts beside the other indicators of its measure.</summary>
    public void Weigh(decimal weight)
    {
        if (weight is < 0 or > 100) throw new RuleException(new("indicator.rule.weight"), "Weight");
        if (weight == Weight) return;
        Happened("indicator.weighed", new { was = Weight, now = weight });
        Weight = weight;
    }

    /// <summary>How it is measured.</summary>
    public void Describe(Passport passport)
    {
        if (passport == Passport) return;
        var was = Passport;
        Passport = passport;
        Happened("indicator.described", new { was, now = passport });
    }
}

public sealed record YearTarget(int Year, decimal Value);

/// <summary>How an indicator is measured: what a person needs to enter the same number that another would.</summary>
public sealed record Passport
{
    /// <summary>What exactly is counted, and what is not.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Where the number is taken from: a register, a commissioning act, a form of statistics.</summary>
    public string DataSource { get; init; } = "";
    public string Method { get; init; } = "";

    /// <summary>Who keeps the data, in words.</summary>
    public string DataOwner { get; init; } = "";

    /// <summary>How often there is a new number; null when with every period.</summary>
    public SpanKind? Periodicity { get; init; }

    /// <summary>By what the number is taken apart: codes of <see cref="Dimensions"/>.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    public bool IsEmpty => Definition.Length + DataSource.Length + Method.Length + DataOwner.Length == 0 && Periodicity is null && Dimensions.Count == 0;

    public bool Equals(Passport? other) => other is not null && Definition == other.Definition && DataSource == other.DataSource && Method == other.Method
        && DataOwner == other.DataOwner && Periodicity == other.Periodicity && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => HashCode.Combine(Definition, DataSource, Method, DataOwner, Periodicity);
}

/// <summary>By what numbers are taken apart, and into what.</summary>
public static class Dimensions
{
    public const string Sex = "sex", Age = "age", Municipality = "municipality";

    public static readonly IReadOnlyList<string> All = [Sex, Age, Municipality];

    /// <summary>Codes of the categories; the municipalities are given by whoever knows the places.</summary>
    public static IReadOnlyList<string> Categories(string dimension, IEnumerable<string> municipalities) => dimension switch
    {
        Sex => ["female", "male"],
        Age => ["under-18", "18-29", "30-59", "60-over"],
        Municipality => [.. municipalities],
        _ => [],
    };
}
