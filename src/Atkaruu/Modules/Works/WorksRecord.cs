using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>Everything that is written down about the works of one measure, and what follows from it.</summary>
/// <param name="Objects">In their order; struck-out ones too.</param>
/// <param name="Contracts">In the order of signing; broken-off ones too.</param>
public sealed record WorksRecord(Guid MeasureId, IReadOnlyList<WorksObject> Objects, IReadOnlyList<Contract> Contracts)
{
    public static WorksRecord Nothing(Guid measure) => new(measure, [], []);

    public bool IsEmpty => Objects.Count == 0 && Contracts.Count == 0;

    /// <summary>What is still to be built, or has been.</summary>
    public IEnumerable<WorksObject> Standing => Objects.Where(o => !o.IsStruckOut);

    /// <summary>A phase of the measure as a whole: it ends with the last of its objects, and is confirmed when it is for all of them.</summary>
    public PhaseDates Phase(WorksPhase phase)
    {
        var rows = Standing.Select(o => o.Phase(phase)).ToList();
        if (rows.Count == 0) return new(phase);
        var done = rows.TrueForAll(row => row.IsDone);
        var last = rows.MaxBy(row => row.Confirmed);
        var blocked = rows.Where(row => row.Blocker is not null).MinBy(row => row.BlockedSince);
        return new(phase)
        {
            FirstPlanned = rows.Max(row => row.FirstPlanned),
            Planned = rows.Max(row => row.Planned),
            Estimated = done ? null : rows.Max(row => row.Confirmed ?? row.Estimated),
            Confirmed = done ? last!.Confirmed : null,
            Document = done ? last!.Document : null,
            Blocker = blocked?.Blocker,
            BlockedSince = blocked?.BlockedSince,
        };
    }

    /// <summary>The earliest phase that an object is in; null when nothing is recorded, or everything is in use.</summary>
    public WorksPhase? Current => Standing.Select(o => o.Current).Min();

    /// <summary>What has stopped an object longest.</summary>
    public PhaseDates? Blocked => Standing.Select(o => o.Blocked).OfType<PhaseDates>().MinBy(row => row.BlockedSince);

    /// <summary>The day on which the last object was commissioned; null while one is not.</summary>
    public DateOnly? Commissioned => Phase(WorksPhase.Commissioning).Confirmed;

    /// <summary>The day and the phase that come next: the end of the current phase as it is best known; null when nobody has said one.</summary>
    public PhaseDates? Next => Current is { } phase ? Phase(phase) : null;

    /// <summary>How much dearer the contracts that stand have become than signed, the worst of them: 0.125 for an eighth; null without a contract.</summary>
    public decimal? Overrun => Standings.Select(c => (decimal?)c.ValueOverrun).Max();

    /// <summary>How many days longer, the worst of them; null without a contract.</summary>
    public int? DaysOverrun => Standings.Select(c => (int?)c.DaysOverrun).Max();

    /// <summary>Days that a phase took, for each that is confirmed and whose predecessor is: what similar measures may take.</summary>
    public IReadOnlyList<(WorksPhase Phase, int Days)> Durations =>
    [
        .. from it in Standing
           from phase in PhaseTable.Order.Skip(1)
           let before = it.Phase(phase - 1).Confirmed
           let end = it.Phase(phase).Confirmed
           where before is not null && end is not null
           select (phase, end.Value.DayNumber - before.Value.DayNumber),
    ];

    /// <summary>Checks of its objects that are in use, with their days.</summary>
    public IEnumerable<(WorksObject Object, CheckDue Check)> Checks(BuildingSeason season) =>
        from it in Standing
        where it.Commissioned is not null
        from check in CheckDue.Of(it.Commissioned!.Value, season, it.Checks)
        select (it, check);

    private IEnumerable<Contract> Standings => Contracts.Where(c => !c.IsBrokenOff);
}

public static class WorksRecords
{
    /// <summary>The records of some measures, or of all; a measure without any is not there. Two questions to the database, nothing tracked.</summary>
    public static async Task<IReadOnlyDictionary<Guid, WorksRecord>> ReadAsync(Db db, IReadOnlyCollection<Guid>? measures, CancellationToken stop)
    {
        var (objects, contracts) = (db.WorksObjects.AsNoTracking(), db.Contracts.AsNoTracking());
        if (measures is not null) (objects, contracts) = (objects.Where(o => measures.Contains(o.MeasureId)), contracts.Where(c => measures.Contains(c.MeasureId)));
        var built = (await objects.OrderBy(o => o.Ordinal).ThenBy(o => o.Id).ToListAsync(stop)).ToLookup(o => o.MeasureId);
        var agreed = (await contracts.OrderBy(c => c.Signed).ThenBy(c => c.Id).ToListAsync(stop)).ToLookup(c => c.MeasureId);
        return built.Select(g => g.Key).Union(agreed.Select(g => g.Key)).ToDictionary(id => id, id => new WorksRecord(id, [.. built[id]], [.. agreed[id]]));
    }

    public static async Task<WorksRecord> ReadAsync(Db db, Guid measure, CancellationToken stop) =>
        (await ReadAsync(db, [measure], stop)).GetValueOrDefault(measure) ?? WorksRecord.Nothing(measure);
}
