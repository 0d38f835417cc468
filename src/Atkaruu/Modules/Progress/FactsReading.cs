using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Progress;

/// <summary>Reads the raw facts, of a whole programme or of the few measures that something has just been said about.</summary>
public static class FactsReading
{
    /// <summary>All periods of a programme, as far as returns are owed for them.</summary>
    public static async Task<IReadOnlyList<PeriodFact>> PeriodsAsync(Db db, Guid programme, CancellationToken stop = default) =>
    [
        .. (await db.Periods.AsNoTracking().Where(p => p.ProgrammeId == programme && p.State != PeriodState.Planned).Select(p => new { p.Id, p.Code, p.Due, p.PublishedAt }).ToListAsync(stop))
            .Select(p => new PeriodFact(p.Id, Span.Parse(p.Code)!.Value, p.Due, Day(p.PublishedAt))),
    ];

    /// <summary>Five questions to the database, however many measures.</summary>
    public static async Task<IReadOnlyDictionary<Guid, MeasureFacts>> ReadAsync(Db db, IReadOnlyCollection<Guid> measures, IReadOnlyList<PeriodFact> periods, CancellationToken stop = default)
    {
        var byId = periods.ToDictionary(p => p.Id);
        var returns = await ReturnsAsync(db, measures, stop);
        var values = (await db.Set<Observation>().AsNoTracking().Join(Counting(db.Returns, measures), v => v.ReturnId, r => r.Id, (v, r) => v)
            .Select(v => new { v.ReturnId, v.IndicatorId, v.Value, v.Numerator, v.Denominator }).ToListAsync(stop)).ToLookup(v => v.ReturnId);
        var evidence = (await db.Evidence.AsNoTracking().Where(e => measures.Contains(e.MeasureId) && e.RemovedAt == null)
            .Select(e => new { e.OwnerId, e.MeasureId, e.Source, e.AddedAt, e.PublishedAt }).ToListAsync(stop)).ToLookup(e => e.OwnerId);
        var visits = (await db.Visits.AsNoTracking().Where(v => measures.Contains(v.MeasureId) && v.State == VisitState.Done).ToListAsync(stop)).ToLookup(v => v.MeasureId);
        var assessed = (await db.Set<Assessment>().AsNoTracking().Where(a => measures.Contains(a.MeasureId)).ToListAsync(stop)).ToLookup(a => a.MeasureId);
        var papers = evidence.SelectMany(of => of).Where(e => e.Source == SourceKind.PaymentOrCommissioning).ToLookup(e => e.MeasureId);

        var told = returns.Where(r => r.State != ReturnState.Submitted && byId.ContainsKey(r.PeriodId)).ToLookup(r => r.MeasureId, r =>
        {
            var period = byId[r.PeriodId];
            return new Told(r.Id, period.Span, r.Body, r.Edition, r.SubmittedAt ?? r.DecidedAt!.Value, Day(r.DecidedAt)!.Value, r.State == ReturnState.Published ? Later(period.PublishedOn, Day(r.DecidedAt)) : null,
                r.Words.Phase, r.Words.PhysicalPercent, r.Words.Step, r.Words.NoChange, evidence.Contains(r.Id),
                [.. values[r.Id].Select(v => new ToldValue(v.IndicatorId, new(period.Span, r.Body, v.Value, v.Numerator, v.Denominator)))]);
        });
        var pending = returns.Where(r => r.State == ReturnState.Submitted && byId.ContainsKey(r.PeriodId)).ToLookup(r => r.MeasureId, r => new Pending(byId[r.PeriodId].Span, r.Body, Day(r.SubmittedAt)!.Value));

        return measures.ToDictionary(id => id, id => new MeasureFacts([.. told[id]], [.. pending[id]],
            [.. Look.Of(visits[id]).Zip(visits[id].Select(v => byId.GetValueOrDefault(v.PeriodId)), (look, period) => (look, period)).Where(x => x.period is not null).Select(x => new Seen(x.look, x.period!.Span, Later(x.period.PublishedOn, Day(x.look.DoneAt))))],
            [.. papers[id].Select(e => new Paper(e.OwnerId, Day(e.AddedAt)!.Value, Day(e.PublishedAt)))],
            [.. assessed[id].OrderBy(a => a.At).Select(a => new Assessed(a.Level, a.Words, Day(a.At)!.Value, a.ByName))]));
    }

    private static async Task<List<Row>> ReturnsAsync(Db db, IReadOnlyCollection<Guid> measures, CancellationToken stop) =>
        await Counting(db.Returns.AsNoTracking(), measures).Select(r => new Row(r.Id, r.PeriodId, r.MeasureId, r.Body, r.Edition, r.State, r.SubmittedAt, r.DecidedAt, r.Words)).ToListAsync(stop);

    /// <summary>Accepted and published returns count; submitted ones only say that silence is not the body's. Contributions carry no values.</summary>
    private static IQueryable<Return> Counting(IQueryable<Return> returns, IReadOnlyCollection<Guid> measures) =>
        returns.Where(r => measures.Contains(r.MeasureId) && r.Part != Part.Contribution && (r.State == ReturnState.Accepted || r.State == ReturnState.Published || r.State == ReturnState.Submitted));

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(moment.InBishkek()) : null;

    /// <summary>What was decided after its period was published went out then, and not before.</summary>
    private static DateOnly? Later(DateOnly? published, DateOnly? decided) => published is null || decided is null ? published : published > decided ? published : decided;

    private sealed record Row(Guid Id, Guid PeriodId, Guid MeasureId, string Body, int Edition, ReturnState State, DateTime? SubmittedAt, DateTime? DecidedAt, ReturnWords Words);
}
