using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>How the measures of a place or body stand, beside others of its kind, and how they went from period to period.</summary>
/// <param name="Executed">The middle of the others' executed ÷ due, and of how many others that have anything due.</param>
/// <param name="Reported">The middle of the others' means, and of how many others that have one.</param>
/// <param name="Trend">At the end of each period that counts, oldest first.</param>
public sealed record Compared(ProgrammeProgress All, IReadOnlyList<MeasureProgress> Measures, Summary Own, (decimal? Middle, int Of) Executed, (decimal? Middle, int Of) Reported, IReadOnlyList<(Span Period, Summary Was)> Trend)
{
    /// <summary>So many periods of the past are told.</summary>
    private const int MostPeriods = 8;

    /// <param name="others">The measures of each of the others; whoever has none does not count.</param>
    public static Compared Of(ProgrammeProgress all, IEnumerable<Measure> own, IEnumerable<IEnumerable<Measure>> others)
    {
        List<Measure> mine = [.. own];
        var beside = others.Select(all.Of).ToList();
        var shares = beside.Where(s => s.Due > 0).Select(s => (decimal)s.Executed / s.Due).ToList();
        var means = beside.Select(s => s.Reported).OfType<decimal>().ToList();
        return new(all, [.. mine.Select(all.Of)], all.Of(mine), (Median(shares), shares.Count), (Median(means), means.Count),
            [.. PeriodsOf(all).Select(span => (span, all.From(Viewpoint.After(span, all.View.KnownBy, all.View.Audience)).Of(mine)))]);
    }

    /// <summary>Its shapes among «executed / due», in their order.</summary>
    public IEnumerable<string> Units => Measures.Where(p => p.Due && p.State is not ("pause" or "gone")).Select(p => p.Unit).OrderBy(Standing.Units.Index);

    public IEnumerable<(string State, int Count)> States => Standing.States.Select(state => (state, Own.In(state))).Where(s => s.Item2 > 0);

    public bool AnythingTold => Own.Told > 0 || Trend.Any(t => t.Was.Told > 0);

    public static decimal? Median(IReadOnlyCollection<decimal> values)
    {
        if (values.Count == 0) return null;
        List<decimal> sorted = [.. values.Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Of several periods that end on one day the shortest; each once.</summary>
    private static IEnumerable<Span> PeriodsOf(ProgrammeProgress all) => all.Periods
        .Where(p => p.Span.To <= all.View.Until && (all.View.Audience == Audience.Staff ? p.Due < all.View.KnownBy : p.PublishedOn <= all.View.KnownBy))
        .GroupBy(p => p.Span.To).Select(same => same.MaxBy(p => p.Span.From)!.Span).OrderBy(s => s.To).TakeLast(MostPeriods);
}
