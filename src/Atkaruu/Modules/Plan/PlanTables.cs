using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Plan;


internal sealed class ProgrammeTable : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.Code).HasMaxLength(100);
        programme.Property(p => p.Prefix).HasMaxLength(10);
        programme.Property(p => p.District).HasMaxLength(20);
        programme.Words(p => p.Title, Limits.Cell);
        programme.Property(p => p.Headings).AsJson();
        programme.Property(p => p.Signers).AsJson();
        programme.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.Property(e => e.Act).AsJson();
        edition.Property(e => e.Source).HasMaxLength(Limits.Line);
        edition.HasOne<Programme>().WithMany().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        edition.HasIndex(e => new { e.ProgrammeId, e.Number }).IsUnique();
    }
}

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.Words(s => s.Title, Limits.Cell);
        section.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanTaskTable : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.ToTable("tasks");
        task.Words(t => t.Title, Limits.Cell);
        task.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<Section>().WithMany().HasForeignKey(t => t.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.Property(m => m.Code).HasMaxLength(20);
        measure.Property(m => m.Number).HasMaxLength(Limits.Line);
        measure.Words(m => m.Title, Limits.Cell);
        measure.Words(m => m.ExpectedResult, Limits.Cell);
        measure.Words(m => m.ShortName, Limits.Line);
        measure.ComplexProperty(m => m.Schedule, schedule => schedule.Property(s => s.Text).HasMaxLength(Limits.Cell));
        measure.Property(m => m.ResponsibleText).HasMaxLength(Limits.Cell);
        measure.Property(m => m.Amounts).AsJson();
        measure.Property(m => m.Sdg).HasMaxLength(20);
        measure.Property(m => m.Cofog).HasMaxLength(20);
        measure.Property(m => m.Dac).HasMaxLength(20);
        measure.Property(m => m.Note).HasMaxLength(Limits.Cell);
        measure.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne<Section>().WithMany().HasForeignKey(m => m.SectionId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne<PlanTask>().WithMany().HasForeignKey(m => m.TaskId).OnDelete(DeleteBehavior.Restrict);
        measure.HasMany(m => m.Bodies).WithOne().HasForeignKey(b => b.MeasureId);
        measure.HasMany(m => m.Places).WithOne().HasForeignKey(p => p.MeasureId);
        measure.HasIndex(m => new { m.ProgrammeId, m.Code }).IsUnique();
    }
}

internal sealed class MeasureBodyTable : IEntityTypeConfiguration<MeasureBody>
{
    public void Configure(EntityTypeBuilder<MeasureBody> part)
    {
        part.HasKey(p => new { p.MeasureId, p.Body });
        part.Property(p => p.Body).HasMaxLength(40);
    }
}

internal sealed class MeasurePlaceTable : IEntityTypeConfiguration<MeasurePlace>
{
    public void Configure(EntityTypeBuilder<MeasurePlace> part)
    {
        part.HasKey(p => new { p.MeasureId, p.Place });
        part.Property(p => p.Place).HasMaxLength(40);
    }
}

internal sealed class WordingTable : IEntityTypeConfiguration<Wording>
{
    public void Configure(EntityTypeBuilder<Wording> wording)
    {
        wording.HasKey(w => new { w.EditionId, w.MeasureId });
        wording.HasOne<Edition>().WithMany().HasForeignKey(w => w.EditionId).OnDelete(DeleteBehavior.Restrict);
        wording.HasOne<Measure>().WithMany().HasForeignKey(w => w.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
