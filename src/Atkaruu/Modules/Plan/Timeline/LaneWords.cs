using Atkaruu.Web;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>A lane of the timeline in words: when, and what has been heard.</summary>
public static class LaneWords
{
    public static string Say(this PageText text, PlanInForce plan, Lane lane)
    {
        var (first, last) = (lane.Measure.Schedule.StartIn(plan.Programme.FromYear), lane.Measure.Schedule.EndIn(plan.Programme.ToYear));
        var state = text.Say("status." + lane.State);
        var told = plan.Reported(lane.Measure) is { Last: not null } reported ? reported : null;
        if (told is not null && lane.Form == LaneForm.Yearly) return text.Say("timeline.lane.yearly-told", first.Year, last.Year, lane.Marks.Count, lane.Marks.Count(mark => mark.State == "done"), text.Say(told.Reason));
        return Form() + (told?.Share is { } share && lane.Form != LaneForm.Endless ? ". " + text.Say("timeline.lane.share", share) : "")
            + (told?.Ahead is { } ahead && ahead.Misses(last) ? " " + text.Say("forecast.sentence", ahead.On, ahead.Early, ahead.Late) : "");

        string Form() => lane.Form switch
        {
            LaneForm.Endless => text.Say("timeline.lane.endless"),
            LaneForm.Undated => text.Say("timeline.lane.undated", first.Year, state),
            LaneForm.Yearly => text.Say("timeline.lane.yearly", first.Year, last.Year, lane.Marks.Count, lane.Marks.Count(mark => mark.State == "silent")),
            _ => text.Say("timeline.lane.span", first, last, state),
        };
    }
}
