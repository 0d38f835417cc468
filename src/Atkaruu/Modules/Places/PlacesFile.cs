using System.Text.Json;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Places;

/// <summary>
/// Reads <c>places.geojson</c>: a FeatureCollection (RFC 7946) of a district, its municipalities, villages and sites. A
/// feature without geometry is a place whose position nobody knows. The outline of the district is read by <see cref="DistrictShape"/>.
/// </summary>
public static class PlacesFile
{
    public const int MaxPlaces = 5_000;

    /// <exception cref="RuleException">Not such a file; the sentence says which feature and what is wrong.</exception>
    public static IReadOnlyList<Place> Read(ReadOnlyMemory<byte> geoJson, string fileName)
    {
        using var json = Open(geoJson, fileName);
        List<Place> places = [.. Features(json, fileName).Select((feature, i) => Place(feature, i + 1, fileName))];

        if (places.GroupBy(p => p.Code).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Wrong(fileName, 0, twice.Key);
        var codes = places.Select(p => p.Code).ToHashSet();
        if (places.FindIndex(p => p.Parent is { } parent && !codes.Contains(parent)) is >= 0 and var orphan) throw Wrong(fileName, orphan + 1, "parent");
        if (places.Count(p => p.Kind == PlaceKind.District) != 1) throw Wrong(fileName, 0, "district");
        return places;
    }

    internal static JsonDocument Open(ReadOnlyMemory<byte> geoJson, string fileName)
    {
        try
        {
            return JsonDocument.Parse(geoJson);
        }
        catch (JsonException broken)
        {
            throw Wrong(fileName, (broken.LineNumber ?? 0) + 1, broken.Message);
        }
    }

    internal static IEnumerable<JsonElement> Features(JsonDocument json, string fileName) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("features", out var features)
        && features.ValueKind == JsonValueKind.Array && features.GetArrayLength() <= MaxPlaces
            ? features.EnumerateArray()
            : throw Wrong(fileName, 0, "features");

    internal static string? Text(JsonElement feature, string property) =>
        feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static RuleException Wrong(string fileName, long feature, string what) => new(new("places.file-wrong", fileName, feature, what), "File");

    private static Place Place(JsonElement feature, int number, string fileName)
    {
        var point = Point(feature);
        return new()
        {
            Code = Text(feature, "code") is { Length: > 0 and <= 40 } code ? code : throw Wrong(fileName, number, "code"),
            Kind = Enum.TryParse<PlaceKind>(Text(feature, "kind"), ignoreCase: true, out var kind) ? kind : throw Wrong(fileName, number, "kind"),
            Parent = Text(feature, "parent"),
            Name = new(Text(feature, "name_ky") ?? throw Wrong(fileName, number, "name_ky"), Text(feature, "name_ru"), Text(feature, "name_en")),
            Aliases = Aliases(feature),
            Longitude = point?.Longitude,
            Latitude = point?.Latitude,
            Quality = Enum.TryParse<PointQuality>(Text(feature, "quality"), ignoreCase: true, out var quality) ? quality : PointQuality.Unknown,
            Source = Text(feature, "source"),
            IsCentre = feature.GetProperty("properties").TryGetProperty("centre", out var centre) && centre.ValueKind == JsonValueKind.True,
        };
    }

    private static IReadOnlyList<string> Aliases(JsonElement feature) =>
        feature.GetProperty("properties").TryGetProperty("aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Array
            ? [.. aliases.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)]
            : [];

    private static (double Longitude, double Latitude)? Point(JsonElement feature) =>
        feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
        && geometry.TryGetProperty("type", out var type) && type.ValueEquals("Point")
        && geometry.TryGetProperty("coordinates", out var pair) && pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() >= 2
            ? (pair[0].GetDouble(), pair[1].GetDouble())
            : null;
}
