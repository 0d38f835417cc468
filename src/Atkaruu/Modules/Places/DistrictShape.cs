using System.Text.Json;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Places;

/// <summary>A point of an outline, WGS 84 degrees.</summary>
public readonly record struct ShapePoint(double Longitude, double Latitude);

/// <summary>The outline of a district for maps: closed rings, the outer ring of each part before its holes.</summary>
/// <param name="District">SOATE code.</param>
/// <param name="Rings">Closed: the last point of a ring is its first.</param>
/// <param name="Source">Where the outline comes from, for the credits.</param>
public sealed record DistrictShape(string District, IReadOnlyList<IReadOnlyList<ShapePoint>> Rings, string? Source)
{
    /// <param name="folder">A folder of <c>plans/</c>, with its <c>places.geojson</c>.</param>
    /// <exception cref="RuleException">Not such a file.</exception>
    public static DistrictShape Load(string folder)
    {
        var path = Path.Combine(folder, "places.geojson");
        return Read(File.ReadAllBytes(path), path);
    }

    public static DistrictShape Read(ReadOnlyMemory<byte> geoJson, string fileName)
    {
        using var json = PlacesFile.Open(geoJson, fileName);
        foreach (var feature in PlacesFile.Features(json, fileName))
            if (PlacesFile.Text(feature, "kind") == "district" && PlacesFile.Text(feature, "code") is { } code)
                return new(code, [.. RingsOf(feature)], PlacesFile.Text(feature, "source"));

        throw PlacesFile.Wrong(fileName, 0, "district");
    }

    private static IEnumerable<IReadOnlyList<ShapePoint>> RingsOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object) return [];

        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => coordinates.EnumerateArray().Select(Ring),
            "MultiPolygon" => coordinates.EnumerateArray().SelectMany(part => part.EnumerateArray()).Select(Ring),
            _ => [],
        };
    }

    private static IReadOnlyList<ShapePoint> Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(p => new ShapePoint(p[0].GetDouble(), p[1].GetDouble()))];
}
