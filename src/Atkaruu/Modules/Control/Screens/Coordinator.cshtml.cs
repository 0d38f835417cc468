using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>For the coordinator: which signals there are, how fresh and how good what was told is, what waits for whom.</summary>
[MayEverywhere(Right.Accept)]
public sealed class CoordinatorModel(SignalBoard board, Db db, KeptReadings kept, Actor actor, TimeProvider clock) : PageModel
{
    public SignalsNow? Board { get; private set; }
    public ProgrammeProgress Now => Board!.Progress;
    public PlanInForce Plan => Now.Plan;
    public Matrix? Matrix { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Visits that somebody is to make, and of these how many are over their day.</summary>
    public int OpenVisits { get; private set; }
    public int LateVisits { get; private set; }

    public IReadOnlyList<(SignalKind Kind, int Count, int Silenced)> Kinds => field ??= [.. Enum.GetValues<SignalKind>()
        .Select(kind => (kind, Board!.Raised.Count(s => s.Kind == kind), Board.Silenced.Count(s => s.Signal.Kind == kind))).Where(k => k.Item2 + k.Item3 > 0)];

    /// <summary>How good what came for this period is: each with how many of how many, and what to press to see them.</summary>
    public IEnumerable<(string Key, int Count, int Of, string Href)> Quality()
    {
        if (Matrix is not { } matrix) yield break;
        var (owed, came) = (matrix.Cells.Count, matrix.Cells.Where(c => c.State is not null and not ReturnState.Draft).ToList());
        var span = matrix.Period.Span;
        var told = Now.Measures.SelectMany(p => Now.FactsOf(p.Measure).Told.Where(t => t.Period == span)).ToList();
        string Only(string facet) => $"~/matrix/{matrix.Period.Code}?only={facet}";
        yield return ("came", came.Count, owed, $"~/matrix/{matrix.Period.Code}");
        yield return ("in-time", came.Count(c => c.Return!.Late == false), came.Count, Only("late"));
        yield return ("accepted", came.Count(c => c.IsDone), came.Count, Only("mine"));
        yield return ("evidenced", told.Count(t => t.Evidenced), told.Count, "~/signals?kind=no-evidence");
        yield return ("plain", came.Count(c => !c.Warned), came.Count, Only("warned"));
    }

    /// <summary>For each body, the last thing that was accepted from it; those that have been quiet longest first.</summary>
    public IEnumerable<(Body Body, DateOnly? Last, int Measures)> Freshness() =>
        Now.Measures.Where(p => p.State is not ("gone" or "pause") && !p.IsDone).SelectMany(p => p.Promise.Leads.Select(body => (Body: body, Progress: p))).GroupBy(x => x.Body)
            .Select(of => (Body: Plan.Body(of.Key)!, Last: of.SelectMany(x => Now.FactsOf(x.Progress.Measure).Told.Where(t => t.Body == of.Key)).Select(t => (DateOnly?)t.AcceptedOn).Max(), of.Count()))
            .OrderBy(x => x.Last ?? DateOnly.MinValue).ThenByDescending(x => x.Item3).ThenBy(x => x.Body.Code, StringComparer.Ordinal);

    /// <summary>What waits: for the coordinator, for bodies, for verifiers; with the oldest.</summary>
    public IEnumerable<(string Key, int Count, DateOnly? Oldest, string Href)> Waits()
    {
        var pending = Now.Measures.SelectMany(p => Now.FactsOf(p.Measure).Pending).ToList();
        if (pending.Count > 0) yield return ("decide", pending.Count, pending.Min(p => p.SentOn), "~/matrix" + (Matrix is null ? "" : $"/{Matrix.Period.Code}?only=mine"));
        if (Matrix is { } matrix)
        {
            var back = matrix.Cells.Where(c => c.State == ReturnState.Returned).ToList();
            if (back.Count > 0) yield return ("returned", back.Count, back.Min(c => c.Return!.DecidedAt) is { } at ? DateOnly.FromDateTime(at.InBishkek()) : null, $"~/matrix/{matrix.Period.Code}?only=back");
            var silent = matrix.Cells.Count(c => c.State is null or ReturnState.Draft);
            if (silent > 0) yield return ("unsent", silent, null, $"~/matrix/{matrix.Period.Code}?only=silent");
        }
        if (OpenVisits > 0) yield return ("visits", OpenVisits, null, "~/visits");
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Board = await board.NowAsync(stop);
        if (Board is null) return;
        var periods = (await kept.PeriodsAsync(db, Plan, stop)).Where(p => p.State != PeriodState.Planned).Take(4).ToList();
        if ((periods.Find(p => p.TakesReturns) ?? periods.FirstOrDefault()) is not { } period) return; // without a period nobody visits
        Matrix = await Reporting.Matrix.ToldAsync(kept, db, Plan, period, actor, clock, stop);
        var visits = await kept.VisitsToMakeAsync(db, stop);
        (OpenVisits, LateVisits) = (visits.Count, visits.Count(v => v.Due < Today));
    }
}
