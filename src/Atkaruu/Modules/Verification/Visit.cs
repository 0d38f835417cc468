using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;

namespace Atkaruu.Modules.Verification;

public enum VisitOrigin { Assigned, Drawn, Own }

public enum VisitState { Assigned, Done, Cancelled }

public enum Verdict { Confirmed, Partly, NotConfirmed }

/// <summary>
/// An independent look at what was reported: somebody who did not report it goes, looks and says. Assigned by the
/// coordinator, drawn by lot, or made of the verifier's own accord.
/// </summary>
public sealed class Visit : Entity
{
    private Visit() { }

    public required Guid MeasureId { get; init; }
    public required Guid PeriodId { get; init; }

    /// <summary>Whose eyes a visit can be; the executor's own and papers are not.</summary>
    public static readonly IReadOnlyList<SourceKind> Sources = [SourceKind.VillageCommittee, SourceKind.Inspector, SourceKind.Citizen];

    /// <summary>The return it looks at; null when it looks at the measure as such.</summary>
    public Guid? ReturnId { get; init; }
    public required VisitOrigin Origin { get; init; }

    /// <summary>Who is to go; null while a drawn visit waits for somebody.</summary>
    public Guid? VerifierId { get; private set; }
    public DateOnly? Due { get; private set; }
    public VisitState State { get; private set; }

    public SourceKind? Source { get; private set; }
    public Verdict? Verdict { get; private set; }

    /// <summary>For <see cref="Verdict.Partly"/>: how much of it is so, 0…100 %.</summary>
    public decimal? Share { get; private set; }
    public string? Note { get; private set; }
    public DateOnly? VisitedOn { get; private set; }
    public DateTime? DoneAt { get; private set; }

    public static Visit Assign(Guid measure, Guid period, Guid? made, VisitOrigin origin, Guid? verifier, DateOnly? due)
    {
        var visit = new Visit { MeasureId = measure, PeriodId = period, ReturnId = made, Origin = origin, VerifierId = verifier, Due = due };
        visit.Happened("visit.assigned", new { measure, period, made, origin, verifier, due });
        return visit;
    }

    /// <param name="authors">Who wrote the return: none of them may verify it.</param>
    public void Say(Actor by, SourceKind source, Verdict verdict, decimal? share, string? note, DateOnly visitedOn, IReadOnlyCollection<Guid> authors, DateTime now)
    {
        if (State != VisitState.Assigned) throw VisitRules.Over();
        if (VerifierId is { } other && other != by.PersonId) throw VisitRules.SomebodyElses();
        if (authors.Contains(by.PersonId)) throw VisitRules.Own();
        if (!Sources.Contains(source)) throw VisitRules.WhoAreYou();
        if (verdict == Verification.Verdict.Partly && share is not (> 0 and < 100)) throw VisitRules.HowMuch();
        if (verdict != Verification.Verdict.Confirmed && string.IsNullOrWhiteSpace(note)) throw VisitRules.SayWhatYouSaw();
        if (note?.Trim().Length > Limits.Cell) throw VisitRules.LongNote();
        if (visitedOn > DateOnly.FromDateTime(now.InBishkek())) throw VisitRules.InTheFuture();

        (State, VerifierId, Source, Verdict, Share) = (VisitState.Done, by.PersonId, source, verdict, verdict == Verification.Verdict.Partly ? share : null);
        (Note, VisitedOn, DoneAt) = (note?.Trim(), visitedOn, now);
        Happened("visit.done", new { MeasureId, ReturnId, source, verdict, Share, Note, visitedOn });
    }

    /// <summary>From now on everybody may see it: news for the public pages.</summary>
    public void Publish() => Happened("visit.published");

    /// <param name="authors">Who wrote the return: none of them may verify it.</param>
    public void GiveTo(Guid verifier, DateOnly? due, IReadOnlyCollection<Guid> authors)
    {
        if (State != VisitState.Assigned) throw VisitRules.Over();
        if (authors.Contains(verifier)) throw VisitRules.Own();
        var old = VerifierId;
        (VerifierId, Due) = (verifier, due);
        Happened("visit.given", new { old, now = verifier, due });
    }

    public void Cancel(string? reason)
    {
        if (State != VisitState.Assigned) throw VisitRules.Over();
        if (string.IsNullOrWhiteSpace(reason)) throw VisitRules.SayWhy();
        if (reason.Trim().Length > Limits.Line) throw VisitRules.LongReason();
        State = VisitState.Cancelled;
        Happened("visit.cancelled", new { reason = reason.Trim() });
    }
}

/// <summary>Every way a verification says no.</summary>
internal static class VisitRules
{
    public static RuleException Over() => new(new("visit.rule.over"));
    public static RuleException Own() => new(new("visit.rule.own"));
    public static RuleException SomebodyElses() => new(new("visit.rule.other"));
    public static RuleException NoVerdict() => new(new("visit.rule.verdict"), "Verdict");
    public static RuleException WhoAreYou() => new(new("visit.rule.source"), "Source");
    public static RuleException When() => new(new("visit.rule.when"), "VisitedOn");
    public static RuleException Whom() => new(new("visit.rule.whom"), "Verifier");
    public static RuleException DueInThePast() => new(new("visit.rule.due"), "Due");
    public static RuleException LongNote() => new(new("visit.rule.long", Limits.Cell), "Note");
    public static RuleException LongReason() => new(new("visit.rule.long", Limits.Line), "Reason");
    public static RuleException HowMuch() => new(new("visit.rule.share"), "Share");
    public static RuleException SayWhatYouSaw() => new(new("visit.rule.note"), "Note");
    public static RuleException InTheFuture() => new(new("visit.rule.future"), "VisitedOn");
    public static RuleException SayWhy() => new(new("visit.rule.why"), "Reason");
}
