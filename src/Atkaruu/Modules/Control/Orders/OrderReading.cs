using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>An order with what a reader wants to see beside it, as it stands today.</summary>
/// <param name="Measure">Null for an order about no measure.</param>
/// <param name="Body">Who is to do it; null for a body that the plan no longer knows.</param>
public sealed record OrderLine(Order Order, Measure? Measure, Body? Body, DateOnly Today)
{
    public bool IsOverdue => Order.IsOverdue(Today) && !Order.IsStopped;
    public int DaysOver => Order.DaysOver(Today);

    /// <summary>The state as filters and words name it: <c>order.state.</c> and this.</summary>
    public string State => Order switch
    {
        { IsStopped: true } => "stopped",
        _ when IsOverdue => "overdue",
        { State: OrderState.Confirmed, IsDoneLate: true } => "confirmedlate",
        _ => Order.State.ToString().ToLowerInvariant(),
    };

    /// <summary>Id of the shape of the state.</summary>
    public string Shape => OrderLines.ShapeOf(State);

    public Words BodyName => Body?.ShortName ?? new(Order.Body);
}

/// <summary>What the partial <c>/Modules/Control/Orders/_OrderList.cshtml</c> shows: a short list.</summary>
public sealed record OrderList(IReadOnlyList<OrderLine> Lines);

public static class OrderLines
{
    /// <summary>In the order in which a list shows them: what is late first.</summary>
    public static readonly IReadOnlyList<string> States = ["overdue", "objected", "done", "given", "accepted", "stopped", "confirmed", "confirmedlate", "cancelled"];

    public static string ShapeOf(string state) => state switch
    {
        "overdue" => "late",
        "objected" => "disp",
        "done" => "sent",
        "accepted" => "track",
        "stopped" => "pause",
        "confirmed" => "done",
        "confirmedlate" => "donelate",
        "cancelled" => "gone",
        _ => "wait",
    };
}

/// <summary>Who may do what with orders, and reading them for a person.</summary>
public static class OrderReading
{
    /// <summary>More than these are open nowhere; a list that is longer is cut.</summary>
    public const int Most = 1_000;

    private const int ClosedShown = 300;

    /// <summary>What a right is asked about: the body's part in the measure, or the body as such.</summary>
    public static Subject SubjectOf(this PlanInForce plan, Measure? measure, string body) =>
        measure is null ? new("", [body], [], []) : plan.Subject(measure, body);

    /// <summary>What whoever gives it must reach: the measure, or everything for an order about none.</summary>
    public static Subject GivenOver(this PlanInForce plan, Measure? measure) => measure is null ? Subjects.Everything : plan.Subject(measure);

    /// <summary>May give, confirm, extend and cancel orders about this.</summary>
    public static bool MayOrder(this Actor actor, PlanInForce plan, Measure? measure) => actor.May(Right.Order, plan.GivenOver(measure));

    /// <summary>May say for the body that it is accepted or done.</summary>
    public static bool MayDo(this Actor actor, PlanInForce plan, OrderLine line) => actor.May(Right.Report, plan.SubjectOf(line.Measure, line.Order.Body));

    public static bool MaySee(this Actor actor, PlanInForce plan, OrderLine line) =>
        plan.SubjectOf(line.Measure, line.Order.Body) is var subject && (actor.May(Right.Read, subject) || actor.May(Right.Report, subject)) || actor.MayOrder(plan, line.Measure);

    /// <summary>Whether it is this person's turn: to do it, or to look at what was said and decide.</summary>
    public static bool IsMoveOf(this OrderLine line, Actor actor, PlanInForce plan) => line.Order.Move.Side switch
    {
        Side.Body => actor.MayDo(plan, line),
        Side.Giver => actor.MayOrder(plan, line.Measure) && !line.Order.SaidDone.Contains(actor.PersonId),
        _ => false,
    };

    /// <summary>Those that the reader may see, the most pressing first.</summary>
    public static IReadOnlyList<OrderLine> Lines(this PlanInForce plan, Actor reader, IEnumerable<Order> orders, DateOnly today)
    {
        var measures = plan.Measures.ToDictionary(m => m.Id);
        return
        [
            .. from order in orders
               where order.MeasureId is not { } of || measures.ContainsKey(of)
               let line = new OrderLine(order, order.MeasureId is { } id ? measures[id] : null, plan.Body(order.Body), today)
               where reader.MaySee(plan, line)
               orderby !order.IsOpen, line.IsOverdue ? 0 : 1, order.IsOpen ? order.Due.DayNumber : -order.ClosedOn!.Value.DayNumber, order.Year, order.Number
               select line,
        ];
    }

    /// <summary>Open orders that the reader may see, the most overdue first.</summary>
    public static async Task<IReadOnlyList<OrderLine>> OpenAsync(KeptReadings kept, Db db, PlanInForce plan, Actor reader, DateOnly today, CancellationToken stop = default) =>
        MayReadAny(reader) ? plan.Lines(reader, await kept.OpenOrdersAsync(db, stop), today) : [];

    /// <summary>Open ones and the last that were closed.</summary>
    public static async Task<IReadOnlyList<OrderLine>> AllAsync(KeptReadings kept, Db db, PlanInForce plan, Actor reader, DateOnly today, CancellationToken stop)
    {
        var closed = await kept.GetAsync("closed orders", null, s_kinds,
            () => db.Orders.AsNoTracking().Where(o => o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(ClosedShown).ToListAsync(stop), stop);
        return plan.Lines(reader, (await kept.OpenOrdersAsync(db, stop)).Concat(closed), today);
    }

    private static readonly string[] s_kinds = ["order"];

    /// <summary>Whosever: who may see them is asked by <see cref="Lines"/>.</summary>
    internal static ValueTask<List<Order>> OpenOrdersAsync(this KeptReadings kept, Db db, CancellationToken stop) => kept.GetAsync("open orders", null, s_kinds,
        () => db.Orders.AsNoTracking().Where(o => o.State != OrderState.Confirmed && o.State != OrderState.Cancelled).OrderBy(o => o.Due).ThenBy(o => o.Id).Take(Most).ToListAsync(stop), stop);

    internal static bool MayReadAny(Actor reader) => reader.Has(Right.Order) || reader.Has(Right.Report) || reader.Has(Right.Read);
}

/// <summary>The orders about one measure, for who may read them: what <c>_OrdersOnMeasure.cshtml</c> shows. Never for everybody.</summary>
/// <param name="MayOrder">A new one may be given from here.</param>
public sealed record OrdersOnMeasure(Measure Measure, IReadOnlyList<OrderLine> Lines, bool MayOrder)
{
    /// <summary>Null for whoever has no right to any, without a question to the database.</summary>
    public static async Task<OrdersOnMeasure?> ReadAsync(Db db, PlanInForce plan, Actor reader, Measure measure, DateOnly today, CancellationToken stop)
    {
        if (!OrderReading.MayReadAny(reader)) return null;
        var orders = await db.Orders.AsNoTracking().Where(o => o.MeasureId == measure.Id).OrderByDescending(o => o.GivenOn).ThenBy(o => o.Id).Take(200).ToListAsync(stop);
        var (lines, mayOrder) = (plan.Lines(reader, orders, today), reader.MayOrder(plan, measure));
        return lines.Count > 0 || mayOrder ? new(measure, lines, mayOrder) : null;
    }
}
