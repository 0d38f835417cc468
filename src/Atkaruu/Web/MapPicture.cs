using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Web;

/// <summary>A picture of the district with some places pointed at: for a measure, a village, a municipality.</summary>
public sealed class MapPicture
{
    private const double Letters = 15, HereLetters = 21, PhoneLetters = 27, PhoneHereLetters = 34;

    private readonly string _language;
    private readonly IReadOnlyList<Place> _here;

    public MapPicture(DistrictMap map, PlanInForce plan, IReadOnlyList<Place> here, string language)
    {
        (Map, _here, _language) = (map, here, language);
        var all = plan.Places.Where(place => place.Kind is PlaceKind.Village or PlaceKind.Site).ToList();
        var meant = all.Where(place => plan.Chain(place).Any(here.Contains)).ToHashSet();

        var points = all.Select(map.Find).OfType<MapPoint>().ToList();
        Here = [.. points.Where(point => meant.Contains(point.Place))];
        Others = [.. points.Where(point => !meant.Contains(point.Place))];
        Missing = [.. meant.Where(place => map.Find(place) is null && (place.Kind == PlaceKind.Village || here.Contains(place)))];
        Names = Named(IsCrowded ? Letters : HereLetters, Letters, mark: 15, all: true);
        PhoneNames = Named(IsCrowded ? PhoneLetters : PhoneHereLetters, PhoneLetters, mark: 24, all: false);
    }

    public DistrictMap Map { get; }

    /// <summary>Villages pointed at, or lying in a municipality pointed at.</summary>
    public IReadOnlyList<MapPoint> Here { get; }
    public IReadOnlyList<MapPoint> Others { get; }

    /// <summary>As many names as there is room for, those pointed at first; on a phone only those and the centres, larger.</summary>
    public IReadOnlyList<MapName> Names { get; }
    public IReadOnlyList<MapName> PhoneNames { get; }

    /// <summary>So many places are pointed at that each is drawn small.</summary>
    public bool IsCrowded => Here.Count > 4;

    /// <summary>Places pointed at whose position nobody knows.</summary>
    public IReadOnlyList<Place> Missing { get; }

    private IReadOnlyList<MapName> Named(double hereLetters, double letters, double mark, bool all)
    {
        var here = Here.Select(point => new MapMark(point.Place, point.X, point.Y, 0) { Radius = IsCrowded ? 6 : mark }).ToList();
        var others = Others.Select(point => new MapMark(point.Place, point.X, point.Y, 0) { Radius = mark / 2.5 }).ToList();
        var room = new MapNames(DistrictMap.Width, Map.Height, [.. here, .. others]);
        string Name(MapMark spot) => spot.Place.Name.In(_language);
        return
        [
            .. room.Place(here.OrderByDescending(spot => _here.Contains(spot.Place)), Name, hereLetters, leaders: false),
            .. room.Place(others.OrderByDescending(spot => spot.Place.IsCentre).Where(spot => all || spot.Place.IsCentre), Name, letters, leaders: false),
        ];
    }
}
