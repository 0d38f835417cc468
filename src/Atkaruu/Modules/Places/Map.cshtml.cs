using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Places;

/// <summary>What is promised where: a picture that works anywhere, which a script makes a map to move and enlarge.</summary>
[OpenToAll]
public sealed class MapModel(PlanShelf shelf, DistrictMap map, PageText text, TileServer tiles) : PageModel
{
    public PlanInForce? Plan { get; private set; }
    public PromiseMap Map { get; private set; } = null!;
    public TileServer Tiles => tiles;

    /// <summary>Measures that name a village or a site.</summary>
    public int Located { get; private set; }

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan) return;

        Plan = plan;
        Map = new(map, plan.Places, place => Promises(place).Own.Count, place => place.Name.In(text.Language));
        Located = plan.Measures.Count(measure => measure.Places.Any(p => plan.Place(p.Place)?.Kind is PlaceKind.Village or PlaceKind.Site));
    }

    public Promises Promises(Place place) => new(Plan!, place);

    /// <summary>Municipalities by name, each with itself and its villages and sites after it.</summary>
    public IEnumerable<(Place Area, IEnumerable<Place> Parts)> List() =>
        from area in InOrder(Plan!.Places.Where(p => p.Kind == PlaceKind.Municipality))
        select (area, InOrder(Plan.Places.Where(p => p != area && p.Kind is PlaceKind.Village or PlaceKind.Site && Plan.Chain(p).Contains(area))));

    /// <summary>Sites that lie in no municipality: a river.</summary>
    public IEnumerable<Place> Elsewhere() => InOrder(Plan!.Places.Where(p => p.Kind == PlaceKind.Site && Plan.Chain(p).All(above => above.Kind != PlaceKind.Municipality)));

    private IEnumerable<Place> InOrder(IEnumerable<Place> places) => places.OrderBy(place => place.Name.In(text.Language), text.Names);
}
