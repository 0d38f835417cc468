using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Places;

/// <summary>All municipalities with their villages, and a search among them.</summary>
[OpenToAll]
public sealed class PlacesModel(PlanShelf shelf, DistrictMap map, PageText text, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public PlanInForce? Plan { get; private set; }
    public MapPicture Map { get; private set; } = null!;
    public Place District { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>What the search found; null when nothing was asked.</summary>
    public IReadOnlyList<Place>? Found { get; private set; }

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Place(plan.Programme.District) is not { } district) return;

        (Plan, District, Map) = (plan, district, new(map, plan, [], text.Language));
        Query = Query?.Trim() is { Length: > 0 } query ? query[..Math.Min(query.Length, SearchQuery.MaxLength)] : null;
        if (Query is not null) Found = [.. InOrder(plan.Places.Where(place => place.Kind != PlaceKind.Oblast && Answers(place, new(Query))))];
    }

    public IEnumerable<Place> Of(PlaceKind kind) => InOrder(Plan!.Places.Where(place => place.Kind == kind));

    public IEnumerable<Place> Villages(Place municipality) => Of(PlaceKind.Village).Where(village => village.Parent == municipality.Code);

    public Promises Promises(Place place) => Plan!.PromisedTo(place);

    private IEnumerable<Place> InOrder(IEnumerable<Place> places) => places.OrderBy(place => place.Name.In(text.Language), text.Names);

    private static bool Answers(Place place, SearchQuery query) =>
        new[] { place.Name.Ky, place.Name.Ru, place.Name.En, place.Code }.Concat(place.Aliases).OfType<string>().Any(name => query.Finds([new SearchableText(name)]));
}

/// <summary>Places as a table with how much is promised to each.</summary>
public sealed record PlaceRows(PlacesModel Page, IEnumerable<Place> Places, string Heading);
