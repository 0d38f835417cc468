using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Works;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Places;

/// <summary>What is promised where: a picture that works anywhere, which a script makes a map to move and enlarge.</summary>
[OpenToAll]
public sealed class MapModel(PlanShelf shelf, DistrictMap map, PageText text, TileServer tiles, TimeProvider clock, Db db, ProgressShelf progress, SidesShelf sides) : PageModel
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
        if (await progress.PublicAsync(HttpContext.RequestAborted) is { } now && await sides.CurrentAsync(db, now, HttpContext.RequestAborted) is var beside)
            Sites = [.. plan.Measures.SelectMany(m => beside.WorksOf(m).Standing.Where(o => o.Site is not null).Select(o => (m, o)))];
        Located = plan.Measures.Count(measure => measure.Places.Any(p => plan.Place(p.Place)?.Kind is PlaceKind.Village or PlaceKind.Site));
    }

    /// <summary>What is worst of what is told of a place, by the vocabulary of states: the first of these.</summary>
    private static readonly string[] WorstFirst = ["late", "silent", "risk", "pause", "track", "wait", "donelate", "done"];

    public DateOnly Today { get; } = clock.Today();

    /// <summary>Objects of works whose site is known, in the order of the plan.</summary>
    public IReadOnlyList<(Measure Measure, WorksObject Object)> Sites { get; private set; } = [];

    public string StateOf(Measure measure) => Standing.Of(Plan!, measure, Today);

    /// <summary>The worst state among measures; null where none of them is counted.</summary>
    public string? Worst(IEnumerable<Measure> measures) =>
        measures.Select(StateOf).Where(WorstFirst.Contains).MinBy(state => Array.IndexOf(WorstFirst, state));

    /// <summary>How many of them have fallen due, and how many of these are done.</summary>
    public (int Due, int Executed) Done(IEnumerable<Measure> measures)
    {
        var due = measures.Where(m => StateOf(m) is not ("gone" or "pause")).Select(Plan!.Reported).OfType<Reported>().Where(r => r.Due).ToList();
        return (due.Count, due.Count(r => r.Executed));
    }

    public Promises Promises(Place place) => Plan!.PromisedTo(place);

    /// <summary>Municipalities by name, each with itself and its villages and sites after it.</summary>
    public IEnumerable<(Place Area, IEnumerable<Place> Parts)> List() =>
        from area in InOrder(Plan!.Places.Where(p => p.Kind == PlaceKind.Municipality))
        select (area, InOrder(Plan.Places.Where(p => p != area && p.Kind is PlaceKind.Village or PlaceKind.Site && Plan.Chain(p).Contains(area))));

    /// <summary>Sites that lie in no municipality: a river.</summary>
    public IEnumerable<Place> Elsewhere() => InOrder(Plan!.Places.Where(p => p.Kind == PlaceKind.Site && Plan.Chain(p).All(above => above.Kind != PlaceKind.Municipality)));

    private IEnumerable<Place> InOrder(IEnumerable<Place> places) => places.OrderBy(place => place.Name.In(text.Language), text.Names);
}
