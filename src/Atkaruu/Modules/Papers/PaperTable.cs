using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Papers;

internal sealed class PaperTable : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("papers");
        paper.Property(p => p.Kind).HasMaxLength(30);
        paper.Property(p => p.Languages).HasMaxLength(10);
        paper.Property(p => p.Period).HasMaxLength(10);
        paper.Property(p => p.Subject).HasMaxLength(60);
        paper.Property(p => p.Site).HasMaxLength(Limits.Line);
        paper.Property(p => p.AskedByName).HasMaxLength(Limits.Line);
        paper.Property(p => p.Failure).AsJson();
        paper.Property(p => p.Code).HasMaxLength(9);
        paper.Property(p => p.LogHash).HasMaxLength(64);
        paper.Property(p => p.DataWords).AsJson();
        paper.Property(p => p.Title).HasMaxLength(Limits.Cell);
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.Property(p => p.FileName).HasMaxLength(Limits.Line);
        paper.Property(p => p.Said).AsJson();
        paper.Property(p => p.Again).HasMaxLength(64);
        paper.Property(p => p.FrozenAs).HasMaxLength(100);
        paper.HasIndex(p => p.Code).IsUnique();
        paper.HasIndex(p => p.Hash);
        paper.HasIndex(p => p.Again);
        paper.HasIndex(p => p.FrozenAs).IsUnique();
        paper.HasIndex(p => new { p.State, p.AskedAt });
    }
}
