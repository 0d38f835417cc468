using Atkaruu.Jobs;
using Atkaruu.Web;

namespace Atkaruu.Modules.Reporting;

internal static class ReportingModule
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<WaitingForMe>();
        services.AddScoped<IRailCount>(services => services.GetRequiredService<WaitingForMe>());
        services.AddTimedWork(PeriodTimetable.Name, PeriodTimetable.Cron, PeriodTimetable.RunAsync);
    }
}
