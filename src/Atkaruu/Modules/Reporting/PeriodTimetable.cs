using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What time does to periods: makes the next ones, opens, closes. Several nodes may do it at once: one does, the others find it done.</summary>
public static class PeriodTimetable
{
    public const string Name = "periods";

    /// <summary>Shortly after midnight in Bishkek, when a day's deadline is over, and again in case that was missed.</summary>
    public const string Cron = "0 1,16,31,46 * * * ?";

    public static async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await RunAsync(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), stop);
    }

    internal static async Task RunAsync(Db db, TimeProvider clock, CancellationToken stop)
    {
        await using var whole = await db.BeginWriteAsync(stop);
        var (now, today) = (clock.Now(), clock.Today());
        foreach (var programme in await db.Programmes.ToListAsync(stop))
        {
            var calendar = await CalendarAsync(db, programme.Id, stop);
            var periods = await db.Periods.Where(p => p.ProgrammeId == programme.Id).ToListAsync(stop);
            var next = calendar.PlanAhead(programme, [.. periods.Select(p => p.Code)], today);
            db.AddRange(next);
            foreach (var period in periods.Concat(next)) period.Advance(now);
        }
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    /// <summary>The programme's calendar; the usual one, not yet saved, where nobody has set any.</summary>
    public static async Task<ReportingCalendar> CalendarAsync(Db db, Guid programme, CancellationToken stop)
    {
        if (await db.ReportingCalendars.SingleOrDefaultAsync(c => c.ProgrammeId == programme, stop) is { } known) return known;
        var calendar = ReportingCalendar.Begin(programme);
        db.Add(calendar);
        return calendar;
    }
}
