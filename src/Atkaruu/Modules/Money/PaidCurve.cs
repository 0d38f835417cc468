namespace Atkaruu.Modules.Money;

/// <summary>What had been paid by a day.</summary>
/// <param name="Som">In som, since the beginning.</param>
/// <param name="Share">Of the contracts, or of the plan where there is no contract; 1 is all of it, more is more. Null where neither is known.</param>
public sealed record PaidPoint(DateOnly On, decimal Som, decimal? Share);

/// <summary>How payments have grown: the financial half of the curve whose other half is the work done.</summary>
/// <param name="Points">One for each day with a payment, in order, never falling.</param>
/// <param name="Whole">What the shares are of, in som: contracts, else the plan; null where neither is known in som.</param>
/// <param name="Misses">Sums without a rate, which are not in the points.</param>
public sealed record PaidCurve(IReadOnlyList<PaidPoint> Points, decimal? Whole, IReadOnlyList<Cash> Misses)
{
    public static PaidCurve Of(IEnumerable<Payment> counting, Rates rates, Total committed, Total planned)
    {
        decimal? whole = (committed.IsNothing ? planned : committed) is var of && of.Som > 0 && !of.WithoutRate.Any() ? of.Som : null;
        var (paid, points) = (0m, new List<PaidPoint>());
        var days = counting.GroupBy(payment => payment.PaidOn).OrderBy(day => day.Key).Select(day => (On: day.Key, Total: Total.Of(day.Select(payment => rates.Total(payment.Cash, payment.PaidOn))))).ToList();
        foreach (var (on, total) in days.Where(day => day.Total.Som > 0))
            points.Add(new(on, paid += total.Som, paid / whole));
        return new(points, whole, [.. Total.Of(days.Select(day => day.Total)).WithoutRate]);
    }

    /// <summary>The share paid by the end of a day; 0 before the first payment, null where the whole is not known.</summary>
    public decimal? ShareOn(DateOnly day) => Whole is null ? null : Points.LastOrDefault(point => point.On <= day)?.Share ?? 0;
}
