using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

public enum CheckKind { FirstWinter, OneYear }

/// <summary>What was found at an object in use.</summary>
/// <param name="Ok">False: something is to be put right, and the check to be made again.</param>
public sealed record AfterCheck(CheckKind Kind, DateOnly DoneOn, bool Ok, string? Words);

/// <summary>A check with its day, and what was found when it was made.</summary>
public sealed record CheckDue(CheckKind Kind, DateOnly Due, AfterCheck? Said)
{
    /// <summary>Never made, or made and something was wrong.</summary>
    public bool IsOpen => Said is not { Ok: true };

    /// <summary>So many days before the day it is shown among what is to be done.</summary>
    public const int SoonDays = 30;

    public bool IsSoon(DateOnly today) => IsOpen && Due <= today.AddDays(SoonDays);

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;

    /// <summary>Winter days that must be left for a winter to count as one.</summary>
    private const int AWinter = 60;

    /// <summary>
    /// After a year, and a month after the first winter of which at least 60 days were left when it was commissioned; the winter
    /// first where it ends first.
    /// </summary>
    public static IReadOnlyList<CheckDue> Of(DateOnly commissioned, BuildingSeason season, IReadOnlyList<AfterCheck> said)
    {
        var winter = season.Winters(commissioned.Year, commissioned.Year + 1).First(w => w.To >= commissioned.AddDays(AWinter));
        CheckDue[] due = [On(CheckKind.FirstWinter, winter.To.AddMonths(1)), On(CheckKind.OneYear, commissioned.AddYears(1))];
        return [.. due.OrderBy(check => check.Due)];

        CheckDue On(CheckKind kind, DateOnly day) => new(kind, day, said.LastOrDefault(check => check.Kind == kind));
    }
}
