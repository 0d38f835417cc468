using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Reporting;

internal sealed class PeriodTable : IEntityTypeConfiguration<Period>
{
    public void Configure(EntityTypeBuilder<Period> period)
    {
        period.Property(p => p.Code).HasMaxLength(10);
        period.Property(p => p.PublishedBy).HasMaxLength(Limits.Line);
        period.Property(p => p.ClosedBecause).HasMaxLength(Limits.Cell);
        period.Property(p => p.DrawSeed).HasMaxLength(64);
        period.Property(p => p.DrawnFrom).AsJson();
        period.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.ProgrammeId, p.Code }).IsUnique();
        period.HasMany(p => p.Exceptions).WithOne().HasForeignKey(e => e.PeriodId);
    }
}

internal sealed class ReportingCalendarTable : IEntityTypeConfiguration<ReportingCalendar>
{
    public void Configure(EntityTypeBuilder<ReportingCalendar> calendar)
    {
        calendar.Property(c => c.Kinds).AsJson();
        calendar.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        calendar.HasIndex(c => c.ProgrammeId).IsUnique();
    }
}

internal sealed class PeriodExceptionTable : IEntityTypeConfiguration<PeriodException>
{
    public void Configure(EntityTypeBuilder<PeriodException> exception)
    {
        exception.ToTable("period_exceptions");
        exception.Property(e => e.Id).ValueGeneratedNever();
        exception.Property(e => e.Reason).HasMaxLength(Limits.Cell);
    }
}

internal sealed class ReturnTable : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> made)
    {
        made.ToTable("returns");
        made.Property(r => r.Body).HasMaxLength(40);
        made.Property(r => r.Words).AsJson();
        made.Property(r => r.Authors).AsJson();
        made.Property(r => r.Warnings).AsJson();
        made.Property(r => r.HeardFrom).HasMaxLength(Limits.Line);
        made.Property(r => r.CorrectionReason).HasMaxLength(Limits.Cell);
        made.Property(r => r.SentBackReason).HasMaxLength(Limits.Cell);
        made.HasOne<Period>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        made.HasOne<Measure>().WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Restrict);
        made.HasMany(r => r.Values).WithOne().HasForeignKey(v => v.ReturnId);
        made.HasMany(r => r.Comments).WithOne().HasForeignKey(c => c.ReturnId);
        made.HasIndex(r => new { r.PeriodId, r.MeasureId, r.Body, r.Edition }).IsUnique();
        made.HasIndex(r => new { r.MeasureId, r.State }); // by the measure alone SQLite would rather read everything published
        made.HasIndex(r => r.Body);
        made.HasIndex(r => r.State);
        made.HasIndex(r => r.SaysFinished);
    }
}

internal sealed class ObservationTable : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> value)
    {
        value.ToTable("observations");
        value.Property(v => v.Id).ValueGeneratedNever();
        value.Property(v => v.Explanation).HasMaxLength(Limits.Cell);
        value.Property(v => v.Parts).AsJson();
        value.HasOne<Indicator>().WithMany().HasForeignKey(v => v.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        value.HasIndex(v => new { v.ReturnId, v.IndicatorId }).IsUnique();
    }
}

internal sealed class ReturnCommentTable : IEntityTypeConfiguration<ReturnComment>
{
    public void Configure(EntityTypeBuilder<ReturnComment> comment)
    {
        comment.ToTable("return_comments");
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.ByName).HasMaxLength(Limits.Line);
        comment.Property(c => c.Text).HasMaxLength(Limits.Cell);
    }
}
