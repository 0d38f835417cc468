using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Activity;

/// <summary>Says rows of the log about money. Who was paid is not said: it may be a person.</summary>
internal static class MoneyEvents
{
    public static readonly IReadOnlyList<string> ForEverybody =
    [
        "money.planned", "money.plan-changed", "money.plan-struck", "money.committed", "money.commitment-changed", "money.commitment-cancelled",
        "money.paid", "money.payment-struck", "money.import-taken", "money.import-undone",
    ];

    public static (object?[], IEnumerable<EventPart>) Read(LogEntry row, LogDetails details, EventContext about)
    {
        var (source, sum) = (Source(details), Cash(details["sum"], details["currency"]));
        EventPart reason = new(new Message("log.part.reason"), null, details["reason"].Text), document = new(new Message("log.part.money-document"), null, details["document"].Text);
        EventPart changed = new(new Message("log.part.money-sum"), Cash(details["oldSum"], details["oldCurrency"]), sum);
        return row.What switch
        {
            "money.planned" => ([source, details["year"].Text ?? "", sum], [new(new Message("log.part.money-basis"), null, details["basis"].Text)]),
            "money.plan-changed" => ([source, details["year"].Text ?? ""], [changed, new(new Message("log.part.money-basis"), null, details["basis"].Text), reason]),
            "money.plan-struck" => ([source, details["year"].Text ?? "", sum], [reason]),
            "money.commitment-changed" => ([source], [changed, document, reason]),
            "money.committed" => ([source, sum], [document, new(new Message("log.part.money-on"), null, details["on"].Day)]),
            "money.paid" => ([source, sum], [document, new(new Message("log.part.money-on"), null, details["paidOn"].Day)]),
            "money.commitment-cancelled" or "money.payment-struck" => ([source, sum], [document, reason]),
            "money.rate-set" => ([details["currency"].Text ?? "", details["som"].Number ?? 0], [new(new Message("log.part.money-on"), null, details["on"].Day)]),
            "money.rate-struck" => ([details["currency"].Text ?? "", details["som"].Number ?? 0], [reason]),
            "money.inhabitants-set" or "money.inhabitants-struck" => ([details["number"].Number ?? 0], [reason]),
            "money.import-taken" => ([details["words"].Text ?? "", details["taken"].Number ?? 0], [new(new Message("log.part.money-left"), null, details["left"].Number is > 0 and var left ? left : null)]),
            _ => ([details["words"].Text ?? details["fileName"].Text ?? ""], [reason]),
        };
    }

    private static object Source(LogDetails details) => details["source"].Text is { } source ? EventWords.Worded("money.source." + source.ToLowerInvariant(), source) : "";

    private static Message? Cash(LogDetails sum, LogDetails currency) => sum.Number is not { } number ? null
        : new Message("money.cash", number, EventWords.Worded("money.currency." + (currency.Text ?? "KGS").ToLowerInvariant(), currency.Text ?? ""));
}
