using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>From where on something is a signal. One for each programme; changed by who may open and close periods.</summary>
public sealed class Thresholds : Entity
{
    private Thresholds() { }

    public required Guid ProgrammeId { get; init; }
    public IReadOnlyDictionary<SignalKind, int> Values { get; private set; } = new Dictionary<SignalKind, int>();

    /// <summary>Kinds that have a number to set, with the number they begin with and what is allowed. Days or points of 100.</summary>
    public static readonly IReadOnlyDictionary<SignalKind, Limit> Known = new Dictionary<SignalKind, Limit>
    {
        [SignalKind.NoMovement] = new(180, 30, 1000),
        [SignalKind.VerifiedBelow] = new(10, 1, 100),
        [SignalKind.MoneyWithoutWorks] = new(20, 1, 100),
        [SignalKind.WorksWithoutMoney] = new(40, 1, 100),
        [SignalKind.MissesSeason] = new(90, 1, 300),
        [SignalKind.Overrun] = new(10, 1, 500),
        [SignalKind.ChangedLate] = new(90, 1, 1000),
    };

    public static Thresholds Begin(Guid programme) => new() { ProgrammeId = programme };

    /// <summary>Days, or points of 100; for kinds without a number, 0.</summary>
    public int Of(SignalKind kind) => Values.TryGetValue(kind, out var value) ? value : Known.TryGetValue(kind, out var limit) ? limit.Usual : 0;

    public void Set(SignalKind kind, int value)
    {
        if (!Known.TryGetValue(kind, out var limit)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no number.");
        if (value < limit.Least || value > limit.Most) throw new RuleException(new("signal.rule.threshold", limit.Least, limit.Most), $"Values[{kind}]");
        var was = Of(kind);
        if (was == value) return;
        Values = new Dictionary<SignalKind, int>(Values) { [kind] = value };
        Happened("signal.threshold", new { kind, was, now = value });
    }
}

public sealed record Limit(int Usual, int Least, int Most);

/// <summary>«Not applicable»: a signal about a measure that somebody has answered for. It stays counted as silenced, with the reason.</summary>
public sealed class Silence : Entity
{
    private Silence() { }

    public required Guid MeasureId { get; init; }
    public required SignalKind Kind { get; init; }
    public required string Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Last day; null without an end.</summary>
    public DateOnly? Until { get; init; }
    public DateTime? EndedAt { get; private set; }

    public static Silence Begin(Measure measure, SignalKind kind, string? reason, DateOnly? until, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(new("signal.rule.why"), "Reason");
        if (until <= DateOnly.FromDateTime(now.InBishkek())) throw new RuleException(new("signal.rule.until"), "Until");
        var made = new Silence { MeasureId = measure.Id, Kind = kind, Reason = reason.Trim(), ByName = by.Name, At = now, Until = until };
        measure.Signalled("signal.silenced", new { kind, made.Reason, until });
        return made;
    }

    /// <summary>It shows again.</summary>
    public void End(Measure measure, DateTime now)
    {
        if (EndedAt is not null) return;
        EndedAt = now;
        measure.Signalled("signal.heard-again", new { Kind });
    }

    public bool Holds(DateOnly today) => EndedAt is null && (Until is null || Until >= today);
}

internal sealed class ThresholdsTable : IEntityTypeConfiguration<Thresholds>
{
    public void Configure(EntityTypeBuilder<Thresholds> thresholds)
    {
        thresholds.ToTable("signal_thresholds");
        thresholds.Property(t => t.Values).AsJson();
        thresholds.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        thresholds.HasIndex(t => t.ProgrammeId).IsUnique();
    }
}

internal sealed class SilenceTable : IEntityTypeConfiguration<Silence>
{
    public void Configure(EntityTypeBuilder<Silence> silence)
    {
        silence.ToTable("signal_silences");
        silence.Property(s => s.Reason).HasMaxLength(Limits.Cell);
        silence.Property(s => s.ByName).HasMaxLength(Limits.Line);
        silence.HasOne<Measure>().WithMany().HasForeignKey(s => s.MeasureId).OnDelete(DeleteBehavior.Restrict);
        silence.HasIndex(s => s.MeasureId);
    }
}
