using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Web;

/// <summary>A picture of the district with some places pointed at: for a measure, a village, a municipality.</summary>
public sealed class MapPicture
{
    public MapPicture(DistrictMap map, PlanInForce plan, IReadOnlyList<Place> here, string language)
    {
        Map = map;
        var all = plan.Places.Where(place => place.Kind is PlaceKind.Village or PlaceKind.Site).ToList();
        var meant = all.Where(place => plan.Chain(place).Any(here.Contains)).ToHashSet();

        var points = all.Select(map.Find).OfType<MapPoint>().ToList();
        Here = [.. points.Where(point => meant.Contains(point.Place))];
        Others = [.. points.Where(point => !meant.Contains(point.Place))];
        Missing = [.. meant.Where(place => map.Find(place) is null && (place.Kind == PlaceKind.Village || here.Contains(place)))];
        Labels = DistrictMap.Label(Here.OrderByDescending(p => here.Contains(p.Place)).Concat(Others.Where(p => p.Place.IsCentre)), points, p => p.Place.Name.In(language), p => p.Place.IsCentre ? 24 : IsCrowded ? 16 : 22);
    }

    public DistrictMap Map { get; }

    /// <summary>Villages pointed at, or lying in a municipality pointed at.</summary>
    public IReadOnlyList<MapPoint> Here { get; }
    public IReadOnlyList<MapPoint> Others { get; }
    public IReadOnlyList<MapPoint> Labels { get; }

    /// <summary>So many places are pointed at that each is drawn small.</summary>
    public bool IsCrowded => Here.Count > 4;

    /// <summary>Places pointed at whose position nobody knows.</summary>
    public IReadOnlyList<Place> Missing { get; }
}
