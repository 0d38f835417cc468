using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Verification;

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits");
        visit.Property(v => v.Source).HasMaxLength(30);
        visit.Property(v => v.Note).HasMaxLength(Limits.Cell);
        visit.HasOne<Measure>().WithMany().HasForeignKey(v => v.MeasureId).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(v => v.MeasureId);
        visit.HasIndex(v => v.PeriodId);
        visit.HasIndex(v => v.VerifierId);
    }
}
