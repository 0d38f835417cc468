using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

/// <summary>What is known of an object besides its phases; given whole.</summary>
/// <param name="Place">SOATE code, or the code of a site of the plan.</param>
/// <param name="Capacity">So many <paramref name="Unit"/> (a code of <see cref="Units"/>): 275 seats, 2 km, 10 MW.</param>
public sealed record ObjectWords(string? Name, string? Place, decimal? Capacity, string? Unit, Site? Site);

/// <summary>The act of commissioning and what follows from it.</summary>
/// <param name="Act">Name and number.</param>
/// <param name="Owner">On whose balance the object is from then on.</param>
/// <param name="Reason">Needed when what stands already is corrected.</param>
public sealed record CommissioningWords(DateOnly? On, string? Act, DateOnly? WarrantyUntil, string? Owner, string? Reason = null);

/// <summary>
/// One object that a measure of works builds or repairs: a school, two kilometres of road. It goes through its phases and after
/// commissioning is looked at twice, after its first winter and after a year.
/// </summary>
public sealed class WorksObject : Entity
{
    public const int MaxPerMeasure = 50;

    private WorksObject() { }

    public required Guid MeasureId { get; init; }

    /// <summary>Place among the objects of the measure, from 1.</summary>
    public required int Ordinal { get; init; }
    public string Name { get; private set; } = "";
    public string? Place { get; private set; }
    public decimal? Capacity { get; private set; }
    public string? Unit { get; private set; }
    public Site? Site { get; private set; }

    /// <summary>All eight, in their order.</summary>
    public IReadOnlyList<PhaseDates> Phases { get; private set; } = PhaseTable.Empty;

    public DateOnly? WarrantyUntil { get; private set; }
    public string? Owner { get; private set; }

    /// <summary>What was found after commissioning.</summary>
    public IReadOnlyList<AfterCheck> Checks { get; private set; } = [];

    /// <summary>Entered by mistake, or no longer to be built, and why; it stays, struck through.</summary>
    public string? StruckOutBecause { get; private set; }
    public bool IsStruckOut => StruckOutBecause is not null;

    public PhaseDates Phase(WorksPhase phase) => Phases[(int)phase];

    /// <summary>The phase it is in: the one after the last that is done; null when all is done.</summary>
    public WorksPhase? Current => Phases.LastOrDefault(row => row.IsDone)?.Phase switch
    {
        null => WorksPhase.Land,
        WorksPhase.Commissioning => null,
        { } last => last + 1,
    };

    /// <summary>The day of the commissioning act.</summary>
    public DateOnly? Commissioned => Phase(WorksPhase.Commissioning).Confirmed;
    public string? Act => Phase(WorksPhase.Commissioning).Document;

    /// <summary>What stands in the way of the earliest phase that is stopped.</summary>
    public PhaseDates? Blocked => Phases.FirstOrDefault(row => row.Blocker is not null);

    public static WorksObject Enter(Guid measure, int ordinal, ObjectWords words)
    {
        if (ordinal > MaxPerMeasure) throw WorksRules.TooMany(MaxPerMeasure);
        var made = new WorksObject { MeasureId = measure, Ordinal = ordinal };
        made.Take(words);
        made.Happened("works.object-added", new { measure, made.Name, made.Capacity, made.Unit });
        return made;
    }

    public void Describe(ObjectWords words)
    {
        CheckStanding();
        var old = new { Name, Place, Capacity, Unit, Site = Site?.GeoJson };
        Take(words);
        var now = new { Name, Place, Capacity, Unit, Site = Site?.GeoJson };
        if (!old.Equals(now)) Happened("works.object-described", new { name = Name, old, now });
    }

    /// <summary>Writes down what is known of a phase; each thing that changed is told apart.</summary>
    public void Write(WorksPhase phase, PhaseEntry entry, DateOnly today)
    {
        CheckStanding();
        var was = Phase(phase);
        if (phase == WorksPhase.Commissioning && (entry.Confirmed != was.Confirmed || was.IsDone && WorksRules.Line(entry.Document, "Document") != was.Document)) throw WorksRules.ByAct();
        Phases = PhaseTable.With(Phases, phase, entry, today);
        Tell(was, Phase(phase), entry.Reason?.Trim());
    }

    /// <summary>The act was signed: the last phase is done. Without a day, the act that stands is taken back.</summary>
    public void Commission(CommissioningWords words, DateOnly today)
    {
        CheckStanding();
        var was = Phase(WorksPhase.Commissioning);
        if (words.On is null && !was.IsDone) throw WorksRules.When("On");
        if (words.On is null && Checks.Count > 0) throw WorksRules.CheckedAlready();
        if (words.On > today) throw WorksRules.InTheFuture("On");
        if (words.On is not null && !Phase(WorksPhase.Construction).IsDone) throw WorksRules.BuildFirst();
        var (act, owner, reason) = (WorksRules.Line(words.Act, "Act"), WorksRules.Line(words.Owner, "Owner"), WorksRules.Line(words.Reason, "Reason"));
        if (words.On is not null && act is null) throw WorksRules.NoAct();
        if (words.On is not null && owner is null) throw WorksRules.NoOwner();
        if (words.WarrantyUntil is { } warranty && !(warranty >= words.On)) throw WorksRules.Warranty();
        if (Checks.Any(check => check.DoneOn < words.On)) throw WorksRules.CheckedAlready();
        if (was.IsDone && reason is null) throw WorksRules.Why();

        Phases = PhaseTable.With(Phases, WorksPhase.Commissioning, PhaseEntry.Of(was) with { Confirmed = words.On, Document = act, Reason = reason }, today);
        (WarrantyUntil, Owner) = words.On is null ? (null, null) : (words.WarrantyUntil, owner);
        if (words.On is null) Happened("works.phase-reopened", new { name = Name, phase = WorksPhase.Commissioning, reason });
        else Happened("works.commissioned", new { name = Name, day = words.On, act, warranty = WarrantyUntil, owner = Owner, reason });
    }

    /// <summary>Somebody went and looked after the first winter, or after a year.</summary>
    /// <param name="ok">No: it is said what is wrong, and the check may be made again.</param>
    public void Check(CheckKind kind, DateOnly? doneOn, bool? ok, string? words, DateOnly today)
    {
        CheckStanding();
        if (Commissioned is not { } commissioned) throw WorksRules.NotCommissioned();
        if (doneOn is not { } day) throw WorksRules.When("DoneOn");
        if (day > today) throw WorksRules.InTheFuture("DoneOn");
        if (day < commissioned) throw WorksRules.CheckTooEarly();
        if (ok is not { } fine) throw WorksRules.CheckVerdict();
        var said = WorksRules.Line(words, "Words", Limits.Cell);
        if (!fine && said is null) throw WorksRules.CheckWords();
        if (Checks.Any(check => check.Kind == kind && check.Ok)) throw WorksRules.CheckOver();

        Checks = [.. Checks.Where(check => check.Kind != kind), new(kind, day, fine, said)];
        Happened("works.checked", new { name = Name, kind, day, ok = fine, words = said });
    }

    public void StrikeOut(string? reason)
    {
        CheckStanding();
        StruckOutBecause = WorksRules.Line(reason, "Reason") ?? throw WorksRules.Why();
        Happened("works.object-described", new { name = Name, reason = StruckOutBecause });
    }

    private void Take(ObjectWords words)
    {
        var name = WorksRules.Line(words.Name, "Name") ?? throw WorksRules.NoName();
        if (words.Capacity is <= 0) throw WorksRules.NoCapacity();
        var unit = words.Unit is { Length: > 0 } given ? given : null;
        if (words.Capacity is not null && unit is null || unit is not null && !Units.All.Contains(unit)) throw WorksRules.NoUnit();
        (Name, Place, Capacity, Unit, Site) = (name, words.Place is { Length: > 0 } place ? place : null, words.Capacity, words.Capacity is null ? null : unit, words.Site);
    }

    private void Tell(PhaseDates was, PhaseDates now, string? reason)
    {
        if (was.Planned != now.Planned) Happened("works.phase-planned", new { name = Name, now.Phase, old = was.Planned, day = now.Planned, reason = was.Planned is null ? null : reason });
        if (was.Estimated != now.Estimated && now.Estimated is not null) Happened("works.phase-estimated", new { name = Name, now.Phase, old = was.Estimated, day = now.Estimated });
        if (was.IsDone && !now.IsDone) Happened("works.phase-reopened", new { name = Name, now.Phase, old = was.Confirmed, reason });
        else if (was.Confirmed != now.Confirmed || was.Document != now.Document)
            Happened("works.phase-confirmed", new { name = Name, now.Phase, old = was.Confirmed, day = now.Confirmed, now.Document, reason = was.IsDone ? reason : null });
        if (now.Blocker is not null && (was.Blocker != now.Blocker || was.BlockedSince != now.BlockedSince)) Happened("works.blocked", new { name = Name, now.Phase, old = was.Blocker, words = now.Blocker, since = now.BlockedSince });
        if (was.Blocker is not null && now.Blocker is null) Happened("works.unblocked", new { name = Name, now.Phase, words = was.Blocker });
    }

    private void CheckStanding()
    {
        if (IsStruckOut) throw WorksRules.StruckOut();
    }
}
