using System.Collections.Concurrent;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// The whole plan as it stands today, read once and shared by all pages until the next act changes it.
/// Nothing in it may be changed: a page that changes something loads its own entity from the database.
/// </summary>
public sealed class PlanInForce
{
    private readonly Dictionary<Guid, Section> _sections;
    private readonly Dictionary<Guid, IReadOnlyList<Section>> _paths = [];
    private readonly Dictionary<Guid, PlanTask> _tasks;
    private readonly Dictionary<string, Measure> _measures;
    private readonly Dictionary<string, Body> _bodies;
    private readonly Dictionary<string, Place> _places;
    private readonly ILookup<Guid, Indicator> _indicators;
    private readonly ILookup<int, Finding> _findings;
    private readonly ConcurrentDictionary<Place, Promises> _promises = new();

    public PlanInForce(
        Programme programme, IReadOnlyList<Edition> editions, IReadOnlyList<Section> sections, IReadOnlyList<PlanTask> tasks,
        IReadOnlyList<Measure> measures, IReadOnlyList<Indicator> indicators, IReadOnlyList<Body> bodies, IReadOnlyList<Place> places,
        IReadOnlyList<Finding> findings, string logHead, IReadOnlyDictionary<Guid, Reported>? reports = null)
    {
        Reports = reports ?? new Dictionary<Guid, Reported>();
        (Programme, Editions, Sections, Tasks, Measures) = (programme, editions, sections, tasks, measures);
        (Bodies, Places, Findings, LogHead) = (bodies, places, findings, logHead);
        _sections = sections.ToDictionary(s => s.Id);
        foreach (var (at, section) in sections.Index()) _paths[section.Id] = [.. sections.Take(at).LastOrDefault(above => above.Level < section.Level) is { } parent ? _paths[parent.Id] : [], section];
        _tasks = tasks.ToDictionary(t => t.Id);
        _measures = measures.ToDictionary(m => m.Code, StringComparer.OrdinalIgnoreCase);
        _bodies = bodies.ToDictionary(b => b.Code, StringComparer.OrdinalIgnoreCase);
        _places = places.ToDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
        _indicators = indicators.OrderBy(i => i.Ordinal).ToLookup(i => i.MeasureId);
        _findings = findings.SelectMany(f => f.Ordinals.Select(o => (o, f))).ToLookup(p => p.o, p => p.f);
    }

    /// <summary>The same plan with what the checks say about it; nothing is read again.</summary>
    internal PlanInForce With(IReadOnlyList<Finding> findings) =>
        new(Programme, Editions, Sections, Tasks, Measures, [.. _indicators.SelectMany(i => i)], Bodies, Places, findings, LogHead, Reports) { Season = Season, Wordings = Wordings };

    /// <summary>The same plan with what has been published about it.</summary>
    internal PlanInForce With(IReadOnlyDictionary<Guid, Reported> reports) =>
        new(Programme, Editions, Sections, Tasks, Measures, [.. _indicators.SelectMany(i => i)], Bodies, Places, Findings, LogHead, reports) { Season = Season, Wordings = Wordings };

    public Programme Programme { get; }

    /// <summary>All editions, the one in force last.</summary>
    public IReadOnlyList<Edition> Editions { get; }
    public Edition Edition => Editions[^1];

    /// <summary>Sections, tasks and measures in the order of the document; struck-out measures stand where they stood.</summary>
    public IReadOnlyList<Section> Sections { get; }
    public IReadOnlyList<PlanTask> Tasks { get; }
    public IReadOnlyList<Measure> Measures { get; }
    public IReadOnlyList<Body> Bodies { get; }
    public IReadOnlyList<Place> Places { get; }
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Hash of the last row of the log when this was read: the state of everything, in one word.</summary>
    public string LogHead { get; }

    /// <summary>When builders stand still.</summary>
    public BuildingSeason Season { get; init; } = BuildingSeason.Usual;

    /// <summary>The words of each measure in every edition, by its id.</summary>
    public ILookup<Guid, Wording> Wordings { get; init; } = Enumerable.Empty<Wording>().ToLookup(w => w.MeasureId);

    /// <summary>Where each measure stands by what has been published, by its id; empty until that has been computed.</summary>
    public IReadOnlyDictionary<Guid, Reported> Reports { get; }

    /// <summary>Whether anything at all has been published about progress.</summary>
    public bool AnythingReported => Reports.Values.Any(r => r.Last is not null);

    public Reported? Reported(Measure measure) => Reports.GetValueOrDefault(measure.Id);
    public Measure? Measure(string code) => _measures.GetValueOrDefault(code);
    public Body? Body(string code) => _bodies.GetValueOrDefault(code);
    public Place? Place(string code) => _places.GetValueOrDefault(code);
    public Section Section(Measure measure) => _sections[measure.SectionId];
    public PlanTask Task(Measure measure) => _tasks[measure.TaskId];

    /// <summary>The sections a section lies in, from the top, itself last.</summary>
    public IReadOnlyList<Section> Path(Section section) => _paths[section.Id];
    public IEnumerable<Indicator> Indicators(Measure measure) => _indicators[measure.Id];
    public IEnumerable<Finding> FindingsOf(Measure measure) => _findings[measure.Ordinal];

    public Body? Lead(Measure measure) =>
        measure.Bodies.FirstOrDefault(b => b.Role == BodyRole.Lead) is { } lead ? Body(lead.Body) : null;

    /// <summary>Whether a body has a part in a measure: by name, or as a member of a group that is named.</summary>
    public bool HasPart(Body body, Measure measure) =>
        measure.Bodies.Any(part => part.Body == body.Code || Body(part.Body) is { } group && group.Members.Contains(body.Code));

    /// <summary>The place, then what it lies in, up to the oblast.</summary>
    public IEnumerable<Place> Chain(Place place)
    {
        for (var next = place; next is not null; next = next.Parent is null ? null : Place(next.Parent)) yield return next;
    }

    /// <summary>The municipalities a measure's places lie in, each once; empty for a measure of the whole district.</summary>
    public IEnumerable<Place> Municipalities(Measure measure) =>
        measure.Places.Select(p => Place(p.Place)).OfType<Place>().SelectMany(Chain).Where(p => p.Kind == PlaceKind.Municipality).DistinctBy(p => p.Code);

    /// <summary>All of the district.</summary>
    public IEnumerable<Place> AllMunicipalities => Places.Where(p => p.Kind == PlaceKind.Municipality);

    /// <summary>What is promised to a place; worked out when it is first asked.</summary>
    public Promises PromisedTo(Place place) => _promises.GetOrAdd(place, to => new(this, to));

    /// <summary>
    /// The years in which something of this measure falls due: each year of its run for a recurring one, the year of its
    /// end for all others. A continuous measure never falls due.
    /// </summary>
    public IEnumerable<int> DueYears(Measure measure)
    {
        var (first, last) = (measure.Schedule.StartIn(Programme.FromYear).Year, measure.Schedule.EndIn(Programme.ToYear).Year);
        return measure.Kind switch
        {
            MeasureKind.Continuous => [],
            MeasureKind.Recurring => Enumerable.Range(first, last - first + 1),
            _ => [last],
        };
    }
}

/// <summary>What checks say about a plan; the Intake module gives the checks, so that this module need not know it.</summary>
public delegate IReadOnlyList<Finding> CheckPlan(PlanFile plan, IReadOnlyList<Body> bodies, IReadOnlyList<Place> places);
