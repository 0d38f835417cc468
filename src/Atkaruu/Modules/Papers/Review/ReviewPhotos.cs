using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Works;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Review;

/// <summary>
/// The photographs of a review, in their copies without place and time: of works the first and the latest, of everything the newest few, small.
/// Never more than <see cref="Most"/>, so that a review of a rich year is still a file that can be sent.
/// </summary>
internal sealed class ReviewPhotos
{
    public const int Most = 200;
    private const int PerMeasure = 4;

    private readonly Dictionary<Guid, IReadOnlyList<Picture>> _pairs = [], _newest = [];

    private ReviewPhotos() { }

    /// <summary>Before and after; empty where there are not both.</summary>
    public IReadOnlyList<Picture> Pair(Measure measure) => _pairs.GetValueOrDefault(measure.Id, []);

    public IReadOnlyList<Picture> Newest(Measure measure) => _newest.GetValueOrDefault(measure.Id, []);

    public static async Task<ReviewPhotos> ReadAsync(PaperScene scene, PageText text, CancellationToken stop)
    {
        var (made, left) = (new ReviewPhotos(), Most);
        var until = scene.Progress.View.Until;
        var evidence = (await Evidence(scene).Where(e => e.Kind == FileKind.Photo && e.RemovedAt == null && e.PublicHash != null).OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(stop))
            .Where(e => DateOnly.FromDateTime(BeforeAfter.When(e)) <= until.AddDays(30)).ToLookup(e => e.MeasureId);
        foreach (var measure in scene.Plan.Measures.Where(m => evidence.Contains(m.Id)))
        {
            if (left <= 0) break;
            HashSet<Guid> shown = [];
            if (measure.Kind == MeasureKind.Works && BeforeAfter.Of(evidence[measure.Id]) is { } pair)
            {
                made._pairs[measure.Id] = await PicturesAsync(scene, text, [(pair.Before, pair.Before.PublicHash!, "works.photo.before"), (pair.After, pair.After.PublicHash!, "works.photo.after")], stop);
                shown = [pair.Before.Id, pair.After.Id];
            }
            var newest = evidence[measure.Id].Where(e => !shown.Contains(e.Id)).OrderByDescending(BeforeAfter.When).ThenBy(e => e.Id).Take(Math.Min(PerMeasure, Math.Max(0, left - shown.Count))).Select(e => (e, e.ThumbHash ?? e.PublicHash!, (string?)null));
            made._newest[measure.Id] = await PicturesAsync(scene, text, newest, stop);
            left -= made.Pair(measure).Count + made.Newest(measure).Count;
        }
        return made;
    }

    /// <summary>Everybody sees what is published; a paper of the office has what its reader may read.</summary>
    private static IQueryable<EvidenceItem> Evidence(PaperScene scene)
    {
        Guid[] measures = [.. scene.Plan.Measures.Where(m => scene.Request.Audience == Audience.Public || scene.Actor.May(Kernel.Right.Read, scene.Plan.Subject(m))).Select(m => m.Id)];
        var all = scene.Db.Evidence.AsNoTracking().Where(e => measures.Contains(e.MeasureId));
        return scene.Request.Audience == Audience.Public ? all.Where(e => e.PublishedAt != null) : all;
    }

    private static async Task<IReadOnlyList<Picture>> PicturesAsync(PaperScene scene, PageText text, IEnumerable<(EvidenceItem Item, string Hash, string? Word)> wanted, CancellationToken stop)
    {
        List<Picture> pictures = [];
        foreach (var (item, hash, word) in wanted)
        {
            if (await PaperPhotos.ReadAsync(scene.Files, hash, stop) is not { } bytes) continue;
            var caption = string.Join(", ", new[] { word is null ? null : text.Say(word), text.Day(BeforeAfter.When(item)), item.Caption }.OfType<string>());
            pictures.Add(new(bytes, caption, caption, 42, 40));
        }
        return pictures;
    }
}
