using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>A value beside the one before it.</summary>
public sealed record ComparedValue(Indicator Indicator, Observation? Was, Observation? Is, IReadOnlyList<Warning> Warnings, IReadOnlyList<ReturnComment> Comments)
{
    public decimal? Change => Is?.Number - Was?.Number;
}

/// <summary>One return with everything a reader needs beside it. Nothing here is for changing.</summary>
public sealed class ReturnSheet
{
    private ReturnSheet() { }

    public required PlanInForce Plan { get; init; }
    public required Return Made { get; init; }
    public required Measure Measure { get; init; }
    public required Body Body { get; init; }
    public required Period Period { get; init; }

    /// <summary>Everybody who wrote about this measure in this period, for whatever body.</summary>
    public required IReadOnlyCollection<Guid> Wrote { get; init; }

    /// <summary>What it is compared with: the return it corrects, or the last accepted one of an earlier period.</summary>
    public Return? Before { get; init; }
    public Period? BeforePeriod { get; init; }

    /// <summary>All of this period, the first one first: after a correction both stay.</summary>
    public required IReadOnlyList<Return> Editions { get; init; }
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }
    public IReadOnlyList<ComparedValue> Values { get; private init; } = [];

    /// <summary>What this person may do here besides reading.</summary>
    public bool MayAccept { get; private init; }
    public bool MayWrite { get; private init; }
    public bool IsOwn { get; private init; }

    public bool IsNewest => Editions[^1].Id == Made.Id;

    /// <summary>About the whole return, not about one value.</summary>
    public IEnumerable<Warning> WarningsOfAll => Made.Warnings.Where(w => Values.All(v => v.Indicator.Id != w.Indicator));

    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "–") : "–";

    /// <summary>The return, where it is there and this person may see it. Three questions to the database.</summary>
    public static async Task<ReturnSheet?> ReadAsync(Db db, PlanInForce plan, Guid id, Actor actor, CancellationToken stop)
    {
        var found = await db.Returns.AsNoTracking().Include(r => r.Values).Include(r => r.Comments)
            .Where(r => db.Returns.Any(x => x.Id == id && x.MeasureId == r.MeasureId && (x.Body == r.Body || x.PeriodId == r.PeriodId)))
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { Return = r, Period = p }).ToListAsync(stop);
        var all = found.ConvertAll(f => f.Return);
        if (all.Find(r => r.Id == id) is not { } made || plan.Measures.FirstOrDefault(m => m.Id == made.MeasureId) is not { } measure || plan.Body(made.Body) is not { } body) return null;
        var subject = plan.Subject(measure, made.Body);
        if (!actor.May(Right.Read, subject) && !actor.May(Right.Accept, subject)) return null;

        var family = all.FindAll(r => r.Body == made.Body);
        var periods = found.Select(f => f.Period).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var period = periods[made.PeriodId];
        var before = made.Corrects is { } corrected ? family.Find(r => r.Id == corrected) : LastBefore(family, period, periods);
        var evidence = await db.EvidenceOfAsync(id, stop);
        Guid[] people = [.. made.Authors, .. new[] { made.SubmittedBy, made.DecidedBy }.OfType<Guid>()];
        return new()
        {
            Plan = plan,
            Made = made,
            Wrote = [.. all.Where(r => r.PeriodId == made.PeriodId).SelectMany(r => r.Authors).Distinct()],
            Measure = measure,
            Body = body,
            Period = period,
            Before = before,
            BeforePeriod = before is null ? null : periods[before.PeriodId],
            Editions = [.. family.Where(r => r.PeriodId == made.PeriodId).OrderBy(r => r.Edition)],
            Evidence = evidence,
            Names = await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop),
            Values = [.. plan.Indicators(measure).Where(_ => made.Part != Part.Contribution).Select(i => Compared(i, before, made))],
            MayAccept = actor.May(Right.Accept, subject),
            MayWrite = actor.May(Right.Report, subject) || actor.May(Right.EnterFor, subject),
            IsOwn = made.Authors.Contains(actor.PersonId),
        };
    }

    private static ComparedValue Compared(Indicator indicator, Return? before, Return made) => new(
        indicator, before?.Values.Find(v => v.IndicatorId == indicator.Id), made.Values.Find(v => v.IndicatorId == indicator.Id),
        [.. made.Warnings.Where(w => w.Indicator == indicator.Id)], [.. made.Comments.Where(c => c.IndicatorId == indicator.Id).OrderBy(c => c.At)]);

    private static Return? LastBefore(IEnumerable<Return> family, Period period, Dictionary<Guid, Period> periods) => family
        .Where(r => r.State is ReturnState.Accepted or ReturnState.Published && periods[r.PeriodId].To < period.To)
        .OrderByDescending(r => periods[r.PeriodId].To).ThenByDescending(r => r.Edition).FirstOrDefault();
}
