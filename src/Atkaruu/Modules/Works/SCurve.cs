using System.Globalization;
using System.Text;

namespace Atkaruu.Modules.Works;

/// <summary>How far something had come by a day.</summary>
/// <param name="Share">Per cent, 0…100; more where it was overdone.</param>
public readonly record struct CurvePoint(DateOnly On, decimal Share);

/// <summary>Both readings on the same day, as a table has them; null where there was none yet.</summary>
public sealed record CurveRow(DateOnly On, decimal? Physical, decimal? Paid);

/// <summary>
/// What is built against what is paid, in time: two curves with one scale, 0…100 %. Where the money runs ahead of the works, the
/// head of the district asks why. Pure: knows no database and no page.
/// </summary>
/// <param name="Gap">Paid minus built on the last day that both are known for, in points; null where one is missing.</param>
public sealed record SCurve(IReadOnlyList<CurvePoint> Physical, IReadOnlyList<CurvePoint> Paid, DateOnly From, DateOnly To, decimal? Gap)
{
    /// <summary>From so many points on it is said that money runs ahead of works.</summary>
    public const decimal MuchAhead = 15;

    public bool IsEmpty => Physical.Count == 0 && Paid.Count == 0;

    /// <summary>The top of the scale: 100, or more where something was overdone.</summary>
    public decimal Top => Math.Max(100, Math.Ceiling(Physical.Concat(Paid).Select(p => p.Share).DefaultIfEmpty().Max() / 10) * 10);

    /// <param name="physical">What was reported at the end of each period, 0…100 %; null where nothing was said.</param>
    /// <param name="paid">The share of the money that was paid by each day, 0…100 %.</param>
    public static SCurve Of(IReadOnlyList<(DateOnly On, decimal? Physical)> physical, IReadOnlyList<(DateOnly On, decimal PaidShare)> paid)
    {
        var built = Clean(physical.Where(p => p.Physical is not null).Select(p => new CurvePoint(p.On, p.Physical!.Value)));
        var spent = Clean(paid.Select(p => new CurvePoint(p.On, p.PaidShare)));
        var days = built.Concat(spent).Select(p => p.On).ToList();
        if (days.Count == 0) return new([], [], default, default, null);

        decimal? gap = built.Count == 0 || spent.Count == 0 ? null : At(spent, days.Max())!.Value - At(built, days.Max())!.Value;
        return new(built, spent, days.Min(), days.Max(), gap);
    }

    /// <summary>Every day on which one of them is known, with both.</summary>
    public IReadOnlyList<CurveRow> Rows => [.. Physical.Concat(Paid).Select(p => p.On).Distinct().Order().Select(on => new CurveRow(on, At(Physical, on), At(Paid, on)))];

    /// <summary>The points of a curve in a box of 100 × 100, the origin above on the left, as an SVG polyline has them.</summary>
    public string Line(IReadOnlyList<CurvePoint> curve)
    {
        var points = new StringBuilder();
        foreach (var point in curve) points.Append(CultureInfo.InvariantCulture, $"{X(point.On):0.##},{100 - (double)(100 * point.Share / Top):0.##} ");
        return points.ToString().TrimEnd();
    }

    /// <summary>Per cent from the left.</summary>
    public double X(DateOnly on) => From == To ? 100 : 100d * (on.DayNumber - From.DayNumber) / (To.DayNumber - From.DayNumber);

    /// <summary>One point a day, the last said, in order; never below nothing.</summary>
    private static IReadOnlyList<CurvePoint> Clean(IEnumerable<CurvePoint> points) =>
        [.. points.GroupBy(p => p.On).Select(same => same.Last()).OrderBy(p => p.On).Select(p => p with { Share = Math.Max(0, p.Share) })];

    /// <summary>The last reading by a day; nothing is guessed between two.</summary>
    private static decimal? At(IReadOnlyList<CurvePoint> curve, DateOnly on) => curve.LastOrDefault(p => p.On <= on) is { On: var day, Share: var share } && day != default ? share : null;
}
