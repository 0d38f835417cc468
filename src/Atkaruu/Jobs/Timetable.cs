using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Atkaruu.Jobs;

/// <summary>Work that the clock asks for: deadlines, digests, sweeps. It must bear being done twice, for a killed one is done again.</summary>
/// <param name="Name">Stable: what has been done is kept under this name.</param>
/// <param name="Cron">Quartz's six fields (seconds first), on Bishkek's clocks.</param>
public sealed record TimedWork(string Name, string Cron, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    /// <summary>Made when first asked for: Quartz is not to be loaded before the first page.</summary>
    internal CronExpression Times => field ??= new(Cron, Clock.Bishkek);
}

/// <summary>
/// Each firing is claimed by a row of its own, so two nodes do it once. What was missed (the machine was off, the node was
/// killed in the middle) is made up once, for the last time it was due.
/// </summary>
public sealed class Timetable(IServiceScopeFactory scopes, IEnumerable<TimedWork> works, TimeProvider clock, ILogger<Timetable> log)
{
    private const int MaxTries = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10), Remembered = TimeSpan.FromDays(8);

    private readonly Guid _node = Guid.NewGuid();

    public IReadOnlyList<TimedWork> Works { get; } = [.. works];

    /// <summary>Does the work now, whatever the timetable says: for tests and by hand.</summary>
    public async Task RunAsync(string name, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Works.Single(work => work.Name == name).RunAsync(scope.ServiceProvider, stop);
    }

    /// <summary>Does everything whose last time has passed without being done.</summary>
    public async Task MakeUpAsync(CancellationToken stop)
    {
        foreach (var work in Works)
            if (work.Times.GetPreviousValidTimeBefore(clock.GetUtcNow().AddSeconds(1)) is { } due)
                await FireAsync(work, due.UtcDateTime, stop);
    }

    /// <summary>Does the work for one time of the timetable, unless it has been done or is being done by another node.</summary>
    /// <returns>Whether it was done here and now.</returns>
    public async Task<bool> FireAsync(TimedWork work, DateTime scheduledFor, CancellationToken stop)
    {
        if (!await ClaimAsync(work.Name, scheduledFor, stop)) return false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work.RunAsync(scope.ServiceProvider, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogError(failure, "The timed work {Work} failed; it is tried again", work.Name);
            await EndAsync(work.Name, scheduledFor, null, failure, stop);
            return false;
        }
        await EndAsync(work.Name, scheduledFor, clock.Now(), null, stop);
        return true;
    }

    /// <summary>Forgets firings that were due more than a week ago, but never the last one: it says that it need not be made up.</summary>
    public async Task ForgetOldAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.Now() - Remembered;
        var runs = scope.ServiceProvider.GetRequiredService<Db>().Set<TimedRun>();
        await runs.Where(run => run.ScheduledFor < before && runs.Any(later => later.Name == run.Name && later.ScheduledFor > run.ScheduledFor)).ExecuteDeleteAsync(stop);
    }

    private async Task<bool> ClaimAsync(string name, DateTime scheduledFor, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.Now();
        var runs = db.Set<TimedRun>();
        if (await runs.AsNoTracking().SingleOrDefaultAsync(r => r.Name == name && r.ScheduledFor == scheduledFor, stop) is { } before)
            return before.DoneAt is null && before.Tries < MaxTries && before.LeaseUntil < now
                && await runs.Where(r => r.Name == name && r.ScheduledFor == scheduledFor && r.DoneAt == null && r.LeaseUntil == before.LeaseUntil && r.LeaseOwner == before.LeaseOwner)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseOwner, _node).SetProperty(x => x.LeaseUntil, now + Lease).SetProperty(x => x.Tries, x => x.Tries + 1), stop) == 1;

        db.Add(new TimedRun { Name = name, ScheduledFor = scheduledFor, StartedAt = now, LeaseOwner = _node, LeaseUntil = now + Lease, Tries = 1 });
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException meanwhile) when (meanwhile.IsDuplicate())
        {
            return false;
        }
    }

    /// <summary>A failed one keeps its claim for a minute, then is free to be tried again.</summary>
    private async Task EndAsync(string name, DateTime scheduledFor, DateTime? done, Exception? why, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (until, error) = (clock.Now().AddMinutes(1), why is null ? null : $"{why.GetType().Name}: {why.Message}");
        if (error?.Length > Limits.Cell) error = error[..Limits.Cell];
        await db.Set<TimedRun>().Where(r => r.Name == name && r.ScheduledFor == scheduledFor && r.LeaseOwner == _node)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.DoneAt, done).SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.Error, error), stop);
    }
}
