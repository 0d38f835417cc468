using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>
/// What the clock does for verification: draws when a period has closed and its returns are decided (a week later at the
/// latest), and publishes the photographs of visits of published periods.
/// </summary>
public static class VerificationTimetable
{
    private const int DaysToDecide = 7, DaysToVisit = 30;

    public static async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        var (db, shelf, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<PlanShelf>(), services.GetRequiredService<TimeProvider>());
        if (await shelf.CurrentAsync() is not { } plan) return;

        var waiting = await db.Periods.Where(p => p.DrawSeed == null && (p.State == PeriodState.Closed || p.State == PeriodState.Published)).Select(p => p.Id).ToListAsync(stop);
        foreach (var period in waiting) await DrawAsync(db, plan, period, clock, stop);

        var published = await db.Visits.Where(v => v.State == VisitState.Done && db.Periods.Any(p => p.Id == v.PeriodId && p.State == PeriodState.Published)
            && db.Evidence.Any(e => e.OwnerId == v.Id && e.PublishedAt == null && e.RemovedAt == null)).OrderBy(v => v.Id).Take(1000).ToListAsync(stop);
        foreach (var visit in published) visit.Publish();
        await db.PublishEvidenceAsync([.. published.Select(v => v.Id)], clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task DrawAsync(Db db, PlanInForce plan, Guid id, TimeProvider clock, CancellationToken stop)
    {
        await using var whole = await db.BeginWriteAsync(stop);
        var period = await db.Periods.SingleAsync(p => p.Id == id, stop);
        await db.Entry(period).ReloadAsync(stop);
        if (period.DrawSeed is not null) return; // another node was quicker

        var returns = await db.Returns.AsNoTracking().Include(r => r.Values).Where(r => r.PeriodId == id && r.Edition == 1).ToListAsync(stop);
        if (period.State == PeriodState.Closed && returns.Any(r => r.State == ReturnState.Submitted) && clock.Today() < period.ClosesOn.AddDays(DaysToDecide)) return;

        var done = returns.Where(Draw.CanBeLookedAt).ToLookup(r => r.MeasureId);
        var candidates = plan.Measures.Where(m => m.State == MeasureState.InForce && done.Contains(m.Id)).ToDictionary(m => m.Code);
        if (candidates.Count == 0 && period.State == PeriodState.Closed && clock.Today() < period.ClosesOn.AddDays(DaysToDecide)) return; // something may still be accepted
        period.Draw(Draw.NewSeed(), [.. candidates.Keys]);
        foreach (var measure in Draw.Pick(period.DrawSeed!, candidates.Keys).Select(code => candidates[code]))
            db.Add(Visit.Assign(measure.Id, id, done[measure.Id].OrderBy(r => r.Part).ThenBy(r => r.Body, StringComparer.Ordinal).First().Id, VisitOrigin.Drawn, null, clock.Today().AddDays(DaysToVisit)));
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }
}
