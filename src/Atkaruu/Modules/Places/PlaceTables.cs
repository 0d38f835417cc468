using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Places;

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.Property(p => p.Code).HasMaxLength(40);
        place.Property(p => p.Parent).HasMaxLength(40);
        place.Words(p => p.Name, Limits.Line);
        place.Property(p => p.Aliases).AsJson();
        place.Property(p => p.Source).HasMaxLength(Limits.Line);
        place.HasIndex(p => p.Code).IsUnique();
    }
}
