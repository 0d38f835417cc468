using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Modules.Verification;

/// <summary>
/// «Verified done»: reported done, said so by two independent kinds of source, and not contradicted by the last look. A
/// visitor's word counts for their kind; a paper counts as payment or commissioning document when it lies with an accepted
/// return that claims completion. What was confirmed before completion was claimed confirms no completion.
/// </summary>
public static class Verified
{
    /// <param name="returns">All returns about one measure.</param>
    /// <param name="visits">All visits to it.</param>
    /// <param name="evidence">All its evidence.</param>
    /// <param name="reportedDone">Whether the measure is done as reported, where that is computed (values); null: as the words say.</param>
    public static VerifiedSummary Of(IEnumerable<Return> returns, IEnumerable<Visit> visits, IEnumerable<EvidenceItem> evidence, bool? reportedDone = null)
    {
        List<Return> accepted = [.. returns.Where(r => r.State is ReturnState.Accepted or ReturnState.Published).OrderBy(r => r.SubmittedAt)];
        List<Return> claims = [.. accepted.Where(r => reportedDone ?? ClaimsDone(r))];
        if (reportedDone == true && claims.Count > 0) claims = [claims[^1]];
        var done = reportedDone ?? claims.Count > 0;
        List<Visit> said = [.. visits.Where(v => v.State == VisitState.Done).OrderBy(v => v.VisitedOn).ThenBy(v => v.DoneAt)];

        var about = (claims.Count > 0 ? claims : accepted.TakeLast(1)).ToDictionary(r => r.Id);
        var since = about.Values.Select(r => r.SubmittedAt).Min();
        var latest = said.Where(v => v.ReturnId is { } id && about.ContainsKey(id) || since is not null && v.DoneAt >= since)
            .GroupBy(v => v.Source).Select(of => of.Last()).Where(v => v.Verdict == Verdict.Confirmed);

        List<SourceKind> kinds = [.. latest.Select(v => v.Source!.Value)];
        if (about.Count > 0) kinds.Add(SourceKind.Executor);
        if (evidence.Any(e => e.RemovedAt is null && e.Source == SourceKind.PaymentOrCommissioning && about.ContainsKey(e.OwnerId))) kinds.Add(SourceKind.PaymentOrCommissioning);
        return new(said.LastOrDefault(), [.. kinds.Distinct().Order()], done);
    }

    /// <summary>The words say that the object is in use, or the document in force.</summary>
    public static bool ClaimsDone(Return made) =>
        made.Words is { Phase: WorksPhase.Commissioning, PhysicalPercent: >= 100 } || made.Words.Step is ActionStep.Adopted or ActionStep.Working;
}

/// <summary>What is known of a measure from others than its executor.</summary>
/// <param name="Last">The last visit that said something; null where nobody has looked.</param>
/// <param name="Kinds">Kinds of source that say so.</param>
/// <param name="ReportedDone">By the executor, accepted.</param>
public sealed record VerifiedSummary(Visit? Last, IReadOnlyList<SourceKind> Kinds, bool ReportedDone)
{
    public static readonly VerifiedSummary Nothing = new(null, [], false);

    public Verdict? Verdict => Last?.Verdict;

    /// <summary>How much of what was reported is so, 0…100 %, by the last visit; null where nobody has looked.</summary>
    public decimal? Share => Verdict switch { Verification.Verdict.Confirmed => 100, Verification.Verdict.Partly => Last!.Share, Verification.Verdict.NotConfirmed => 0, _ => null };

    public bool VerifiedDone => ReportedDone && Kinds.Count >= 2 && Verdict is not (Verification.Verdict.Partly or Verification.Verdict.NotConfirmed);

    /// <summary>Id of the shape and of the word of the state.</summary>
    public string Shape => ShapeOf(Verdict);

    public static string ShapeOf(Verdict? verdict) => verdict switch { Verification.Verdict.Confirmed => "ok", Verification.Verdict.Partly => "part", Verification.Verdict.NotConfirmed => "no", _ => "none" };
}
