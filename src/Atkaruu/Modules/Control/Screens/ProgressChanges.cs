using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>What became different about one measure between two days.</summary>
/// <param name="On">The day on which it was accepted or seen, as far as that can be told.</param>
public sealed record ProgressChange(Measure Measure, MeasureProgress Before, MeasureProgress Now, DateOnly On)
{
    public bool ShareMoved => Before.Share != Now.Share;
    public bool Looked => Before.Verification.Last != Now.Verification.Last;
}

public static class ProgressChanges
{
    /// <summary>Measures whose share, state or last look is not what it was, the latest first.</summary>
    public static IReadOnlyList<ProgressChange> Between(ProgrammeProgress before, ProgrammeProgress now) =>
    [
        .. now.Measures.Select(p => (Before: before.Of(p.Measure), Now: p))
            .Where(x => x.Before.Share != x.Now.Share || x.Before.State != x.Now.State || x.Before.Verification.Last != x.Now.Verification.Last)
            .Select(x => new ProgressChange(x.Now.Measure, x.Before, x.Now, DayOf(now, x.Now, before.View.KnownBy)))
            .OrderByDescending(c => c.On).ThenBy(c => c.Measure.Ordinal),
    ];

    private static DateOnly DayOf(ProgrammeProgress now, MeasureProgress progress, DateOnly since)
    {
        var facts = now.FactsOf(progress.Measure);
        var days = facts.Told.Select(t => t.AcceptedOn).Concat(facts.Seen.Select(s => s.Look.VisitedOn)).Where(day => day > since && day <= now.View.KnownBy);
        return days.DefaultIfEmpty(now.View.KnownBy).Max();
    }
}
