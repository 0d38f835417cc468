using System.Globalization;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>A place on a map.</summary>
/// <param name="Name">In the language of the paper.</param>
/// <param name="IsHere">What the map points at.</param>
/// <param name="State">Id of the vocabulary: its shape stands at the place; null for a plain dot.</param>
public sealed record MapSpot(Place Place, string Name, bool IsHere, string? State = null);

/// <summary>
/// The district's outline with its villages and sites, some of them pointed at. Names do not run into each other; a place whose position
/// is only about known has a dashed ring; one whose position nobody knows is not on the map.
/// </summary>
public static class MapDrawing
{
    private const string Land = "#f4f7f8";
    private const double Edge = 1.5, HereSize = 9.5, OtherSize = 7, OtherRadius = .7;

    /// <summary>Places pointed at, or lying in what is pointed at, among all others.</summary>
    public static Drawing Of(DistrictMap map, PlanInForce plan, IReadOnlyList<Place> here, string language, double width) =>
        Of(map, [.. plan.Places.Where(place => place.Kind is PlaceKind.Village or PlaceKind.Site)
            .Select(place => new MapSpot(place, place.Name.In(language), plan.Chain(place).Any(here.Contains)))], width);

    public static Drawing Of(DistrictMap map, IReadOnlyList<MapSpot> spots, double width)
    {
        var scale = (width - 2 * Edge) / DistrictMap.Width;
        var radius = Math.Clamp(width * .013, 1.1, 1.9);
        var sketch = new Sketch(width);
        foreach (var ring in Rings(map.Outline))
            sketch.Path([.. ring.Select(point => (Edge + point.X * scale, Edge + point.Y * scale))], Inks.Line2, .3, Land, closed: true);

        List<(MapSpot Spot, MapMark Mark)> marks = [.. spots.Select(spot => (Spot: spot, Point: map.Find(spot.Place))).Where(found => found.Point is not null)
            .Select(found => (found.Spot, new MapMark(found.Spot.Place, found.Point!.X, found.Point.Y, 0) { Radius = (found.Spot.IsHere || found.Spot.State is not null ? radius : OtherRadius) / scale }))];
        foreach (var (spot, mark) in marks.OrderBy(found => found.Spot.IsHere)) Draw(sketch, spot, Edge + mark.X * scale, Edge + mark.Y * scale, radius);
        Name(sketch, map, marks, scale);
        return sketch.Done(map.Height * scale + 2 * Edge);
    }

    private static void Name(Sketch sketch, DistrictMap map, List<(MapSpot Spot, MapMark Mark)> marks, double scale)
    {
        var room = new MapNames(DistrictMap.Width, map.Height, [.. marks.Select(found => found.Mark)]);
        var names = marks.ToDictionary(found => found.Mark, found => found.Spot.Name);
        Put(marks.Where(found => found.Spot.IsHere).OrderByDescending(found => found.Spot.Place.IsCentre), HereSize, bold: true, leaders: true);
        Put(marks.Where(found => !found.Spot.IsHere).OrderByDescending(found => found.Spot.Place.IsCentre), OtherSize, bold: false, leaders: false);

        void Put(IEnumerable<(MapSpot Spot, MapMark Mark)> some, double size, bool bold, bool leaders)
        {
            foreach (var name in room.Place(some.Select(found => found.Mark), mark => names[mark], size * Letters.Point / scale, leaders))
            {
                if (name.Leader is { } end) sketch.Line(Edge + name.Mark!.X * scale, Edge + name.Mark.Y * scale, Edge + end.X * scale, Edge + end.Y * scale, Inks.Line2);
                sketch.Words(Edge + name.X * scale, Edge + name.Y * scale, name.Text, size, AnchorOf(name.Anchor), bold ? Inks.Ink : Inks.Ink3, bold);
            }
        }
    }

    private static void Draw(Sketch sketch, MapSpot spot, double x, double y, double radius)
    {
        var about = spot.Place.Quality == PointQuality.Approximate;
        if (spot.State is { } state)
        {
            sketch.Disc(x, y, radius, Inks.Paper);
            sketch.State(x, y, 2 * radius, state);
        }
        else if (spot.IsHere) sketch.Disc(x, y, radius, about ? Inks.Paper : Inks.Lake, Inks.Lake, .5, about);
        else sketch.Disc(x, y, OtherRadius, about ? Inks.Paper : Inks.Line2, Inks.Line2, .25, about);
    }

    private static Anchor AnchorOf(string anchor) => anchor switch { "end" => Anchor.End, "middle" => Anchor.Middle, _ => Anchor.Start };

    /// <summary>The rings of an outline as <see cref="DistrictMap.Outline"/> writes it: M x y L x y … Z for each.</summary>
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Rings(string outline) =>
        from ring in outline.Split('Z', StringSplitOptions.RemoveEmptyEntries)
        select (IReadOnlyList<(double X, double Y)>)
        [
            .. from point in ring.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries)
               let parts = point.Split(' ')
               select (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)),
        ];
}
