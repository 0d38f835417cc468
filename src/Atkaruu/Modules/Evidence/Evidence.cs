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

    /// <summary>64 bits that stay nearly the same when a picture is scaled or pressed again (<see cref="Evidence.Likeness"/>).</summary>
    public long? Likeness { get; init; }

    /// <summary>The same 64 bits in pieces, by which alike pictures are found without looking at all of them.</summary>
    public List<LikenessPiece> Pieces { get; private init; } = [];

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

    /// <summary>When the period of what it belongs to was published: from then on everybody sees the copies without place and time.</summary>
    public DateTime? PublishedAt { get; private set; }
    public DateTime? RemovedAt { get; private set; }

    public bool IsPhoto => Kind == FileKind.Photo;

    /// <summary>A file that has been stored and looked at becomes evidence.</summary>
    internal static EvidenceItem Take(EvidenceOwner owner, LookedAt file, string hash, long size, Shot shot, Actor by, DateTime now)
    {
        var (at, accuracy, from) = file.Memory.PositionWith(shot);
        var item = new EvidenceItem
        {
            OwnerId = owner.Id,
            MeasureId = owner.Measure,
            PeriodId = owner.Period,
            Body = owner.Body,
            Source = owner.Source,
            Kind = file.Picture is null ? FileKind.Document : FileKind.Photo,
            Hash = hash,
            ContentType = file.ContentType,
            Size = size,
            FileName = file.Name,
            PublicHash = file.Picture?.Public.Hash,
            ThumbHash = file.Picture?.Thumb.Hash,
            Width = file.Picture?.Width,
            Height = file.Picture?.Height,
            Likeness = file.Picture?.Likeness,
            Pieces = [.. Evidence.Likeness.Pieces(file.Picture?.Likeness).Select(piece => new LikenessPiece { Value = piece })],
            Caption = Clean(shot.Caption),
            AddedAt = now,
            AddedBy = by.PersonId,
            TakenAt = file.Memory.TakenWith(shot, now),
            Latitude = at?.Latitude,
            Longitude = at?.Longitude,
            Accuracy = accuracy,
            PositionFrom = from,
            FromCamera = shot.FromCamera,
        };
        item.Added();
        return item;
    }

    internal void Added() => Happened("evidence.added", new { OwnerId, MeasureId, Hash, ContentType, Size, FileName, Source });

    public void Describe(string? caption)
    {
        if (RemovedAt is not null) throw EvidenceRules.Removed();
        if (caption?.Trim().Length > Limits.Line) throw EvidenceRules.LongCaption();
        var old = Caption;
        Caption = Clean(caption);
        if (old != Caption) Happened("evidence.described", new { old, now = Caption });
    }

    public void Remove(DateTime now)
    {
        if (RemovedAt is not null) return;
        if (PublishedAt is not null) throw EvidenceRules.Published();
        RemovedAt = now;
        Happened("evidence.removed", new { Hash });
    }

    /// <summary>What it belongs to has been published.</summary>
    public void Publish(DateTime now)
    {
        if (PublishedAt is not null || RemovedAt is not null) return;
        PublishedAt = now;
        Happened("evidence.published");
    }

    private static string? Clean(string? caption) => string.IsNullOrWhiteSpace(caption) ? null : caption.Trim();
}

/// <summary>One piece of the likeness of a picture: its place and 16 bits.</summary>
public sealed class LikenessPiece
{
    public Guid ItemId { get; init; }
    public required int Value { get; init; }
}

/// <summary>Whose a file is to be: the return or the visit, what that is about, and who speaks.</summary>
/// <param name="Body">Code of the body whose return it is; null for a verifier's.</param>
public sealed record EvidenceOwner(Guid Id, Guid Measure, Guid Period, string? Body, SourceKind Source);

/// <summary>What the form knows about a picture besides its bytes: words, and what the device said if the person let it.</summary>
/// <param name="Accuracy">Metres.</param>
/// <param name="FromCamera">Taken in the form, now; a position of the device is then the picture's.</param>
/// <param name="TakenAt">UTC.</param>
public sealed record Shot(string? Caption = null, double? Latitude = null, double? Longitude = null, double? Accuracy = null, bool FromCamera = false, DateTime? TakenAt = null)
{
    /// <summary>Taken in the form, with the device's position as the browser writes it; without one where that is no place on earth.</summary>
    public static Shot ByCamera(string? latitude, string? longitude, string? accuracy) => Number(latitude, 90) is { } north && Number(longitude, 180) is { } east
        ? new(null, north, east, Number(accuracy, 100_000), true)
        : new(FromCamera: true);

    private static double? Number(string? text, double most) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most ? number : null;
}
