using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>When a measure ends at the pace so far: a day, and the range that half of its own history would give.</summary>
/// <param name="ByPhases">Told from how long the phases of similar works took, not from its own pace.</param>
public sealed record Forecast(DateOnly Early, DateOnly On, DateOnly Late, bool ByPhases = false)
{
    /// <summary>Fewer points than this are no pace.</summary>
    public const int LeastPoints = 3;

    /// <summary>Nobody can say what is further away than this.</summary>
    private const int MostDays = 20 * 365;

    /// <summary>
    /// The robust slope of the history: the median of the slopes between all pairs of points (Theil and Sen), so that one odd
    /// report moves it little; the range comes from the quarter below and the quarter above. Null without three points, for
    /// what is done, and where nothing moves forward.
    /// </summary>
    public static Forecast? OfPace(IReadOnlyList<Point> history)
    {
        var points = history.Where(p => p.Share is not null).Select(p => (Day: p.Period.To.DayNumber, Share: p.Share!.Value)).GroupBy(p => p.Day).Select(same => same.Last()).OrderBy(p => p.Day).ToList();
        if (points.Count < LeastPoints || points[^1].Share >= 1) return null;

        List<decimal> slopes = [.. points.SelectMany((a, i) => points.Skip(i + 1).Select(b => (b.Share - a.Share) / (b.Day - a.Day))).Order()];
        var (slow, median, fast) = (At(slopes, 0.25m), At(slopes, 0.5m), At(slopes, 0.75m));
        if (End(points[^1], median) is not { } on) return null;
        return new(End(points[^1], fast) ?? on, on, End(points[^1], slow) ?? DateOnly.FromDayNumber(points[^1].Day + MostDays));
    }

    /// <summary>
    /// For works: what is left of the phase it is in, and the phases after it, each as long as it took elsewhere (median, and the
    /// quarters around it). Null while fewer than three similar works tell how long any of these phases takes.
    /// </summary>
    /// <param name="took">Days each phase took in similar works.</param>
    public static Forecast? OfPhases(WorksPhase now, decimal? percent, DateOnly told, ILookup<WorksPhase, int> took)
    {
        decimal early = 0, middle = 0, late = 0;
        foreach (var phase in Enum.GetValues<WorksPhase>().Where(p => p >= now))
        {
            List<decimal> days = [.. took[phase].Select(d => (decimal)d).Order()];
            if (days.Count < LeastPoints) return null;
            var left = phase == now ? 1 - Math.Clamp((percent ?? 0) / 100, 0, 1) : 1;
            (early, middle, late) = (early + left * At(days, 0.25m), middle + left * At(days, 0.5m), late + left * At(days, 0.75m));
        }
        return new(told.AddDays((int)early), told.AddDays((int)middle), told.AddDays((int)late), ByPhases: true);
    }

    /// <summary>Ends after its last day even by its own better pace: it will be late.</summary>
    public bool Misses(DateOnly end) => On > end;

    private static DateOnly? End((int Day, decimal Share) last, decimal slope)
    {
        if (slope <= 0) return null;
        var days = (1 - last.Share) / slope;
        return days > MostDays ? null : DateOnly.FromDayNumber(last.Day + (int)Math.Ceiling(days));
    }

    /// <summary>A quantile of sorted numbers, between two neighbours where it falls between them.</summary>
    private static decimal At(List<decimal> sorted, decimal part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
