using System.Text.Json.Serialization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

/// <summary>One phase of an object: when it was to end, when it is thought to end, when it ended and what shows it, and what stops it.</summary>
public sealed record PhaseDates(WorksPhase Phase)
{
    /// <summary>The first planned end that was entered. Kept for ever: without it nobody could say who was on time.</summary>
    public DateOnly? FirstPlanned { get; init; }

    /// <summary>The planned end as it stands; changed only with a reason.</summary>
    public DateOnly? Planned { get; init; }

    /// <summary>The end as those who work on it expect it; never written over the planned one.</summary>
    public DateOnly? Estimated { get; init; }

    /// <summary>The day on which it ended; there is a <see cref="Document"/> that says so.</summary>
    public DateOnly? Confirmed { get; init; }

    /// <summary>Name and number of the document that closed it.</summary>
    public string? Document { get; init; }

    /// <summary>What stands in the way, in words.</summary>
    public string? Blocker { get; init; }
    public DateOnly? BlockedSince { get; init; }

    [JsonIgnore]
    public bool IsDone => Confirmed is not null;

    /// <summary>Where it is best known to end: the fact, else the estimate, else the plan.</summary>
    [JsonIgnore]
    public DateOnly? End => Confirmed ?? Estimated ?? Planned;

    [JsonIgnore]
    public bool WasReplanned => FirstPlanned != Planned;

    /// <summary>The planned day is over and the phase is not.</summary>
    public bool IsLate(DateOnly today) => !IsDone && Planned < today;
}

/// <summary>What somebody writes about a phase; everything that may stand in its form.</summary>
/// <param name="Reason">Needed where a planned or a confirmed day that stands already is changed.</param>
public sealed record PhaseEntry(DateOnly? Planned, DateOnly? Estimated, DateOnly? Confirmed, string? Document, string? Blocker, DateOnly? BlockedSince, string? Reason = null)
{
    public static PhaseEntry Of(PhaseDates row) => new(row.Planned, row.Estimated, row.Confirmed, row.Document, row.Blocker, row.BlockedSince);
}

/// <summary>The rules of a table of phases. Pure: a table and an entry make a table, or a sentence why not.</summary>
internal static class PhaseTable
{
    public static readonly IReadOnlyList<WorksPhase> Order = Enum.GetValues<WorksPhase>();

    public static readonly IReadOnlyList<PhaseDates> Empty = [.. Order.Select(phase => new PhaseDates(phase))];

    /// <summary>The table after an entry. Estimates of later phases that the fact has overtaken are dropped.</summary>
    /// <exception cref="RuleException">A day in the wrong order, a confirmed one in the future or without a document, a change without a reason.</exception>
    public static IReadOnlyList<PhaseDates> With(IReadOnlyList<PhaseDates> table, WorksPhase phase, PhaseEntry entry, DateOnly today)
    {
        var was = table[(int)phase];
        var (document, blocker) = (WorksRules.Line(entry.Document, "Document"), WorksRules.Line(entry.Blocker, "Blocker"));
        var reason = WorksRules.Line(entry.Reason, "Reason");
        if (reason is null && (was.Planned is not null && entry.Planned != was.Planned || was.IsDone && (entry.Confirmed != was.Confirmed || document != was.Document)))
            throw WorksRules.WhyChanged();
        if (entry.Confirmed is not null && document is null) throw WorksRules.NoDocument();
        if (entry.Confirmed > today) throw WorksRules.ConfirmedInTheFuture();
        if (entry.Confirmed is null && entry.Estimated != was.Estimated && entry.Estimated < today) throw WorksRules.EstimatedInThePast();
        if (entry.BlockedSince > today) throw WorksRules.BlockedInTheFuture();

        var reopened = was.IsDone && entry.Confirmed is null;
        var isBlocked = blocker is not null && entry.Confirmed is null;
        PhaseDates now = new(phase)
        {
            FirstPlanned = was.FirstPlanned ?? entry.Planned,
            Planned = entry.Planned,
            Estimated = entry.Confirmed is not null || reopened && entry.Estimated == was.Estimated ? null : entry.Estimated,
            Confirmed = entry.Confirmed,
            Document = entry.Confirmed is null ? null : document,
            Blocker = isBlocked ? blocker : null,
            BlockedSince = isBlocked ? entry.BlockedSince ?? was.BlockedSince ?? today : null,
        };
        if (reopened && table.Skip((int)phase + 1).FirstOrDefault(row => row.IsDone) is { } later) throw WorksRules.LaterIsDone(later.Phase);
        return InOrder([.. table.Select(row => row.Phase == phase ? now : row.Phase > phase && !row.IsDone && row.Estimated < now.Confirmed ? row with { Estimated = null } : row)]);
    }

    private static IReadOnlyList<PhaseDates> InOrder(IReadOnlyList<PhaseDates> table)
    {
        Check(table, row => row.Planned, "planned", "Planned");
        Check(table, row => row.Confirmed, "confirmed", "Confirmed");
        Check(table, row => row.Confirmed ?? row.Estimated, "estimated", "Estimated");
        return table;
    }

    private static void Check(IReadOnlyList<PhaseDates> table, Func<PhaseDates, DateOnly?> day, string kind, string field)
    {
        var dated = table.Where(row => day(row) is not null).ToList();
        foreach (var (before, after) in dated.Zip(dated.Skip(1)))
            if (day(after) < day(before)) throw WorksRules.OutOfOrder(kind, after.Phase, day(after)!.Value, before.Phase, day(before)!.Value, field);
    }
}
