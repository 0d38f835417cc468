using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Indicators;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.Words(i => i.Name, Limits.Cell);
        indicator.Property(i => i.Unit).HasMaxLength(20);
        indicator.Property(i => i.Source).HasMaxLength(Limits.Cell);
        indicator.Property(i => i.YearTargets).AsJson();
        indicator.Property(i => i.Passport).AsJson().HasDefaultValue(new Passport());
        indicator.Property(i => i.Weight).HasDefaultValue(1m);
        indicator.Property(i => i.BaselineSource).HasMaxLength(Limits.Cell);
        indicator.HasOne<Measure>().WithMany().HasForeignKey(i => i.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
