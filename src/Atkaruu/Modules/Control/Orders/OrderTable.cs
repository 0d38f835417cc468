using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Control.Orders;

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders");
        order.Property(o => o.Body).HasMaxLength(40);
        order.Property(o => o.Text).HasMaxLength(Order.MaxText);
        order.Property(o => o.DoneWords).HasMaxLength(Order.MaxText);
        order.Property(o => o.GivenByName).HasMaxLength(Limits.Line);
        order.Property(o => o.ConfirmedByName).HasMaxLength(Limits.Line);
        order.Property(o => o.Objection).HasMaxLength(Order.MaxReason);
        order.Property(o => o.ExtendReason).HasMaxLength(Order.MaxReason);
        order.Property(o => o.SentBackReason).HasMaxLength(Order.MaxReason);
        order.Property(o => o.CancelReason).HasMaxLength(Order.MaxReason);
        order.Property(o => o.StopReason).HasMaxLength(Order.MaxReason);
        order.Property(o => o.SaidDone).AsJson();
        order.Ignore(o => o.Move);
        order.HasOne<Measure>().WithMany().HasForeignKey(o => o.MeasureId).OnDelete(DeleteBehavior.Restrict);
        order.HasIndex(o => new { o.Year, o.Number }).IsUnique();
        order.HasIndex(o => o.MeasureId);
        order.HasIndex(o => o.FromMeeting);
        order.HasIndex(o => new { o.State, o.Body });
    }
}

/// <summary>Numbers of orders: 1, 2, 3 … each year.</summary>
public static class OrderNumbers
{
    /// <summary>The next number; to be asked inside the writer's turn (<see cref="Db.BeginWriteAsync"/>), so that nobody gets the same.</summary>
    public static async Task<int> NextOrderNumberAsync(this Db db, int year, CancellationToken stop)
    {
        var kept = await db.Orders.Where(o => o.Year == year).MaxAsync(o => (int?)o.Number, stop) ?? 0;
        return Math.Max(kept, db.Orders.Local.Where(o => o.Year == year).Select(o => o.Number).DefaultIfEmpty().Max()) + 1;
    }
}
