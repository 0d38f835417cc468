using System.Globalization;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Works;

public enum PhaseBar { Planned, Estimated, Confirmed }

/// <summary>A stretch of a lane: from the end of the phase before to the end of this one.</summary>
public sealed record GanttBar(WorksPhase Phase, PhaseBar Kind, DateOnly From, DateOnly To, Stretch Run);

/// <summary>
/// An object against the years of the programme: over the line what was planned, under it what is done and what is expected.
/// Knows no pixels and no colours.
/// </summary>
/// <param name="Blocked">Where the phase that is stopped would go on: today; null when nothing is stopped.</param>
public sealed record GanttLane(WorksObject Object, IReadOnlyList<GanttBar> Planned, IReadOnlyList<GanttBar> Real, double? Blocked)
{
    public IEnumerable<GanttBar> Bars => Planned.Concat(Real);

    /// <param name="starts">When the first phase can have begun: with the measure, unless the object says otherwise.</param>
    public static GanttLane Of(WorksObject it, TimelineScale scale, DateOnly starts, DateOnly today) => new(it,
        Chain(it.Phases.Select(row => (row.Phase, row.Planned, PhaseBar.Planned)), scale, starts),
        Chain(it.Phases.Select(row => (row.Phase, row.Confirmed ?? row.Estimated, row.IsDone ? PhaseBar.Confirmed : PhaseBar.Estimated)), scale, starts),
        it.Blocked is null ? null : scale.At(today));

    /// <summary>A phase without a day is left out; the next one then reaches back to the last day that is known.</summary>
    private static List<GanttBar> Chain(IEnumerable<(WorksPhase Phase, DateOnly? End, PhaseBar Kind)> rows, TimelineScale scale, DateOnly starts)
    {
        var bars = new List<GanttBar>();
        DateOnly? last = null;
        foreach (var (phase, end, kind) in rows)
        {
            if (end is not { } to) continue;
            var from = last is { } before ? before.AddDays(1) : starts <= to ? starts : to;
            bars.Add(new(phase, kind, from <= to ? from : to, to, scale.Between(from <= to ? from : to, to)));
            last = to;
        }
        return bars;
    }
}

/// <summary>The works of some measures, in the order of the plan.</summary>
public sealed record GanttChart(TimelineScale Scale, double? Today, IReadOnlyList<(Measure Measure, IReadOnlyList<GanttLane> Lanes)> Measures)
{
    public static GanttChart Of(PlanInForce plan, IEnumerable<(Measure Measure, WorksRecord Record)> works, DateOnly today)
    {
        var scale = new TimelineScale(plan.Programme, plan.Season);
        return new(scale, scale.Today(today), [.. from it in works
                                                  let starts = it.Measure.Schedule.StartIn(plan.Programme.FromYear)
                                                  where it.Record.Standing.Any()
                                                  select (it.Measure, (IReadOnlyList<GanttLane>)[.. it.Record.Standing.Select(o => GanttLane.Of(o, scale, starts, today))])]);
    }
}

/// <summary>Draws a lane into a page: x in per cent, so that it fits any width; colours come from the styles.</summary>
public static class GanttDrawing
{
    public const int Height = 26;

    /// <param name="label">The same in words, for those who do not see it.</param>
    public static IHtmlContent Draw(this GanttLane lane, string label)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg class=\"gantt\" height=\"{Height}\" role=\"img\" aria-label=\"").Append(PageText.Encoder.Encode(label)).Append("\">");
        foreach (var bar in lane.Planned) Bar(svg, bar, 3, 7, "g-plan");
        foreach (var bar in lane.Real) Bar(svg, bar, 12, 10, bar.Kind == PhaseBar.Confirmed ? bar.Phase == WorksPhase.Construction ? "g-done g-main" : "g-done" : "g-guess");
        if (lane.Blocked is { } at) svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{LaneDrawing.Percent(at)}\" class=\"mk\"><path d=\"M4 12v10M8 12v10\" class=\"g-stop\"/></svg>");
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Bar(StringBuilder svg, GanttBar bar, int y, int height, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{LaneDrawing.Percent(bar.Run.From)}\" width=\"{LaneDrawing.Percent(bar.Run.Width)}\" y=\"{y}\" height=\"{height}\" class=\"{style}\"/>");
}
