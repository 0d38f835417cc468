using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Jobs;

/// <summary>How far one reader of the log has come, and which node is reading for it now.</summary>
public sealed class JobCursor
{
    public required string Name { get; init; }

    /// <summary>The last row whose effect is saved.</summary>
    public long Seq { get; init; }

    /// <summary>Whose turn it is, and until when: after that moment any node may take it over.</summary>
    public Guid? LeaseOwner { get; init; }
    public DateTime LeaseUntil { get; init; }
}

/// <summary>A row of the log that a reader could not take. After <see cref="Worker.MaxTries"/> times it is set aside and the reader goes on.</summary>
public sealed class JobFailure
{
    public required string Name { get; init; }
    public required long Seq { get; init; }
    public int Tries { get; private set; }
    public string Error { get; private set; } = "";
    public DateTime FailedAt { get; private set; }
    public DateTime NextTryAt { get; private set; }
    public DateTime? SetAsideAt { get; private set; }

    /// <summary>Tries again after 2, 4, 8, 16 seconds; then no more.</summary>
    internal void Failed(Exception why, DateTime now)
    {
        Tries++;
        (Error, FailedAt) = ($"{why.GetType().Name}: {why.Message}", now);
        if (Error.Length > Limits.Cell) Error = Error[..Limits.Cell];
        NextTryAt = now.AddSeconds(1 << Math.Min(Tries, 10));
        if (Tries >= Worker.MaxTries) SetAsideAt = now;
    }
}

/// <summary>One firing of one piece of timed work. The row is made before the work begins: of two nodes one makes it.</summary>
public sealed class TimedRun
{
    public required string Name { get; init; }

    /// <summary>The moment it was due by the timetable, UTC.</summary>
    public required DateTime ScheduledFor { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>Null while it runs, and when it failed or was killed: then another node takes it over after the lease.</summary>
    public DateTime? DoneAt { get; init; }
    public Guid LeaseOwner { get; init; }
    public DateTime LeaseUntil { get; init; }
    public int Tries { get; init; }
    public string? Error { get; init; }
}

internal sealed class JobCursorTable : IEntityTypeConfiguration<JobCursor>
{
    public void Configure(EntityTypeBuilder<JobCursor> cursor)
    {
        cursor.ToTable("job_cursors");
        cursor.HasKey(c => c.Name);
        cursor.Property(c => c.Name).HasMaxLength(60);
    }
}

internal sealed class JobFailureTable : IEntityTypeConfiguration<JobFailure>
{
    public void Configure(EntityTypeBuilder<JobFailure> failure)
    {
        failure.ToTable("job_failures");
        failure.HasKey(f => new { f.Name, f.Seq });
        failure.Property(f => f.Name).HasMaxLength(60);
        failure.Property(f => f.Error).HasMaxLength(Limits.Cell);
    }
}

internal sealed class TimedRunTable : IEntityTypeConfiguration<TimedRun>
{
    public void Configure(EntityTypeBuilder<TimedRun> run)
    {
        run.ToTable("timed_runs");
        run.HasKey(r => new { r.Name, r.ScheduledFor });
        run.Property(r => r.Name).HasMaxLength(60);
        run.Property(r => r.Error).HasMaxLength(Limits.Cell);
    }
}
