using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Evidence;

internal sealed class EvidenceTable : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> item)
    {
        item.ToTable("evidence");
        item.Property(e => e.Body).HasMaxLength(40);
        item.Property(e => e.Source).HasMaxLength(30);
        item.Property(e => e.Hash).HasMaxLength(64);
        item.Property(e => e.PublicHash).HasMaxLength(64);
        item.Property(e => e.ThumbHash).HasMaxLength(64);
        item.Property(e => e.ContentType).HasMaxLength(100);
        item.Property(e => e.FileName).HasMaxLength(Limits.Line);
        item.Property(e => e.Caption).HasMaxLength(Limits.Line);
        item.HasOne<Measure>().WithMany().HasForeignKey(e => e.MeasureId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(e => e.OwnerId);
        item.HasIndex(e => e.MeasureId);
        item.HasIndex(e => e.PeriodId);
        item.HasIndex(e => e.Hash);
        item.HasIndex(e => e.PublicHash);
        item.HasIndex(e => e.ThumbHash);
        item.HasMany(e => e.Pieces).WithOne().HasForeignKey(p => p.ItemId);
    }
}

internal sealed class LikenessTable : IEntityTypeConfiguration<LikenessPiece>
{
    public void Configure(EntityTypeBuilder<LikenessPiece> piece)
    {
        piece.ToTable("evidence_likeness");
        piece.HasKey(p => new { p.ItemId, p.Value });
        piece.HasIndex(p => p.Value);
    }
}
