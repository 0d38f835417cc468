using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Reporting;

/// <summary>Which stretches of time a programme is reported by, and how long one has for it. One for each programme.</summary>
public sealed class ReportingCalendar : Entity
{
    private ReportingCalendar() { }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Quarters unless somebody decides otherwise; several kinds may run side by side.</summary>
    public IReadOnlyList<SpanKind> Kinds { get; private set; } = [SpanKind.Quarter];

    /// <summary>Days after the end of a period in which returns are due.</summary>
    public int DueDays { get; private set; } = 15;

    /// <summary>Days after the deadline in which late returns are still taken, marked late.</summary>
    public int GraceDays { get; private set; } = 10;

    /// <summary>How many of the period's own last days already take returns.</summary>
    public int OpenDaysBefore { get; private set; } = 10;

    public static ReportingCalendar Begin(Guid programme) => new() { ProgrammeId = programme };

    /// <summary>Holds for periods that are made from now on; those that are there keep their days.</summary>
    public void Change(IReadOnlyCollection<SpanKind> kinds, int dueDays, int graceDays, int openDaysBefore)
    {
        if (kinds.Count == 0) throw new RuleException(new("period.rule.kinds"), "Kinds");
        if (dueDays is < 1 or > 90) throw new RuleException(new("period.rule.days", 1, 90), "DueDays");
        if (graceDays is < 0 or > 90) throw new RuleException(new("period.rule.days", 0, 90), "GraceDays");
        if (openDaysBefore is < 0 or > 60) throw new RuleException(new("period.rule.days", 0, 60), "OpenDaysBefore");

        var old = new { Kinds, DueDays, GraceDays, OpenDaysBefore };
        (Kinds, DueDays, GraceDays, OpenDaysBefore) = ([.. kinds.Distinct().Order()], dueDays, graceDays, openDaysBefore);
        Happened("calendar.changed", new { old, now = new { Kinds, DueDays, GraceDays, OpenDaysBefore } });
    }

    /// <summary>A period of this programme with the days this calendar gives it.</summary>
    public Period Plan(Span span)
    {
        var due = span.To.AddDays(DueDays);
        return Period.Plan(ProgrammeId, span, span.To.AddDays(1 - OpenDaysBefore), due, due.AddDays(GraceDays));
    }

    /// <summary>
    /// The periods to make now: of each kind those that can still be reported and have begun, and the next one. What was
    /// over before is opened by hand: nobody is called silent for a time when there was no system.
    /// </summary>
    public IReadOnlyList<Period> PlanAhead(Programme programme, IReadOnlyCollection<string> known, DateOnly today) =>
    [
        .. from kind in Kinds
           from span in Ahead(kind, programme, today)
           where !known.Contains(span.Code)
           select Plan(span),
    ];

    /// <summary>Spans of the programme that are over and have no period yet: a coordinator may open them by hand, newest first.</summary>
    public static IEnumerable<Span> Missed(Programme programme, IReadOnlyCollection<string> known, DateOnly today) =>
        from year in programme.Years.Reverse()
        from kind in Enum.GetValues<SpanKind>()
        from span in Span.Of(year, kind).Reverse()
        where span.To < today && !known.Contains(span.Code)
        select span;

    private IEnumerable<Span> Ahead(SpanKind kind, Programme programme, DateOnly today)
    {
        var live = programme.Years.SelectMany(year => Span.Of(year, kind)).Where(span => span.To.AddDays(DueDays + GraceDays) >= today).ToList();
        var begun = live.Count(span => span.From <= today);
        return live.Take(begun + 1);
    }
}
