using System.Globalization;
using System.Text;

namespace Atkaruu.Modules.Places;

/// <summary>A place on the picture.</summary>
public sealed record MapPoint(Place Place, double X, double Y);

/// <summary>
/// A district drawn from its outline and its places, in units of which the picture is <see cref="Width"/> wide. Degrees of
/// longitude are shortened by the cosine of the middle latitude: over one district nobody sees the difference.
/// </summary>
public sealed class DistrictMap
{
    public const double Width = 780, Margin = 6;
    private const double KilometresInDegree = 111.2;

    private readonly double _west, _north, _scale, _shrink;

    public DistrictMap(DistrictShape shape)
    {
        var points = shape.Rings.SelectMany(ring => ring).ToList();
        (_west, _north) = (points.Min(p => p.Longitude), points.Max(p => p.Latitude));
        var (east, south) = (points.Max(p => p.Longitude), points.Min(p => p.Latitude));
        _shrink = Math.Cos((_north + south) / 2 * Math.PI / 180);
        _scale = Width / ((east - _west) * _shrink);
        Height = Math.Round((_north - south) * _scale, 1);
        Bounds = (_west, south, east, _north);
        Outline = Path(shape);
    }

    public double Height { get; }

    /// <summary>The box around the district, WGS 84 degrees.</summary>
    public (double West, double South, double East, double North) Bounds { get; }

    /// <summary>Where a position lies on the picture.</summary>
    public (double X, double Y) At(double latitude, double longitude) => (X(longitude), Y(latitude));

    /// <summary>The outline as the <c>d</c> of an SVG path.</summary>
    public string Outline { get; }

    /// <summary>The attribute <c>viewBox</c>, with room for the line and the scale.</summary>
    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{-Margin} {-Margin} {Width + 2 * Margin} {Height + 2 * Margin + 16}");

    /// <summary>Length of so many kilometres on the picture.</summary>
    public double Kilometres(double km) => Math.Round(km / KilometresInDegree * _scale, 1);

    /// <summary>Where a place lies; null for one whose position nobody knows.</summary>
    public MapPoint? Find(Place place) => place is { Latitude: { } latitude, Longitude: { } longitude } ? new(place, X(longitude), Y(latitude)) : null;

    private double X(double longitude) => Math.Round((longitude - _west) * _shrink * _scale, 1);

    private double Y(double latitude) => Math.Round((_north - latitude) * _scale, 1);

    private string Path(DistrictShape shape)
    {
        var path = new StringBuilder();
        foreach (var ring in shape.Rings)
        {
            for (var i = 0; i < ring.Count - 1; i++)
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(ring[i].Longitude)} {Y(ring[i].Latitude)}");
            path.Append('Z');
        }
        return path.ToString();
    }
}
