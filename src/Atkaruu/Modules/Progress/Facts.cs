using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Verification;

namespace Atkaruu.Modules.Progress;

/// <summary>What one accepted return of somebody who leads a measure told, as far as progress depends on it.</summary>
/// <param name="AcceptedOn">Day in Bishkek.</param>
/// <param name="PublishedOn">Day from which everybody knows it; null while only those who work here do.</param>
/// <param name="Evidenced">Something that can be looked at was sent with it.</param>
public sealed record Told(
    Guid Return, Span Period, string Body, int Edition, DateTime SubmittedAt, DateOnly AcceptedOn, DateOnly? PublishedOn,
    WorksPhase? Phase, decimal? Percent, ActionStep? Step, bool NoChange, bool Evidenced, IReadOnlyList<ToldValue> Values)
{
    /// <summary>The object has been commissioned whole, or the document is at work.</summary>
    public bool SaysFinished => Phase == WorksPhase.Commissioning && Percent >= 100 || Step == ActionStep.Working;
}

public readonly record struct ToldValue(Guid Indicator, Reading Reading);

/// <summary>A return that has been sent and waits for the coordinator.</summary>
public sealed record Pending(Span Period, string Body, DateOnly SentOn);

/// <summary>A visit that said something, and from when everybody knows it.</summary>
public sealed record Seen(Look Look, Span Period, DateOnly? PublishedOn);

/// <summary>A payment or commissioning document that lies with a return.</summary>
public sealed record Paper(Guid Return, DateOnly AddedOn, DateOnly? PublishedOn);

/// <summary>The coordinator's word about how sure the end is; stands beside the numbers and never in them.</summary>
public sealed record Assessed(Confidence Level, string Words, DateOnly On, string By);

/// <summary>A period of the programme, as far as somebody owes something for it.</summary>
/// <param name="Due">Last day for returns.</param>
public sealed record PeriodFact(Guid Id, Span Span, DateOnly Due, DateOnly? PublishedOn);

/// <summary>Everything that has been told, seen and proved about one measure, raw. Progress is computed from nothing else.</summary>
public sealed record MeasureFacts(IReadOnlyList<Told> Told, IReadOnlyList<Pending> Pending, IReadOnlyList<Seen> Seen, IReadOnlyList<Paper> Papers, IReadOnlyList<Assessed> Assessed)
{
    public static readonly MeasureFacts None = new([], [], [], [], []);

    /// <summary>The returns that count from a point of view: accepted by then, about what was over by then, each in its newest edition; oldest first.</summary>
    public IReadOnlyList<Told> ToldAt(Viewpoint view) =>
    [
        .. Told.Where(t => view.Sees(t.AcceptedOn, t.PublishedOn) && t.Period.To <= view.Until)
            .GroupBy(t => (t.Period, t.Body)).Select(same => same.MaxBy(t => t.Edition)!).OrderBy(t => t.Period.To).ThenBy(t => t.Period.From).ThenBy(t => t.Body, StringComparer.Ordinal),
    ];

    public VerifiedSummary VerifiedAt(Viewpoint view, IReadOnlyList<Told> told, bool done) => Verified.Of(
        told.Select(t => new Claim(t.Return, t.SubmittedAt, done)),
        Seen.Where(s => view.Sees(s.Look.VisitedOn, s.PublishedOn) && s.Look.VisitedOn <= view.KnownBy).Select(s => s.Look),
        Papers.Where(p => view.Sees(p.AddedOn, p.PublishedOn)).Select(p => p.Return), done);

    public Assessed? AssessedAt(Viewpoint view) => Assessed.Where(a => a.On <= view.KnownBy).MaxBy(a => a.On);
}

/// <summary>Who asks: those who work here know what was accepted, everybody knows what was published.</summary>
public enum Audience { Staff, Public }

/// <summary>From where progress is looked at: what it is about, what was known, and by whom.</summary>
/// <param name="Until">The last day that is over; what ended later is not counted.</param>
/// <param name="KnownBy">Nothing that was accepted or published after this day is known.</param>
public readonly record struct Viewpoint(DateOnly Until, DateOnly KnownBy, Audience Audience)
{
    /// <summary>As it stands on a day: today is not over yet.</summary>
    public static Viewpoint On(DateOnly day, Audience audience) => new(day.AddDays(-1), day, audience);

    /// <summary>As it stood at the end of a period, by what is known today.</summary>
    public static Viewpoint After(Span period, DateOnly today, Audience audience) => new(period.To, today, audience);

    /// <summary>The day whose state is shown.</summary>
    public DateOnly Day => Until.AddDays(1);

    public bool Sees(DateOnly acceptedOn, DateOnly? publishedOn) => Audience == Audience.Staff ? acceptedOn <= KnownBy : publishedOn <= KnownBy;
}
