using Atkaruu.Web;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>A lane of the timeline in words: when, and what has been heard.</summary>
public static class LaneWords
{
    public static string Say(this PageText text, PlanInForce plan, Lane lane)
    {
        var (first, last) = (lane.Measure.Schedule.StartIn(plan.Programme.FromYear), lane.Measure.Schedule.EndIn(plan.Programme.ToYear));
        var state = text.Say("status." + lane.State);
        return lane.Form switch
        {
            LaneForm.Endless => text.Say("timeline.lane.endless"),
            LaneForm.Undated => text.Say("timeline.lane.undated", first.Year, state),
            LaneForm.Yearly => text.Say("timeline.lane.yearly", first.Year, last.Year, lane.Marks.Count, lane.Marks.Count(mark => mark.State == "silent")),
            _ => text.Say("timeline.lane.span", first, last, state),
        };
    }
}
