using Atkaruu.Kernel;

namespace Atkaruu.Modules.Reporting;

/// <summary>Planned → Open → Closing (the deadline is over, late returns are still taken) → Closed → Published.</summary>
public enum PeriodState { Planned, Open, Closing, Closed, Published }

/// <summary>
/// A stretch of time that every responsible body reports about. The timetable opens and closes it by its dates; a
/// coordinator may open it earlier or again, and says why. What is published is never changed, only corrected beside.
/// </summary>
public sealed class Period : Entity
{
    private Period() { }

    public required Guid ProgrammeId { get; init; }

    /// <summary>2026-Q3 (<see cref="Span"/>); unique in a programme.</summary>
    public required string Code { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>First day on which returns may be written.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day for returns, to its last second in Bishkek.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Last day on which late returns are taken.</summary>
    public DateOnly ClosesOn { get; private set; }

    public PeriodState State { get; private set; }
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Name of who published it, as it was then.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>Random number published with the period, by which the measures to look at were drawn; null before the draw.</summary>
    public string? DrawSeed { get; private set; }

    /// <summary>Why a coordinator closed it by hand; null when time did, or when it is open.</summary>
    public string? ClosedBecause { get; private set; }

    public List<PeriodException> Exceptions { get; private set; } = [];

    /// <summary>2026-Q3 as <see cref="Kernel.Span"/>.</summary>
    public Span Span => Kernel.Span.Parse(Code)!.Value;
    public bool TakesReturns => State is PeriodState.Open or PeriodState.Closing;

    public static Period Plan(Guid programme, Span span, DateOnly opensOn, DateOnly due, DateOnly closesOn)
    {
        var period = new Period { ProgrammeId = programme, Code = span.Code, From = span.From, To = span.To, OpensOn = opensOn, Due = due, ClosesOn = closesOn };
        period.Happened("period.planned", new { period.Code, opensOn, due, closesOn });
        return period;
    }

    /// <summary>What the timetable does: moves on to the state that this moment asks for. Never publishes: that is a person's decision.</summary>
    public void Advance(DateTime now)
    {
        if (State == PeriodState.Planned && now >= OpensOn.AddDays(-1).EndInBishkek()) MoveTo(PeriodState.Open);
        if (State == PeriodState.Open && now >= Due.EndInBishkek()) MoveTo(PeriodState.Closing);
        if (State == PeriodState.Closing && now >= ClosesOn.EndInBishkek()) MoveTo(PeriodState.Closed);
    }

    /// <summary>A coordinator opens the period by hand (earlier, or again), with a new deadline and a reason.</summary>
    public void Open(DateOnly due, DateOnly closesOn, string reason, DateOnly today)
    {
        if (State == PeriodState.Published) throw PeriodRules.Published(this);
        if (due < today || closesOn < due) throw PeriodRules.DueInThePast();
        if (string.IsNullOrWhiteSpace(reason)) throw PeriodRules.NoReason();

        var old = new { state = State, Due, ClosesOn };
        (State, Due, ClosesOn, ClosedBecause) = (PeriodState.Open, due, closesOn, null);
        if (OpensOn > today) OpensOn = today;
        Happened("period.opened", new { old, due, closesOn, reason = reason.Trim() });
    }

    public void Close(string reason)
    {
        if (!TakesReturns) throw PeriodRules.NotOpen(this);
        if (string.IsNullOrWhiteSpace(reason)) throw PeriodRules.NoReason();
        (State, ClosedBecause) = (PeriodState.Closed, reason.Trim());
        Happened("period.closed", new { reason = ClosedBecause });
    }

    /// <summary>Whether <see cref="Unclose"/> would do anything: it was closed by hand, and its last day is not over.</summary>
    public bool CanUnclose(DateTime now) => State == PeriodState.Closed && ClosedBecause is not null && now < ClosesOn.EndInBishkek();

    /// <summary>Closed by mistake: as if it had not been.</summary>
    public void Unclose(DateTime now)
    {
        if (!CanUnclose(now)) throw PeriodRules.NotOpen(this);
        (State, ClosedBecause) = (now < Due.EndInBishkek() ? PeriodState.Open : PeriodState.Closing, null);
        Happened("period.unclosed");
    }

    /// <param name="by">Name of the person who decides it.</param>
    /// <param name="returns">How many returns go out with it.</param>
    /// <param name="missing">How many of those that were owed did not come, or were not accepted.</param>
    public void Publish(DateTime now, string? by = null, int returns = 0, int missing = 0)
    {
        if (State != PeriodState.Closed) throw PeriodRules.CloseFirst(this);
        (State, PublishedAt, PublishedBy) = (PeriodState.Published, now, by);
        Happened("period.published", new { Code, returns, missing });
    }

    /// <summary>Codes of the measures among which was drawn, so that anybody can draw again; empty before the draw.</summary>
    public IReadOnlyList<string> DrawnFrom { get; private set; } = [];

    /// <summary>The seed is drawn and said once, and with it among what was drawn: neither can be changed to suit the other.</summary>
    public void Draw(string seed, IReadOnlyList<string>? among = null)
    {
        if (DrawSeed is not null) return;
        (DrawSeed, DrawnFrom) = (seed, among ?? []);
        Happened("period.drawn", new { seed, among = DrawnFrom });
    }

    /// <summary>One person may send after the period has closed, until a moment, for a reason.</summary>
    public void Except(Guid person, string name, DateTime until, string reason, DateTime now)
    {
        if (State == PeriodState.Published) throw PeriodRules.Published(this);
        if (until <= now) throw PeriodRules.ExceptionInThePast();
        if (string.IsNullOrWhiteSpace(reason)) throw PeriodRules.NoReason();
        Exceptions.Add(new() { PeriodId = Id, PersonId = person, Until = until, Reason = reason.Trim() });
        Happened("period.exception", new { person = name, until, reason = reason.Trim() });
    }

    /// <summary>An exception given by mistake, or no longer needed.</summary>
    public void EndException(Guid exception, string name)
    {
        if (Exceptions.RemoveAll(e => e.Id == exception) == 0) return;
        Happened("period.exception-ended", new { person = name });
    }

    /// <summary>The coordinator asks these bodies for what they owe.</summary>
    public void Remind(IReadOnlyList<string> bodies) => Happened("period.reminded", new { bodies });

    /// <summary>Why this person cannot send a return now; null when they can. A lock always says why and who can open it.</summary>
    public Message? WhyLocked(Guid person, DateTime now)
    {
        if (State != PeriodState.Published && Exceptions.Any(e => e.PersonId == person && e.Until > now)) return null;
        return State switch
        {
            PeriodState.Planned => new("period.lock.planned", OpensOn),
            PeriodState.Closed when ClosedBecause is not null => new("period.lock.closed-by-hand", ClosedBecause),
            PeriodState.Closed => new("period.lock.closed", ClosesOn),
            PeriodState.Published => new("period.lock.published"),
            _ => null,
        };
    }

    private void MoveTo(PeriodState state)
    {
        var old = State;
        State = state;
        Happened("period.moved", new { from = old, to = state });
    }
}

/// <summary>A personal, timed exception from the deadline.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "An exception from a deadline, in the sense of the words.")]
public sealed class PeriodException
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PeriodId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Until { get; init; }
    public required string Reason { get; init; }
}

/// <summary>Every way a period says no.</summary>
internal static class PeriodRules
{
    public static RuleException Published(Period period) => new(new("period.rule.published", period.Code));
    public static RuleException DueInThePast() => new(new("period.rule.due"), "Due");
    public static RuleException NoReason() => new(new("period.rule.reason"), "Reason");
    public static RuleException NotOpen(Period period) => new(new("period.rule.not-open", period.Code));
    public static RuleException CloseFirst(Period period) => new(new("period.rule.close-first", period.Code));
    public static RuleException ExceptionInThePast() => new(new("period.rule.exception"), "Until");
}
