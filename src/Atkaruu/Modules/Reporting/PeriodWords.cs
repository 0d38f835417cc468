using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Reporting;

/// <summary>How periods and returns are called on pages: look.md's words and shapes.</summary>
public static class PeriodWords
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>«2026-жылдын III чейреги».</summary>
    public static Message Name(this Span span) => PageText.NameOf(span);

    /// <summary>For narrow columns: «2026, III».</summary>
    public static Message ShortName(this Span span) => span.Kind switch
    {
        SpanKind.Quarter => new("period.short.quarter", span.Year, Roman[span.Number - 1]),
        SpanKind.HalfYear => new("period.short.halfyear", span.Year, Roman[span.Number - 1]),
        SpanKind.NineMonths => new("period.short.ninemonths", span.Year),
        _ => new("period.short.year", span.Year),
    };

    public static Message State(this Period period) => new("period.state." + period.State.ToString().ToLowerInvariant());

    /// <summary>The shape of a period's state: a closed one is a lock.</summary>
    public static string Shape(this PeriodState state) => state switch
    {
        PeriodState.Planned => "wait",
        PeriodState.Open => "track",
        PeriodState.Closing => "risk",
        PeriodState.Closed => "held",
        _ => "done",
    };

    /// <summary>The shape of a return's state; null stands for one that has not come.</summary>
    public static string Shape(this ReturnState? state) => state switch
    {
        null => "silent",
        ReturnState.Draft => "draft",
        ReturnState.Submitted => "sent",
        ReturnState.Returned => "back",
        _ => "done",
    };

    /// <summary>Key of the word of a return's state.</summary>
    public static string Key(this ReturnState? state) => "return.state." + (state?.ToString().ToLowerInvariant() ?? "silent");
}
