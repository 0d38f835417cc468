using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
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
    /// <param name="known">Where the things are returns that have been read already: those, and their period.</param>
    public static async Task<IReadOnlyList<Event>> OfAsync(Db db, PlanInForce plan, IReadOnlyCollection<Guid> things, Actor reader, CancellationToken stop, (Period Of, IReadOnlyList<Return> Returns)? known = null)
    {
        var shown = reader == Actor.Visitor ? await PublishedAsync(db, things, stop) : things;
        return await ReadAsync(db, plan, db.Log.Where(row => shown.Contains(row.To)), reader, stop, known);
    }

    /// <summary>
    /// The whole history of a measure as this reader may see it: itself, its returns, the looks at it, the evidence, its works and
    /// its money. Which of them these are the database finds out beside the rows themselves: three questions.
    /// </summary>
    public static Task<IReadOnlyList<Event>> OfMeasureAsync(Db db, PlanInForce plan, Measure measure, Actor reader, CancellationToken stop)
    {
        var (id, isPublic, mayRead) = (measure.Id, reader == Actor.Visitor, reader.May(Right.Read, plan.Subject(measure)));
        List<string> bodies = reader.Has(Right.Read) ? [.. plan.Bodies.Select(body => body.Code).Where(body => reader.May(Right.Read, plan.Subject(measure, body)))] : [];
        var returns = db.Returns.Where(r => r.MeasureId == id && (r.State == ReturnState.Published || bodies.Contains(r.Body))).Select(r => r.Id);
        var visits = db.Visits.Where(v => v.MeasureId == id && (v.State == VisitState.Done || mayRead)).Select(v => v.Id);
        var orders = db.Orders.Where(o => o.MeasureId == id && bodies.Contains(o.Body)).Select(o => o.Id);
        var evidence = db.Evidence.Where(e => e.MeasureId == id && (!isPublic || e.RemovedAt == null) && (returns.Contains(e.OwnerId) || visits.Contains(e.OwnerId) || orders.Contains(e.OwnerId))).Select(e => e.Id);
        var things = returns.Concat(visits).Concat(orders).Concat(evidence)
            .Concat(db.WorksObjects.Where(o => o.MeasureId == id).Select(o => o.Id)).Concat(db.Contracts.Where(c => c.MeasureId == id).Select(c => c.Id))
            .Concat(db.FundingLines.Where(l => l.MeasureId == id).Select(l => l.Id)).Concat(db.Commitments.Where(c => c.MeasureId == id).Select(c => c.Id))
            .Concat(db.Payments.Where(p => p.MeasureId == id).Select(p => p.ImportId ?? p.Id));
        return ReadAsync(db, plan, db.Log.Where(row => row.To == id || things.Contains(row.To)), reader, stop);
    }

    private static async Task<IReadOnlyList<Event>> ReadAsync(Db db, PlanInForce plan, IQueryable<LogEntry> log, Actor reader, CancellationToken stop, (Period Of, IReadOnlyList<Return> Returns)? known = null)
    {
        var isPublic = reader == Actor.Visitor;
        var rows = await log.AsNoTracking().OrderByDescending(row => row.Seq).Take(MaxEvents).ToListAsync(stop);
        if (isPublic) rows.RemoveAll(row => !EventReader.ForEverybody.Contains(row.What));
        var about = await ContextAsync(db, plan, rows, isPublic, known, stop);
        return [.. rows.Select(row => EventReader.Read(row, about))];
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

    /// <summary>What is needed to say the rows, and no more of it: at most two questions.</summary>
    private static async Task<EventContext> ContextAsync(Db db, PlanInForce plan, List<LogEntry> rows, bool isPublic, (Period Of, IReadOnlyList<Return> Returns)? known, CancellationToken stop)
    {
        bool Any(params string[] kinds) => rows.Exists(row => kinds.Any(kind => row.What.StartsWith(kind, StringComparison.Ordinal)));
        Dictionary<Guid, Span> periods = [];
        Dictionary<Guid, (Guid Period, string Body)> returns = [];
        if (known is var (period, read))
        {
            periods[period.Id] = period.Span;
            returns = read.ToDictionary(r => r.Id, r => (r.PeriodId, r.Body));
        }
        else if (Any("return.", "period.", "calendar.", "visit."))
        {
            var things = rows.Where(row => row.What.StartsWith("return.", StringComparison.Ordinal)).Select(row => row.To).Distinct().ToList();
            // One after the other in one question: joined, SQLite looks through all returns of every period.
            var told = await db.Periods.Select(p => new { IsReturn = false, p.Id, Period = p.Id, Word = p.Code })
                .Concat(db.Returns.Where(r => things.Contains(r.Id)).Select(r => new { IsReturn = true, r.Id, Period = r.PeriodId, Word = r.Body })).ToListAsync(stop);
            periods = told.Where(it => !it.IsReturn && Span.Parse(it.Word) is not null).ToDictionary(it => it.Id, it => Span.Parse(it.Word)!.Value);
            returns = told.Where(it => it.IsReturn).ToDictionary(it => it.Id, it => (it.Period, it.Word));
        }
        Dictionary<Guid, (string Name, string? Body)> people = [];
        if (isPublic || Any("person.", "visit."))
        {
            var named = rows.Where(row => !isPublic || row.What.StartsWith("visit.", StringComparison.Ordinal)).SelectMany(row => LogDetails.Of(row.Details).Parts).Select(part => part.Value.Id).OfType<Guid>();
            List<Guid> ids = [.. rows.Select(row => row.By).Concat(rows.Select(row => row.To)).Concat(named).Distinct()];
            people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => (p.Name, p.Body), stop);
        }
        return new(plan, isPublic, periods, returns, people.ToDictionary(p => p.Key, p => p.Value.Body), people.ToDictionary(p => p.Key, p => p.Value.Name),
            rows.Where(row => row.What == "return.submitted").ToLookup(row => row.To));
    }
}
