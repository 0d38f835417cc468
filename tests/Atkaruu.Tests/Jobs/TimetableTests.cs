using Atkaruu.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atkaruu.Tests.Jobs;

public class TimetableTests
{
    private static Timetable Node(App app, Func<Task> run, string cron = "0 30 8 * * ?") =>
        new(app.Services.GetRequiredService<IServiceScopeFactory>(), [new("test", cron, (_, _) => run())], app.Clock, NullLogger<Timetable>.Instance);

    private static Task<List<TimedRun>> RunsAsync(App app) => app.InDbAsync(db => db.Set<TimedRun>().AsNoTracking().Where(r => r.Name == "test").ToListAsync());

    [Fact]
    public async Task Two_nodes_do_one_firing_once()
    {
        await using var app = await App.StartAsync();
        var done = 0;
        var nodes = Enumerable.Range(0, 4).Select(_ => Node(app, () => Task.FromResult(Interlocked.Increment(ref done)))).ToList();
        var due = new DateTime(2026, 11, 22, 2, 30, 0, DateTimeKind.Utc);

        var here = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.FireAsync(node.Works[0], due, CancellationToken.None))));

        Assert.Equal(1, done);
        Assert.Single(here, true);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_once_for_the_last_time_it_was_due()
    {
        await using var app = await App.StartAsync();
        var done = 0;
        var node = Node(app, () => Task.FromResult(Interlocked.Increment(ref done)));

        await node.MakeUpAsync(CancellationToken.None);
        await node.MakeUpAsync(CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromDays(3)); // the machine was off
        await node.MakeUpAsync(CancellationToken.None);

        Assert.Equal(2, done);
        Assert.Equal([new DateTime(2026, 11, 22, 2, 30, 0, DateTimeKind.Utc), new DateTime(2026, 11, 25, 2, 30, 0, DateTimeKind.Utc)], (await RunsAsync(app)).Select(r => r.ScheduledFor).Order());
    }

    [Fact]
    public async Task Work_killed_in_the_middle_is_done_by_another_after_the_lease()
    {
        await using var app = await App.StartAsync();
        using var kill = new CancellationTokenSource();
        var dying = Node(app, async () =>
        {
            await kill.CancelAsync();
            kill.Token.ThrowIfCancellationRequested();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.MakeUpAsync(kill.Token));
        var done = 0;
        var other = Node(app, () => Task.FromResult(Interlocked.Increment(ref done)));

        await other.MakeUpAsync(CancellationToken.None);
        Assert.Equal(0, done);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await other.MakeUpAsync(CancellationToken.None);

        Assert.Equal(1, done);
        Assert.NotNull((await RunsAsync(app)).Single().DoneAt);
    }

    [Fact]
    public async Task Work_that_fails_is_tried_again_five_times_and_says_why()
    {
        await using var app = await App.StartAsync();
        var tried = 0;
        var node = Node(app, () =>
        {
            tried++;
            throw new InvalidOperationException("no paper");
        });

        for (var i = 0; i < 10; i++)
        {
            await node.MakeUpAsync(CancellationToken.None);
            app.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(5, tried);
        Assert.Contains("no paper", (await RunsAsync(app)).Single().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_work_of_the_application_has_a_name_of_its_own_and_a_time()
    {
        await using var app = await App.StartAsync();
        var works = app.Services.GetRequiredService<Timetable>().Works;

        Assert.Equal(works.Count, works.DistinctBy(w => w.Name).Count());
        Assert.All(works, work => Assert.NotNull(work.Times.GetNextValidTimeAfter(App.Now)));
    }

    [Fact]
    public async Task Old_firings_are_forgotten_but_not_the_last_one()
    {
        await using var app = await App.StartAsync();
        var done = 0;
        var yearly = Node(app, () => Task.FromResult(++done), "0 0 0 1 1 ?");
        for (var day = 0; day < 3; day++)
        {
            await yearly.MakeUpAsync(CancellationToken.None);
            await yearly.ForgetOldAsync(CancellationToken.None);
            app.Clock.Advance(TimeSpan.FromDays(10));
        }
        Assert.Equal(1, done);

        app.Clock.Advance(TimeSpan.FromDays(60));
        await yearly.MakeUpAsync(CancellationToken.None);
        await yearly.ForgetOldAsync(CancellationToken.None);
        Assert.Equal(2, done);
        Assert.Equal(new DateTime(2026, 12, 31, 18, 0, 0, DateTimeKind.Utc), Assert.Single(await RunsAsync(app)).ScheduledFor);
    }

    [Fact]
    public async Task The_scheduler_takes_all_work_and_fires_it()
    {
        await using var app = await App.StartAsync();
        var fired = new TaskCompletionSource();
        var timetable = Node(app, () => Task.FromResult(fired.TrySetResult()), "* * * * * ?");

        var scheduler = await BackgroundJobs.ScheduleAsync(timetable, CancellationToken.None, CancellationToken.None);
        await scheduler.Start();
        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await scheduler.Shutdown(true);

        var all = await BackgroundJobs.ScheduleAsync(app.Services.GetRequiredService<Timetable>(), CancellationToken.None, CancellationToken.None);
        await all.Shutdown(false);
    }
}
