using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Jobs;

/// <summary>
/// Somebody who reads the log in order and does what follows from it. Its changes are staged in the scope's <see cref="Db"/> and
/// saved by the worker together with its place in the log; what it does outside the database must bear being done twice.
/// </summary>
/// <param name="Name">Stable: its place in the log is kept under this name.</param>
/// <param name="Wants">Names of what it reads (<c>return.submitted</c>); empty for everything.</param>
public sealed record LogConsumer(string Name, Func<IServiceProvider, LogEntry, CancellationToken, Task> TakeAsync, IReadOnlySet<string> Wants)
{
    internal bool IsFor(LogEntry row) => Wants.Count == 0 || Wants.Contains(row.What);
}

/// <summary>
/// The queue of work is the log. One node at a time reads for each consumer (its lease); an effect and the place reached are
/// saved in one transaction that only the holder of the lease can commit, so each row takes effect once, whoever dies.
/// </summary>
public sealed class Worker(IServiceScopeFactory scopes, IEnumerable<LogConsumer> consumers, TimeProvider clock, ILogger<Worker> log)
{
    public const int MaxTries = 5, Batch = 50;

    private const int Reach = 1_000;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>This process: a restarted one is another.</summary>
    public Guid Node { get; } = Guid.NewGuid();

    public IReadOnlyList<LogConsumer> Consumers { get; } = [.. consumers];

    /// <summary>Reads for every consumer until there is nothing left that can be done now.</summary>
    /// <param name="patient">Waits its time before a failed row is tried again; tests do not.</param>
    /// <returns>How many rows have been passed.</returns>
    /// <param name="stop">Ends it between two stretches.</param>
    /// <param name="abandon">Ends it in the middle of one, which then has had no effect.</param>
    public async Task<long> DrainAsync(bool patient, CancellationToken stop, CancellationToken abandon = default)
    {
        var passed = 0L;
        foreach (var consumer in Consumers)
            for (long some; !stop.IsCancellationRequested && (some = await StepAsync(consumer, patient, abandon)) > 0;) passed += some;
        return passed;
    }

    /// <summary>Gives its leases back, so that another node need not wait for them.</summary>
    public async Task ReleaseAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Set<JobCursor>().Where(c => c.LeaseOwner == Node).ExecuteUpdateAsync(c => c.SetProperty(x => x.LeaseOwner, (Guid?)null), stop);
    }

    /// <summary>One stretch of the log for one consumer; 0 when there is nothing to do, it is another node's turn, or a failed row has to wait.</summary>
    private async Task<long> StepAsync(LogConsumer consumer, bool patient, CancellationToken stop)
    {
        var (ahead, failed) = await LookAsync(consumer, stop);
        if (ahead.Rows.Count == 0) return 0;

        var wanted = ahead.Rows.Where(consumer.IsFor).Take(Batch).ToList();
        if (wanted.Count == 0) return await PassAsync(consumer, ahead, [], stop);
        if (failed is not null && wanted.Exists(row => row.Seq == failed.Seq)) return await RetryAsync(consumer, ahead, wanted, failed, patient, stop);
        try
        {
            return await PassAsync(consumer, wanted.Count < Batch ? ahead : ahead.UpTo(wanted[^1]), wanted, stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // One of them is at fault, and nothing of them is saved: they are taken singly to know which.
            return await SinglyAsync(consumer, ahead, wanted[0], stop);
        }
    }

    private async Task<(Stretch Ahead, JobFailure? Failed)> LookAsync(LogConsumer consumer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var cursor = await db.Set<JobCursor>().AsNoTracking().SingleOrDefaultAsync(c => c.Name == consumer.Name, stop) ?? await BeginAsync(db, consumer, stop);
        if (!await db.Log.AnyAsync(row => row.Seq > cursor.Seq, stop) || !await ClaimAsync(db, consumer, stop)) return (new(cursor.Seq, []), null);

        // Asked again: until the claim, another node may have been reading.
        var seq = await db.Set<JobCursor>().Where(c => c.Name == consumer.Name).Select(c => c.Seq).SingleAsync(stop);
        var rows = await db.Log.AsNoTracking().Where(row => row.Seq > seq).OrderBy(row => row.Seq).Take(Reach).ToListAsync(stop);
        var failed = await db.Set<JobFailure>().AsNoTracking().FirstOrDefaultAsync(f => f.Name == consumer.Name && f.Seq > seq && f.SetAsideAt == null, stop);
        return (new(seq, rows), failed);
    }

    private static async Task<JobCursor> BeginAsync(Db db, LogConsumer consumer, CancellationToken stop)
    {
        var cursor = new JobCursor { Name = consumer.Name, LeaseUntil = DateTime.UnixEpoch };
        db.Add(cursor);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException meanwhile) when (meanwhile.IsDuplicate())
        {
            // another node has begun it
        }
        db.ChangeTracker.Clear();
        return cursor;
    }

    private async Task<bool> ClaimAsync(Db db, LogConsumer consumer, CancellationToken stop)
    {
        var now = clock.Now();
        return await db.Set<JobCursor>().Where(c => c.Name == consumer.Name && (c.LeaseOwner == Node || c.LeaseOwner == null || c.LeaseUntil < now))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.LeaseOwner, Node).SetProperty(x => x.LeaseUntil, now + Lease), stop) == 1;
    }

    /// <summary>Lets the consumer take the wanted rows and saves, in one transaction, what it staged and that the stretch is passed.</summary>
    private async Task<long> PassAsync(LogConsumer consumer, Stretch stretch, List<LogEntry> wanted, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        foreach (var row in wanted)
        {
            await consumer.TakeAsync(scope.ServiceProvider, row, stop);
            stop.ThrowIfCancellationRequested();
        }

        await using var whole = await db.BeginWriteAsync(stop);
        await db.SaveChangesAsync(stop);
        if (!await AdvanceAsync(db, consumer, stretch, stop)) return 0; // the lease was lost: another node does these rows, and this is undone
        await whole.CommitAsync(stop);
        return stretch.Rows.Count;
    }

    private async Task<bool> AdvanceAsync(Db db, LogConsumer consumer, Stretch stretch, CancellationToken stop)
    {
        var (after, until) = (stretch.Rows[^1].Seq, clock.Now() + Lease);
        var moved = await db.Set<JobCursor>().Where(c => c.Name == consumer.Name && c.LeaseOwner == Node && c.Seq == stretch.From)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Seq, after).SetProperty(x => x.LeaseUntil, until), stop);
        if (moved == 0) return false;
        await db.Set<JobFailure>().Where(f => f.Name == consumer.Name && f.Seq <= after && f.SetAsideAt == null).ExecuteDeleteAsync(stop);
        return true;
    }

    private async Task<long> SinglyAsync(LogConsumer consumer, Stretch ahead, LogEntry row, CancellationToken stop)
    {
        try
        {
            return await PassAsync(consumer, ahead.UpTo(row), [row], stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return await FailedAsync(consumer, row, failure, stop);
        }
    }

    /// <summary>First, singly, what stands before the failed row; then the row itself when its time has come.</summary>
    private async Task<long> RetryAsync(LogConsumer consumer, Stretch ahead, List<LogEntry> wanted, JobFailure failed, bool patient, CancellationToken stop)
    {
        if (wanted[0].Seq == failed.Seq && patient && failed.NextTryAt > clock.Now()) return 0;
        return await SinglyAsync(consumer, ahead, wanted[0], stop);
    }

    /// <summary>Remembers the failure; at the last one the row is set aside and the reader goes on behind it.</summary>
    /// <returns>1, so that the reader looks again: the row may have to wait, or be passed.</returns>
    private async Task<long> FailedAsync(LogConsumer consumer, LogEntry row, Exception why, CancellationToken stop)
    {
        log.LogWarning(why, "{Consumer} could not take row {Seq} of the log", consumer.Name, row.Seq);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var whole = await db.BeginWriteAsync(stop);
        if (!await db.Set<JobCursor>().AnyAsync(c => c.Name == consumer.Name && c.LeaseOwner == Node && c.Seq < row.Seq, stop)) return 0;
        if (await db.Set<JobFailure>().SingleOrDefaultAsync(f => f.Name == consumer.Name && f.Seq == row.Seq, stop) is not { } failure)
            db.Add(failure = new JobFailure { Name = consumer.Name, Seq = row.Seq });
        failure.Failed(why, clock.Now());
        await db.SaveChangesAsync(stop);
        if (failure.SetAsideAt is not null)
            await db.Set<JobCursor>().Where(c => c.Name == consumer.Name).ExecuteUpdateAsync(c => c.SetProperty(x => x.Seq, row.Seq), stop);
        await whole.CommitAsync(stop);
        return 1;
    }

    /// <summary>Rows of the log without a gap.</summary>
    /// <param name="From">The last row passed before them.</param>
    private sealed record Stretch(long From, List<LogEntry> Rows)
    {
        public Stretch UpTo(LogEntry last) => this with { Rows = [.. Rows.TakeWhile(row => row.Seq <= last.Seq)] };
    }
}
