using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Works;

internal sealed class WorksObjectTable : IEntityTypeConfiguration<WorksObject>
{
    public void Configure(EntityTypeBuilder<WorksObject> it)
    {
        it.ToTable("works_objects");
        it.Property(o => o.Name).HasMaxLength(Limits.Line);
        it.Property(o => o.Place).HasMaxLength(40);
        it.Property(o => o.Unit).HasMaxLength(20);
        it.Property(o => o.Owner).HasMaxLength(Limits.Line);
        it.Property(o => o.StruckOutBecause).HasMaxLength(Limits.Line);
        it.Property(o => o.Site).HasConversion(site => site!.GeoJson, text => Site.Read(text));
        it.Property(o => o.Phases).AsJson();
        it.Property(o => o.Checks).AsJson();
        it.HasOne<Measure>().WithMany().HasForeignKey(o => o.MeasureId).OnDelete(DeleteBehavior.Restrict);
        it.HasIndex(o => new { o.MeasureId, o.Ordinal }).IsUnique();
    }
}

internal sealed class ContractTable : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> it)
    {
        it.ToTable("contracts");
        it.Property(c => c.Number).HasMaxLength(Limits.Line);
        it.Property(c => c.TenderNumber).HasMaxLength(Limits.Line);
        it.Property(c => c.Portal).HasMaxLength(400);
        it.Property(c => c.Supplier).HasMaxLength(Limits.Line);
        it.Property(c => c.BrokenOffBecause).HasMaxLength(Limits.Line);
        it.Property(c => c.OriginalValue).AsJson();
        it.Property(c => c.Value).AsJson();
        it.Property(c => c.Changes).AsJson();
        it.HasOne<Measure>().WithMany().HasForeignKey(c => c.MeasureId).OnDelete(DeleteBehavior.Restrict);
        it.HasOne<WorksObject>().WithMany().HasForeignKey(c => c.ObjectId).OnDelete(DeleteBehavior.Restrict);
        it.HasIndex(c => c.MeasureId);
    }
}
