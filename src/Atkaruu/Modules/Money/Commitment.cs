using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>A commitment as it stood before it was changed.</summary>
public sealed record CommittedBefore(decimal Sum, string Currency, DateOnly On, string Document, string Reason);

/// <summary>Money promised by a contract or an agreement. Changed by a further agreement, called off with a reason, never deleted.</summary>
public sealed class Commitment : Entity
{
    private Commitment() { }

    public required Guid MeasureId { get; init; }
    public required FundingSource Source { get; init; }
    public DateOnly On { get; private set; }
    public decimal Sum { get; private set; }
    public string Currency { get; private set; } = Currencies.Som;

    /// <summary>Number of the contract or the agreement.</summary>
    public string Document { get; private set; } = "";

    /// <summary>What it was before, the first first.</summary>
    public IReadOnlyList<CommittedBefore> Earlier { get; private set; } = [];

    public DateOnly? StruckOn { get; private set; }
    public string? StruckReason { get; private set; }

    public Cash Cash => new(Sum, Currency);

    /// <summary>The day on which it was first promised; changes do not move it into another year.</summary>
    public DateOnly FirstOn => Earlier.Count > 0 ? Earlier[0].On : On;
    public bool Counts => StruckOn is null;

    public static Commitment Enter(Guid measure, FundingSource source, DateOnly? on, Cash cash, string? document, DateOnly today)
    {
        var made = new Commitment { MeasureId = measure, Source = source };
        made.Take(MoneyRules.Checked(cash), MoneyRules.NotAfter(on, today), MoneyRules.Needed(document, "money.rule.document", "Document"));
        made.Happened("money.committed", new { measure, source, on, cash.Sum, cash.Currency, made.Document });
        return made;
    }

    public void Change(DateOnly? on, Cash cash, string? document, string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        if (Earlier.Count >= MoneyRules.MaxChanges) throw MoneyRules.TooManyChanges();
        var (because, words, day) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), MoneyRules.Needed(document, "money.rule.document", "Document"), MoneyRules.NotAfter(on, today));
        if (MoneyRules.Checked(cash) == Cash) throw MoneyRules.SameAgain();

        var old = new CommittedBefore(Sum, Currency, On, Document, because);
        Earlier = [.. Earlier, old];
        Take(cash, day, words);
        Happened("money.commitment-changed", new { measure = MeasureId, Source, oldSum = old.Sum, oldCurrency = old.Currency, cash.Sum, cash.Currency, Document, on = day, reason = because });
    }

    public void Cancel(string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        (StruckReason, StruckOn) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), today);
        Happened("money.commitment-cancelled", new { measure = MeasureId, Source, Sum, Currency, Document, reason = StruckReason });
    }

    private void Take(Cash cash, DateOnly on, string document) => (Sum, Currency, On, Document) = (cash.Sum, cash.Currency, on, document);
}
