using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>A planned sum as it stood before it was changed.</summary>
/// <param name="Reason">Why it was changed into the next.</param>
public sealed record PlannedBefore(decimal Sum, string Currency, string Basis, DateOnly BasisOn, string Reason)
{
    public Cash Cash => new(Sum, Currency);
}

/// <summary>
/// Money planned for a measure from one source in one year, because an act or a letter says so. The first sum is kept for
/// ever: a change has a basis of its own and a reason.
/// </summary>
public sealed class FundingLine : Entity
{
    private FundingLine() { }

    public required Guid MeasureId { get; init; }
    public required FundingSource Source { get; init; }
    public required int Year { get; init; }
    public decimal Sum { get; private set; }
    public string Currency { get; private set; } = Currencies.Som;

    /// <summary>The act or the letter that says so: «Жарлык № 14».</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Its day; by the rate of this day another currency is turned into som.</summary>
    public DateOnly BasisOn { get; private set; }

    /// <summary>What it was before, the first first.</summary>
    public IReadOnlyList<PlannedBefore> Earlier { get; private set; } = [];

    public DateOnly? StruckOn { get; private set; }
    public string? StruckReason { get; private set; }

    public Cash Cash => new(Sum, Currency);
    public Cash First => Earlier.Count > 0 ? Earlier[0].Cash : Cash;
    public bool Counts => StruckOn is null;

    public static FundingLine Plan(Guid measure, FundingSource source, int year, Cash cash, string? basis, DateOnly? basisOn, DateOnly today)
    {
        if (year is < MoneyRules.FirstYear or > MoneyRules.LastYear) throw MoneyRules.Year(MoneyRules.FirstYear, MoneyRules.LastYear);
        var line = new FundingLine { MeasureId = measure, Source = source, Year = year };
        line.Take(MoneyRules.Checked(cash), MoneyRules.Needed(basis, "money.rule.basis", "Document"), MoneyRules.NotAfter(basisOn, today));
        line.Happened("money.planned", new { measure, source, year, cash.Sum, cash.Currency, line.Basis, basisOn });
        return line;
    }

    public void Change(Cash cash, string? basis, DateOnly? basisOn, string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        if (Earlier.Count >= MoneyRules.MaxChanges) throw MoneyRules.TooManyChanges();
        var (now, because, on) = (MoneyRules.Needed(basis, "money.rule.basis", "Document"), MoneyRules.Needed(reason, "money.rule.reason", "Reason"), MoneyRules.NotAfter(basisOn, today));
        if (MoneyRules.Checked(cash) == Cash) throw MoneyRules.SameAgain();
        if (now == Basis && on == BasisOn) throw MoneyRules.OldBasis();

        var old = new PlannedBefore(Sum, Currency, Basis, BasisOn, because);
        Earlier = [.. Earlier, old];
        Take(cash, now, on);
        Happened("money.plan-changed", new { measure = MeasureId, Source, Year, oldSum = old.Sum, oldCurrency = old.Currency, cash.Sum, cash.Currency, Basis, basisOn = on, reason = because });
    }

    public void StrikeOut(string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        (StruckReason, StruckOn) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), today);
        Happened("money.plan-struck", new { measure = MeasureId, Source, Year, Sum, Currency, reason = StruckReason });
    }

    private void Take(Cash cash, string basis, DateOnly on) => (Sum, Currency, Basis, BasisOn) = (cash.Sum, cash.Currency, basis, on);
}
