using System.Globalization;
using System.Text;

namespace Atkaruu.Modules.Places;

/// <summary>A place on the picture, and where its name goes.</summary>
/// <param name="Anchor">start, middle or end, as SVG wants it.</param>
public sealed record MapPoint(Place Place, double X, double Y, double LabelX = 0, double LabelY = 0, string Anchor = "start");

/// <summary>
/// A district drawn from its outline and its places, in units of which the picture is <see cref="Width"/> wide. Degrees of
/// longitude are shortened by the cosine of the middle latitude: over one district nobody sees the difference.
/// </summary>
public sealed class DistrictMap
{
    public const double Width = 780, Margin = 6;
    private const double LetterWidth = .56, KilometresInDegree = 111.2; // of the height of a letter

    private readonly double _west, _north, _scale, _shrink;

    public DistrictMap(DistrictShape shape)
    {
        var points = shape.Rings.SelectMany(ring => ring).ToList();
        (_west, _north) = (points.Min(p => p.Longitude), points.Max(p => p.Latitude));
        var (east, south) = (points.Max(p => p.Longitude), points.Min(p => p.Latitude));
        _shrink = Math.Cos((_north + south) / 2 * Math.PI / 180);
        _scale = Width / ((east - _west) * _shrink);
        Height = Math.Round((_north - south) * _scale, 1);
        Outline = Path(shape);
    }

    public double Height { get; }

    /// <summary>The outline as the <c>d</c> of an SVG path.</summary>
    public string Outline { get; }

    /// <summary>The attribute <c>viewBox</c>, with room for the line and the scale.</summary>
    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{-Margin} {-Margin} {Width + 2 * Margin} {Height + 2 * Margin + 16}");

    /// <summary>Length of so many kilometres on the picture.</summary>
    public double Kilometres(double km) => Math.Round(km / KilometresInDegree * _scale, 1);

    /// <summary>Where a place lies; null for one whose position nobody knows.</summary>
    public MapPoint? Find(Place place) => place is { Latitude: { } latitude, Longitude: { } longitude } ? new(place, X(longitude), Y(latitude)) : null;

    /// <summary>Gives each place a spot for its name, the important ones first, where it covers no other name or point.</summary>
    /// <param name="letters">Height of the letters of a name.</param>
    public static IReadOnlyList<MapPoint> Label(IEnumerable<MapPoint> importantFirst, IReadOnlyList<MapPoint> all, Func<MapPoint, string> name, Func<MapPoint, double> letters)
    {
        List<(double Left, double Top, double Right, double Bottom)> taken = [.. all.Select(p => (p.X - 6, p.Y - 6, p.X + 6, p.Y + 6))];
        List<MapPoint> labelled = [];
        foreach (var point in importantFirst)
        {
            var size = letters(point);
            var width = name(point).Length * LetterWidth * size;
            (double X, double Y, string Anchor)[] spots = [(size * .85, size / 3, "start"), (-size * .85, size / 3, "end"), (0, -size * .9, "middle"), (0, size * 1.6, "middle")];
            foreach (var (dx, dy, anchor) in spots)
            {
                var left = point.X + dx - (anchor switch { "start" => 0, "end" => width, _ => width / 2 });
                var box = (Left: left, Top: point.Y + dy - size * .8, Right: left + width, Bottom: point.Y + dy + size * .3);
                if (box.Left < 0 || box.Right > Width || taken.Any(other => Overlap(box, other))) continue;
                taken.Add(box);
                labelled.Add(point with { LabelX = Math.Round(point.X + dx, 1), LabelY = Math.Round(point.Y + dy, 1), Anchor = anchor });
                break;
            }
        }
        return labelled;
    }

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

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
