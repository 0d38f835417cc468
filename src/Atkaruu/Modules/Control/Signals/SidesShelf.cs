using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>What stands beside progress: works, money, what editions changed, the thresholds and the answers, of every measure of the plan in force.</summary>
public sealed class Sides(
    PlanInForce plan, IReadOnlyDictionary<Guid, WorksRecord> works, IReadOnlyDictionary<Guid, MeasureMoney> money, ILookup<Guid, TargetChange> changes,
    Thresholds thresholds, ILookup<Guid, Silence> silences)
{
    public Thresholds Thresholds => thresholds;

    /// <summary>Who has answered for a signal so that it need not be shown on this day; null where nobody has.</summary>
    public Silence? AnswerTo(Signal signal, DateOnly day) => silences[signal.Measure.Id].FirstOrDefault(s => s.Kind == signal.Kind && s.Holds(day));

    /// <summary>How long the phases of works took in this programme, in days.</summary>
    public ILookup<WorksPhase, int> Durations { get; } = works.Values.SelectMany(w => w.Durations).ToLookup(d => d.Phase, d => d.Days);

    public BuildingSeason Season => plan.Season;
    public WorksRecord WorksOf(Measure measure) => works.GetValueOrDefault(measure.Id) ?? WorksRecord.Nothing(measure.Id);
    public MeasureMoney MoneyOf(Measure measure) => money.GetValueOrDefault(measure.Id) ?? MeasureMoney.Nothing(measure.Id);

    public WorksSide Works(Measure measure) => works.TryGetValue(measure.Id, out var record) ? new(record.Overrun, record.DaysOverrun) : WorksSide.Nothing;

    /// <summary>In som; a sum in a currency without a rate counts nowhere, and so raises nothing.</summary>
    public MoneySide Money(Measure measure)
    {
        if (!money.TryGetValue(measure.Id, out var known) || known.IsNothing) return MoneySide.Nothing;
        var whole = known.Committed.Som > 0 ? known.Committed.Som : known.Planned.Som;
        return new(whole > 0 ? whole : null, known.Paid.Som, PaidRule.Counting(known.Payments).Select(p => (DateOnly?)p.PaidOn).Max());
    }

    public IReadOnlyList<TargetChange> Changes(Measure measure) => [.. changes[measure.Id]];
}

/// <summary>Keeps the sides of progress at hand until the log says that one of them changed.</summary>
public sealed class SidesShelf(LogHead head) : IDisposable
{
    private static readonly string[] s_kinds = ["works", "money", "signal"];

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Shelved? _shelved;

    /// <summary>What the rules said last, and of what: said again while nothing has happened and the day is the same.</summary>
    internal SaidSignals? Said { get => _said; set => _said = value; }

    private volatile SaidSignals? _said;

    private sealed record Shelved(PlanInForce Plan, long Seq, Sides Sides);

    public async Task<Sides> CurrentAsync(Db db, ProgrammeProgress now, CancellationToken stop)
    {
        var (plan, marks) = (now.Plan, await head.NowAsync(stop));
        bool IsNew(Shelved shelved) => ReferenceEquals(shelved.Plan, plan) && shelved.Seq >= marks.Last(s_kinds);
        if (_shelved is { } shelved && IsNew(shelved)) return shelved.Sides;

        await _reading.WaitAsync(stop);
        try
        {
            shelved = _shelved;
            if (shelved is not null && IsNew(shelved)) return shelved.Sides;
            var sides = await ReadAsync(db, plan, stop);
            _shelved = new(plan, marks.Seq, sides);
            return sides;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    public static async Task<Sides> ReadAsync(Db db, PlanInForce plan, CancellationToken stop)
    {
        Guid[] measures = [.. plan.Measures.Select(m => m.Id)];
        var thresholds = await db.Set<Thresholds>().AsNoTracking().FirstOrDefaultAsync(t => t.ProgrammeId == plan.Programme.Id, stop) ?? Thresholds.Begin(plan.Programme.Id);
        var silences = await db.Set<Silence>().AsNoTracking().Where(s => s.EndedAt == null && measures.Contains(s.MeasureId)).ToListAsync(stop);
        return new(plan, await WorksRecords.ReadAsync(db, measures, stop), await MoneyReading.ReadAsync(db, measures, stop), await ChangesAsync(db, plan, stop), thresholds, silences.ToLookup(s => s.MeasureId));
    }

    /// <summary>Every rewording after the first edition that changed the printed deadline or expected result, with the deadline as it stood before.</summary>
    private static async Task<ILookup<Guid, TargetChange>> ChangesAsync(Db db, PlanInForce plan, CancellationToken stop)
    {
        if (plan.Editions.Count < 2) return Enumerable.Empty<(Guid, TargetChange)>().ToLookup(x => x.Item1, x => x.Item2);
        Guid[] editions = [.. plan.Editions.Select(e => e.Id)];
        var rows = await db.Wordings.AsNoTracking().Where(w => editions.Contains(w.EditionId)).Select(w => new { w.EditionId, w.MeasureId, w.ScheduleText, w.ExpectedResult, w.Title }).ToListAsync(stop);
        var number = plan.Editions.ToDictionary(e => e.Id);
        return (from of in rows.GroupBy(r => r.MeasureId)
                let ordered = of.OrderBy(r => number[r.EditionId].Number).ToList()
                from pair in ordered.Zip(ordered.Skip(1))
                where (pair.First.ScheduleText, pair.First.ExpectedResult, pair.First.Title) != (pair.Second.ScheduleText, pair.Second.ExpectedResult, pair.Second.Title)
                let deadline = SignalBoard.DeadlineIn(pair.First.ScheduleText)
                where deadline is not null
                select (of.Key, Change: new TargetChange(DateOnly.FromDateTime(number[pair.Second.EditionId].AdoptedAt.InBishkek()), deadline.Value))).ToLookup(x => x.Key, x => x.Change);
    }
}

/// <summary>All signals, with the sides and the day they were computed for.</summary>
internal sealed record SaidSignals(SignalsNow Now, Sides Of, DateOnly Day);
