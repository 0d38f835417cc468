using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>How far a measure moved with the latest period that was told.</summary>
/// <param name="Was">Its share before; null where nothing could be said then.</param>
public sealed record Moved(MeasureProgress Measure, DateOnly On, Span Period, decimal? Was, decimal Now)
{
    /// <summary>The latest moves, the newest first; those that moved most first where they became known together.</summary>
    public static IReadOnlyList<Moved> Latest(ProgrammeProgress all, int most) =>
    [
        .. all.Measures.Where(p => p.History.Count > 0 && p.History[^1].Share is not null).Select(p =>
        {
            var last = all.FactsOf(p.Measure).ToldAt(all.View)[^1];
            return new Moved(p, (all.View.Audience == Audience.Public ? last.PublishedOn : null) ?? last.AcceptedOn, p.History[^1].Period, p.History.Count > 1 ? p.History[^2].Share : null, p.History[^1].Share!.Value);
        }).Where(m => m.Now != (m.Was ?? 0)).OrderByDescending(m => m.On).ThenByDescending(m => m.Now - (m.Was ?? 0)).Take(most),
    ];
}
