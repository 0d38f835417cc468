using Atkaruu.Jobs;

namespace Atkaruu.Modules.Activity;

/// <summary>What people are told: notices, letters, reminders.</summary>
public static class ActivityModule
{
    public static void AddActivity(this IServiceCollection services)
    {
        services.AddScoped<NoticeDesk>();
        services.AddScoped<NoticesFromLog>();
        services.AddScoped<Reminders>();
        services.AddScoped<Post>();
        services.AddScoped<NoticeCount>();
        services.AddScoped<Web.IRailCount>(services => services.GetRequiredService<NoticeCount>());
        services.AddScoped(all => QuietDays.From(all.GetRequiredService<Data.DataPlace>())); // read anew, so that a day entered today holds today
        services.AddSingleton(all => MailSettings.Of(all.GetRequiredService<IConfiguration>()));

        services.AddLogConsumer(NoticesFromLog.Name, (all, row, stop) => all.GetRequiredService<NoticesFromLog>().TakeAsync(row, stop), NoticesFromLog.Wants);
        services.AddTimedWork(Reminders.Name, "0 0 8 * * ?", (all, stop) => all.GetRequiredService<Reminders>().RunAsync(stop));
        services.AddTimedWork(Post.Digest, "0 30 8 * * ?", (all, stop) => all.GetRequiredService<Post>().MakeDigestsAsync(stop));
        services.AddTimedWork(Post.Letters, "0 * * * * ?", (all, stop) => all.GetRequiredService<Post>().SendAsync(stop));
    }
}
