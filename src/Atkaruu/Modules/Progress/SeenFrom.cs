using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>The plan as it stands from a point of view, for what is drawn and said from <see cref="Reported"/>.</summary>
public static class SeenFrom
{
    public static Reported Stands(this MeasureProgress p) => new(
        p.State, p.Reason, p.Due, p.Executed, p.VerifiedDone, p.Unit, p.Share, p.Verified, p.Expected, p.Pace, p.Promise.ByYears, p.LastTold, p.Years, p.DoneOn,
        p.Ahead is { } ahead ? new(ahead.Early, ahead.On, ahead.Late) : null);

    public static IReadOnlyDictionary<Guid, Reported> Stand(this ProgrammeProgress all) => all.Measures.ToDictionary(p => p.Measure.Id, p => p.Stands());

    /// <summary>The plan with the standing of its measures from this point of view.</summary>
    public static PlanInForce AsSeen(this ProgrammeProgress all) => all.Plan.With(all.Stand());
}
