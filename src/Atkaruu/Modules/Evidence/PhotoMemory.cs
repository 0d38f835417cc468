using Atkaruu.Kernel;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;

namespace Atkaruu.Modules.Evidence;

/// <summary>Degrees, WGS 84.</summary>
internal readonly record struct Position(double Latitude, double Longitude)
{
    /// <summary>Null for what is no place on earth, and for 0°, 0°: what a device says when it does not know.</summary>
    public static Position? At(double? latitude, double? longitude) =>
        latitude is >= -90 and <= 90 and { } north && longitude is >= -180 and <= 180 and { } east && (Math.Abs(north) > 0.001 || Math.Abs(east) > 0.001) ? new(north, east) : null;
}

/// <summary>What the camera wrote into the file: where and when.</summary>
/// <param name="Taken">By the clock of the camera; without an offset taken for Bishkek time.</param>
internal sealed record PhotoMemory(DateTime? Taken = null, Position? At = null)
{
    public static readonly PhotoMemory None = new();

    /// <summary>
    /// Of a JPEG, and only what EXIF says: other readers unpack compressed texts of any length. What cannot be read is not
    /// there; it proves nothing either way.
    /// </summary>
    public static PhotoMemory Of(byte[] jpeg)
    {
        try
        {
            using var stream = new MemoryStream(jpeg, writable: false);
            var told = JpegMetadataReader.ReadMetadata(stream, [new ExifReader()]);
            return new(TakenIn(told), PlaceIn(told));
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return None;
        }
    }

    /// <summary>The device knows where a picture is taken in the form; of one from the gallery only the file itself can tell.</summary>
    public (Position? At, double? Accuracy, PositionSource? From) PositionWith(Shot shot)
    {
        if (shot.FromCamera && Position.At(shot.Latitude, shot.Longitude) is { } here)
            return (here, shot.Accuracy is >= 0 and <= 100_000 ? Math.Round(shot.Accuracy.Value, 1) : null, PositionSource.Device);
        return At is null ? (null, null, null) : (At, null, PositionSource.Exif);
    }

    public DateTime? TakenWith(Shot shot, DateTime now) => Plausible(Taken, now) ?? (shot.FromCamera ? Plausible(shot.TakenAt, now) : null);

    private static DateTime? Plausible(DateTime? taken, DateTime now) => taken is { Year: >= 2000 } && taken <= now.AddDays(1) ? taken : null;

    private static DateTime? TakenIn(IReadOnlyList<MetadataExtractor.Directory> told)
    {
        var exif = told.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        if (exif is null || !exif.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var taken)) return null;
        var local = DateTime.SpecifyKind(taken, DateTimeKind.Unspecified);
        return TimeSpan.TryParse(exif.GetString(ExifDirectoryBase.TagTimeZoneOriginal)?.TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture, out var offset) && offset.Duration() < TimeSpan.FromHours(15)
            ? DateTime.SpecifyKind(local - offset, DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, Clock.Bishkek);
    }

    private static Position? PlaceIn(IReadOnlyList<MetadataExtractor.Directory> told) =>
        told.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation() is { } place ? Position.At(place.Latitude, place.Longitude) : null;
}
