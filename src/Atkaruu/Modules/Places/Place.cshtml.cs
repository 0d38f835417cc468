using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Places;

/// <summary>What is promised to one village, municipality or site, or to the district.</summary>
[OpenToAll]
public sealed class PlaceModel(PlanShelf shelf, ProgressShelf progress, DistrictMap map, PageText text, TimeProvider clock) : PageModel
{
    /// <summary>More own measures than this are a table; fewer are told one by one.</summary>
    private const int FewMeasures = 12;

    public PlanInForce Plan { get; private set; } = null!;
    public Place Place { get; private set; } = null!;
    public Promises Promises { get; private set; } = null!;
    public TimelineChart Chart { get; private set; } = null!;
    public MapPicture Map { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>How its measures stand beside other places of its kind; null before anything has been published.</summary>
    public Compared? Compared { get; private set; }

    public bool AreFew => Promises.Own.Count <= FewMeasures;

    /// <summary>What it lies in, the widest first.</summary>
    public IReadOnlyList<Place> Above => [.. Plan.Chain(Place).Skip(1).Where(place => place.Kind != PlaceKind.Oblast).Reverse()];

    /// <summary>Whose government answers for it, where a body has it as its own place.</summary>
    public Body? Government => Plan.Chain(Place).Select(place => Plan.Bodies.FirstOrDefault(body => body.Place == place.Code)).FirstOrDefault(body => body is not null);

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Place(code) is not { Kind: not PlaceKind.Oblast } place) return NotFound();

        (Plan, Place, Today) = (plan, place, clock.Today());
        Promises = plan.PromisedTo(place);
        Chart = TimelineChart.Of(plan, Promises.Own, Today);
        Map = new(map, plan, place.Kind == PlaceKind.District ? [] : [place], text.Language);
        if (plan.AnythingReported && await progress.PublicAsync(HttpContext.RequestAborted) is { } all) Compared = Compare(all);
        return Page();
    }

    private Compared? Compare(ProgrammeProgress all)
    {
        IReadOnlyList<Measure> own = Place.Kind == PlaceKind.District ? all.Plan.Measures : [.. Promises.Own, .. Promises.Inside];
        var others = all.Plan.Places.Where(p => p.Kind == (Place.Kind == PlaceKind.District ? PlaceKind.Municipality : Place.Kind) && p.Code != Place.Code);
        return own.Count == 0 ? null : Compared.Of(all, own, others.Select(all.Plan.PromisedTo).Select(of => of.Own.Concat(of.Inside)));
    }

    public Lane LaneOf(Measure measure) => TimelineChart.LaneOf(Plan, Chart.Scale, measure, Today);

    /// <summary>Places of a kind that lie directly in this one, by name.</summary>
    public IEnumerable<Place> Parts(PlaceKind kind) => Plan.Places.Where(p => p.Parent == Place.Code && p.Kind == kind).OrderBy(p => p.Name.In(text.Language), text.Names);

    public MeasureList Table(string caption, IEnumerable<MeasureLine> lines, string? heading = null) => new(Plan, Today, caption, lines, heading);

    /// <summary>Measures with their lead bodies beside them.</summary>
    public IEnumerable<MeasureLine> WithLeads(IEnumerable<Measure> measures) =>
        measures.Select(measure => Plan.Lead(measure) is { } lead ? new MeasureLine(measure, lead.ShortName.In(text.Language), "/bodies/" + lead.Code) : new MeasureLine(measure));

    /// <summary>Measures with the places inside this one that they name.</summary>
    public IEnumerable<MeasureLine> WithPlaces(IEnumerable<Measure> measures) =>
        measures.Select(measure => new MeasureLine(measure, string.Join(", ", measure.Places.OrderBy(p => p.Order).Select(p => Plan.Place(p.Place)).OfType<Place>().Select(p => p.Name.In(text.Language)))));

    /// <summary>Measures of wider places, with whom each is meant for.</summary>
    public IEnumerable<MeasureLine> WithWhose(IEnumerable<Shared> shared) => shared.Select(s => new MeasureLine(s.Measure, WhoseOf(s)));

    private string WhoseOf(Shared shared) =>
        shared.Whose.Kind == PlaceKind.District ? text.Say("place.whose.district")
        : Promises.IsForEveryMunicipality(Plan, shared.Measure) ? text.Say("place.whose.every")
        : text.Full(shared.Whose);
}
