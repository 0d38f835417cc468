using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Data;

/// <summary>Nobody is answered before what they were told outlasts a power cut; those who come together share a flush.</summary>
public class SharedFlushTests
{
    [Fact]
    public async Task Nobody_comes_back_before_what_they_may_have_seen_is_flushed()
    {
        using var gate = new SemaphoreSlim(0);
        var flushes = 0;
        var flush = new SharedFlush(() =>
        {
            gate.Wait();
            flushes++;
        });
        await flush.LastingAsync(); // nothing has been written: nobody waits

        flush.Begin();
        var reader = flush.LastingAsync(); // has perhaps seen it, though its commit has not come back
        gate.Release();
        await Task.Delay(50);
        Assert.False(reader.IsCompleted);
        Assert.Equal(0, flushes);

        flush.Written();
        await reader;
        Assert.Equal(1, flushes);
        await flush.LastingAsync();
        Assert.Equal(1, flushes);
    }

    [Fact]
    public async Task What_is_written_during_a_flush_waits_for_the_next_and_all_of_that_for_one()
    {
        using var gate = new SemaphoreSlim(0);
        var flushes = 0;
        var flush = new SharedFlush(() =>
        {
            gate.Wait();
            flushes++;
        });
        Task Commit()
        {
            flush.Begin();
            flush.Written();
            return flush.LastingAsync();
        }
        var first = Commit();
        await Task.Delay(50); // its flush has begun
        var others = Enumerable.Range(0, 20).Select(_ => Commit()).ToList();

        gate.Release();
        await first;
        Assert.DoesNotContain(others, other => other.IsCompleted);
        gate.Release();
        await Task.WhenAll(others);

        Assert.Equal(2, flushes);
    }

    [Fact]
    public async Task A_commit_that_failed_keeps_nobody_waiting()
    {
        var flush = new SharedFlush(() => { });
        flush.Begin();
        flush.Written(); // however it ended
        await flush.LastingAsync();
    }

    [Fact]
    public async Task What_was_answered_is_in_a_copy_of_the_files_taken_at_that_moment()
    {
        await using var app = await App.StartAsync();
        if (!File.Exists(Path.Combine(app.DataFolder, "atkaruu.db"))) return; // PostgreSQL sees to it itself
        var programme = await app.InDbAsync(db => db.Programmes.Select(p => p.Id).SingleAsync());
        var copies = Directory.CreateTempSubdirectory("atkaruu-copies-").FullName;
        try
        {
            for (var year = 2025; year <= 2028; year++)
            {
                var copy = Path.Combine(copies, $"{year}.db");
                await Task.WhenAll(Span.Of(year, SpanKind.Quarter).Select(quarter => app.AsAsync(Cast.Coordinator, async (db, _) =>
                {
                    db.Add(ReportingCalendar.Begin(programme).Plan(quarter));
                    return await db.SaveChangesAsync();
                })));
                File.Copy(Path.Combine(app.DataFolder, "atkaruu.db"), copy);
                File.Copy(Path.Combine(app.DataFolder, "atkaruu.db-wal"), copy + "-wal");

                await using var read = new SqliteConnection($"Data Source={copy};Pooling=False");
                await read.OpenAsync();
                await using var command = read.CreateCommand();
                command.CommandText = "select count(*) from periods";
                Assert.Equal(4L * (year - 2024), await command.ExecuteScalarAsync());
            }
        }
        finally
        {
            Directory.Delete(copies, recursive: true);
        }
    }

    [Fact]
    public async Task Outside_a_writers_turn_every_commit_is_flushed_by_itself()
    {
        await using var app = await App.StartAsync();
        if (!File.Exists(Path.Combine(app.DataFolder, "atkaruu.db"))) return;
        static async Task<long> SynchronousAsync(Db db)
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "pragma synchronous";
            var found = (long)(await command.ExecuteScalarAsync())!;
            await db.Database.CloseConnectionAsync();
            return found;
        }
        await app.InDbAsync(async db =>
        {
            await using (var whole = await db.BeginWriteAsync())
            {
                Assert.Equal(1, await SynchronousAsync(db));
                await whole.CommitAsync();
            }
            Assert.Equal(2, await SynchronousAsync(db));
            await db.BeginWriteAsync(); // and nobody ends it
        });
        Assert.Equal(2, await app.InDbAsync(SynchronousAsync));
    }
}
