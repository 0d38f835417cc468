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

/// <summary>A number by which a measure is judged. Targets here come from the plan's own figures only; an unknown baseline stays unknown.</summary>
public sealed class Indicator : Entity
{
    public required Guid MeasureId { get; init; }
    public required int Ordinal { get; init; }
    public required Words Name { get; init; }

    /// <summary>A code of <see cref="Units"/>.</summary>
    public required string Unit { get; init; }
    public required Accumulation Accumulation { get; init; }
    public required Direction Direction { get; init; }
    public required int Decimals { get; init; }
    public decimal? Baseline { get; init; }

    /// <summary>What is to be reached by the end of the measure; null where only yearly targets are named.</summary>
    public decimal? Target { get; init; }

    /// <summary>The plan's words that name the figure; empty where a phase or document, not a figure, is the proof.</summary>
    public required string Source { get; init; }

    /// <summary>Targets of single years.</summary>
    public IReadOnlyList<YearTarget> YearTargets { get; init; } = [];

    public bool IsPercent => Unit == Units.Percent;

    /// <summary>What is to be reached by the end of a year: the year's own target, or the end target in its last year and after.</summary>
    public decimal? TargetIn(int year) => YearTargets.FirstOrDefault(t => t.Year == year)?.Value;
}

public sealed record YearTarget(int Year, decimal Value);
