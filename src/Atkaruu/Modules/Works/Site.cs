using System.Globalization;
using System.Text.Json;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

/// <summary>A position in WGS 84 degrees.</summary>
public readonly record struct SitePoint(double Latitude, double Longitude);

/// <summary>Where positions of a district may lie: its own box and some kilometres around it.</summary>
public readonly record struct SiteBox(double West, double South, double East, double North)
{
    /// <summary>About ten kilometres: a road or a line may begin outside the district.</summary>
    private const double Margin = 0.1;

    public static SiteBox Around((double West, double South, double East, double North) bounds) =>
        new(bounds.West - Margin, bounds.South - Margin, bounds.East + Margin, bounds.North + Margin);

    public bool Holds(double latitude, double longitude) => latitude >= South && latitude <= North && longitude >= West && longitude <= East;
}

/// <summary>Where an object stands: one point, or the line of a road, a canal, a cable. Kept as GeoJSON (RFC 7946).</summary>
public sealed record Site(IReadOnlyList<SitePoint> Points)
{
    public const int MaxPoints = 200;

    /// <summary>Digits after the point: about a metre.</summary>
    private const int Digits = 5;

    public bool IsLine => Points.Count > 1;

    public string GeoJson
    {
        get
        {
            static string Position(SitePoint p) => string.Create(CultureInfo.InvariantCulture, $"[{p.Longitude},{p.Latitude}]");
            return IsLine ? $$"""{"type":"LineString","coordinates":[{{string.Join(',', Points.Select(Position))}}]}""" : $$"""{"type":"Point","coordinates":{{Position(Points[0])}}}""";
        }
    }

    /// <summary>As it is typed: a line for each point, latitude first.</summary>
    public string Lines => string.Join('\n', Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Latitude}, {p.Longitude}")));

    /// <summary>Reads <see cref="GeoJson"/> again.</summary>
    public static Site Read(string geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        var coordinates = json.RootElement.GetProperty("coordinates");
        return new(json.RootElement.GetProperty("type").GetString() == "Point" ? [Point(coordinates)] : [.. coordinates.EnumerateArray().Select(Point)]);
    }

    /// <summary>
    /// Reads what people type: «39.72, 72.51» on each line; a comma, a semicolon or blanks between the two. Nothing is no site; one
    /// point is a point, more are a line in this order. The same point twice running counts once.
    /// </summary>
    /// <exception cref="RuleException">works.site.*, with the number of the line; beside <paramref name="field"/>.</exception>
    public static Site? Parse(string? text, SiteBox box, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > 64 * MaxPoints) throw new RuleException(new("works.site.many", MaxPoints), field);

        List<SitePoint> points = [];
        foreach (var (n, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim().Length == 0) continue;
            if (Numbers(line) is not var (first, second)) throw new RuleException(new("works.site.line", n + 1, Cut(line.Trim())), field);
            var point = new SitePoint(Math.Round(first, Digits), Math.Round(second, Digits));
            if (!box.Holds(point.Latitude, point.Longitude))
                throw new RuleException(new(box.Holds(point.Longitude, point.Latitude) ? "works.site.swapped" : "works.site.outside", n + 1, Cut(line.Trim())), field);
            if (points.Count == 0 || points[^1] != point) points.Add(point);
            if (points.Count > MaxPoints) throw new RuleException(new("works.site.many", MaxPoints), field);
        }
        return points.Count == 0 ? null : new(points);
    }

    /// <summary>Length along the line in kilometres; 0 for a point.</summary>
    public double Kilometres => Points.Zip(Points.Skip(1)).Sum(pair => Distance(pair.First, pair.Second));

    public bool Equals(Site? other) => other is not null && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => Points.Aggregate(17, HashCode.Combine);

    private static SitePoint Point(JsonElement position) => new(position[1].GetDouble(), position[0].GetDouble());

    /// <summary>On the sphere; over a district nobody sees the difference.</summary>
    private static double Distance(SitePoint a, SitePoint b)
    {
        const double Earth = 6371, Degree = Math.PI / 180;
        var (lat, lon) = ((b.Latitude - a.Latitude) * Degree, (b.Longitude - a.Longitude) * Degree);
        var half = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(a.Latitude * Degree) * Math.Cos(b.Latitude * Degree) * Math.Pow(Math.Sin(lon / 2), 2));
        return 2 * Earth * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>The two numbers of a line; a decimal comma is understood where a semicolon or blanks part the two.</summary>
    private static (double, double)? Numbers(string line)
    {
        var hasDots = line.Contains('.', StringComparison.Ordinal);
        var parts = line.Split(hasDots ? [',', ';', ' ', '\t', '\u00a0'] : [';', ' ', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1 && !hasDots) parts = line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Degrees(parts[0]) is { } first && Degrees(parts[1]) is { } second ? (first, second) : null;
    }

    private static double? Degrees(string text) =>
        text.Length <= 20 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+') && double.TryParse(text.TrimEnd(',').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
