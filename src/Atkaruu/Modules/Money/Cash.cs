using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>Where money comes from.</summary>
public enum FundingSource
{
    /// <summary>Республикалык бюджет.</summary>
    Republican,

    /// <summary>Жергиликтүү бюджет.</summary>
    Local,

    /// <summary>Региондорду өнүктүрүү фонду.</summary>
    Development,

    Donor,
    Investor,

    /// <summary>Мамлекеттик-жеке өнөктөштүк (МЖӨ).</summary>
    Partnership,

    /// <summary>Калктын салымы.</summary>
    Population,
}

/// <summary>A sum in whole units of a currency, with hundredths.</summary>
/// <param name="Currency">One of <see cref="Currencies.All"/>.</param>
public readonly record struct Cash(decimal Sum, string Currency)
{
    public static Cash Som(decimal sum) => new(sum, Currencies.Som);

    /// <summary>As the log and messages say it: «12 000 000 сом».</summary>
    public Message Words => new("money.cash", Sum, new Message("money.currency." + Currency.ToLowerInvariant()));
}

/// <summary>
/// Sums added up: what is in som, or could be turned into it by a dated rate, and beside it what could not. A sum without a
/// rate is never guessed at.
/// </summary>
public sealed class Total : IEquatable<Total>
{
    public static readonly Total Nothing = new(0, []);

    private readonly SortedDictionary<string, decimal> _without;

    private Total(decimal som, SortedDictionary<string, decimal> without) => (Som, _without) = (som, without);

    public decimal Som { get; }

    /// <summary>Sums in other currencies for whose day there is no rate.</summary>
    public IEnumerable<Cash> WithoutRate => _without.Where(sum => sum.Value != 0).Select(sum => new Cash(sum.Value, sum.Key));

    public bool IsNothing => Som == 0 && !WithoutRate.Any();

    /// <param name="som">What it is in som; null where there is no rate.</param>
    public static Total Of(Cash cash, decimal? som) => som is { } known
        ? new(known, []) : new(0, new(StringComparer.Ordinal) { [cash.Currency] = cash.Sum });

    public static Total Of(IEnumerable<Total> parts) => parts.Aggregate(Nothing, (sum, part) => sum + part);

    public static Total operator +(Total a, Total b)
    {
        if (b._without.Count == 0) return new(a.Som + b.Som, a._without);
        if (a._without.Count == 0) return new(a.Som + b.Som, b._without);
        SortedDictionary<string, decimal> without = new(a._without, StringComparer.Ordinal);
        foreach (var (currency, sum) in b._without) without[currency] = without.GetValueOrDefault(currency) + sum;
        return new(a.Som + b.Som, without);
    }

    public bool Equals(Total? other) => other is not null && Som == other.Som && WithoutRate.SequenceEqual(other.WithoutRate);

    public override bool Equals(object? obj) => Equals(obj as Total);

    public override int GetHashCode() => Som.GetHashCode();

    public override string ToString() => string.Join(" + ", WithoutRate.Select(c => $"{c.Sum} {c.Currency}").Prepend($"{Som} KGS"));
}

/// <summary>The three sums that stand side by side: what was planned, what was contracted, what was paid.</summary>
public sealed record Figures(Total Planned, Total Committed, Total Paid)
{
    public static readonly Figures Nothing = new(Total.Nothing, Total.Nothing, Total.Nothing);

    public bool IsNothing => Planned.IsNothing && Committed.IsNothing && Paid.IsNothing;

    /// <summary>Share of the planned that is paid, 0…; null where nothing is planned, or a part of either has no rate.</summary>
    public decimal? PaidShare => Planned.Som > 0 && !Planned.WithoutRate.Any() && !Paid.WithoutRate.Any() ? Paid.Som / Planned.Som : null;

    public static Figures operator +(Figures a, Figures b) => new(a.Planned + b.Planned, a.Committed + b.Committed, a.Paid + b.Paid);

    public static Figures Of(IEnumerable<Figures> parts) => parts.Aggregate(Nothing, (sum, part) => sum + part);
}
