using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Activity;

/// <summary>Rows about orders and meetings: what the sentence names, and the values beside it.</summary>
internal static class ControlEvents
{
    public static (object?[], IEnumerable<EventPart>) OfOrder(LogEntry row, LogDetails details, EventContext about)
    {
        object?[] args = [details["number"].Text ?? "", about.BodyName(details["body"].Text)];
        return (args, row.What switch
        {
            "order.given" => [new(null, null, details["text"].Text), new(new Message("log.part.due"), null, details["due"].Day)],
            "order.extended" => [new(new Message("log.part.due"), details["old"].Day, details["now"].Day), Reason(details)],
            "order.resumed" => [new(new Message("log.part.due"), details["old"].Day, details["now"].Day)],
            "order.done" => [new(null, null, details["late"].IsTrue ? new Message("log.part.late") : null), new(new Message("log.part.words"), null, details["words"].Text)],
            "order.escalated" => [new(new Message("log.part.days"), null, details["days"].Text)],
            "order.reminded" => [new(null, null, EventWords.Code("rung", details["rung"].Text))],
            _ => [Reason(details)],
        });
    }

    public static (object?[], IEnumerable<EventPart>) OfMeeting(LogEntry row, LogDetails details, EventContext about) => row.What switch
    {
        "meeting.prepared" => ([details["title"].Text ?? ""], [new(null, null, details["on"].Day)]),
        "meeting.minuted" => ([details["number"].Text ?? ""], []),
        "meeting.decided" => ([], [new(null, null, details["words"].Text), new(new Message("log.part.order"), null, details["number"].Text is { } number ? "№ " + number : null)]),
        _ => ([], [new(new Message("log.part.measure"), null, about.Plan.Measures.FirstOrDefault(m => m.Id == details["measure"].Id)?.ShortName)]),
    };

    private static EventPart Reason(LogDetails details) => new(new Message("log.part.reason"), null, details["reason"].Text);
}
