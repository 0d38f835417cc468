using Atkaruu.Data;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>What everybody may see of how what was reported about one measure was looked at: visits and photographs of published periods.</summary>
/// <param name="Visits">Newest first, each with its period's code.</param>
public sealed record PublicProof(VerifiedSummary Summary, IReadOnlyList<(Visit Visit, string Period)> Visits, ILookup<Guid, EvidenceItem> Evidence)
{
    /// <summary>Of a measure about which nothing has been published.</summary>
    public static readonly PublicProof Nothing = new(VerifiedSummary.Nothing, [], Enumerable.Empty<EvidenceItem>().ToLookup(e => e.OwnerId));

    /// <param name="published">Every published return of the measure.</param>
    /// <param name="done">Whether it is done as reported.</param>
    public static async Task<PublicProof> ReadAsync(Db db, Guid measure, IReadOnlyList<PublishedReturn> published, bool? done, CancellationToken stop)
    {
        if (published.Count == 0) return Nothing;
        var visits = await db.Visits.AsNoTracking().Where(v => v.MeasureId == measure && v.State == VisitState.Done)
            .Join(db.Periods.Where(p => p.State == PeriodState.Published), v => v.PeriodId, p => p.Id, (v, p) => new { Visit = v, p.Code }).ToListAsync(stop);
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.MeasureId == measure && e.PublishedAt != null && e.RemovedAt == null).OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(stop);
        var seen = visits.OrderByDescending(v => v.Visit.VisitedOn).ThenByDescending(v => v.Visit.DoneAt).Select(v => (v.Visit, v.Code)).ToList();
        return new(Verified.Of(Claim.Of(published.Select(p => p.Return)), Look.Of(seen.Select(v => v.Visit)),
            evidence.Where(e => e.Source == SourceKind.PaymentOrCommissioning).Select(e => e.OwnerId), done), seen, evidence.ToLookup(e => e.OwnerId));
    }
}
