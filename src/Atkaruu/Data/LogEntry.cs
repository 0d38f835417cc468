using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Data;

/// <summary>
/// One thing that happened. The log is the audit trail, the history on the pages and the queue of work that follows.
/// Rows form a chain: each holds the SHA-256 of the row before it and of itself, so that a changed, missing or inserted
/// row shows (<see cref="Audit"/>).
/// </summary>
public sealed class LogEntry
{
    /// <summary>What the first row is chained to.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private LogEntry() { }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Seq { get; private init; }
    public required string What { get; init; }
    public required Guid To { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }

    /// <summary>UTC, cut to microseconds: what both engines keep.</summary>
    public required DateTime At { get; init; }

    /// <summary>JSON: what changed, old and new.</summary>
    public string? Details { get; private init; }

    public required string Previous { get; init; }
    public string Hash { get; private init; } = "";

    internal static LogEntry After(string previous, long seq, Happening happening, Actor by, DateTime now)
    {
        var row = new LogEntry
        {
            Seq = seq,
            What = happening.What,
            To = happening.To,
            By = by.PersonId,
            ByName = by.Name,
            At = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
            Details = happening.Details is null ? null : Json.Write(happening.Details),
            Previous = previous,
        };
        return new()
        {
            Seq = row.Seq,
            What = row.What,
            To = row.To,
            By = row.By,
            ByName = row.ByName,
            At = row.At,
            Details = row.Details,
            Previous = previous,
            Hash = row.ComputeHash(),
        };
    }

    /// <summary>SHA-256, in lower-case hex, over the previous hash and the canonical row: each field with its length before it.</summary>
    public string ComputeHash()
    {
        string?[] fields =
        [
            Previous, Seq.ToString(CultureInfo.InvariantCulture), What, To.ToString("D"), By.ToString("D"), ByName,
            At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), Details,
        ];
        var canonical = new StringBuilder();
        foreach (var field in fields)
            canonical.Append(field is null ? "-" : Encoding.UTF8.GetByteCount(field).ToString(CultureInfo.InvariantCulture)).Append(':').Append(field).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }
}

internal sealed class LogTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> log)
    {
        log.ToTable("log");
        log.HasKey(row => row.Seq);
        log.Property(row => row.Seq).ValueGeneratedNever();
        log.Property(row => row.What).HasMaxLength(60);
        log.Property(row => row.ByName).HasMaxLength(200);
        log.Property(row => row.Previous).HasMaxLength(64);
        log.Property(row => row.Hash).HasMaxLength(64);
        log.HasIndex(row => row.To);
        log.HasIndex(row => new { row.What, row.Seq });
        log.HasIndex(row => row.Hash).IsUnique();
    }
}
