using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Evidence;

/// <summary>What a file belongs to.</summary>
public sealed record EvidenceOwner(Guid Id, Guid Measure, Guid Period, string? Body, SourceKind Source);

/// <summary>What the form knows about a photograph beside the photograph.</summary>
public sealed record Shot(string? Caption, double? Latitude, double? Longitude, double? Accuracy, bool FromCamera, DateTime? TakenAt);

/// <summary>A place-holder until files are stored.</summary>
public sealed class EvidenceIntake(Db db, Actor actor, TimeProvider clock)
{
    public async Task<EvidenceItem> TakeAsync(EvidenceOwner owner, IFormFile file, Shot shot, CancellationToken stop)
    {
        await using var stream = file.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
        if (file.Length == 0 || Path.GetExtension(file.FileName) is not (".jpg" or ".png" or ".pdf")) throw new RuleException(new("evidence.rule.stub"), "Files");
        var item = new EvidenceItem
        {
            OwnerId = owner.Id, MeasureId = owner.Measure, PeriodId = owner.Period, Body = owner.Body, Source = owner.Source,
            Kind = file.FileName.EndsWith(".pdf", StringComparison.Ordinal) ? FileKind.Document : FileKind.Photo, Hash = hash, ContentType = "image/jpeg", Size = file.Length, FileName = Path.GetFileName(file.FileName),
            AddedAt = clock.Now(), AddedBy = actor.PersonId, TakenAt = shot.TakenAt, Latitude = shot.Latitude, Longitude = shot.Longitude, Accuracy = shot.Accuracy,
            PositionFrom = shot.Latitude is null ? null : PositionSource.Device, FromCamera = shot.FromCamera,
        };
        item.Describe(shot.Caption);
        item.Added();
        db.Add(item);
        return item;
    }
}

/// <summary>Place-holder.</summary>
public static class Duplicates
{
    public static Task<bool> AnyAsync(Db db, Guid owner, CancellationToken stop) => Task.FromResult(false);
}

/// <param name="Restricted">Whether the reader may see place and time.</param>
public sealed record EvidenceList(IReadOnlyList<EvidenceItem> Items, bool Restricted);
