using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>What stands beside a return or a visit.</summary>
public static class EvidenceReading
{
    /// <summary>What has not been removed, as it was added.</summary>
    public static async Task<IReadOnlyList<EvidenceItem>> EvidenceOfAsync(this Db db, Guid owner, CancellationToken stop = default) =>
        await db.Evidence.AsNoTracking().Where(e => e.OwnerId == owner && e.RemovedAt == null).OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(stop);

    /// <summary>The period of these returns or visits has been published: their evidence too. Saving is the caller's.</summary>
    public static async Task PublishEvidenceAsync(this Db db, IReadOnlyCollection<Guid> owners, DateTime now, CancellationToken stop = default)
    {
        foreach (var some in owners.Chunk(500))
            foreach (var item in await db.Evidence.Where(e => some.Contains(e.OwnerId) && e.RemovedAt == null && e.PublishedAt == null).ToListAsync(stop))
                item.Publish(now);
    }
}

/// <summary>What the partial <c>/Modules/Evidence/_Evidence.cshtml</c> shows.</summary>
/// <param name="Restricted">The reader may see originals, places and times.</param>
/// <param name="MayChange">Words and removal are offered; whether they are allowed is asked when they are sent.</param>
public sealed record EvidenceList(IReadOnlyList<EvidenceItem> Items, bool Restricted, bool MayChange = false);
