using Atkaruu.Kernel;
using Atkaruu.Modules.Plan.Register;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>When all of it is to be done: every measure against the years of the programme, narrowed as the register is.</summary>
[OpenToAll]
public sealed class TimelineModel(PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    public TimelineView? Timeline { get; private set; }

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is { } plan) Timeline = TimelineView.Of(plan, HttpContext, text, clock.Today());
    }
}

/// <summary>What a timeline shows, and the choices that led to it.</summary>
public sealed record TimelineView(RegisterView Register, TimelineChart Chart, DateOnly Today)
{
    public const string Path = "/timeline";

    public PlanInForce Plan => Register.Plan;

    public static TimelineView Of(PlanInForce plan, HttpContext context, PageText text, DateOnly today)
    {
        var index = RegisterIndex.Of(plan, today);
        var question = RegisterQuestion.Read(context.Request.Query, index.Known);
        var answer = new RegisterAnswer(plan, index, question, text.Names, text.Language);
        return new(new RegisterView(answer, text, context.Request.PathBase + Path, today), TimelineChart.Of(plan, answer.Rows.Select(row => row.Measure), today), today);
    }

    public IEnumerable<Lane> Lanes => Chart.Sections.SelectMany(section => section.Tasks).SelectMany(task => task.Lanes);

    /// <summary>How many have passed their day without a report.</summary>
    public int Silent => Lanes.Count(lane => lane.State == "silent");

    /// <summary>How many end only with the programme.</summary>
    public int EndingLast => Lanes.Count(lane => lane.Form != LaneForm.Endless && Plan.LastDue(lane.Measure)?.Year == Plan.Programme.ToYear);

    /// <summary>What the picture says, in words: before any report what is promised, after it how many keep to it.</summary>
    public string Answer(PageText text) => !Plan.AnythingReported
        ? $"{text.Say("timeline.lead")} {text.Say("timeline.counts", Silent, EndingLast, Plan.Programme.ToYear)}"
        : $"{text.Say("timeline.lead.told")} {text.Say("timeline.counts.told", In("track"), In("risk"), In("late"), Lanes.Count(lane => Plan.LastDue(lane.Measure) is { } last && Plan.Reported(lane.Measure)?.Ahead?.Misses(last) == true))}";

    private int In(string state) => Lanes.Count(lane => lane.State == state);

    /// <summary>The same measures as a table, by deadline.</summary>
    public string TableHref(string pathBase) => pathBase + "/register" + (Register.Question with { Order = RegisterOrder.Deadline }).ToAddress();

    public string SheetHref => Register.Path + ".svg" + Register.Question.ToAddress();
}
