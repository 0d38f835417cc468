using Atkaruu.Kernel;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// What a form that takes photographs sends with them: <c>Files</c> from the camera, <c>Gallery</c> chosen ones, and the device's position
/// (filled in by evidence.ts when the person allows; decimal point, whatever the language). To be bound without a prefix.
/// </summary>
public sealed class ShotFields
{
    public List<IFormFile> Files { get; set; } = [];
    public List<IFormFile> Gallery { get; set; } = [];
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public string? Accuracy { get; set; }

    public bool IsEmpty => Files.Count + Gallery.Count == 0;

    /// <summary>
    /// Takes and saves every file that can be taken, each by itself, so that one bad picture does not lose the good ones; then
    /// says why the first bad one was refused.
    /// </summary>
    public async Task TakeAsync(EvidenceIntake intake, EvidenceOwner owner, Func<CancellationToken, Task> saveAsync, TimeProvider clock, CancellationToken stop)
    {
        RuleException? refused = null;
        foreach (var (file, camera) in Files.Select(f => (f, true)).Concat(Gallery.Select(f => (f, false))))
            try
            {
                await intake.TakeAsync(owner, file, camera ? Shot.ByCamera(Latitude, Longitude, Accuracy) with { TakenAt = clock.Now() } : new(), stop);
                await saveAsync(stop);
            }
            catch (RuleException why) when (why is not Data.DiskFullException)
            {
                refused ??= why;
            }
        if (refused is not null) throw refused;
    }
}
