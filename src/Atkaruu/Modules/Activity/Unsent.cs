using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>What is owed for a period and has not been sent; what was sent back is not sent.</summary>
internal static class Unsent
{
    public static async Task<IReadOnlyList<Duty>> OfAsync(Db db, PlanInForce plan, Period period, DateOnly today, CancellationToken stop)
    {
        var finished = await Finished.ReadAsync(db, plan, today, stop);
        var sent = (await db.Returns.AsNoTracking().Where(r => r.PeriodId == period.Id && r.State != ReturnState.Draft && r.State != ReturnState.Returned)
            .Select(r => new { r.MeasureId, r.Body }).ToListAsync(stop)).Select(r => (r.MeasureId, r.Body)).ToHashSet();
        return [.. plan.Owed(period, finished).Where(d => !sent.Contains((d.Measure.Id, d.Body.Code)))];
    }

    /// <summary>Who is to send how many of these.</summary>
    public static async Task<IReadOnlyList<(Guid Person, int Count)>> ByReporterAsync(NoticeDesk desk, PlanInForce plan, IReadOnlyList<Duty> duties, CancellationToken stop)
    {
        var subjects = duties.Select(d => plan.Subject(d.Measure, d.Body.Code)).ToList();
        return [.. (await desk.PeopleAsync(stop)).Select(p => (p.Id, subjects.Count(subject => desk.May(p, Right.Report, subject)))).Where(p => p.Item2 > 0)];
    }
}
