using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;

namespace Atkaruu.Modules.Reporting;

/// <summary>Draft → Submitted → Returned(reason) → Submitted … → Accepted → Published.</summary>
public enum ReturnState { Draft, Submitted, Returned, Accepted, Published }

/// <summary>What a body owes about a measure.</summary>
public enum Part
{
    /// <summary>Enters the values of the measure, once.</summary>
    Lead,

    /// <summary>One of several that lead together through their group: enters its own share of the values.</summary>
    Share,

    /// <summary>Helps another: a few words, or «no part this period».</summary>
    Contribution,
}

/// <summary>How a return reached us when the body did not type it.</summary>
public enum Heard { Paper, Telephone }

/// <summary>
/// What one body says about one measure for one period. Nobody accepts their own. An accepted return changes only before
/// publication and by being sent back; after it a correction is a new return that stands beside the old one.
/// </summary>
public sealed class Return : Entity
{
    private Return() { }

    public required Guid PeriodId { get; init; }
    public required Guid MeasureId { get; init; }

    /// <summary>Code of the body that reports.</summary>
    public required string Body { get; init; }
    public required Part Part { get; init; }

    /// <summary>1 for the first; each correction after publication counts on.</summary>
    public int Edition { get; private init; } = 1;

    /// <summary>The published return that this one corrects, and why.</summary>
    public Guid? Corrects { get; private init; }
    public string? CorrectionReason { get; private init; }

    public ReturnState State { get; private set; }
    public ReturnWords Words { get; private set; } = new();
    public List<Observation> Values { get; private set; } = [];

    /// <summary>Everybody who wrote any of it, the one who entered it for the body included.</summary>
    public IReadOnlyList<Guid> Authors { get; private set; } = [];

    /// <summary>What a reader should look at twice; computed by <c>ReturnChecks</c> when it is sent and kept with it.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];
    public bool HasWarnings { get; private set; }

    /// <summary>When the first word of it was kept.</summary>
    public DateTime BegunAt { get; private init; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>The form (one opening of the page) it was last written with: a form never quarrels with itself.</summary>
    public Guid? WrittenWith { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Sent after the deadline.</summary>
    public bool Late { get; private set; }

    /// <summary>Entered for the body by somebody else: from a paper or a telephone call, and whose.</summary>
    public Heard? Heard { get; private set; }
    public string? HeardFrom { get; private set; }

    public string? SentBackReason { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }

    public List<ReturnComment> Comments { get; private set; } = [];

    /// <summary>An object commissioned, a document at work: see <see cref="ReturnWords.SaysFinished"/>. Kept, so that it can be asked for.</summary>
    public bool SaysFinished { get; private set; }

    public bool IsCorrection => Corrects is not null;
    public bool IsOpen => State is ReturnState.Draft or ReturnState.Returned;

    public static Return Begin(Period period, Guid measure, string body, Part part, DateTime now)
    {
        var made = new Return { PeriodId = period.Id, MeasureId = measure, Body = body, Part = part, BegunAt = now, WrittenAt = now };
        made.Happened("return.begun", new { body, period = period.Code });
        return made;
    }

    /// <summary>Keeps what has been typed so far. Not news: the log is told when it is sent.</summary>
    /// <param name="form">The opening of the page that it comes from.</param>
    public void Write(Actor by, ReturnWords words, IEnumerable<Observation> values, DateTime now, Guid? form = null)
    {
        if (!IsOpen) throw ReturnRules.NotOpen();
        (Words, WrittenAt, WrittenWith) = (words, now, form);
        var entered = values.ToList();
        Values.RemoveAll(old => entered.All(v => v.IndicatorId != old.IndicatorId));
        foreach (var value in entered)
            if (Values.Find(v => v.IndicatorId == value.IndicatorId) is { } old) old.Take(value);
            else Values.Add(value.For(Id));
        WrittenBy(by);
    }

    /// <summary>Written down for the body from its paper or its telephone call.</summary>
    public void HeardBy(Actor by, Heard how, string from)
    {
        if (!IsOpen) throw ReturnRules.NotOpen();
        if (string.IsNullOrWhiteSpace(from)) throw ReturnRules.HeardFromWhom();
        (Heard, HeardFrom) = (how, from.Trim());
        WrittenBy(by);
        Happened("return.heard", new { how, from = HeardFrom });
    }

    /// <param name="warnings">What <c>ReturnChecks</c> found; warnings never stop a return, they are shown.</param>
    public void Submit(Actor by, Period period, IReadOnlyList<Warning> warnings, DateTime now)
    {
        if (!IsOpen) throw ReturnRules.NotOpen();
        if (!IsCorrection && period.WhyLocked(by.PersonId, now) is { } locked) throw new RuleException(locked);
        if (Words.SaysNothing && Values.Count == 0) throw ReturnRules.NothingWritten();
        if (Words.NoChange && string.IsNullOrWhiteSpace(Words.NoChangeReason)) throw ReturnRules.NoReason();

        var (old, again) = (State, SubmittedAt is not null);
        (State, SubmittedAt, SubmittedBy, Late) = (ReturnState.Submitted, now, by.PersonId, !IsCorrection && now >= period.Due.EndInBishkek());
        (SentBackReason, Warnings, HasWarnings, SaysFinished) = (null, warnings, warnings.Count > 0, Words.SaysFinished);
        WrittenBy(by);
        Happened("return.submitted", new { from = old, again, Late, Words, values = Values.Select(v => v.ToLog()), warnings = warnings.Select(w => w.Code) });
    }

    /// <summary>The sender takes it back before anybody has decided.</summary>
    public void Withdraw(Actor by)
    {
        if (State != ReturnState.Submitted) throw ReturnRules.NotSubmitted();
        State = ReturnState.Draft;
        Happened("return.withdrawn");
    }

    /// <param name="published">The period has been published, so this goes out too. A correction always does.</param>
    public void Accept(Actor by, DateTime now, bool published = false)
    {
        Decide(by, now);
        State = ReturnState.Accepted;
        Happened("return.accepted");
        if (published || IsCorrection) Publish();
    }

    /// <summary>Accepted by mistake: it waits again.</summary>
    public void Reopen(Actor by)
    {
        if (State != ReturnState.Accepted) throw ReturnRules.NotAccepted();
        if (Authors.Contains(by.PersonId)) throw ReturnRules.Own();
        (State, DecidedAt, DecidedBy) = (ReturnState.Submitted, null, null);
        Happened("return.reopened");
    }

    public void SendBack(Actor by, string? reason, DateTime now)
    {
        if (State == ReturnState.Accepted)
        {
            if (Authors.Contains(by.PersonId)) throw ReturnRules.Own();
            (DecidedAt, DecidedBy) = (now, by.PersonId);
        }
        else Decide(by, now);
        if (string.IsNullOrWhiteSpace(reason)) throw ReturnRules.SayWhy();
        (State, SentBackReason) = (ReturnState.Returned, reason.Trim());
        Happened("return.returned", new { reason = SentBackReason });
    }

    /// <summary>The period has been published, and this with it.</summary>
    public void Publish()
    {
        if (State != ReturnState.Accepted) throw ReturnRules.NotAccepted();
        State = ReturnState.Published;
        Happened("return.published", new { Edition });
    }

    /// <summary>A new return that corrects this published one; both stay visible.</summary>
    public Return Correct(Actor by, string? reason, DateTime now)
    {
        if (State != ReturnState.Published) throw ReturnRules.NotPublished();
        if (string.IsNullOrWhiteSpace(reason)) throw ReturnRules.SayWhy();
        var made = new Return
        {
            PeriodId = PeriodId,
            MeasureId = MeasureId,
            Body = Body,
            Part = Part,
            Edition = Edition + 1,
            Corrects = Id,
            CorrectionReason = reason.Trim(),
            Words = Words,
            BegunAt = now,
            WrittenAt = now,
        };
        made.Values.AddRange(Values.Select(value => value.For(made.Id)));
        made.WrittenBy(by);
        made.Happened("return.correction-begun", new { corrects = Id, made.Edition, reason = made.CorrectionReason });
        return made;
    }

    /// <summary>A remark on the whole return, or on one value of it.</summary>
    public ReturnComment Comment(Actor by, string? text, Guid? indicator, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(text)) throw ReturnRules.EmptyComment();
        var comment = new ReturnComment { ReturnId = Id, By = by.PersonId, ByName = by.Name, At = now, IndicatorId = indicator, Text = text.Trim() };
        Comments.Add(comment);
        Happened("return.commented", new { indicator, comment.Text });
        return comment;
    }

    private void Decide(Actor by, DateTime now)
    {
        if (State != ReturnState.Submitted) throw ReturnRules.NotSubmitted();
        if (Authors.Contains(by.PersonId)) throw ReturnRules.Own();
        (DecidedAt, DecidedBy) = (now, by.PersonId);
    }

    private void WrittenBy(Actor by)
    {
        if (by.IsPerson && !Authors.Contains(by.PersonId)) Authors = [.. Authors, by.PersonId];
    }
}

/// <summary>What a return says in words, and how far an object or a document has got.</summary>
public sealed record ReturnWords
{
    public string Done { get; init; } = "";
    public string Problems { get; init; } = "";
    public string Needs { get; init; } = "";

    /// <summary>From whom the need is to be met, in the reporter's words.</summary>
    public string NeedsFrom { get; init; } = "";
    public string NextStep { get; init; } = "";

    /// <summary>«No change, because …».</summary>
    public bool NoChange { get; init; }
    public string NoChangeReason { get; init; } = "";

    /// <summary>A co-executor had nothing to do in this period.</summary>
    public bool NoPart { get; init; }

    /// <summary>For works: the phase it is in, and how much of that phase is done, 0…100.</summary>
    public WorksPhase? Phase { get; init; }
    public decimal? PhysicalPercent { get; init; }

    /// <summary>For actions.</summary>
    public ActionStep? Step { get; init; }

    /// <summary>Why a value fell, or jumped, when the form asked.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The object has been commissioned whole, or the document is at work.</summary>
    public bool SaysFinished => Phase == WorksPhase.Commissioning && PhysicalPercent >= 100 || Step == ActionStep.Working;

    public bool SaysNothing => Done.Length == 0 && !NoChange && !NoPart && Phase is null && Step is null;
}

/// <summary>Something to look at twice. <paramref name="Code"/> ends a text key: <c>warning.fell</c>.</summary>
public sealed record Warning(string Code, Guid? Indicator = null, decimal? Was = null, decimal? Is = null)
{
    public string Key => "warning." + Code;
}

/// <summary>A remark on a return; with an indicator, on that value.</summary>
public sealed class ReturnComment
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ReturnId { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public Guid? IndicatorId { get; init; }
    public required string Text { get; init; }
}

/// <summary>Every way a return says no.</summary>
internal static class ReturnRules
{
    public static RuleException NotOpen() => new(new("return.rule.not-open"));
    public static RuleException NotSubmitted() => new(new("return.rule.not-submitted"));
    public static RuleException NotAccepted() => new(new("return.rule.not-accepted"));
    public static RuleException NotPublished() => new(new("return.rule.not-published"));
    public static RuleException NothingWritten() => new(new("return.rule.empty"), "Done");
    public static RuleException NoReason() => new(new("return.rule.no-change-reason"), "NoChangeReason");
    public static RuleException Own() => new(new("return.rule.own"));
    public static RuleException SayWhy() => new(new("return.rule.say-why"), "Reason");
    public static RuleException HeardFromWhom() => new(new("return.rule.heard-from"), "HeardFrom");
    public static RuleException EmptyComment() => new(new("return.rule.empty-comment"), "Text");
}
