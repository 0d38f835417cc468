using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>
/// The schedule signal: from the promise, the clock and what was told, how a measure stands and why. The order of the
/// questions is the rule; docs/domain.md says it in words.
/// </summary>
public static class Judging
{
    /// <param name="periods">All periods of the programme.</param>
    public static MeasureProgress Judge(Promise promise, MeasureFacts facts, IReadOnlyList<PeriodFact> periods, Viewpoint view)
    {
        var told = facts.ToldAt(view);
        var owed = Owed(promise, periods, view);
        var reported = Attained.At(promise, told, view.Until, owed);
        var history = HistoryOf(promise, told, owed);
        var doneOn = promise.ByYears || promise.Kind == MeasureKind.Continuous ? null : DoneOn(history, reported);
        var due = promise.ByYears ? promise.YearsOwed(view.Until).Any() : promise.Kind != MeasureKind.Continuous && promise.End <= view.Until;
        var closedAll = promise.ByYears && reported.Terms.Count > 0 && reported.Terms.All(t => t.Share == 1);
        var executed = promise.ByYears ? closedAll : doneOn is not null;
        var verification = facts.VerifiedAt(view, told, executed);

        var judged = new MeasureProgress(promise, view, "wait", new("progress.reason.wait"), reported, null, promise.Start > view.Until ? 0 : promise.Expected(view.Until), due, executed, doneOn,
            verification, facts.AssessedAt(view), told.Count == 0 ? null : told[^1].Period, owed.Count == 0 ? null : owed[^1], history, new Dictionary<int, string>(), null);
        var silent = owed.Count > 0 && !told.Any(t => IsHeardOf(t.Period, owed[^1])) && !IsPending(facts, owed[^1], view);
        var (state, reason) = State(judged, told, silent);
        var seen = VerifiedShare(judged, facts, told, owed, view);
        judged = judged with { State = state, Reason = reason, Verified = seen?.Reported * seen?.Share, VerifiedBy = seen };
        return judged with { Years = YearStates(judged, told), Move = MoveOf(judged, facts, told, view) };
    }

    /// <summary>The periods for which a return about this measure was owed by then, oldest first. What is done is asked about before silence is.</summary>
    private static IReadOnlyList<Span> Owed(Promise promise, IReadOnlyList<PeriodFact> periods, Viewpoint view) =>
    [
        .. periods.Where(p => p.Span.To <= view.Until && p.Span.To >= promise.Start && (view.Audience == Audience.Public ? p.PublishedOn <= view.KnownBy : p.Due < view.KnownBy))
            .Select(p => p.Span).OrderBy(s => s.To).ThenByDescending(s => s.From),
    ];

    private static List<Point> HistoryOf(Promise promise, IReadOnlyList<Told> told, IReadOnlyList<Span> owed) =>
        [.. told.Select(t => t.Period).Distinct().Select(period => new Point(period, Attained.At(promise, told, period.To, [.. owed.Where(o => o.To <= period.To)]).Share))];

    /// <summary>Since when it has been whole without a break.</summary>
    private static DateOnly? DoneOn(List<Point> history, Attained now)
    {
        if (now.Share != 1) return null;
        var since = history.Count - 1;
        while (since > 0 && history[since - 1].Share == 1) since--;
        return history[since].Period.To;
    }

    private static (string State, Message Reason) State(MeasureProgress it, IReadOnlyList<Told> told, bool silent)
    {
        var (promise, until) = (it.Promise, it.View.Until);
        if (promise.Measure.State == MeasureState.StruckOut) return ("gone", new("progress.reason.gone"));
        if (promise.Measure.State == MeasureState.Suspended) return ("pause", new("progress.reason.pause"));
        if (it.DoneOn is { } done)
            return done > promise.End ? ("donelate", new("progress.reason.donelate", done, promise.End)) : ("done", new("progress.reason.done", done));
        if (promise.ByYears && it.Executed && promise.End <= until) return ("done", new("progress.reason.done-years", it.Reported.Terms.Count));
        if (promise.Start > until) return ("wait", new("progress.reason.not-begun", promise.Start));
        if (it.Due && !it.Executed) return Overdue(it, told);
        if (silent) return ("silent", new("progress.reason.silent", it.LastOwed!.Value));
        if (told.Count == 0) return ("wait", new("progress.reason.nothing-owed"));
        if (promise.Kind == MeasureKind.Continuous) return ("track", new("progress.reason.continuous", it.LastTold!.Value));
        return InTime(it);
    }

    private static (string, Message) Overdue(MeasureProgress it, IReadOnlyList<Told> told)
    {
        if (it.Promise.ByYears)
        {
            var open = it.Reported.Terms.Where(t => t.Share != 1).Select(t => t.Year!.Value).ToList();
            return told.Count == 0 ? ("silent", new("progress.reason.silent-years", Promise.Fall(open[0]))) : ("late", new("progress.reason.late-years", string.Join(", ", open), Promise.Fall(open[0])));
        }
        if (told.Count == 0) return ("silent", new("progress.reason.silent-due", it.Promise.End));
        return it.Share is { } share ? ("late", new("progress.reason.late", it.Promise.End, share)) : ("late", new("progress.reason.late-unknown", it.Promise.End));
    }

    /// <summary>Before its end: within 15 points of where even progress would stand, or behind.</summary>
    private static (string, Message) InTime(MeasureProgress it)
    {
        if (it.Pace is not { } pace || it.Expected is not { } expected) return ("wait", new("progress.reason.no-figure", it.LastTold!.Value));
        return pace >= expected - MeasureProgress.Band ? ("track", new("progress.reason.track", pace, expected)) : ("risk", new("progress.reason.risk", pace, expected));
    }

    /// <summary>
    /// What was reported by the period that the last visit looked at, times how much of it was so: never more than was
    /// reported then, and not raised by what is reported after the look.
    /// </summary>
    private static VerifiedTerm? VerifiedShare(MeasureProgress it, MeasureFacts facts, IReadOnlyList<Told> told, IReadOnlyList<Span> owed, Viewpoint view)
    {
        if (it.Verification.Last is not { } look || it.Verification.Share is not { } share) return null;
        var period = facts.Seen.First(s => s.Look == look).Period;
        var then = Attained.At(it.Promise, told, period.To < view.Until ? period.To : view.Until, [.. owed.Where(o => o.To <= period.To)]).Share;
        if (then is not { } reported || it.Share is not { } now) return null;
        return new(period, Math.Min(reported, now), share / 100);
    }

    private static Dictionary<int, string> YearStates(MeasureProgress it, IReadOnlyList<Told> told)
    {
        if (!it.Promise.ByYears) return new() { [it.Promise.End.Year] = it.State };
        var running = it.View.Until.Year;
        return it.Promise.Years.ToDictionary(year => year, year =>
            it.State is "gone" or "pause" ? it.State
            : it.Reported.Terms.FirstOrDefault(t => t.Year == year) is { } term ? term.Share switch { 1 => "done", null => "silent", _ => "late" }
            : year != running || !told.Any(t => t.Period.Year == year) ? "wait"
            : it.Pace is { } pace && it.Expected is { } expected ? pace == 1 ? "done" : pace >= expected - MeasureProgress.Band ? "track" : "risk"
            : "wait");
    }

    /// <summary>Whoever has told of a later period is not silent about this one, even while the later one is not owed yet.</summary>
    private static bool IsHeardOf(Span told, Span owed) => told == owed || told.To > owed.To;

    private static bool IsPending(MeasureFacts facts, Span period, Viewpoint view) =>
        view.Audience == Audience.Staff && facts.Pending.Any(p => IsHeardOf(p.Period, period) && p.SentOn <= view.KnownBy);

    /// <summary>A return that waits is the coordinator's move; otherwise it is the lead's, since it last told anything, or since the beginning.</summary>
    private static Move? MoveOf(MeasureProgress it, MeasureFacts facts, IReadOnlyList<Told> told, Viewpoint view)
    {
        if (it.State is "done" or "donelate" or "wait" or "pause" or "gone") return null;
        if (view.Audience == Audience.Staff && facts.Pending.Where(p => p.SentOn <= view.KnownBy).MinBy(p => p.SentOn) is { } waiting) return new(null, waiting.SentOn);
        if (it.Promise.Leads.Count == 0) return new(null, it.Promise.Start);
        var quiet = it.Promise.Leads.Select(body => (Body: body, Last: told.LastOrDefault(t => t.Body == body)?.AcceptedOn)).MinBy(b => b.Last ?? DateOnly.MinValue);
        return new(quiet.Body, quiet.Last ?? it.Promise.Start);
    }
}
