using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Progress;

/// <summary>How sure the coordinator is that it will be done in time: a person's word beside the computed numbers.</summary>
public enum Confidence { Secured, Reachable, SupportNeeded, Compromised }

/// <summary>What a coordinator thought of a measure on a day, and why. A new thought is a new row; the old ones stay.</summary>
public sealed class Assessment : Entity
{
    private Assessment() { }

    public required Guid MeasureId { get; init; }
    public required Confidence Level { get; init; }
    public required string Words { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    public static Assessment Say(Measure measure, Actor by, Confidence level, string? words, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(words)) throw new RuleException(new("progress.rule.say-why"), "Words");
        var made = new Assessment { MeasureId = measure.Id, Level = level, Words = words.Trim(), At = now, ByName = by.Name };
        measure.Assessed(new { level, made.Words });
        return made;
    }
}

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessments");
        assessment.Property(a => a.Words).HasMaxLength(Limits.Cell);
        assessment.Property(a => a.ByName).HasMaxLength(Limits.Line);
        assessment.HasOne<Measure>().WithMany().HasForeignKey(a => a.MeasureId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => a.MeasureId);
    }
}
