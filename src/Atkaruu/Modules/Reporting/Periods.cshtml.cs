using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>All reporting periods of the programme, and the calendar that makes the next ones.</summary>
[May(Right.Publish, Right.Accept, Right.Read)]
public sealed class PeriodsModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    public sealed record Line(Period Period, int Owed, int Done, int Waiting);

    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public List<SpanKind> Kinds { get; set; } = [];
    [BindProperty] public int DueDays { get; set; }
    [BindProperty] public int GraceDays { get; set; }
    [BindProperty] public int OpenDaysBefore { get; set; }

    /// <summary>A past period to begin by hand.</summary>
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }

    public PlanInForce Plan { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Span> Missed { get; private set; } = [];
    public bool MayPublish => actor.MayPublish();
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await ReadAsync(stop)) return NotFound();
        if (!MayPublish) return Page();
        var calendar = await db.ReportingCalendars.AsNoTracking().SingleOrDefaultAsync(c => c.ProgrammeId == Plan.Programme.Id, stop) ?? ReportingCalendar.Begin(Plan.Programme.Id);
        (Kinds, DueDays, GraceDays, OpenDaysBefore) = ([.. calendar.Kinds], calendar.DueDays, calendar.GraceDays, calendar.OpenDaysBefore);
        Due = Today.AddDays(calendar.DueDays);
        return Page();
    }

    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken stop)
    {
        if (!MayPublish || !await ReadAsync(stop)) return NotFound();
        await db.OnceAsync(Key, actor, clock, async () =>
        {
            (await PeriodTimetable.CalendarAsync(db, Plan.Programme.Id, stop)).Change(Kinds, DueDays, GraceDays, OpenDaysBefore);
            return "/periods";
        }, stop);
        await PeriodTimetable.RunAsync(db, clock, stop);
        return LocalRedirect("~/periods?saved=true");
    }

    /// <summary>A period from before this system, or one that was missed, is opened by hand.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        if (!MayPublish || !await ReadAsync(stop)) return NotFound();
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            if (Span.Parse(Code) is not { } span || !Missed.Contains(span)) throw new RuleException(new("period.rule.which"), nameof(Code));
            if (Due is not { } due) throw PeriodRules.DueInThePast();
            var calendar = await PeriodTimetable.CalendarAsync(db, Plan.Programme.Id, stop);
            var period = calendar.Plan(span);
            period.Open(due, due.AddDays(calendar.GraceDays), Reason ?? "", Today);
            db.Add(period);
            return "/periods/" + period.Code;
        }, stop);
        return LocalRedirect("~" + answer);
    }

    private async Task<bool> ReadAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        var periods = await db.Periods.AsNoTracking().Where(p => p.ProgrammeId == plan.Programme.Id).OrderByDescending(p => p.To).ThenByDescending(p => p.From).ToListAsync(stop);
        var finished = await Finished.ReadAsync(db, plan, Today, stop);
        var counts = await db.Returns.Where(r => r.Edition == 1).GroupBy(r => new { r.PeriodId, r.State }).Select(g => new { g.Key.PeriodId, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        Lines = [.. periods.Select(p => new Line(p, plan.Owed(p, finished).Count, In(p, ReturnState.Accepted) + In(p, ReturnState.Published), In(p, ReturnState.Submitted)))];
        Missed = [.. ReportingCalendar.Missed(plan.Programme, [.. periods.Select(p => p.Code)], Today)];
        return true;

        int In(Period period, ReturnState state) => counts.Where(c => c.PeriodId == period.Id && c.State == state).Sum(c => c.Count);
    }
}

internal static class PeriodRights
{
    /// <summary>A period is one for the whole programme, so the right must reach it all.</summary>
    public static bool MayPublish(this Actor actor) => actor.IsPerson && actor.Grants.Any(g => g.Gives(Right.Publish) && g.Scope == Scope.Everything);
}
