using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Data;

/// <summary>The database in a file, in this process.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Actor actor, TimeProvider clock, DiskReserve? disk = null) : Db(options, actor, clock, disk)
{
    /// <summary>BEGIN DEFERRED: a reader, who keeps nobody waiting.</summary>
    protected override ValueTask<DbTransaction> BeginMomentAsync(DbConnection connection, CancellationToken stop) =>
        new(((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    /// <summary>BEGIN IMMEDIATE has already made this the only writer.</summary>
    protected override Task LockLogAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>
    /// One writer of this process at a time, in the order they came: SQLite itself would have them ask again and again, and
    /// whoever asks at the wrong moment waits longest.
    /// </summary>
    protected override async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken stop)
    {
        var line = LineOf(Database.GetDbConnection().DataSource).Line;
        await line.WaitAsync(stop);
        return new Turn(line);
    }

    /// <summary>Shared by all who write to this file.</summary>
    internal static SharedFlush FlushOf(string file) => LineOf(file).Flush;

    /// <summary>The pragma holds for this connection and outside transactions only, so it is said before one begins.</summary>
    private protected override async ValueTask<SharedFlush?> ShareFlushAsync(CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        _shares = true;
        SqliteSettings.Say(Database.GetDbConnection(), "pragma synchronous=normal");
        return FlushOf(Database.GetDbConnection().DataSource);
    }

    internal override async ValueTask FlushAloneAsync()
    {
        if (!_shares) return;
        _shares = false;
        try
        {
            SqliteSettings.Say(Database.GetDbConnection(), "pragma synchronous=full");
        }
        finally
        {
            await Database.CloseConnectionAsync(); // and one that comes back from the pool is told again
        }
    }

    private bool _shares;

    private static (SemaphoreSlim Line, SharedFlush Flush) LineOf(string file) => s_lines.GetOrAdd(file, file => (new(1), SharedFlush.Of(file)));

    private static readonly ConcurrentDictionary<string, (SemaphoreSlim Line, SharedFlush Flush)> s_lines = new();

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) line.Release();
        }
    }

    /// <summary>Microsoft.Data.Sqlite begins a serializable transaction with BEGIN IMMEDIATE: no deadlock between reading and writing.</summary>
    protected override IsolationLevel Isolation => IsolationLevel.Serializable;
}
