using System.Globalization;

namespace Atkaruu.Modules.Plan.Measures;

/// <summary>A measure's time on the band of the programme's years; places are per cent of the band's width.</summary>
public sealed class ScheduleStrip
{
    private readonly int _start, _days;

    public ScheduleStrip(PlanInForce plan, Measure measure, DateOnly today)
    {
        var (first, last) = (plan.Programme.FromYear, plan.Programme.ToYear);
        _start = new DateOnly(first, 1, 1).DayNumber;
        _days = new DateOnly(last, 12, 31).DayNumber + 1 - _start;

        Years = [.. plan.Programme.Years.Select(year => (year, At(new DateOnly(year, 1, 1))))];
        (From, To) = (At(measure.Schedule.StartIn(first)), AfterDay(measure.Schedule.EndIn(last)));
        Today = Math.Clamp(At(today), 0, 100);
        Gone = Math.Clamp(Today, From, To);
        IsOpen = measure.Schedule.To is null && measure.Schedule.Kind is Kernel.ScheduleKind.OpenEnded or Kernel.ScheduleKind.Missing;
        Closed = measure.Kind == MeasureKind.Works ? [.. plan.Season.Winters(first, last).Select(winter => (At(winter.From), AfterDay(winter.To)))] : [];
        Instalments = measure.Kind == MeasureKind.Recurring ? [.. plan.RunYears(measure).Select(year => AfterDay(new DateOnly(year, 12, 31)))] : [];
        var reported = plan.Reported(measure);
        if (reported is { ByYears: false, Share: > 0 and var share }) Work = From + (To - From) * (double)share;
        if (reported is { State: "late" or "silent" } && Today > To) (Tail, Overdue) = (Today, true);
        if (reported is { State: "donelate", DoneOn: { } done }) Tail = AfterDay(done);
        if (reported?.Ahead is { } ahead) Ahead = (Math.Max(Today, At(ahead.Early)), AfterDay(ahead.Late), ahead);
    }

    public IReadOnlyList<(int Year, double At)> Years { get; }
    public double From { get; }
    public double To { get; }
    public double Today { get; }

    /// <summary>Where the part of the time that has passed ends.</summary>
    public double Gone { get; }

    /// <summary>The document gives no end: the programme's own is taken, and shown as a question.</summary>
    public bool IsOpen { get; }

    /// <summary>Months closed for building, for works.</summary>
    public IReadOnlyList<(double From, double To)> Closed { get; }

    /// <summary>Days on which a yearly part falls due.</summary>
    public IReadOnlyList<double> Instalments { get; }

    /// <summary>Where what was reported reaches to, as a share of the time in the plan; null where it cannot be said.</summary>
    public double? Work { get; }

    /// <summary>To where it has run over its end: today, or the day it was done.</summary>
    public double? Tail { get; }

    /// <summary>The end has passed and it is not done.</summary>
    public bool Overdue { get; }

    /// <summary>Where it will end at the pace so far; what lies beyond the programme stands on its edge.</summary>
    public (double From, double To, Ahead When)? Ahead { get; }

    public static string Percent(double at) => at.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private double At(DateOnly day) => Math.Clamp(100d * (day.DayNumber - _start) / _days, 0, 100);

    private double AfterDay(DateOnly day) => Math.Clamp(100d * (day.DayNumber + 1 - _start) / _days, 0, 100);
}
