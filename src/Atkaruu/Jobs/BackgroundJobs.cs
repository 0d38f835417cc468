using Atkaruu.Kernel;
using Quartz;

namespace Atkaruu.Jobs;

/// <summary>
/// Runs the worker and the timetable beside the pages. Both begin a little after the pages do, so that the first page need not
/// wait for them, and finish what they are doing when the program is told to stop.
/// </summary>
internal sealed class BackgroundJobs(Worker worker, Timetable timetable, Bell bell, IHostApplicationLifetime life, ILogger<BackgroundJobs> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3), LookAgain = TimeSpan.FromSeconds(5), Gather = TimeSpan.FromMilliseconds(200), WhenBroken = TimeSpan.FromSeconds(15), SweepEvery = TimeSpan.FromMinutes(5);

    /// <summary>Cancelled only when the host's patience is over: until then, what is being done is finished.</summary>
    private readonly CancellationTokenSource _abandon = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var patience = cancellationToken.Register(_abandon.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _abandon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = life.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(Quiet, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await Task.WhenAll(ReadLogAsync(stoppingToken), SaidAsync(KeepTimetableAsync(stoppingToken)));
    }

    /// <summary>Without the timetable the pages still serve; but somebody must hear of it.</summary>
    private async Task SaidAsync(Task timetable)
    {
        try
        {
            await timetable;
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The timetable does not run");
        }
    }

    private async Task ReadLogAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                await worker.DrainAsync(patient: true, stop, _abandon.Token);
                if (await bell.HeardAsync(LookAgain, stop)) await Task.Delay(Gather, stop); // what is saved together is read together
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The log cannot be read now; trying again");
                await Task.Delay(WhenBroken, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        await worker.ReleaseAsync(_abandon.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task KeepTimetableAsync(CancellationToken stop)
    {
        var scheduler = await ScheduleAsync(timetable, _abandon.Token, stop);
        await scheduler.Start(stop);
        while (!stop.IsCancellationRequested)
            try
            {
                await timetable.MakeUpAsync(_abandon.Token);
                await Task.Delay(SweepEvery, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The timetable cannot be kept now; trying again");
                await Task.Delay(WhenBroken, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        await scheduler.Shutdown(waitForJobsToComplete: true, _abandon.Token);
    }

    /// <summary>Quartz with all the work at its times, not yet started.</summary>
    internal static async Task<IScheduler> ScheduleAsync(Timetable timetable, CancellationToken abandon, CancellationToken stop) =>
        await QuartzSchedulerBuilder.Create(quartz =>
        {
            foreach (var work in timetable.Works)
                quartz.ScheduleJob(work.Name, async (IJobExecutionContext firing) => { await timetable.FireAsync(work, (firing.ScheduledFireTimeUtc ?? firing.FireTimeUtc).UtcDateTime, abandon); },
                    trigger => trigger.WithCronSchedule(work.Times, cron => cron.InTimeZone(Clock.Bishkek).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        }).BuildScheduler(stop);
}
