using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>The same photograph as proof of two things: a warning, never a refusal, since a street and its lamps may share one.</summary>
public static class Duplicates
{
    public static async Task<bool> AnyAsync(Db db, Guid owner, CancellationToken stop) => (await OfAsync(db, owner, stop)).Count > 0;

    /// <summary>Photographs of this owner with a photograph elsewhere that is the same, or looks the same.</summary>
    public static async Task<IReadOnlyList<DuplicatePhoto>> OfAsync(Db db, Guid owner, CancellationToken stop)
    {
        var saved = await db.Evidence.AsNoTracking().Where(e => e.OwnerId == owner && e.RemovedAt == null && e.Kind == FileKind.Photo).ToListAsync(stop);
        var pending = db.Evidence.Local.Where(e => e.OwnerId == owner && e.RemovedAt is null && e.IsPhoto && saved.All(s => s.Id != e.Id));
        List<EvidenceItem> own = [.. saved, .. pending];
        if (own.Count == 0) return [];

        List<string> hashes = [.. own.Select(e => e.Hash)];
        List<int> pieces = [.. own.Where(e => e.Likeness is not null).SelectMany(e => Likeness.PiecesNear(e.Likeness!.Value)).Distinct()];
        var (measure, period, body) = (own[0].MeasureId, own[0].PeriodId, own[0].Body);
        var others = await db.Evidence.AsNoTracking()
            .Where(e => e.OwnerId != owner && e.RemovedAt == null && e.Kind == FileKind.Photo && (hashes.Contains(e.Hash) || e.Pieces.Any(p => pieces.Contains(p.Value))))
            .Where(e => e.MeasureId != measure || e.PeriodId != period || e.Body != body) // a correction shows what it corrects
            .OrderBy(e => e.Id).Take(10_000).ToListAsync(stop);

        return [.. from item in own from other in others where IsSame(item, other) select new DuplicatePhoto(item, other)];
    }

    private static bool IsSame(EvidenceItem a, EvidenceItem b) =>
        a.Hash == b.Hash || (a.Likeness is { } one && b.Likeness is { } two && Likeness.AreNear(one, two));
}

/// <summary>A photograph and where it was seen before.</summary>
public sealed record DuplicatePhoto(EvidenceItem Item, EvidenceItem SeenIn);
