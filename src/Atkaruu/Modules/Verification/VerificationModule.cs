using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.People;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

public static class VerificationModule
{
    public static void AddVerification(this IServiceCollection services)
    {
        services.AddEvidenceOwner(IsOpenAsync);
        services.AddScoped<IRailCount, VisitsForMe>();
        services.AddScoped<IHandover, VisitHandover>();
        services.AddTimedWork("draw", "0 21 * * * ?", VerificationTimetable.RunAsync);
    }

    /// <summary>Photographs of a visit change until the verifier has spoken.</summary>
    private static async Task<bool?> IsOpenAsync(Db db, EvidenceItem item, Actor by, DateTime now, CancellationToken stop) =>
        await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == item.OwnerId, stop) is { } visit ? visit.State == VisitState.Assigned : null;
}
