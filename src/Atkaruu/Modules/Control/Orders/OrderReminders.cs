using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>
/// Every working morning: who is to do something soon, who is late, and, above them, who must know. Each rung of each order is
/// said once; a person is told one thing about all the orders of one rung, not a letter for each.
/// </summary>
public sealed class OrderReminders(Db db, NoticeDesk desk, QuietDays quiet, TimeProvider clock)
{
    public const string Name = "order-reminders";

    /// <summary>More than these are named in one sentence nowhere; the rest is on the page.</summary>
    private const int Named = 20;

    public async Task RunAsync(CancellationToken stop)
    {
        var today = clock.Today();
        if (quiet.IsQuiet(today) || await desk.PlanAsync() is not { } plan) return;

        await using var whole = await db.BeginWriteAsync(stop);
        var policy = await OrderPolicy.ReadAsync(db, stop);
        var open = await db.Orders.Where(o => o.State != OrderState.Confirmed && o.State != OrderState.Cancelled && o.StoppedOn == null).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(stop);
        List<(Guid Person, Rung Rung, Order Order)> told = [];
        foreach (var order in open)
            foreach (var rung in Ladder.RungsOf(order, today, policy, quiet).ToList())
            {
                order.Remind(rung, today);
                told.AddRange((await WhoAsync(plan, order, rung, stop)).Select(person => (person, rung, order)));
            }
        foreach (var group in told.GroupBy(t => (t.Person, t.Rung)))
            await TellAsync(group.Key.Person, group.Key.Rung, [.. group.Select(t => t.Order)], today, stop);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    private async Task<IEnumerable<Guid>> WhoAsync(PlanInForce plan, Order order, Rung rung, CancellationToken stop)
    {
        var measure = plan.Measures.FirstOrDefault(m => m.Id == order.MeasureId);
        var body = rung == Rung.Unconfirmed ? [] : await desk.WithAsync(Right.Report, plan.SubjectOf(measure, order.Body), stop);
        IReadOnlyList<Guid> givers = rung switch
        {
            Rung.Soon => [],
            Rung.Escalated => [.. (await desk.WithAsync(Right.Order, plan.GivenOver(measure), stop)).Append(order.GivenBy)],
            _ => await desk.GiverOfAsync(plan, measure, order, stop),
        };
        var known = (await desk.PeopleAsync(stop)).Select(p => p.Id).ToHashSet();
        return body.Concat(givers).Distinct().Where(known.Contains);
    }

    private Task TellAsync(Guid person, Rung rung, IReadOnlyList<Order> orders, DateOnly today, CancellationToken stop)
    {
        var (kind, sentence) = rung switch
        {
            Rung.Soon => (NoticeKind.OrderDue, "soon"),
            Rung.Over => (NoticeKind.OrderDue, "over"),
            Rung.Escalated => (NoticeKind.OrderEscalated, "escalated"),
            _ => (NoticeKind.OrderWaiting, "waiting"),
        };
        var key = $"{sentence}:{today:yyyy-MM-dd}:{orders[0].Id:N}";
        if (orders is [var one])
            return desk.TellAsync([person], kind, key, new("notice.order." + sentence, one.Name, one.Text, rung == Rung.Unconfirmed ? one.Move.Since : one.Due, one.DaysOver(today)), "/orders/" + one.Id.ToString("D"), stop);
        var names = string.Join(", ", orders.Take(Named).Select(o => "№ " + o.Name));
        return desk.TellAsync([person], kind, key, new($"notice.order.{sentence}.many", orders.Count, names), "/orders", stop);
    }
}

internal static class OrderPeople
{
    /// <summary>Who gave it, and when that person is here no longer, whoever may give orders about this.</summary>
    public static async Task<IReadOnlyList<Guid>> GiverOfAsync(this NoticeDesk desk, PlanInForce plan, Measure? measure, Order order, CancellationToken stop)
    {
        var all = await desk.WithAsync(Right.Order, plan.GivenOver(measure), stop);
        return all.Contains(order.GivenBy) ? [order.GivenBy] : all;
    }
}
