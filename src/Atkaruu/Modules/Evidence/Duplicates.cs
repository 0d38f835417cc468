using System.Linq.Expressions;
using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>The same photograph as proof of two things: a warning, never a refusal, since a street and its lamps may share one.</summary>
public static class Duplicates
{
    private const int Most = 10_000;

    public static async Task<bool> AnyAsync(Db db, Guid owner, CancellationToken stop) => (await OfAsync(db, owner, stop)).Count > 0;

    /// <summary>Photographs of this owner with a photograph elsewhere that is the same, or looks the same.</summary>
    public static async Task<IReadOnlyList<DuplicatePhoto>> OfAsync(Db db, Guid owner, CancellationToken stop)
    {
        var saved = await db.Evidence.AsNoTracking().Where(e => e.OwnerId == owner && e.RemovedAt == null && e.Kind == FileKind.Photo).ToListAsync(stop);
        var pending = db.Evidence.Local.Where(e => e.OwnerId == owner && e.RemovedAt is null && e.IsPhoto && saved.All(s => s.Id != e.Id));
        List<EvidenceItem> own = [.. saved, .. pending];
        if (own.Count == 0) return [];

        var others = await db.Evidence.AsNoTracking().Where(Elsewhere(db, own)).OrderBy(e => e.Id).Take(Most).ToListAsync(stop);

        return [.. from item in own from other in others where IsSame(item, other) select new DuplicatePhoto(item, other)];
    }

    /// <summary>
    /// Photographs of others that may be the same as one of these. Asked as one set of ids from two indexes: with «or» between
    /// them the engines would look at every photograph there is.
    /// </summary>
    private static Expression<Func<EvidenceItem, bool>> Elsewhere(Db db, List<EvidenceItem> own)
    {
        string[] hashes = [.. own.Select(e => e.Hash)];
        int[] pieces = [.. own.Where(e => e.Likeness is not null).SelectMany(e => Likeness.PiecesNear(e.Likeness!.Value)).Distinct()];
        var (owner, measure, period, body) = (own[0].OwnerId, own[0].MeasureId, own[0].PeriodId, own[0].Body);
        var alike = db.Evidence.Where(e => EF.Parameter(hashes).Contains(e.Hash)).Select(e => e.Id)
            .Union(db.Set<LikenessPiece>().Where(p => EF.Parameter(pieces).Contains(p.Value)).Select(p => p.ItemId));
        return e => alike.Contains(e.Id) && e.OwnerId != owner && e.RemovedAt == null && e.Kind == FileKind.Photo
            && (e.MeasureId != measure || e.PeriodId != period || e.Body != body); // a correction shows what it corrects
    }

    private static bool IsSame(EvidenceItem a, EvidenceItem b) =>
        a.Hash == b.Hash || (a.Likeness is { } one && b.Likeness is { } two && Likeness.AreNear(one, two));
}

/// <summary>A photograph and where it was seen before.</summary>
public sealed record DuplicatePhoto(EvidenceItem Item, EvidenceItem SeenIn);
