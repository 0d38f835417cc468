using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>What a signal is about. The order is that of urgency, and of the filter.</summary>
public enum SignalKind
{
    /// <summary>Its day is over and it is not done.</summary>
    Late,

    /// <summary>Nobody that leads it has told anything for the last period.</summary>
    Silent,

    /// <summary>More than 15 points behind an even pace.</summary>
    Behind,

    /// <summary>At the pace so far it ends after its day.</summary>
    WillBeLate,

    /// <summary>Building will not be over when the season closes, and the deadline lies before the next.</summary>
    MissesSeason,

    /// <summary>Nothing has moved for many days.</summary>
    NoMovement,

    /// <summary>Whoever looked saw less than was reported.</summary>
    VerifiedBelow,

    /// <summary>The last return came without anything to look at.</summary>
    NoEvidence,

    /// <summary>More is paid than is built.</summary>
    MoneyWithoutWorks,

    /// <summary>More is built than is paid, or no money is recorded at all.</summary>
    WorksWithoutMoney,

    /// <summary>Something was paid after the measure's last day.</summary>
    PaidAfterEnd,

    /// <summary>A contract has become dearer or longer than it was signed.</summary>
    Overrun,

    /// <summary>A target or deadline was changed when it was nearly due, or over.</summary>
    ChangedLate,
}

/// <summary>Something about one measure that somebody should look at; computed, never typed.</summary>
/// <param name="Reason">Why, with its numbers.</param>
/// <param name="Since">Since when it is so, where that can be told.</param>
public sealed record Signal(Measure Measure, SignalKind Kind, Message Reason, DateOnly? Since = null)
{
    /// <summary>Id of the shape it is shown by.</summary>
    public string Shape => ShapeOf(Kind);

    public static string ShapeOf(SignalKind kind) => kind switch
    {
        SignalKind.Late => "late",
        SignalKind.Silent => "silent",
        SignalKind.NoEvidence or SignalKind.ChangedLate => "note",
        _ => "risk",
    };

    /// <summary>How a kind is written in addresses: money-without-works.</summary>
    public static string Code(SignalKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static SignalKind? Parse(string? code) => Enum.GetValues<SignalKind>().Where(kind => Code(kind) == code).Select(kind => (SignalKind?)kind).FirstOrDefault();
}
