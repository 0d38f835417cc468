using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>Reads the log and tells the body what it was given, and the giver what the body answered. Nobody is told what they did themselves.</summary>
public sealed class OrderNotices(Db db, NoticeDesk desk, TimeProvider clock)
{
    public const string Name = "order-notices";

    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    public static readonly string[] Wants =
        ["order.given", "order.accepted", "order.objected", "order.insisted", "order.done", "order.confirmed", "order.sent-back", "order.extended", "order.cancelled", "order.stopped", "order.resumed"];

    public async Task TakeAsync(LogEntry row, CancellationToken stop)
    {
        if (row.At < clock.Now() - News || await desk.PlanAsync() is not { } plan) return;
        if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == row.To, stop) is not { } order) return;
        var (measure, details) = (plan.Measures.FirstOrDefault(m => m.Id == order.MeasureId), LogDetails.Of(row.Details));
        var toGiver = row.What is "order.accepted" or "order.objected" or "order.done";
        var people = toGiver ? await desk.GiverOfAsync(plan, measure, order, stop) : await desk.WithAsync(Right.Report, plan.SubjectOf(measure, order.Body), stop);
        var kind = toGiver ? NoticeKind.OrderAnswered : row.What == "order.sent-back" ? NoticeKind.OrderReturned : NoticeKind.OrderGiven;
        var due = details["due"].Day ?? details["now"].Day ?? order.Due;
        object? who = toGiver ? plan.Body(order.Body)?.ShortName ?? new Words(order.Body) : row.ByName;
        var message = new Message("notice." + row.What, order.Name, order.Text, due, details["reason"].Text ?? details["words"].Text ?? "", who);
        await desk.TellAsync(people.Where(p => p != row.By), kind, Notice.ForRow(row.Seq), message, "/orders/" + order.Id.ToString("D"), stop);
    }
}
