using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Activity;

/// <summary>Says what happened to objects and contracts: everybody may read it, as they may read the records themselves.</summary>
internal static class WorksEvents
{
    public static readonly IReadOnlyList<string> Names =
    [
        "works.object-added", "works.object-described", "works.phase-planned", "works.phase-estimated", "works.phase-confirmed", "works.phase-reopened", "works.blocked", "works.unblocked",
        "works.commissioned", "works.checked", "works.contract-signed", "works.contract-described", "works.contract-changed", "works.contract-ended",
    ];

    public static (object?[], IEnumerable<EventPart>) Read(LogEntry row, LogDetails details)
    {
        object?[] args = [details["name"].Text ?? details["number"].Text ?? "", EventWords.Code("phase", details["phase"].Text) ?? ""];
        return (args, row.What switch
        {
            "works.object-described" or "works.contract-described" => [.. Differences(details), Reason(details)],
            "works.phase-planned" or "works.phase-estimated" or "works.phase-confirmed" => [new(null, details["old"].Day, details["day"].Day), new(new Message("log.part.document"), null, details["document"].Text), Reason(details)],
            "works.blocked" => [new(null, details["old"].Text, details["words"].Text), new(new Message("log.part.from"), null, details["since"].Day)],
            "works.unblocked" => [new(null, details["words"].Text, null)],
            "works.commissioned" => [new(new Message("log.part.document"), null, details["act"].Text), new(new Message("log.part.day"), null, details["day"].Day), new(new Message("log.part.owner"), null, details["owner"].Text), Reason(details)],
            "works.checked" => [new(EventWords.Code("check", details["kind"].Text), null, new Message(details["ok"].IsTrue ? "log.check.ok" : "log.check.wrong")), new(new Message("log.part.seen-on"), null, details["day"].Day), new(new Message("log.part.note"), null, details["words"].Text)],
            "works.contract-signed" => [new(new Message("log.part.supplier"), null, details["supplier"].Text), new(new Message("log.part.value"), null, Sum(details, details["value"])), new(new Message("log.part.until"), null, details["ends"].Day)],
            "works.contract-changed" =>
            [
                new(new Message("log.part.value"), Sum(details, details["old"]["value"]), Sum(details, details["value"])), new(new Message("log.part.until"), details["old"]["ends"].Day, details["ends"].Day),
                new(new Message("log.part.scope"), null, details["scope"].Text), Reason(details),
            ],
            _ => [Reason(details)],
        });
    }

    private static IEnumerable<EventPart> Differences(LogDetails details) =>
        details["now"].Parts.Select(now => new EventPart(EventWords.Code("works", now.Name), details["old"][now.Name].Text, now.Value.Text)).Where(part => !Equals(part.Old, part.New));

    private static EventPart Reason(LogDetails details) => new(new Message("log.part.reason"), null, details["reason"].Text);

    private static Message? Sum(LogDetails details, LogDetails value) => value.Number is { } sum ? new("log.value.sum", sum, details["currency"].Text is { } currency and not "KGS" ? currency : new Message("sum.som")) : null;
}
