using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan;

/// <summary>The programme in one look: how much of what was due is done, what falls due next, what is wrong with the plan.</summary>
[OpenToAll]
public sealed class HomeModel(PlanShelf shelf, ProgressShelf progress, PageText text, Navigation navigation, TimeProvider clock) : PageModel
{
    private const int ShownDue = 8, ShownFindings = 3, ShownMoves = 6;

    public PlanInForce? Plan { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Measures in force: what is struck out is counted nowhere.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    /// <summary>Where everything stands, as everybody knows it.</summary>
    public ProgrammeProgress Progress { get; private set; } = null!;

    /// <summary>The whole programme: executed / due, and the internal score.</summary>
    public Summary Whole { get; private set; } = null!;

    /// <summary>Shapes of the measures of which something has fallen due: the "due" of "executed / due".</summary>
    public IEnumerable<string> Units(IEnumerable<Measure> measures) =>
        measures.Select(Progress.Of).Where(p => p.Due && p.State is not ("pause" or "gone")).Select(p => p.Unit).OrderBy(Standing.Units.Index);

    /// <summary>What moved last.</summary>
    public IReadOnlyList<Moved> Moves => Moved.Latest(Progress, ShownMoves);

    public bool AnythingReported => Plan!.AnythingReported;

    public int ReportedCount => Plan!.Reports.Values.Count(r => r.Last is not null);

    public string StateOf(Measure measure) => Standing.Of(Plan!, measure, Today);

    /// <summary>For each year, the state of what falls due in it, one for each measure or yearly part.</summary>
    public IEnumerable<(int Year, IReadOnlyList<string> States)> Years() => Plan!.Programme.Years.Select(year =>
        (year, (IReadOnlyList<string>)[.. DueIn(year).Select(measure => Standing.In(Plan!, measure, year, Today)).OrderBy(Standing.States.Index)]));

    public IEnumerable<Measure> DueIn(int year) => Measures.Where(measure => Plan!.DueYears(measure).Contains(year));

    /// <summary>This year and the next, with the first few of what falls due in each; single deadlines before yearly parts.</summary>
    public IEnumerable<(int Year, int Count, IReadOnlyList<Measure> First)> Soon() =>
        from year in new[] { Today.Year, Today.Year + 1 }
        where year <= Plan!.Programme.ToYear
        let due = DueIn(year).ToList()
        select (year, due.Count, (IReadOnlyList<Measure>)[.. due.OrderBy(m => m.Kind == MeasureKind.Recurring).ThenBy(m => Plan!.LastDue(m)).ThenBy(m => m.Ordinal).Take(ShownDue)]);

    public IEnumerable<(Section Section, IReadOnlyList<Measure> Measures)> Sections() =>
        Plan!.Sections.Select(section => (section, (IReadOnlyList<Measure>)[.. Measures.Where(m => m.SectionId == section.Id)])).Where(s => s.Item2.Count > 0);

    public IEnumerable<(MeasureKind Kind, IReadOnlyList<Measure> Measures)> Kinds() =>
        Enum.GetValues<MeasureKind>().Select(kind => (kind, (IReadOnlyList<Measure>)[.. Measures.Where(m => m.Kind == kind)])).Where(k => k.Item2.Count > 0);

    public IEnumerable<(Place Municipality, IReadOnlyList<Measure> Measures)> ByMunicipality() =>
        Municipalities().Select(place => (place, (IReadOnlyList<Measure>)[.. Measures.Where(m => Plan!.Municipalities(m).Contains(place))]));

    public IReadOnlyList<Measure> OfWholeDistrict => [.. Measures.Where(measure => !Plan!.Municipalities(measure).Any())];

    public IEnumerable<Place> Municipalities() => Plan!.Places.Where(p => p.Kind == PlaceKind.Municipality).OrderBy(p => p.Name.In(text.Language), text.Names);

    public IEnumerable<Place> VillagesOf(Place municipality) =>
        Plan!.Places.Where(p => p.Kind == PlaceKind.Village && p.Parent == municipality.Code).OrderBy(p => p.Name.In(text.Language), text.Names);

    public IEnumerable<(Severity Severity, int Count)> FindingCounts() =>
        Enum.GetValues<Severity>().Select(severity => (severity, Plan!.Findings.Count(f => f.Severity == severity))).Where(f => f.Item2 > 0);

    /// <summary>The first few of the worst.</summary>
    public IEnumerable<Finding> WorstFindings() => Plan!.Findings.OrderBy(f => f.Severity).Take(ShownFindings);

    public string PlaceHref(Place place) => Url.Content(navigation.Has("/places") ? $"~/places/{place.Code}" : $"~/register?place={place.Code}");

    public string FindingsHref => Url.Content(navigation.Has("/findings") ? "~/findings" : "~/register?finding=error&finding=warning&finding=note");

    public bool HasTimeline => navigation.Has("/timeline");

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is null || await progress.PublicAsync(HttpContext.RequestAborted) is not { } now) return;
        (Plan, Progress, Whole) = (now.Plan, now, now.Whole);
        Measures = [.. now.Plan.Measures.Where(measure => measure.State != MeasureState.StruckOut)];
    }
}
