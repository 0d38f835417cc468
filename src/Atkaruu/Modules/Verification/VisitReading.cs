using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>A visit with what a reader wants to see beside it.</summary>
public sealed record VisitLine(Visit Visit, Measure Measure, string Period, string? Verifier)
{
    public bool IsOverdue(DateOnly today) => Visit is { State: VisitState.Assigned, Due: { } due } && due < today;
}

/// <summary>What the partial <c>/Modules/Verification/_Visits.cshtml</c> shows: visits, and for who may assign, a form.</summary>
/// <param name="Assign">Null when the reader does not assign, or there is nothing to look at.</param>
public sealed record VisitList(IReadOnlyList<VisitLine> Visits, AssignForm? Assign);

/// <summary>What an assignment is about, and who could go.</summary>
public sealed record AssignForm(string Measure, string Period, Guid? Return, IReadOnlyList<Person> Verifiers, DateOnly Due);

/// <summary>Questions that several pages ask about visits.</summary>
public static class VisitReading
{
    /// <summary>Everybody who wrote about this measure in this period: none of them is independent.</summary>
    public static async Task<IReadOnlyCollection<Guid>> AuthorsAsync(this Db db, Guid measure, Guid period, CancellationToken stop) =>
        [.. (await db.Returns.AsNoTracking().Where(r => r.MeasureId == measure && r.PeriodId == period).Select(r => r.Authors).ToListAsync(stop)).SelectMany(a => a).Distinct()];

    /// <summary>Active people who may verify this measure and did not write about it, by name.</summary>
    public static async Task<IReadOnlyList<Person>> VerifiersAsync(this Db db, PlanInForce plan, Measure measure, Guid period, IComparer<string> names, DateOnly today, CancellationToken stop) =>
        (await db.VerifiersAsync(plan, [(measure, period)], names, today, stop))[(measure.Id, period)];

    /// <summary>The same for many measures and periods. Two questions to the database, whatever their number.</summary>
    /// <param name="wrote">Who wrote about them, where that is known.</param>
    public static async Task<IReadOnlyDictionary<(Guid Measure, Guid Period), IReadOnlyList<Person>>> VerifiersAsync(
        this Db db, PlanInForce plan, IReadOnlyCollection<(Measure Measure, Guid Period)> about, IComparer<string> names, DateOnly today, CancellationToken stop, IReadOnlyCollection<Guid>? wrote = null)
    {
        if (about.Count == 0) return new Dictionary<(Guid, Guid), IReadOnlyList<Person>>();
        Guid[] measures = [.. about.Select(a => a.Measure.Id).Distinct()], periods = [.. about.Select(a => a.Period).Distinct()];
        var authors = wrote is not null ? about.ToLookup(a => (a.Measure.Id, a.Period), _ => wrote) : (await db.Returns.AsNoTracking().Where(r => measures.Contains(r.MeasureId) && periods.Contains(r.PeriodId)).Select(r => new { r.MeasureId, r.PeriodId, r.Authors }).ToListAsync(stop))
            .ToLookup(r => (r.MeasureId, r.PeriodId), IReadOnlyCollection<Guid> (r) => r.Authors);
        var people = (await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.State == PersonState.Active && p.Grants.Any(g => g.Role == Role.Verifier)).Take(1000).ToListAsync(stop))
            .OrderBy(p => p.Name, names).Select(p => (Person: p, Grants: p.GrantsOn(today).Where(g => g.Gives(Right.Verify)).ToList())).ToList();
        return about.DistinctBy(a => (a.Measure.Id, a.Period)).ToDictionary(a => (a.Measure.Id, a.Period), IReadOnlyList<Person> (a) =>
        {
            var (authored, subject) = (authors[(a.Measure.Id, a.Period)].SelectMany(w => w).ToHashSet(), plan.Subject(a.Measure));
            return [.. people.Where(p => !authored.Contains(p.Person.Id) && p.Grants.Exists(g => g.Scope.Covers(subject))).Select(p => p.Person)];
        });
    }

    /// <summary>Visits with their measures, periods and people; those of measures outside the reader's reach are left out.</summary>
    /// <param name="only">The period of all of them, where it is known.</param>
    public static async Task<IReadOnlyList<VisitLine>> LinesAsync(this Db db, PlanInForce plan, Actor reader, IReadOnlyCollection<Visit> visits, CancellationToken stop, Period? only = null)
    {
        if (visits.Count == 0) return [];
        List<Guid?> people = [.. visits.Select(v => v.VerifierId).Distinct()];
        List<Guid> periods = [.. visits.Select(v => v.PeriodId).Distinct()];
        var names = people is [null] ? [] : await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var codes = only is not null ? new() { [only.Id] = only.Code } : await db.Periods.AsNoTracking().Where(p => periods.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, stop);
        var measures = plan.Measures.ToDictionary(m => m.Id);
        return [.. from visit in visits
                   where measures.ContainsKey(visit.MeasureId) && reader.MaySee(plan, measures[visit.MeasureId])
                   select new VisitLine(visit, measures[visit.MeasureId], codes[visit.PeriodId], visit.VerifierId is { } id ? names.GetValueOrDefault(id) : null)];
    }

    /// <summary>Visits of a return or of a measure in a period, with the form for who may assign one.</summary>
    public static async Task<VisitList> VisitsOfAsync(this Db db, PlanInForce plan, Actor reader, Measure measure, Period period, Guid? made, IComparer<string> names, TimeProvider clock, CancellationToken stop, IReadOnlyCollection<Guid>? wrote = null)
    {
        var visits = await db.Visits.AsNoTracking().Where(v => v.MeasureId == measure.Id && v.PeriodId == period.Id).OrderBy(v => v.Id).Take(100).ToListAsync(stop);
        var assign = reader.May(Right.Accept, plan.Subject(measure))
            ? new AssignForm(measure.Code, period.Code, made, (await db.VerifiersAsync(plan, [(measure, period.Id)], names, clock.Today(), stop, wrote))[(measure.Id, period.Id)], clock.Today().AddDays(14)) : null;
        return new(await db.LinesAsync(plan, reader, visits, stop, period), assign);
    }

    public static bool MaySee(this Actor reader, PlanInForce plan, Measure measure) =>
        plan.Subject(measure) is var subject && (reader.May(Right.Verify, subject) || reader.May(Right.Accept, subject) || reader.May(Right.Read, subject));

    /// <summary>The return to look at: of the lead, the newest that has been sent; null when nobody has reported.</summary>
    public static Task<Return?> ToLookAtAsync(this Db db, Guid measure, Guid period, CancellationToken stop) =>
        db.Returns.AsNoTracking().Include(r => r.Values).Where(r => r.MeasureId == measure && r.PeriodId == period && r.SubmittedAt != null)
            .OrderByDescending(r => r.Part == Part.Lead).ThenByDescending(r => r.Edition).ThenBy(r => r.Body).FirstOrDefaultAsync(stop);
}
