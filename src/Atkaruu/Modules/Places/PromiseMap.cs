namespace Atkaruu.Modules.Places;

/// <summary>A municipality on the map: no border of it is known, so its villages are tied to its centre.</summary>
/// <param name="Name">Null where there was no room, or no village of it has a position.</param>
public sealed record MapArea(Place Place, int Measures, MapName? Name, IReadOnlyList<(MapMark From, MapMark To)> Ties);

/// <summary>
/// The large map: what is promised where. Villages and sites with a position are marks, sized by their measures, with names
/// that do not run into each other: all of them for a wide screen, and a few larger ones that a phone has room for.
/// </summary>
public sealed class PromiseMap
{
    private const double NameSize = 11.5, AreaSize = 13, PhoneNameSize = 27;

    /// <param name="map">Outline and positions.</param>
    /// <param name="measures">How many measures a place has.</param>
    /// <param name="name">A place's name in the language of the page.</param>
    public PromiseMap(DistrictMap map, IReadOnlyList<Place> places, Func<Place, int> measures, Func<Place, string> name)
    {
        var local = places.Where(place => place.Kind is PlaceKind.Village or PlaceKind.Site).ToList();
        Map = map;
        Marks = [.. local.Select(map.Find).OfType<MapPoint>().Select(point => new MapMark(point.Place, point.X, point.Y, measures(point.Place)))];
        Unplaced = [.. local.Where(place => map.Find(place) is null)];

        var room = new MapNames(DistrictMap.Width, map.Height, Marks);
        Names = room.Place(Ranked(), mark => name(mark.Place), NameSize, leaders: true);
        Areas = [.. places.Where(place => place.Kind == PlaceKind.Municipality).Select(area => AreaOf(area, room, measures(area), name(area)))];
        PhoneNames = new MapNames(DistrictMap.Width, map.Height, Marks).Place(Ranked(), mark => name(mark.Place), PhoneNameSize, leaders: false);
    }

    public DistrictMap Map { get; }
    public IReadOnlyList<MapMark> Marks { get; }
    public IReadOnlyList<MapName> Names { get; }
    public IReadOnlyList<MapName> PhoneNames { get; }
    public IReadOnlyList<MapArea> Areas { get; }

    /// <summary>Villages and sites whose position nobody knows.</summary>
    public IReadOnlyList<Place> Unplaced { get; }

    /// <summary>Whose name is placed first: centres, then those with the closest neighbours.</summary>
    private IEnumerable<MapMark> Ranked() =>
        Marks.OrderByDescending(mark => mark.Place.IsCentre)
            .ThenBy(mark => Marks.Where(other => other != mark).Select(other => Math.Pow(other.X - mark.X, 2) + Math.Pow(other.Y - mark.Y, 2)).DefaultIfEmpty().Min());

    private MapArea AreaOf(Place area, MapNames room, int measures, string name)
    {
        var villages = Marks.Where(mark => mark.Place.Parent == area.Code && mark.Place.Kind == PlaceKind.Village).ToList();
        var centre = villages.Find(mark => mark.Place.IsCentre);
        return new(area, measures, villages.Count == 0 ? null : room.PlaceOver(villages, $"{name} · {measures}", AreaSize),
            centre is null ? [] : [.. villages.Where(mark => mark != centre).Select(mark => (centre, mark))]);
    }
}
