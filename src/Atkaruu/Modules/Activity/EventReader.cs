using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Activity;

/// <summary>Says a row of the log: one sentence for each name (<c>log.</c> and the name), and the values that belong to it.</summary>
internal static class EventReader
{
    /// <summary>What everybody may read. The rest, the to and fro before a thing is settled, is for those who work on it.</summary>
    public static readonly IReadOnlySet<string> ForEverybody = (HashSet<string>)
    [
        "programme.begun", "edition.adopted", "measure.entered", "measure.reworded", "measure.struckout", "measure.targets-changed", "period.opened", "period.moved",
        "period.closed", "period.published", "period.drawn", "return.submitted", "return.accepted", "return.published", "return.correction-begun", "evidence.added",
        "visit.done", "confidence.said", "indicator.weighed", .. WorksEvents.Names, .. MoneyEvents.ForEverybody,
    ];

    public static Event Read(LogEntry row, EventContext about)
    {
        var details = LogDetails.Of(row.Details);
        var (args, parts) = row.What.Split('.')[0] switch
        {
            "return" => OfReturn(row, details, about),
            "period" or "calendar" => OfPeriod(row, details, about),
            "person" => OfPerson(row, details, about),
            "visit" => OfVisit(row, details, about),
            "evidence" => OfEvidence(row, details, about),
            "order" => ControlEvents.OfOrder(row, details, about),
            "meeting" => ControlEvents.OfMeeting(row, details, about),
            "works" => WorksEvents.Read(row, details),
            "money" => MoneyEvents.Read(row, details, about),
            _ => OfPlan(row, details, about),
        };
        var sentence = Texts.All.Has("log." + row.What) ? new Message("log." + row.What, args) : new Message("log.other", row.What);
        return new(row.Seq, row.At, row.To, row.What, about.Who(row), sentence, [.. parts.Where(part => part.Old is not null || part.New is not null)]);
    }

    private static (object?[], IEnumerable<EventPart>) OfPlan(LogEntry row, LogDetails details, EventContext about)
    {
        // The edition that a change came with was saved in the same moment.
        var edition = about.Plan.Editions.LastOrDefault(e => e.AdoptedAt <= row.At.AddSeconds(1)) ?? about.Plan.Editions[0];
        return row.What switch
        {
            "edition.adopted" => ([details["number"].Text ?? edition.Number.ToString(CultureInfo.InvariantCulture), details["act"].Text ?? ""], []),
            "measure.reworded" => ([edition.Number], details.Parts.Select(change => new EventPart(Field(change.Name), change.Value["old"].Text, change.Value["new"].Text))),
            "measure.targets-changed" => ([edition.Number], [new(null, details["old"].Text, details["new"].Text ?? details["now"].Text)]),
            "confidence.said" => ([EventWords.Code("confidence", details["level"].Text), details["words"].Text ?? ""], []),
            "signal.silenced" => ([details["reason"].Text ?? ""], []),
            "signal.threshold" or "indicator.weighed" => ([details["was"].Number ?? 1m, details["now"].Number ?? 1m], []),
            "programme.begun" => ([details["fromYear"].Text ?? "", details["toYear"].Text ?? ""], []),
            _ => ([edition.Number], []),
        };
    }

    private static (object?[], IEnumerable<EventPart>) OfReturn(LogEntry row, LogDetails details, EventContext about)
    {
        var (period, body) = about.Returns.GetValueOrDefault(row.To);
        object?[] args = [about.PeriodOf(period), about.BodyName(body ?? details["body"].Text)];
        return (args, row.What switch
        {
            "return.submitted" => Sent(row, details, about),
            "return.returned" or "return.correction-begun" => [new(new Message("log.part.reason"), null, details["reason"].Text)],
            "return.heard" => [new(EventWords.Code("heard", details["how"].Text), null, details["from"].Text)],
            "return.commented" => [new(Indicator(details["indicator"].Id, about), null, details["text"].Text)],
            _ => [],
        });
    }

    /// <summary>What was sent, beside what the same return said when it was sent before.</summary>
    private static IEnumerable<EventPart> Sent(LogEntry row, LogDetails details, EventContext about)
    {
        var before = about.Submitted[row.To].Where(earlier => earlier.Seq < row.Seq).MaxBy(earlier => earlier.Seq);
        var old = LogDetails.Of(before?.Details);
        var (words, oldWords) = (details["words"], old["words"]);
        if (details["late"].IsTrue) yield return new(null, null, new Message("log.part.late"));
        if (words["noChange"].IsTrue) yield return new(new Message("log.part.no-change"), null, words["noChangeReason"].Text ?? "–");
        if (words["noPart"].IsTrue) yield return new(null, null, new Message("log.part.no-part"));
        foreach (var value in details["values"].Items)
        {
            var (id, indicator) = (value["indicator"].Id, value["indicator"].Id is { } key ? about.Indicators.GetValueOrDefault(key) : null);
            var (now, was) = (EventWords.Value(value, indicator), EventWords.Value(old["values"].Items.FirstOrDefault(v => v["indicator"].Id == id), indicator));
            yield return new((object?)indicator?.Name ?? new Message("log.part.value"), Equals(was, now) ? null : was, now);
        }
        if (words["phase"].Text is { } phase)
            yield return new(new Message("log.part.phase"), null, new Message("log.value.phase", EventWords.Code("phase", phase), words["physicalPercent"].Number ?? 0m));
        if (words["step"].Text is { } step) yield return new(new Message("log.part.step"), null, EventWords.Code("step", step));
        foreach (var field in (string[])["done", "problems", "needs", "nextStep"])
            if (words[field].Text is { } text) yield return new(new Message("log.part." + field.ToLowerInvariant()), oldWords[field].Text == text ? null : oldWords[field].Text, text);
    }

    private static (object?[], IEnumerable<EventPart>) OfPeriod(LogEntry row, LogDetails details, EventContext about)
    {
        object?[] args = [about.PeriodOf(row.To)];
        return row.What switch
        {
            "period.moved" => (args, [new(null, EventWords.Code("period-state", details["from"].Text), EventWords.Code("period-state", details["to"].Text))]),
            "period.planned" => (args, [new(new Message("log.part.due"), null, Day(details["due"])), new(new Message("log.part.opens"), null, Day(details["opensOn"]))]),
            "period.opened" => (args,
            [
                new(new Message("log.part.due"), Day(details["old"]["due"]), Day(details["due"])),
                new(new Message("log.part.closes"), Day(details["old"]["closesOn"]), Day(details["closesOn"])),
                new(new Message("log.part.reason"), null, about.Public ? null : details["reason"].Text),
            ]),
            "period.exception" => ([.. args, details["person"].Text], [new(new Message("log.part.until"), null, details["until"].Moment), new(new Message("log.part.reason"), null, details["reason"].Text)]),
            "period.exception-ended" => ([.. args, details["person"].Text], []),
            "period.reminded" => ([.. args, string.Join(", ", details["bodies"].Items.Select(b => about.BodyName(b.Text) is Words words ? words.Ky : b.Text))], []),
            "period.drawn" => (args, [new(new Message("log.part.seed"), null, details["seed"].Text)]),
            "calendar.changed" => ([], [new(new Message("log.part.due-days"), details["old"]["dueDays"].Text, details["now"]["dueDays"].Text)]),
            _ => (args, [new(new Message("log.part.reason"), null, about.Public ? null : details["reason"].Text)]),
        };
    }

    private static (object?[], IEnumerable<EventPart>) OfPerson(LogEntry row, LogDetails details, EventContext about)
    {
        object?[] args = [about.Name(row.To) is "" ? details["name"].Text : about.Name(row.To)];
        return row.What switch
        {
            "person.invited" => (args, details["grants"].Items.Select(grant => new EventPart(new Message("log.part.role"), null, EventWords.Code("role", grant.Text ?? grant["role"].Text)))),
            "person.role-given" => (args, [new(new Message("log.part.role"), null, EventWords.Code("role", details["role"].Text)), new(new Message("log.part.body"), null, about.BodyName(details["body"].Text))]),
            "person.role-taken" => (args, [new(new Message("log.part.role"), EventWords.Code("role", details["role"].Text), null), new(new Message("log.part.body"), about.BodyName(details["body"].Text), null)]),
            "person.described" => (args, details["now"].Parts.Select(now => new EventPart(EventWords.Code("part", now.Name), details["old"][now.Name].Text, now.Value.Text)).Where(p => !Equals(p.Old, p.New))),
            "person.handed-over" or "person.stand-in-named" => ([.. args, details["toName"].Text ?? about.Name(details["to"].Id)],
                [new(new Message("log.part.from"), null, Day(details["from"])), new(new Message("log.part.until"), null, Day(details["until"]))]),
            "person.stand-in-ended" => ([.. args, about.Name(details["to"].Id)], []),
            _ => (args, []),
        };
    }

    private static (object?[], IEnumerable<EventPart>) OfVisit(LogEntry row, LogDetails details, EventContext about) => row.What switch
    {
        "visit.done" => ([EventWords.Code("verdict", details["verdict"].Text)],
        [
            new(new Message("log.part.share"), null, details["share"].Number is { } share ? new Message("unit.percent", share) : null),
            new(new Message("log.part.source"), null, EventWords.Code("source", details["source"].Text)),
            new(new Message("log.part.seen-on"), null, Day(details["visitedOn"])),
            new(new Message("log.part.note"), null, details["note"].Text),
        ]),
        "visit.given" => ([], [new(new Message("log.part.verifier"), about.Name(details["old"].Id), about.Name(details["now"].Id)), new(new Message("log.part.due"), null, Day(details["due"]))]),
        "visit.assigned" => ([about.PeriodOf(details["period"].Id)], [new(new Message("log.part.verifier"), null, details["verifier"].Id is null ? null : about.Name(details["verifier"].Id)), new(new Message("log.part.due"), null, Day(details["due"]))]),
        _ => ([], [new(new Message("log.part.reason"), null, details["reason"].Text)]),
    };

    private static (object?[], IEnumerable<EventPart>) OfEvidence(LogEntry row, LogDetails details, EventContext about) => row.What switch
    {
        "evidence.added" => ([], [new(EventWords.Code("source", details["source"].Text), null, about.Public ? null : details["fileName"].Text)]),
        "evidence.described" => ([], [new(new Message("log.part.caption"), details["old"].Text, details["now"].Text)]),
        _ => ([], []),
    };

    private static DateOnly? Day(LogDetails value) => value.Day;

    private static Words? Indicator(Guid? id, EventContext about) => id is { } key && about.Indicators.TryGetValue(key, out var indicator) ? indicator.Name : null;

    private static object Field(string name) => EventWords.Code("field", name)!;
}
