using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>What one body said about a measure for one period.</summary>
public sealed record ToldWords(Span Period, Body? Body, Return Return);

/// <summary>A return that was owed for the period, and what became of it as far as this paper may say.</summary>
/// <param name="State">Null where none has come, or where this paper may not know: then <paramref name="IsHidden"/>.</param>
/// <param name="Late">Came after the deadline, or has not come and the deadline is over.</param>
public sealed record OwedLine(Duty Duty, Period Period, ReturnState? State, DateTime? SentAt, bool Late, bool IsHidden)
{
    public bool Came => State is ReturnState.Submitted or ReturnState.Accepted or ReturnState.Published;
    public bool IsMissing => !Came && !IsHidden;
}

/// <summary>What an indicator has come to by the end of the paper's period, beside what is to be reached.</summary>
/// <param name="Actual">Null where nobody has told, which is not 0.</param>
/// <param name="Target">The end target; for what is owed by years, that of <paramref name="Year"/>.</param>
public sealed record ValueLine(Indicator Indicator, decimal? Actual, decimal? Target, int? Year);

/// <summary>Why there is no word of those who lead a measure: the five reasons of the state vocabulary, never 0 %.</summary>
public enum Untold { NotDue, NotCollected, NotApplicable, Withheld, Disputed }

/// <param name="Words">The reason in words.</param>
public sealed record NoWord(Untold Reason, Message Words);

/// <summary>One measure in one period, as reports and sheets have it: its progress, what was said, what it came to, its money.</summary>
/// <param name="Told">Returns of the period that the paper may carry, the lead's first.</param>
/// <param name="Owed">Who owed a return about it, and what became of that.</param>
/// <param name="NoWord">Why those who lead it say nothing for the period; null where they do.</param>
public sealed record MeasureLine(
    MeasureProgress Progress, IReadOnlyList<ToldWords> Told, IReadOnlyList<OwedLine> Owed, IReadOnlyList<ValueLine> Values, MeasureMoney Money, NoWord? NoWord)
{
    public Measure Measure => Progress.Measure;

    /// <summary>The words of those who lead it.</summary>
    public IEnumerable<ToldWords> Leads => Told.Where(t => t.Return.Part != Part.Contribution);

    /// <summary>Those who lead it owed a return.</summary>
    public bool IsOwed => Owed.Any(o => o.Duty.EntersValues);

    /// <summary>Overdue, or silent although its day is over: what the head's screen lists as late.</summary>
    public bool IsLate => Progress.State == "late" || Progress.State == "silent" && Progress is { Due: true, Executed: false };

    internal static NoWord? WhyNothing(MeasureProgress progress, bool told, IReadOnlyList<OwedLine> owed, Span span, DateOnly today)
    {
        if (told) return null;
        if (progress.State is "gone" or "pause") return new(Untold.NotApplicable, progress.Reason);
        if (progress.IsDone) return new(Untold.NotApplicable, new("paper.untold.done"));
        if (progress.Promise.Start > span.To) return new(Untold.NotDue, new("paper.untold.not-begun", progress.Promise.Start));
        List<OwedLine> leads = [.. owed.Where(o => o.Duty.EntersValues)];
        if (leads.Count == 0) return new(Untold.NotCollected, new("paper.untold.not-asked"));
        if (leads.Exists(o => o.State == ReturnState.Submitted)) return new(Untold.Withheld, new("paper.untold.waits"));
        if (leads.Exists(o => o.State == ReturnState.Returned)) return new(Untold.Disputed, new("paper.untold.returned"));
        if (leads.Exists(o => o.IsHidden)) return new(Untold.Withheld, new("paper.untold.unpublished"));
        return leads.TrueForAll(o => o.Period.Due >= today) ? new(Untold.NotDue, new("paper.untold.until", leads.Max(o => o.Period.Due))) : new(Untold.NotCollected, new("paper.untold.none"));
    }
}
