using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Works;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Bulletin;

/// <summary>The newest published photographs of what a bulletin tells of: of two works where there are two, else of two days.</summary>
internal static class BulletinPhotos
{
    private const int Most = 2, MostLooked = 400;

    public static async Task<IReadOnlyList<Picture>> ReadAsync(PaperScene scene, BulletinWorks works, PageText text, CancellationToken stop)
    {
        var measures = works.All.ToDictionary(work => work.Measure.Id, work => work.Measure);
        Guid[] ids = [.. measures.Keys];
        var items = await scene.Db.Evidence.AsNoTracking().Where(e => ids.Contains(e.MeasureId) && e.Kind == FileKind.Photo && e.PublishedAt != null && e.RemovedAt == null)
            .OrderByDescending(e => e.AddedAt).ThenBy(e => e.Id).Take(MostLooked).ToListAsync(stop);
        var newest = items.OrderByDescending(BeforeAfter.When).ThenBy(item => item.Id).ToList();
        var chosen = newest.DistinctBy(item => item.MeasureId).Concat(newest).DistinctBy(item => item.Id).Take(Most);

        List<Picture> photos = [];
        foreach (var item in chosen)
        {
            var name = measures[item.MeasureId].ShortName.In(text.Language);
            if (await PaperPhotos.BytesAsync(scene.Files, item, stop) is { } bytes) photos.Add(new(bytes, name, $"{name}, {text.Day(BeforeAfter.When(item))}", 82, 46));
        }
        return photos;
    }
}
