using Atkaruu.Data;

namespace Atkaruu.Jobs;

/// <summary>What happens by itself: after something has happened (the log), and when its time has come (the timetable).</summary>
public static class JobsModule
{
    /// <param name="running">False in tests, where nothing runs by itself.</param>
    public static void AddJobs(this IServiceCollection services, bool running)
    {
        services.AddSingleton<Worker>();
        services.AddSingleton<Timetable>();
        services.AddTimedWork("sweep", "0 30 3 * * ?", (all, stop) => all.GetRequiredService<Timetable>().ForgetOldAsync(stop));
        if (running) services.AddHostedService<BackgroundJobs>();
    }

    /// <summary>Registers a reader of the log.</summary>
    /// <param name="wants">Names of what it reads; none for everything.</param>
    public static void AddLogConsumer(this IServiceCollection services, string name, Func<IServiceProvider, LogEntry, CancellationToken, Task> take, params string[] wants) =>
        services.AddSingleton(new LogConsumer(name, take, wants.ToHashSet()));

    public static void AddTimedWork(this IServiceCollection services, TimedWork work) => services.AddSingleton(work);

    public static void AddTimedWork(this IServiceCollection services, string name, string cron, Func<IServiceProvider, CancellationToken, Task> run) =>
        services.AddTimedWork(new TimedWork(name, cron, run));
}
