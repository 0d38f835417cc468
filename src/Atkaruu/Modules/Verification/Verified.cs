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
    /// <param name="claims">What those who lead one measure have said, accepted.</param>
    /// <param name="looks">What everybody who went and looked has said about it.</param>
    /// <param name="papers">Returns with which a payment or commissioning document lies.</param>
    /// <param name="reportedDone">Whether the measure is done as reported, where that is computed; null: as the returns say.</param>
    public static VerifiedSummary Of(IEnumerable<Claim> claims, IEnumerable<Look> looks, IEnumerable<Guid> papers, bool? reportedDone = null)
    {
        List<Claim> accepted = [.. claims.OrderBy(c => c.SubmittedAt)];
        List<Claim> finished = [.. accepted.Where(c => reportedDone ?? c.SaysFinished)];
        if (reportedDone == true && finished.Count > 0) finished = [finished[^1]];
        var done = reportedDone ?? finished.Count > 0;
        List<Look> said = [.. looks.OrderBy(l => l.VisitedOn).ThenBy(l => l.DoneAt)];

        var about = (finished.Count > 0 ? finished : accepted.TakeLast(1)).ToDictionary(c => c.Return);
        var since = about.Values.Select(c => c.SubmittedAt).Min();
        var latest = said.Where(l => l.Return is { } id && about.ContainsKey(id) || since is not null && l.DoneAt >= since)
            .GroupBy(l => l.Source).Select(of => of.Last()).Where(l => l.Verdict == Verdict.Confirmed);

        List<SourceKind> kinds = [.. latest.Select(l => l.Source)];
        if (about.Count > 0) kinds.Add(SourceKind.Executor);
        if (papers.Any(about.ContainsKey)) kinds.Add(SourceKind.PaymentOrCommissioning);
        return new(said.LastOrDefault(), [.. kinds.Distinct().Order()], done);
    }
}

/// <summary>An accepted return, as far as it says that the measure is finished.</summary>
public sealed record Claim(Guid Return, DateTime? SubmittedAt, bool SaysFinished)
{
    /// <summary>Those that have been accepted.</summary>
    public static IEnumerable<Claim> Of(IEnumerable<Return> returns) =>
        returns.Where(r => r.State is ReturnState.Accepted or ReturnState.Published).Select(r => new Claim(r.Id, r.SubmittedAt, r.SaysFinished));
}

/// <summary>What somebody who went and looked has said.</summary>
/// <param name="Share">For <see cref="Verdict.Partly"/>: how much of it is so, 0…100 %.</param>
public sealed record Look(Guid? Return, SourceKind Source, Verdict Verdict, decimal? Share, string? Note, DateOnly VisitedOn, DateTime DoneAt)
{
    /// <summary>Those that have been made.</summary>
    public static IEnumerable<Look> Of(IEnumerable<Visit> visits) => visits.Where(v => v.State == VisitState.Done)
        .Select(v => new Look(v.ReturnId, v.Source!.Value, v.Verdict!.Value, v.Share, v.Note, v.VisitedOn!.Value, v.DoneAt!.Value));
}

/// <summary>What is known of a measure from others than its executor.</summary>
/// <param name="Last">The last look; null where nobody has looked.</param>
/// <param name="Kinds">Kinds of source that say so.</param>
/// <param name="ReportedDone">By the executor, accepted.</param>
public sealed record VerifiedSummary(Look? Last, IReadOnlyList<SourceKind> Kinds, bool ReportedDone)
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
