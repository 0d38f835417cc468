using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>Files of a return may be described and removed while it may be written.</summary>
internal static class ReturnEvidence
{
    public static async Task<bool?> IsOpenAsync(Db db, EvidenceItem item, Actor by, DateTime now, CancellationToken stop)
    {
        if (await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == item.OwnerId, stop) is not { } made) return null;
        if (!made.IsOpen) return false;
        var period = await db.Periods.AsNoTracking().Include(p => p.Exceptions).SingleAsync(p => p.Id == made.PeriodId, stop);
        return period.WhyLocked(by.PersonId, now) is null;
    }
}
