using Atkaruu.Modules.Papers.Amendment;
using Atkaruu.Modules.Papers.Bulletin;
using Atkaruu.Modules.Papers.Meetings;
using Atkaruu.Modules.Papers.Passport;

namespace Atkaruu.Modules.Papers.Measures;

/// <summary>Papers about one measure, an edition, a village, a meeting and its orders.</summary>
public static class MeasurePapers
{
    public static void AddMeasurePapers(this IServiceCollection services)
    {
        services.AddSingleton<PaperKind, MeasurePassport>();
        services.AddSingleton<PaperKind, AmendedPlan>();
        services.AddSingleton<PaperKind, VillageBulletin>();
        services.AddSingleton<PaperKind, MeetingMinutes>();
        services.AddSingleton<PaperKind, OrderList>();
    }
}
