using System.Globalization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>Given → Accepted (or Objected, with the reason) → Done → Confirmed; Done is sent back to Accepted; any open one may be cancelled.</summary>
public enum OrderState { Given, Objected, Accepted, Done, Confirmed, Cancelled }

/// <summary>Whose move it is; nobody's when all is over, or while the clock is stopped.</summary>
public enum Side { Nobody, Body, Giver }

/// <summary>Whose move it is, and since which day.</summary>
public sealed record Move(Side Side, DateOnly Since);

/// <summary>
/// What the head told a body to do, and by when (тапшырма): about a measure, or about none. Nothing of it is deleted; the first
/// deadline is kept for ever beside the present one. Days are days in Bishkek, the last one included.
/// </summary>
public sealed class Order : Entity
{
    public const int MaxText = 1_000, MaxReason = 500;

    private Order() { }

    /// <summary>«14/2026»: counted anew each year, so that people can name it.</summary>
    public int Year { get; private init; }
    public int Number { get; private init; }

    public Guid? MeasureId { get; private init; }

    /// <summary>Code of the body that is to do it.</summary>
    public string Body { get; private init; } = "";
    public string Text { get; private init; } = "";
    public Guid GivenBy { get; private init; }

    /// <summary>Name of who gave it, as it was then: papers keep it.</summary>
    public string GivenByName { get; private init; } = "";
    public DateOnly GivenOn { get; private init; }
    public Guid? FromMeeting { get; private init; }

    public DateOnly FirstDue { get; private init; }
    public DateOnly Due { get; private set; }

    /// <summary>How often the deadline was moved by a decision; a stopped clock is no such decision.</summary>
    public int Extensions { get; private set; }
    public string? ExtendReason { get; private set; }

    public OrderState State { get; private set; }
    public DateOnly MovedOn { get; private set; }

    /// <summary>Why the body says it cannot, while nobody has answered that.</summary>
    public string? Objection { get; private set; }
    public string? DoneWords { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Everybody who ever said that it is done: none of them confirms it.</summary>
    public IReadOnlyList<Guid> SaidDone { get; private set; } = [];
    public string? SentBackReason { get; private set; }
    public string? CancelReason { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public string? ConfirmedByName { get; private set; }

    /// <summary>Since when the clock stands still, and why.</summary>
    public DateOnly? StoppedOn { get; private set; }
    public string? StopReason { get; private set; }

    /// <summary>The last rung of the ladder that was said for this deadline; see <see cref="Ladder"/>.</summary>
    public Rung? Said { get; private set; }
    public DateOnly? EscalatedOn { get; private set; }

    /// <summary>When the giver was reminded of the present wait; null when not yet.</summary>
    public DateOnly? NudgedOn { get; private set; }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Year}");

    public bool IsOpen => State is not (OrderState.Confirmed or OrderState.Cancelled);
    public bool IsStopped => StoppedOn is not null;

    /// <summary>Somebody is still to do it; a done one only waits to be confirmed.</summary>
    public bool IsToBeDone => State is OrderState.Given or OrderState.Objected or OrderState.Accepted;

    public Move Move => new(Side, MovedOn);

    private Side Side => State switch
    {
        _ when IsStopped => Side.Nobody,
        OrderState.Given or OrderState.Accepted => Side.Body,
        OrderState.Objected or OrderState.Done => Side.Giver,
        _ => Side.Nobody,
    };

    /// <summary>Not done after its last day. What was done waits, and is not overdue however long that takes.</summary>
    public bool IsOverdue(DateOnly today) => DaysOver(today) > 0;

    /// <summary>Whole days after the last day; 0 while there is time, when it is done, and for one whose clock stands: the days before it was stopped.</summary>
    public int DaysOver(DateOnly today) => IsToBeDone && (StoppedOn ?? today) is var at && at > Due ? at.DayNumber - Due.DayNumber : 0;

    public bool IsDoneLate => DoneOn > Due;

    /// <summary>The head and the coordinators have been told, and it is still not done.</summary>
    public bool IsEscalated => EscalatedOn is not null && IsToBeDone;

    /// <param name="number">The next of its year: <see cref="OrderNumbers"/>.</param>
    public static Order Give(Actor by, int number, Guid? measure, string body, string? text, DateOnly? due, DateOnly today, Guid? meeting = null)
    {
        if (string.IsNullOrWhiteSpace(body)) throw OrderRules.Whom();
        var words = OrderRules.Said(text, MaxText, "Text", "order.rule.text");
        if (due is not { } last) throw OrderRules.When();
        if (last < today) throw OrderRules.InThePast();
        if (last > today.AddYears(5)) throw OrderRules.TooFar();
        var order = new Order
        {
            Year = today.Year, Number = number, MeasureId = measure, Body = body, Text = words, GivenBy = by.PersonId, GivenByName = by.Name,
            GivenOn = today, MovedOn = today, FirstDue = last, Due = last, FromMeeting = meeting,
        };
        order.Happened("order.given", new { number = order.Name, measure, body, text = words, due = last, meeting });
        return order;
    }

    public void Accept(DateOnly today)
    {
        if (State is not (OrderState.Given or OrderState.Objected)) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        (State, Objection) = (OrderState.Accepted, null);
        MoveOn(today);
        Happened("order.accepted", Told());
    }

    /// <summary>The body says why it cannot: the giver answers.</summary>
    public void Object(string? reason, DateOnly today)
    {
        if (State is not (OrderState.Given or OrderState.Accepted)) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        (State, Objection) = (OrderState.Objected, OrderRules.Why(reason));
        MoveOn(today);
        Happened("order.objected", Told(Objection));
    }

    /// <summary>The giver has read the objection, and the order stands.</summary>
    public void Insist(string? reason, DateOnly today)
    {
        if (State != OrderState.Objected) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        var why = OrderRules.Why(reason);
        (State, Objection) = (OrderState.Given, null);
        MoveOn(today);
        Happened("order.insisted", Told(why));
    }

    /// <summary>The body says that it is done; an order done at once need not have been accepted before.</summary>
    public void Finish(Actor by, string? words, DateOnly today)
    {
        if (!IsToBeDone) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        DoneWords = OrderRules.Said(words, MaxText, "Words", "order.rule.done");
        (State, DoneOn, Objection) = (OrderState.Done, today, null);
        if (!SaidDone.Contains(by.PersonId)) SaidDone = [.. SaidDone, by.PersonId];
        MoveOn(today);
        Happened("order.done", new { number = Name, Body, MeasureId, words = DoneWords, late = IsDoneLate });
    }

    /// <summary>Whoever gives orders has looked: it is so. Never somebody who said themselves that it is done.</summary>
    public void Confirm(Actor by, DateOnly today)
    {
        if (State != OrderState.Done) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        if (SaidDone.Contains(by.PersonId)) throw OrderRules.Own();
        (State, ClosedOn, ConfirmedBy, ConfirmedByName) = (OrderState.Confirmed, today, by.PersonId, by.Name);
        MoveOn(today);
        Happened("order.confirmed", Told());
    }

    /// <summary>It is not done yet: the body has it again, with what is missing.</summary>
    public void SendBack(Actor by, string? reason, DateOnly today)
    {
        if (State != OrderState.Done) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        if (SaidDone.Contains(by.PersonId)) throw OrderRules.Own();
        SentBackReason = OrderRules.Why(reason);
        (State, DoneOn) = (OrderState.Accepted, null);
        MoveOn(today);
        Happened("order.sent-back", Told(SentBackReason));
    }

    /// <summary>A later last day. The ladder of reminders begins anew; the first deadline stays where everybody sees it.</summary>
    public void Extend(DateOnly? due, string? reason, DateOnly today)
    {
        if (!IsToBeDone) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        if (due is not { } later) throw OrderRules.When();
        if (later <= Due || later < today) throw OrderRules.NotLater(Due);
        if (later > today.AddYears(5)) throw OrderRules.TooFar();
        var (old, why) = (Due, OrderRules.Why(reason));
        (Due, ExtendReason, Said, EscalatedOn) = (later, why, null, null);
        Extensions++;
        if (State == OrderState.Objected)
        {
            (State, Objection) = (OrderState.Given, null);
            MoveOn(today);
        }
        Happened("order.extended", new { number = Name, Body, MeasureId, old, now = later, reason = why });
    }

    public void Cancel(string? reason, DateOnly today)
    {
        if (!IsOpen) throw OrderRules.NotNow(this);
        CancelReason = OrderRules.Why(reason);
        (State, ClosedOn, StoppedOn) = (OrderState.Cancelled, today, null);
        MoveOn(today);
        Happened("order.cancelled", Told(CancelReason));
    }

    /// <summary>Stops the clock, with a reason that everybody sees: winter, a court, a strike.</summary>
    public void Suspend(string? reason, DateOnly today)
    {
        if (!IsToBeDone) throw OrderRules.NotNow(this);
        RefuseWhileStopped();
        (StopReason, StoppedOn) = (OrderRules.Why(reason), today);
        Happened("order.stopped", Told(StopReason));
    }

    /// <summary>The clock goes on: the days that it stood are added to the deadline, and nothing that was said is said again.</summary>
    public void Resume(DateOnly today)
    {
        if (StoppedOn is not { } since) throw OrderRules.NotStopped();
        var old = Due;
        (Due, StoppedOn) = (Due.AddDays(Math.Max(0, today.DayNumber - since.DayNumber)), null);
        Happened("order.resumed", new { number = Name, Body, MeasureId, old, now = Due });
    }

    /// <summary>One rung of the ladder was said; see <see cref="Ladder.RungsOf"/>.</summary>
    internal void Remind(Rung rung, DateOnly today)
    {
        if (rung == Rung.Unconfirmed) NudgedOn = today;
        else Said = rung;
        if (rung == Rung.Escalated)
        {
            EscalatedOn = today;
            Happened("order.escalated", new { number = Name, Body, MeasureId, days = DaysOver(today) });
        }
        else Happened("order.reminded", new { number = Name, Body, MeasureId, rung });
    }

    private object Told(string? reason = null) => new { number = Name, Body, MeasureId, reason };

    private void RefuseWhileStopped()
    {
        if (IsStopped) throw OrderRules.Stopped();
    }

    private void MoveOn(DateOnly today) => (MovedOn, NudgedOn) = (today, null);
}

/// <summary>Every way an order says no.</summary>
internal static class OrderRules
{
    public static string Said(string? text, int most, string field, string missing)
    {
        var said = text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (said.Length == 0) throw new RuleException(new(missing), field);
        return said.Length <= most ? said : throw new RuleException(new("order.rule.long", most), field);
    }

    public static string Why(string? reason) => Said(reason, Order.MaxReason, "Reason", "order.rule.why");
    public static RuleException Whom() => new(new("order.rule.whom"), "Body");
    public static RuleException When() => new(new("order.rule.when"), "Due");
    public static RuleException InThePast() => new(new("order.rule.past"), "Due");
    public static RuleException TooFar() => new(new("order.rule.far"), "Due");
    public static RuleException NotLater(DateOnly due) => new(new("order.rule.later", due), "Due");
    public static RuleException NotNow(Order order) => new(new("order.rule.state", new Message("order.state." + order.State.ToString().ToLowerInvariant())));
    public static RuleException Own() => new(new("order.rule.own"));
    public static RuleException Stopped() => new(new("order.rule.stopped"));
    public static RuleException NotStopped() => new(new("order.rule.not-stopped"));
    public static RuleException NoMeasure() => new(new("order.rule.measure"), "Measure");
    public static RuleException NoFiles() => new(new("order.rule.files"));
}
