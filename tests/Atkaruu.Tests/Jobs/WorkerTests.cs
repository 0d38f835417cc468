using System.Collections.Concurrent;
using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atkaruu.Tests.Jobs;

public class WorkerTests
{
    /// <summary>Leaves a mark in the database for each row: a receipt whose key is made of the row's number.</summary>
    private static Task MarkAsync(IServiceProvider services, LogEntry row)
    {
        services.GetRequiredService<Db>().Receipts.Add(new() { Key = Guid.NewGuid(), By = Guid.Empty, Answer = $"row {row.Seq}", At = row.At });
        return Task.CompletedTask;
    }

    private static Worker Node(App app, Func<IServiceProvider, LogEntry, Task> take, string name = "marks", params string[] wants) =>
        new(app.Services.GetRequiredService<IServiceScopeFactory>(), [new(name, (services, row, _) => take(services, row), wants.ToHashSet())], app.Clock, NullLogger<Worker>.Instance);

    private static Task<List<string>> MarksAsync(App app) => app.InDbAsync(db => db.Receipts.Select(r => r.Answer).ToListAsync());

    private static Task<JobCursor> CursorAsync(App app) => app.InDbAsync(db => db.Set<JobCursor>().SingleAsync(c => c.Name == "marks"));

    [Fact]
    public async Task Every_row_is_taken_once_and_in_order()
    {
        await using var app = await App.StartAsync();
        List<long> seen = [];
        var node = Node(app, (services, row) =>
        {
            seen.Add(row.Seq);
            return MarkAsync(services, row);
        });

        await node.DrainAsync(patient: false, CancellationToken.None);
        await node.DrainAsync(patient: false, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 82).Select(n => (long)n), seen);
        Assert.Equal(82, (await MarksAsync(app)).Distinct().Count());
    }

    [Fact]
    public async Task A_consumer_gets_only_what_it_wants_and_still_comes_to_the_end()
    {
        await using var app = await App.StartAsync();
        var node = Node(app, MarkAsync, "marks", "edition.adopted");

        await node.DrainAsync(patient: false, CancellationToken.None);

        Assert.Equal(["row 82"], await MarksAsync(app));
        Assert.Equal(82, (await CursorAsync(app)).Seq);
    }

    [Fact]
    public async Task Two_nodes_over_the_same_rows_take_each_row_once()
    {
        await using var app = await App.StartAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => Node(app, MarkAsync)).ToList();
        var ids = await app.InDbAsync(db => db.Measures.OrderBy(m => m.Ordinal).Select(m => m.Id).Take(30).ToListAsync());

        var reading = nodes.Select(node => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                await node.DrainAsync(patient: false, CancellationToken.None);
                app.Clock.Advance(TimeSpan.FromSeconds(25)); // leases run out in the middle of it all
            }
        }));
        var writing = Task.Run(async () =>
        {
            foreach (var id in ids)
                await app.InDbAsync(async db =>
                {
                    (await db.Measures.SingleAsync(m => m.Id == id)).StrikeOut();
                    await db.SaveChangesAsync();
                });
        });
        await Task.WhenAll([.. reading, writing]);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await nodes[0].DrainAsync(patient: false, CancellationToken.None);

        var marks = await MarksAsync(app);
        Assert.Equal(112, marks.Count);
        Assert.Equal(112, marks.Distinct().Count());
    }

    [Fact]
    public async Task What_a_killed_node_had_not_saved_is_taken_over_after_its_lease()
    {
        await using var app = await App.StartAsync();
        using var kill = new CancellationTokenSource();
        var dying = Node(app, async (services, row) =>
        {
            await MarkAsync(services, row);
            if (row.Seq == 30) await kill.CancelAsync(); // staged, never committed, and the lease never given back
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.DrainAsync(patient: false, CancellationToken.None, kill.Token));
        var other = Node(app, MarkAsync);

        Assert.Equal(0, await other.DrainAsync(patient: false, CancellationToken.None));
        Assert.Empty(await MarksAsync(app));

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await other.DrainAsync(patient: false, CancellationToken.None);
        var marks = await MarksAsync(app);
        Assert.Equal(82, marks.Count);
        Assert.Equal(82, marks.Distinct().Count());
    }

    [Fact]
    public async Task A_node_that_lost_its_lease_while_it_worked_saves_nothing()
    {
        await using var app = await App.StartAsync();
        var fast = Node(app, MarkAsync);
        var once = 0;
        var slow = Node(app, async (services, row) =>
        {
            await MarkAsync(services, row);
            if (Interlocked.Exchange(ref once, 1) == 1) return;
            app.Clock.Advance(TimeSpan.FromSeconds(61));
            await fast.DrainAsync(patient: false, CancellationToken.None);
        });

        await slow.DrainAsync(patient: false, CancellationToken.None);

        var marks = await MarksAsync(app);
        Assert.Equal(82, marks.Count);
        Assert.Equal(82, marks.Distinct().Count());
    }

    [Fact]
    public async Task A_row_that_fails_five_times_is_set_aside_and_the_rest_goes_on()
    {
        await using var app = await App.StartAsync();
        var tried = new ConcurrentBag<long>();
        var node = Node(app, (services, row) =>
        {
            tried.Add(row.Seq);
            return row.Seq == 7 ? throw new InvalidOperationException("seven is not to be had") : MarkAsync(services, row);
        });

        await node.DrainAsync(patient: false, CancellationToken.None);

        var failure = await app.InDbAsync(db => db.Set<JobFailure>().SingleAsync());
        Assert.Equal((7, Worker.MaxTries), (failure.Seq, failure.Tries));
        Assert.NotNull(failure.SetAsideAt);
        Assert.Contains("seven", failure.Error, StringComparison.Ordinal);
        var marks = await MarksAsync(app);
        Assert.Equal(81, marks.Count);
        Assert.Equal(81, marks.Distinct().Count());
    }

    [Fact]
    public async Task A_row_that_failed_waits_before_it_is_tried_again_and_then_leaves_no_trace()
    {
        await using var app = await App.StartAsync();
        var broken = true;
        var node = Node(app, (services, row) => row.Seq == 7 && broken ? throw new InvalidOperationException() : MarkAsync(services, row));

        await node.DrainAsync(patient: true, CancellationToken.None);
        Assert.Equal(6, (await CursorAsync(app)).Seq); // order is kept: what stands behind waits
        broken = false;
        await node.DrainAsync(patient: true, CancellationToken.None);
        Assert.Equal(6, (await CursorAsync(app)).Seq);

        app.Clock.Advance(TimeSpan.FromSeconds(3));
        await node.DrainAsync(patient: true, CancellationToken.None);
        Assert.Equal(82, (await MarksAsync(app)).Count);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<JobFailure>().CountAsync()));
    }

    [Fact]
    public async Task A_node_that_stops_in_order_leaves_its_place_to_the_other_at_once()
    {
        await using var app = await App.StartAsync();
        var (first, second) = (Node(app, MarkAsync), Node(app, MarkAsync));
        await first.DrainAsync(patient: false, CancellationToken.None);
        await app.AsAsync(Cast.Coordinator, (db, _) => Task.FromResult(0)); // one more row

        Assert.Equal(0, await second.DrainAsync(patient: false, CancellationToken.None));
        await first.ReleaseAsync(CancellationToken.None);
        Assert.True(await second.DrainAsync(patient: false, CancellationToken.None) > 0);
    }

    [Fact]
    public async Task The_bell_rings_after_a_save()
    {
        await using var app = await App.StartAsync();
        var bell = app.Services.GetRequiredService<Bell>();
        while (await bell.HeardAsync(TimeSpan.Zero, CancellationToken.None)) { }

        await app.InDbAsync(db => Cast.Reporter.InAsync(db));

        Assert.True(await bell.HeardAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
    }
}
