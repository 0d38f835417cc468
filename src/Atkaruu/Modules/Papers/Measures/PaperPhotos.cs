using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Works;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Measures;

/// <summary>Photographs on paper: always the copy without place, time and device, never the original.</summary>
internal static class PaperPhotos
{
    /// <summary>A heavier copy gives way to the small picture: a paper is sent by mail.</summary>
    private const int MostBytes = 600 << 10;

    /// <summary>The bytes to print; null when the file is not there.</summary>
    public static async Task<byte[]?> BytesAsync(EvidenceFiles files, EvidenceItem item, CancellationToken stop) =>
        await ReadAsync(files, item.PublicHash, stop) is { Length: <= MostBytes } whole ? whole : await ReadAsync(files, item.ThumbHash, stop);

    /// <summary>«12.06.2026. Чатыр жабылды».</summary>
    public static string Caption(PageText text, EvidenceItem item) =>
        item.Caption is { Length: > 0 } words ? $"{text.Day(BeforeAfter.When(item))}. {words}" : text.Day(BeforeAfter.When(item));

    /// <param name="name">What it shows, for those who do not see it.</param>
    /// <param name="width">Millimetres.</param>
    public static async Task<Picture?> PictureAsync(EvidenceFiles files, EvidenceItem item, string name, string caption, double width, double mostHeight, CancellationToken stop) =>
        await BytesAsync(files, item, stop) is { } bytes ? new(bytes, $"{name}. {caption}", caption, width, mostHeight) : null;

    /// <summary>The first one and the newest ones, each of another day where there are enough.</summary>
    public static IReadOnlyList<EvidenceItem> FirstAndNewest(IEnumerable<EvidenceItem> items, int most)
    {
        List<EvidenceItem> photos = [.. items.Where(item => item.IsPhoto && item.RemovedAt is null).OrderBy(BeforeAfter.When).ThenBy(item => item.Id)];
        List<EvidenceItem> days = [.. photos.GroupBy(item => BeforeAfter.When(item).Date).Select(day => day.Last())];
        if (photos.Count <= most) return photos;
        if (days.Count < most) return [photos[0], .. photos[^(most - 1)..]];
        return [days[0], .. days[^(most - 1)..]];
    }

    /// <summary>One copy, by its hash; null when it is not there.</summary>
    public static async Task<byte[]?> ReadAsync(EvidenceFiles files, string? hash, CancellationToken stop)
    {
        if (hash is null || await files.OpenAsync(hash, stop) is not { } file) return null;
        await using (file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            return bytes.ToArray();
        }
    }
}
