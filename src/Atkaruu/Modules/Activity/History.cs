using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>What happened to things, in plain words, from the log.</summary>
public static class History
{
    public const int MaxEvents = 200;

    /// <summary>
    /// What happened to these things (measures, returns, periods, people, visits, evidence), newest first. Whether the reader may
    /// see the things at all is asked by whoever names them; a visitor is shown only what is published, and bodies instead of names.
    /// </summary>
    public static async Task<IReadOnlyList<Event>> OfAsync(Db db, PlanInForce plan, IReadOnlyCollection<Guid> things, Actor reader, CancellationToken stop)
    {
        var isPublic = reader == Actor.Visitor;
        var shown = isPublic ? await PublishedAsync(db, things, stop) : things;
        var rows = await db.Log.AsNoTracking().Where(row => shown.Contains(row.To)).OrderByDescending(row => row.Seq).Take(MaxEvents).ToListAsync(stop);
        if (isPublic) rows.RemoveAll(row => !EventReader.ForEverybody.Contains(row.What));
        var about = await ContextAsync(db, plan, rows, isPublic, stop);
        return [.. rows.Select(row => EventReader.Read(row, about))];
    }

    /// <summary>The whole history of a measure as this reader may see it: itself, its returns, the looks at it, the evidence, its works and its money.</summary>
    public static async Task<IReadOnlyList<Event>> OfMeasureAsync(Db db, PlanInForce plan, Measure measure, Actor reader, CancellationToken stop)
    {
        var returns = await db.Returns.AsNoTracking().Where(r => r.MeasureId == measure.Id).Select(r => new { r.Id, r.Body, r.State }).ToListAsync(stop);
        var visits = await db.Visits.AsNoTracking().Where(v => v.MeasureId == measure.Id).Select(v => new { v.Id, v.State }).ToListAsync(stop);
        var mayRead = reader.May(Right.Read, plan.Subject(measure));
        List<Guid> owners =
        [
            .. returns.Where(r => r.State == ReturnState.Published || reader.May(Right.Read, plan.Subject(measure, r.Body))).Select(r => r.Id),
            .. visits.Where(v => v.State == VisitState.Done || mayRead).Select(v => v.Id),
        ];
        if (reader.Has(Right.Read) && await db.Orders.AsNoTracking().Where(o => o.MeasureId == measure.Id).Select(o => new { o.Id, o.Body }).ToListAsync(stop) is var orders)
            owners.AddRange(orders.Where(o => reader.May(Right.Read, plan.Subject(measure, o.Body))).Select(o => o.Id));
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.MeasureId == measure.Id && owners.Contains(e.OwnerId)).Select(e => e.Id).ToListAsync(stop);
        var works = await WorksRecords.IdsAsync(db, measure.Id, stop);
        var money = await db.FundingLines.Where(l => l.MeasureId == measure.Id).Select(l => l.Id)
            .Concat(db.Commitments.Where(c => c.MeasureId == measure.Id).Select(c => c.Id))
            .Concat(db.Payments.Where(p => p.MeasureId == measure.Id).Select(p => p.ImportId ?? p.Id)).Distinct().ToListAsync(stop);
        return await OfAsync(db, plan, [measure.Id, .. owners, .. evidence, .. works, .. money], reader, stop);
    }

    /// <summary>Of the returns, visits and evidence among them only what everybody may see; everything else is left to the names of what happened.</summary>
    private static async Task<IReadOnlyCollection<Guid>> PublishedAsync(Db db, IReadOnlyCollection<Guid> things, CancellationToken stop)
    {
        var hiddenReturns = await db.Returns.Where(r => things.Contains(r.Id) && r.State != ReturnState.Published).Select(r => r.Id).ToListAsync(stop);
        var hiddenEvidence = await db.Evidence.Where(e => things.Contains(e.Id) && (e.RemovedAt != null
            || !db.Returns.Any(r => r.Id == e.OwnerId && r.State == ReturnState.Published) && !db.Visits.Any(v => v.Id == e.OwnerId && v.State == VisitState.Done)))
            .Select(e => e.Id).ToListAsync(stop);
        return [.. things.Except(hiddenReturns).Except(hiddenEvidence)];
    }

    private static async Task<EventContext> ContextAsync(Db db, PlanInForce plan, List<LogEntry> rows, bool isPublic, CancellationToken stop)
    {
        var things = rows.Select(row => row.To).Distinct().ToList();
        var returns = await db.Returns.AsNoTracking().Where(r => things.Contains(r.Id)).Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { r.Id, r.PeriodId, r.Body, p.Code }).ToListAsync(stop);
        var periods = rows.TrueForAll(row => row.What.StartsWith("return.", StringComparison.Ordinal))
            ? [.. returns.Select(r => new { Id = r.PeriodId, r.Code }).Distinct()]
            : await db.Periods.AsNoTracking().Select(p => new { p.Id, p.Code }).ToListAsync(stop);
        var named = rows.SelectMany(row => LogDetails.Of(row.Details).Parts).Select(part => part.Value.Id).OfType<Guid>();
        List<Guid> ids = [.. rows.Select(row => row.By).Concat(things).Concat(named).Distinct()];
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Body }).ToListAsync(stop);
        return new(plan, isPublic,
            periods.Where(p => Span.Parse(p.Code) is not null).ToDictionary(p => p.Id, p => Span.Parse(p.Code)!.Value), returns.ToDictionary(r => r.Id, r => (r.PeriodId, r.Body)),
            people.ToDictionary(p => p.Id, p => p.Body), people.ToDictionary(p => p.Id, p => p.Name),
            rows.Where(row => row.What == "return.submitted").ToLookup(row => row.To));
    }
}
