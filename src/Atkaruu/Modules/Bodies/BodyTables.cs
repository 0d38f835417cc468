using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Bodies;

internal sealed class BodyTable : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> body)
    {
        body.Property(b => b.Code).HasMaxLength(40);
        body.Words(b => b.Name, Limits.Cell);
        body.Words(b => b.ShortName, Limits.Line);
        body.Property(b => b.Members).AsJson();
        body.Property(b => b.Aliases).AsJson();
        body.Property(b => b.Place).HasMaxLength(40);
        body.HasIndex(b => b.Code).IsUnique();
    }
}
