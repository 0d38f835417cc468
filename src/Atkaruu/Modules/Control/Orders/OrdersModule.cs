using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Evidence;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>What was told to be done and by when, and the meetings where it is told.</summary>
public static class OrdersModule
{
    public static void AddOrders(this IServiceCollection services)
    {
        services.AddScoped<OrderReminders>();
        services.AddScoped<OrderNotices>();
        services.AddScoped<IRailCount, MyMove>();
        services.AddEvidenceOwner(IsOpenAsync);
        services.AddSingleton<SuggestAgenda>(SignalAgenda.SuggestAsync);
        services.AddLogConsumer(OrderNotices.Name, (all, row, stop) => all.GetRequiredService<OrderNotices>().TakeAsync(row, stop), OrderNotices.Wants);
        services.AddTimedWork(OrderReminders.Name, "0 5 8 * * ?", (all, stop) => all.GetRequiredService<OrderReminders>().RunAsync(stop));
    }

    /// <summary>Photographs and papers of an order change until it is said to be done.</summary>
    private static async Task<bool?> IsOpenAsync(Db db, EvidenceItem item, Actor by, DateTime now, CancellationToken stop) =>
        await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == item.OwnerId, stop) is { } order ? order.IsToBeDone && !order.IsStopped : null;
}
