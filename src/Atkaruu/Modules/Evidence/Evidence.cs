using Atkaruu.Kernel;

namespace Atkaruu.Modules.Evidence;

public enum FileKind { Photo, Document }

/// <summary>Who the proof comes from. Two independent kinds make «verified done».</summary>
public enum SourceKind { Executor, VillageCommittee, Inspector, Citizen, PaymentOrCommissioning }

/// <summary>How the position of a photograph is known.</summary>
public enum PositionSource { Device, Exif }

/// <summary>
/// A photograph or a document that shows what somebody says. The file stands under its SHA-256; this row says whose it is.
/// The original keeps its place and time and is restricted; the public copy has neither.
/// </summary>
public sealed class EvidenceItem : Entity
{
    internal EvidenceItem() { }

    /// <summary>The return or the verification that it belongs to.</summary>
    public required Guid OwnerId { get; init; }
    public required Guid MeasureId { get; init; }
    public required Guid PeriodId { get; init; }

    /// <summary>Code of the body whose return it is; null for a verifier's.</summary>
    public string? Body { get; init; }
    public required SourceKind Source { get; init; }
    public required FileKind Kind { get; init; }

    /// <summary>SHA-256 of the original, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>By content: image/jpeg, application/pdf …</summary>
    public required string ContentType { get; init; }
    public required long Size { get; init; }

    /// <summary>The name it came with, made harmless.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the copy without place and time, and of the small picture; null for documents.</summary>
    public string? PublicHash { get; init; }
    public string? ThumbHash { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>64 bits that stay nearly the same when a picture is scaled or pressed again.</summary>
    public long? Likeness { get; init; }

    public string? Caption { get; private set; }
    public required DateTime AddedAt { get; init; }
    public required Guid AddedBy { get; init; }

    /// <summary>When the camera says it was taken, UTC.</summary>
    public DateTime? TakenAt { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    /// <summary>Metres.</summary>
    public double? Accuracy { get; init; }
    public PositionSource? PositionFrom { get; init; }

    /// <summary>Taken with the camera in the form, not chosen from the gallery.</summary>
    public bool FromCamera { get; init; }

    public DateTime? RemovedAt { get; private set; }

    internal void Added() => Happened("evidence.added", new { OwnerId, MeasureId, Hash, ContentType, Size, FileName, Source });

    public void Describe(string? caption)
    {
        var old = Caption;
        Caption = string.IsNullOrWhiteSpace(caption) ? null : caption.Trim();
        if (old != Caption) Happened("evidence.described", new { old, now = Caption });
    }

    public void Remove(DateTime now)
    {
        if (RemovedAt is not null) return;
        RemovedAt = now;
        Happened("evidence.removed", new { Hash });
    }
}
