using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>Photographs and documents that come with a form, and where the telephone says it is.</summary>
public sealed class Attached
{
    public const int MostAtOnce = 10;

    /// <summary>Taken with the camera from the form.</summary>
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>Chosen from the gallery or the files.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The files are papers of payment or commissioning.</summary>
    public bool Paid { get; set; }

    /// <summary>As the browser writes numbers; empty when the reporter did not allow it.</summary>
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public string? Accuracy { get; set; }

    public int Count => Photos.Count + Files.Count;

    /// <exception cref="RuleException">Too many at once, or whatever is said about a file.</exception>
    public async Task TakeAsync(EvidenceIntake intake, Desk desk, CancellationToken stop)
    {
        if (Count == 0) return;
        if (Count > MostAtOnce) throw new RuleException(new("write.rule.files", MostAtOnce), nameof(Files));
        var owner = new EvidenceOwner(desk.Return!.Id, desk.Measure.Id, desk.Period.Id, desk.Duty.Body.Code, SourceKind.Executor);
        foreach (var photo in Photos) await intake.TakeAsync(owner, photo, Shot(camera: true), stop);
        foreach (var file in Files) await intake.TakeAsync(Paid ? owner with { Source = SourceKind.PaymentOrCommissioning } : owner, file, Shot(camera: false), stop);
    }

    /// <summary>A position is of the moment, so it belongs to what the camera took now and not to what was found in the gallery.</summary>
    private Shot Shot(bool camera) => camera ? Evidence.Shot.ByCamera(Latitude, Longitude, Accuracy) : new();
}
