using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

public static class ProgressModule
{
    public static void AddProgress(this IServiceCollection services)
    {
        services.AddSingleton<ProgressShelf>();
        services.AddSingleton<ReadReported>(services => (db, plan) => ProgressShelf.ReportedAsync(db, plan, services.GetRequiredService<TimeProvider>().Today()));
    }
}
