using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>All that one body owes for one period, as far as this person may write it.</summary>
/// <param name="OnBehalf">By somebody who enters it for the body.</param>
/// <param name="Locked">Why nothing can be sent now; null when it can.</param>
internal sealed record BookDesk(PlanInForce Plan, Period Period, Body Body, IReadOnlyList<Duty> Duties, bool OnBehalf, Message? Locked)
{
    /// <summary>Null where there is no such period or body, or nothing of it is this person's.</summary>
    public static async Task<BookDesk?> FindAsync(Db db, PlanInForce? plan, Actor actor, string? period, string? body, DateTime now, CancellationToken stop)
    {
        if (plan?.Body(body ?? "") is not { } its || Span.Parse(period) is not { } span) return null;
        var mine = plan.Measures.Select(m => plan.DutyOf(m, its.Code)).OfType<Duty>().Select(d => (Duty: d, Subject: plan.Subject(d.Measure, its.Code)))
            .Where(d => actor.May(Right.Report, d.Subject) || actor.May(Right.EnterFor, d.Subject)).ToList();
        if (mine.Count == 0) return null;
        var found = await db.Periods.AsNoTracking().Include(p => p.Exceptions).SingleOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == span.Code, stop);
        if (found is null) return null;
        var finished = await Finished.ReadAsync(db, plan, DateOnly.FromDateTime(now.InBishkek()), stop);
        var owed = plan.Owed(found, finished).Where(d => d.Body.Code == its.Code).Select(d => d.Measure.Id).ToHashSet();
        return new(plan, found, its, [.. mine.Select(m => m.Duty).Where(d => owed.Contains(d.Measure.Id)).OrderBy(d => d.Part == Part.Contribution).ThenBy(d => d.Measure.Ordinal)],
            mine.All(m => !actor.May(Right.Report, m.Subject)), found.WhyLocked(actor.PersonId, now));
    }

    /// <summary>The form as it stands now; asks the database and changes nothing.</summary>
    public async Task<Book> MakeAsync(Db db, Actor actor, Web.PageText text, DateTime now, CancellationToken stop)
    {
        List<Desk> desks = [];
        foreach (var duty in Duties.Take(BookLimits.Measures))
            if (await Desk.FindAsync(db, Plan, actor, new(Period.Code, duty.Measure.Code, Body.Code), now, stop) is { } desk) desks.Add(desk);
        db.ChangeTracker.Clear();
        return Book.Of(desks, Period, Body, text, now);
    }
}
