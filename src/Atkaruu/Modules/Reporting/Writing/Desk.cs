using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>
/// What lies before somebody who writes: one duty in one period, what has been written about it so far, and what the body
/// said the last time.
/// </summary>
public sealed class Desk
{
    private Desk(Actor actor, PlanInForce plan, Duty duty) => (Actor, Plan, Duty) = (actor, plan, duty);

    public Actor Actor { get; }
    public PlanInForce Plan { get; }
    public Duty Duty { get; }
    public Measure Measure => Duty.Measure;
    public Period Period { get; private set; } = null!;

    /// <summary>The newest edition; null before the first word.</summary>
    public Return? Return { get; private set; }

    /// <summary>The last accepted or published return of an earlier period; where there is none, the last that was sent.</summary>
    public Return? Previous { get; private set; }
    public Span PreviousSpan { get; private set; }

    /// <summary>Those this body gives values of.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <summary>For a body that told it on paper or by telephone, by somebody who may not report for it themselves.</summary>
    public bool OnBehalf { get; private set; }

    /// <summary>Why nothing can be sent now; null when it can.</summary>
    public Message? Locked { get; private set; }

    public bool CanWrite => Locked is null && Return?.IsOpen != false;

    /// <summary>The last return as the base of the checks: only what somebody has accepted.</summary>
    public Return? Settled => Previous is { State: ReturnState.Accepted or ReturnState.Published } ? Previous : null;

    /// <summary>
    /// Loads what the address names, in three questions to the database. Null where there is no such duty, or it is not this person's.
    /// </summary>
    public static async Task<Desk?> FindAsync(Db db, PlanInForce? plan, Actor actor, Address address, DateTime now, CancellationToken stop)
    {
        if (plan?.Measure(address.Measure ?? "") is not { State: not MeasureState.StruckOut } measure || Span.Parse(address.Period) is not { } span) return null;
        if (plan.Body(address.Body ?? "") is not { } body || plan.DutyOf(measure, body.Code) is not { } duty) return null;
        var subject = plan.Subject(measure, body.Code);
        var mine = actor.May(Right.Report, subject);
        if (!mine && !actor.May(Right.EnterFor, subject)) return null;

        var period = await db.Periods.Include(p => p.Exceptions).SingleOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == span.Code, stop);
        if (period is null || measure.Schedule.StartIn(plan.Programme.FromYear) > period.To) return null;

        var desk = new Desk(actor, plan, duty) { Period = period, OnBehalf = !mine, Indicators = duty.EntersValues ? [.. plan.Indicators(measure)] : [] };
        await desk.LoadAsync(db, now, stop);
        return desk;
    }

    /// <summary>As it stands in the database now: after somebody else has saved.</summary>
    public async Task LoadAsync(Db db, DateTime now, CancellationToken stop)
    {
        var (measure, body, to) = (Measure.Id, Duty.Body.Code, Period.To);
        Return = await db.Returns.Include(r => r.Values).Where(r => r.PeriodId == Period.Id && r.MeasureId == measure && r.Body == body)
            .OrderByDescending(r => r.Edition).FirstOrDefaultAsync(stop);
        var before = await db.Returns.AsNoTracking().Include(r => r.Values)
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { Return = r, Period = p })
            .Where(b => b.Return.MeasureId == measure && b.Return.Body == body && b.Period.To < to && b.Return.State != ReturnState.Draft && b.Return.State != ReturnState.Returned)
            .OrderByDescending(b => b.Return.State == ReturnState.Accepted || b.Return.State == ReturnState.Published)
            .ThenByDescending(b => b.Period.To).ThenByDescending(b => b.Period.From).ThenByDescending(b => b.Return.Edition)
            .Select(b => new { b.Return, b.Period.Code }).FirstOrDefaultAsync(stop);
        (Previous, PreviousSpan) = (before?.Return, Span.Parse(before?.Code) ?? default);
        Locked = Return?.Corrects is null ? Period.WhyLocked(Actor.PersonId, now) : null;
    }

    public Observation? PreviousOf(Indicator indicator) => Previous?.Values.Find(v => v.IndicatorId == indicator.Id);

    /// <summary>Whether somebody else has written since this form was opened; a remark or a decision is no writing.</summary>
    public bool Quarrels(ReturnForm form) => Return is not null && Return.Version != form.Version && Return.WrittenWith != form.Key
        && (form.Began is null || form.Began != ReturnForm.Print(Return, Indicators));

    /// <summary>Keeps what was typed as a draft, which is begun here when there was none.</summary>
    public Return Write(Db db, ReturnForm form, Entered entered, DateTime now)
    {
        if (Locked is not null) throw new RuleException(Locked);
        if (Return is null) db.Add(Return = Return.Begin(Period, Measure.Id, Duty.Body.Code, Duty.Part, now));
        Return.Write(Actor, entered.Words, entered.Values, now, form.Key);
        if (entered.Heard is { } how && entered.HeardFrom.Length > 0 && (how, entered.HeardFrom) != (Return.Heard, Return.HeardFrom)) Return.HeardBy(Actor, how, entered.HeardFrom);
        return Return;
    }

    /// <summary>Sends it, with whatever a reader should look at twice.</summary>
    public async Task SubmitAsync(Db db, int more, DateTime now, CancellationToken stop) =>
        Return!.Submit(Actor, Period, await WarningsAsync(db, more, stop), now);

    /// <param name="more">Photographs and documents that come with the form and are not saved yet.</param>
    public async Task<IReadOnlyList<Warning>> WarningsAsync(Db db, int more, CancellationToken stop)
    {
        if (Return is not { } made) return [];
        var begun = made.Version > 0 || db.Entry(made).State != EntityState.Added;
        var evidence = begun ? await db.Evidence.CountAsync(e => e.OwnerId == made.Id && e.RemovedAt == null, stop) : 0;
        var twice = evidence > 0 && await Duplicates.AnyAsync(db, made.Id, stop);
        return ReturnChecks.Of(new(Duty, made, Settled, Indicators, evidence + more, twice, await EarlierAsync(db, stop), Period.Span));
    }

    /// <summary>What all bodies have said in earlier periods: asked only where it adds up to a total that may pass a target.</summary>
    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Reading>>?> EarlierAsync(Db db, CancellationToken stop)
    {
        var adding = Indicators.Where(i => i is { Accumulation: Accumulation.Increments or Accumulation.Yearly, Direction: Direction.Rising } && (i.Target is not null || i.YearTargets.Count > 0)
            && Return!.Values.Exists(v => v.IndicatorId == i.Id && v.Number is not null)).Select(i => i.Id).ToList();
        return adding.Count == 0 ? null : await Earlier.ReadAsync(db, Measure.Id, Period, adding, stop);
    }
}

/// <summary>The address of a return: /write/2026-Q3/CA-016/RMA.</summary>
public sealed record Address(string? Period, string? Measure, string? Body);
