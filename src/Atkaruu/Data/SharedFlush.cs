namespace Atkaruu.Data;

/// <summary>
/// Makes what SQLite has committed outlast a power cut, for everybody who waits, by one flush of the write-ahead log: several
/// transactions share what would cost each its own (docs/adr/0012). Nobody is answered before what they were told is lasting.
/// </summary>
/// <param name="flush">Flushes everything that has been written to the log. If it cannot, nothing may be promised any more: it ends the program.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process, and its semaphore holds no handle.")]
internal sealed class SharedFlush(Action flush)
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Numbers of commits, which come one after the other: that others may see, that lie in the log, that outlast a power cut.</summary>
    private long _seen, _written, _lasting;

    /// <summary>Of a database file.</summary>
    public static SharedFlush Of(string file) => new(() => FlushLog(file + "-wal"));

    /// <summary>Before a commit, within the writer's turn: from now on others may see it.</summary>
    public void Begin() => Interlocked.Increment(ref _seen);

    /// <summary>After it, still within the turn.</summary>
    public void Written() => Volatile.Write(ref _written, Volatile.Read(ref _seen));

    /// <summary>Comes back when everything that anybody may have seen until now is lasting; at once where it is.</summary>
    public Task LastingAsync() => Volatile.Read(ref _seen) is var seen && Volatile.Read(ref _lasting) >= seen ? Task.CompletedTask : WaitAsync(seen);

    private async Task WaitAsync(long number)
    {
        while (true)
        {
            await _one.WaitAsync();
            try
            {
                if (_lasting >= number) return; // whoever was before flushed for us too
                var written = Volatile.Read(ref _written);
                if (written > _lasting)
                {
                    await Task.Run(flush);
                    Volatile.Write(ref _lasting, written);
                }
                if (written >= number) return;
            }
            finally
            {
                _one.Release();
            }
            await Task.Delay(1); // seen, but its commit has not come back yet
        }
    }

    /// <summary>By its name each time, and through a handle of our own: SQLite keeps no locks on this file that closing it could drop.</summary>
    private static void FlushLog(string log)
    {
        try
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (FileNotFoundException)
        {
            // The last connection has closed: SQLite carried everything over into the database, and flushed that.
        }
        catch (Exception failure)
        {
            // What the system could not write it forgets: a second flush would succeed and mean nothing.
            Environment.FailFast("What was saved could not be made to last.", failure);
        }
    }
}

internal static class LastingAnswers
{
    /// <summary>No answer begins before everything it may have been told is lasting: also one that has only read.</summary>
    public static void UseLastingAnswers(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DataPlace>() is not { IsPostgres: false } place) return;
        var flush = SqliteDb.FlushOf(place.SqliteFile);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(flush.LastingAsync);
            return next(context);
        });
    }
}
