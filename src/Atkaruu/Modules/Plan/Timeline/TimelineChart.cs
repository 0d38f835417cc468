using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>A part of the chart's width, both ends in per cent from the left.</summary>
public readonly record struct Stretch(double From, double To)
{
    public double Width => To - From;
}

/// <summary>How the deadline of a measure is drawn.</summary>
public enum LaneForm
{
    /// <summary>From a first day to a last one.</summary>
    Span,

    /// <summary>The deadline is missing or left open: to the end of the programme, with a question mark.</summary>
    Undated,

    /// <summary>Owed anew every year: a line with one mark for each year.</summary>
    Yearly,

    /// <summary>Without an end: an arrow.</summary>
    Endless,
}

/// <summary>Something due: where, and what has been heard of it.</summary>
/// <param name="At">Per cent from the left.</param>
/// <param name="State">Id of the state vocabulary: wait, silent …</param>
public sealed record LaneMark(double At, string State);

/// <summary>One measure on the timeline.</summary>
/// <param name="Marks">What falls due: one for most, one a year for a yearly measure, none for an endless one.</param>
/// <param name="State">The state of the whole measure.</param>
public sealed record Lane(Measure Measure, LaneForm Form, Stretch Run, IReadOnlyList<LaneMark> Marks, string State)
{
    /// <summary>The part of its time that what was reported fills; null where no share can be said.</summary>
    public Stretch? Done { get; init; }

    /// <summary>From its end to where it has run over: today, or the day it was done.</summary>
    public Stretch? Tail { get; init; }

    /// <summary>For one that will be late at the pace so far: where it will end.</summary>
    public Stretch? Ahead { get; init; }
}

public sealed record TaskLanes(PlanTask Task, IReadOnlyList<Lane> Lanes);

public sealed record SectionLanes(Section Section, IReadOnlyList<TaskLanes> Tasks)
{
    public int Measures => Tasks.Sum(task => task.Lanes.Count);
}

/// <summary>Where days lie on the chart: every year takes the same width.</summary>
public sealed class TimelineScale(Programme programme, BuildingSeason? season = null)
{
    public IReadOnlyList<int> Years { get; } = [.. programme.Years];

    /// <summary>The morning of a day, in per cent; days outside the programme lie on its edge.</summary>
    public double At(DateOnly day)
    {
        var days = DateTime.IsLeapYear(day.Year) ? 366d : 365d;
        return Math.Clamp(100 * (day.Year - programme.FromYear + (day.DayOfYear - 1) / days) / Years.Count, 0, 100);
    }

    /// <summary>From the morning of the first day to the evening of the last.</summary>
    public Stretch Between(DateOnly first, DateOnly last) => new(At(first), Math.Max(At(first), At(last.AddDays(1))));

    /// <summary>Winters in which construction does not advance, each one stretch across the new year.</summary>
    public IEnumerable<Stretch> Closed() =>
        (season ?? BuildingSeason.Usual).Winters(programme.FromYear, programme.ToYear).Select(winter => Between(winter.From, winter.To));

    /// <summary>Null outside the programme.</summary>
    public double? Today(DateOnly today) => Years.Contains(today.Year) ? At(today) : null;
}

/// <summary>All measures against the years of the programme, grouped as in the document. Knows no pixels and no colours.</summary>
public sealed record TimelineChart(TimelineScale Scale, double? Today, IReadOnlyList<SectionLanes> Sections)
{
    public static TimelineChart Of(PlanInForce plan, IEnumerable<Measure> measures, DateOnly today)
    {
        var scale = new TimelineScale(plan.Programme, plan.Season);
        var sections =
            from measure in measures
            group LaneOf(plan, scale, measure, today) by plan.Section(measure) into section
            orderby section.Key.Ordinal
            select new SectionLanes(section.Key, [.. section.GroupBy(lane => plan.Task(lane.Measure)).OrderBy(task => task.Key.Ordinal).Select(InOrder)]);
        return new(scale, scale.Today(today), [.. sections]);
    }

    /// <summary>The lane of one measure, for its own page or a list.</summary>
    public static Lane LaneOf(PlanInForce plan, TimelineScale scale, Measure measure, DateOnly today)
    {
        var schedule = measure.Schedule;
        var (first, last) = (schedule.StartIn(plan.Programme.FromYear), schedule.EndIn(plan.Programme.ToYear));
        var (form, run) = (FormOf(measure), scale.Between(first, last));
        var state = Standing.Of(plan, measure, today);
        var reported = plan.Reported(measure) is { Last: not null } told ? told : null;
        var over = reported is null || form is LaneForm.Endless or LaneForm.Yearly ? null
            : reported.State == "late" ? today : reported.State == "donelate" ? reported.DoneOn?.AddDays(1) : null;
        return new(measure, form, run, [.. Marks()], state)
        {
            Done = form is LaneForm.Span or LaneForm.Undated && reported?.Share is { } share ? new(run.From, run.From + run.Width * (double)share) : null,
            Tail = over is { } day && scale.At(day) > run.To ? new(run.To, scale.At(day)) : null,
            Ahead = reported?.Ahead is { } ahead && ahead.Misses(last) && ahead.Early.Year <= plan.Programme.ToYear ? scale.Between(ahead.Early, ahead.Late) : null,
        };

        IEnumerable<LaneMark> Marks() => form switch
        {
            LaneForm.Endless => reported is null ? [] : [new(scale.At(today), state)],
            LaneForm.Yearly => plan.DueYears(measure).Select(year => Due(new(year, 12, 31))),
            _ => [Due(last) with { At = over is { } day ? Math.Max(run.To, scale.At(day)) : run.To }],
        };

        LaneMark Due(DateOnly day) => new(scale.At(day.AddDays(1)), reported is null && measure.State == MeasureState.InForce ? day < today ? "silent" : "wait" : Standing.In(plan, measure, day.Year, today));
    }

    private static LaneForm FormOf(Measure measure) => (measure.Kind, measure.Schedule.Kind) switch
    {
        (MeasureKind.Continuous, _) => LaneForm.Endless,
        (MeasureKind.Recurring, _) => LaneForm.Yearly,
        (_, ScheduleKind.Missing or ScheduleKind.OpenEnded) => LaneForm.Undated,
        _ => LaneForm.Span,
    };

    private static TaskLanes InOrder(IGrouping<PlanTask, Lane> task) => new(task.Key, [.. task.OrderBy(lane => lane.Measure.Ordinal)]);
}
