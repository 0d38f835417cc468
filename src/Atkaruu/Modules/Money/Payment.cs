using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

public enum PaymentOrigin
{
    /// <summary>Somebody here wrote it down.</summary>
    Typed,

    /// <summary>It came in a file of whoever pays.</summary>
    Imported,
}

/// <summary>
/// Money paid. What was typed here and what came in a file stand side by side and are never added together
/// (<see cref="PaidRule"/>); neither overwrites the other.
/// </summary>
public sealed class Payment : Entity
{
    private Payment() { }

    public required Guid MeasureId { get; init; }
    public required FundingSource Source { get; init; }
    public required DateOnly PaidOn { get; init; }
    public required decimal Sum { get; init; }
    public required string Currency { get; init; }
    public required string Document { get; init; }

    /// <summary>Who was paid; for those who work here only, because it may be a person.</summary>
    public required string Payee { get; init; }

    public required PaymentOrigin Origin { get; init; }

    /// <summary>The import it came in, and its row in that file.</summary>
    public Guid? ImportId { get; init; }
    public int? Row { get; init; }

    public DateOnly? StruckOn { get; private set; }
    public string? StruckReason { get; private set; }

    public Cash Cash => new(Sum, Currency);
    public int Year => PaidOn.Year;
    public bool Counts => StruckOn is null;

    public static Payment Type(Guid measure, FundingSource source, DateOnly? paidOn, Cash cash, string? document, string? payee, DateOnly today)
    {
        MoneyRules.Checked(cash);
        var made = new Payment
        {
            MeasureId = measure,
            Source = source,
            PaidOn = MoneyRules.NotAfter(paidOn, today),
            Sum = cash.Sum,
            Currency = cash.Currency,
            Document = MoneyRules.Needed(document, "money.rule.document", "Document"),
            Payee = MoneyRules.Line(payee, "Payee"),
            Origin = PaymentOrigin.Typed,
        };
        made.Happened("money.paid", new { measure, source, paidOn, cash.Sum, cash.Currency, made.Document, made.Payee });
        return made;
    }

    /// <summary>A row of a file, already looked at. The import says for all its rows that they were taken.</summary>
    internal static Payment Take(Guid import, int row, Guid measure, FundingSource source, DateOnly paidOn, Cash cash, string document, string payee) => new()
    {
        MeasureId = measure,
        Source = source,
        PaidOn = paidOn,
        Sum = cash.Sum,
        Currency = cash.Currency,
        Document = document,
        Payee = payee,
        Origin = PaymentOrigin.Imported,
        ImportId = import,
        Row = row,
    };

    public void StrikeOut(string? reason, DateOnly today)
    {
        if (Origin == PaymentOrigin.Imported) throw MoneyRules.Imported();
        if (!Counts) throw MoneyRules.Struck();
        (StruckReason, StruckOn) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), today);
        Happened("money.payment-struck", new { measure = MeasureId, Source, PaidOn, Sum, Currency, Document, reason = StruckReason });
    }

    /// <summary>Goes with its whole import, which says so in the log.</summary>
    internal void GoWith(string reason, DateOnly today) => (StruckReason, StruckOn) = (reason, today);
}
