using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>Prepared (the agenda may change) → Held (decisions are written down) → Minuted (closed, with the number of the minutes).</summary>
public enum MeetingState { Prepared, Held, Minuted }

/// <summary>Something that was decided about an item: words, and the order that they became; null where nobody was told to do anything.</summary>
public sealed record Decision(string Words, Guid? Order = null);

/// <summary>One thing that is spoken about.</summary>
/// <param name="Why">Why it is on the agenda: what the signal said that suggested it, or somebody's words.</param>
/// <param name="Speaker">Code of the body that speaks; null where nobody is asked to.</param>
public sealed record AgendaItem(Guid Id, Guid? MeasureId, Why Why, string? Speaker)
{
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}

/// <summary>A meeting with the head (жыйын): on a day, about a list of things, with decisions that become orders.</summary>
public sealed class Meeting : Entity
{
    public const int MaxItems = 40, MaxDecisions = 20;

    private Meeting() { }

    public DateOnly On { get; private init; }
    public string Title { get; private init; } = "";
    public string Place { get; private init; } = "";
    public string Chair { get; private init; } = "";
    public string PreparedByName { get; private init; } = "";
    public MeetingState State { get; private set; }

    /// <summary>In the order in which they are spoken about.</summary>
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];
    public string? MinutesNumber { get; private set; }
    public DateOnly? MinutedOn { get; private set; }

    public IEnumerable<Guid> Orders => Items.SelectMany(i => i.Decisions).Select(d => d.Order).OfType<Guid>();

    public static Meeting Prepare(Actor by, DateOnly? on, string? title, string? place, string? chair, IEnumerable<AgendaItem> items, DateOnly today)
    {
        if (on is not { } day) throw MeetingRules.When();
        if (day < today.AddYears(-1) || day > today.AddYears(1)) throw MeetingRules.Far();
        var meeting = new Meeting
        {
            On = day,
            Title = MeetingRules.Line(title, "Title", "meeting.rule.title"),
            Place = MeetingRules.Optional(place, "Place"),
            Chair = MeetingRules.Line(chair, "Chair", "meeting.rule.chair"),
            PreparedByName = by.Name,
            Items = [.. items],
        };
        if (meeting.Items.Count > MaxItems) throw MeetingRules.TooMany();
        meeting.Happened("meeting.prepared", new { on = day, title = meeting.Title, items = meeting.Items.Count });
        return meeting;
    }

    public void AddItem(AgendaItem item)
    {
        if (State != MeetingState.Prepared) throw MeetingRules.NotNow(this);
        if (Items.Count >= MaxItems) throw MeetingRules.TooMany();
        Items = [.. Items, item];
        Happened("meeting.item-added", new { item = item.Id, measure = item.MeasureId });
    }

    public void RemoveItem(Guid id)
    {
        if (State != MeetingState.Prepared) throw MeetingRules.NotNow(this);
        var item = Find(id);
        Items = [.. Items.Where(i => i.Id != id)];
        Happened("meeting.item-removed", new { item = id, measure = item.MeasureId });
    }

    public void Hold(DateOnly today)
    {
        if (State != MeetingState.Prepared) throw MeetingRules.NotNow(this);
        if (On > today) throw MeetingRules.NotYet(On);
        if (Items.Count == 0) throw MeetingRules.Empty();
        State = MeetingState.Held;
        Happened("meeting.held", new { On, items = Items.Count });
    }

    /// <summary>Writes a decision down; with a body it is an order from this meeting, which the caller keeps beside it.</summary>
    /// <param name="number">The next number of orders; not used where nobody is told to do anything.</param>
    public Order? Decide(Actor by, Guid item, string? words, string? body, DateOnly? due, int number, DateOnly today)
    {
        if (State != MeetingState.Held) throw MeetingRules.NotNow(this);
        var about = Find(item);
        if (about.Decisions.Count >= MaxDecisions) throw MeetingRules.TooMany();
        var said = OrderRules.Said(words, Order.MaxText, "Text", "meeting.rule.decision");
        var order = string.IsNullOrEmpty(body) ? null : Order.Give(by, number, about.MeasureId, body, said, due, today, Id);
        Items = [.. Items.Select(i => i.Id == item ? i with { Decisions = [.. i.Decisions, new(said, order?.Id)] } : i)];
        Happened("meeting.decided", new { item, measure = about.MeasureId, words = said, order = order?.Id, number = order?.Name });
        return order;
    }

    /// <summary>The minutes are signed: nothing of the meeting changes any more.</summary>
    public void Close(string? minutes, DateOnly today)
    {
        if (State != MeetingState.Held) throw MeetingRules.NotNow(this);
        MinutesNumber = MeetingRules.Line(minutes, "Minutes", "meeting.rule.minutes");
        if (MinutesNumber.Length > 40) throw MeetingRules.Long("Minutes", 40);
        (State, MinutedOn) = (MeetingState.Minuted, today);
        Happened("meeting.minuted", new { number = MinutesNumber });
    }

    private AgendaItem Find(Guid id) => Items.FirstOrDefault(i => i.Id == id) ?? throw MeetingRules.NoItem();
}

/// <summary>Every way a meeting says no.</summary>
internal static class MeetingRules
{
    public static string Line(string? text, string field, string missing)
    {
        var said = Optional(text, field);
        return said.Length > 0 ? said : throw new RuleException(new(missing), field);
    }

    public static string Optional(string? text, string field)
    {
        var said = text?.Trim() ?? "";
        return said.Length <= Limits.Line ? said : throw Long(field, Limits.Line);
    }

    public static RuleException Long(string field, int most) => new(new("order.rule.long", most), field);
    public static RuleException When() => new(new("meeting.rule.when"), "On");
    public static RuleException Far() => new(new("meeting.rule.far"), "On");
    public static RuleException TooMany() => new(new("meeting.rule.many", Meeting.MaxItems));
    public static RuleException Empty() => new(new("meeting.rule.empty"));
    public static RuleException NotYet(DateOnly on) => new(new("meeting.rule.not-yet", on));
    public static RuleException NoItem() => new(new("meeting.rule.item"));
    public static RuleException NoWhy() => new(new("meeting.rule.why"), "Words");
    public static RuleException Changed() => new(new("meeting.rule.changed"));
    public static RuleException NotNow(Meeting meeting) => new(new("meeting.rule.state", new Message("meeting.state." + meeting.State.ToString().ToLowerInvariant())));
}
