namespace Atkaruu.Modules.Money;

/// <summary>What was paid for a measure in a year: as typed here and as imported, side by side.</summary>
/// <param name="Imported">Null where no import has a payment of this measure in this year.</param>
/// <param name="Counts">The figure that totals are made of.</param>
public sealed record PaidYear(int Year, Total Typed, Total? Imported, Total Counts)
{
    public bool IsImported => Imported is not null;

    /// <summary>Both are there and say different things.</summary>
    public bool Differ => Imported is not null && !Typed.IsNothing && !Typed.Equals(Imported);

    /// <summary>Imported less typed, in som; null where a part of either has no rate, or one of them is not there.</summary>
    public decimal? Difference => Imported is not null && !Typed.IsNothing && !Typed.WithoutRate.Any() && !Imported.WithoutRate.Any() ? Imported.Som - Typed.Som : null;
}

/// <summary>
/// The figure that counts: what was imported, where an import has a payment of that measure in that year, else what was typed.
/// Never both added, so that nobody who types what the treasury will also send doubles the money.
/// </summary>
public static class PaidRule
{
    /// <summary>Of payments of any measures and years those that count.</summary>
    public static IReadOnlyList<Payment> Counting(IEnumerable<Payment> payments)
    {
        var live = payments.Where(payment => payment.Counts).ToList();
        var covered = live.Where(payment => payment.Origin == PaymentOrigin.Imported).Select(payment => (payment.MeasureId, payment.Year)).ToHashSet();
        return [.. live.Where(payment => payment.Origin == PaymentOrigin.Imported || !covered.Contains((payment.MeasureId, payment.Year)))];
    }

    /// <summary>Of the payments of one measure, year by year.</summary>
    public static IReadOnlyList<PaidYear> ByYear(IEnumerable<Payment> ofOneMeasure, Rates rates) =>
    [
        .. from payment in ofOneMeasure
           where payment.Counts
           group payment by payment.Year into year
           orderby year.Key
           let typed = Sum(year, PaymentOrigin.Typed, rates)
           let imported = year.Any(payment => payment.Origin == PaymentOrigin.Imported) ? Sum(year, PaymentOrigin.Imported, rates) : null
           select new PaidYear(year.Key, typed, imported, imported ?? typed),
    ];

    private static Total Sum(IEnumerable<Payment> payments, PaymentOrigin origin, Rates rates) =>
        Total.Of(payments.Where(payment => payment.Origin == origin).Select(payment => rates.Total(payment.Cash, payment.PaidOn)));
}
