using System.Collections.Concurrent;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>
/// Progress of a whole programme from one point of view, and from every other on request: the raw facts are all here. Nothing in it changes;
/// what happens makes a new one, which takes over from the old what did not change.
/// </summary>
public sealed class ProgrammeProgress
{
    /// <summary>Other points of view kept at hand: a page asks for a few, and each is made from the facts in a moment.</summary>
    private const int MostViews = 32;

    private readonly IReadOnlyDictionary<Guid, MeasureFacts> _facts;
    private readonly Dictionary<Guid, MeasureProgress> _measures;
    private readonly ConcurrentDictionary<Viewpoint, ProgrammeProgress> _views = new();
    private readonly ConcurrentDictionary<Type, object> _figures = new();

    private ProgrammeProgress(PlanInForce plan, IReadOnlyList<PeriodFact> periods, IReadOnlyDictionary<Guid, MeasureFacts> facts, Viewpoint view, Dictionary<Guid, MeasureProgress> measures) =>
        (Plan, Periods, _facts, View, _measures) = (plan, periods, facts, view, measures);

    /// <summary>Everything computed anew.</summary>
    public static ProgrammeProgress Of(PlanInForce plan, IReadOnlyList<PeriodFact> periods, IReadOnlyDictionary<Guid, MeasureFacts> facts, Viewpoint view) =>
        new(plan, periods, facts, view, plan.Measures.ToDictionary(m => m.Id, m => Judge(plan, periods, facts, view, m)));

    /// <summary>The same with new facts about a few measures: only these are computed again, from every point of view that is at hand.</summary>
    public ProgrammeProgress With(IReadOnlyDictionary<Guid, MeasureFacts> changed)
    {
        var facts = new Dictionary<Guid, MeasureFacts>(_facts);
        var measures = new Dictionary<Guid, MeasureProgress>(_measures);
        foreach (var (id, now) in changed) facts[id] = now;
        foreach (var measure in Plan.Measures.Where(m => changed.ContainsKey(m.Id))) measures[measure.Id] = Judge(Plan, Periods, facts, View, measure);
        ProgrammeProgress after = new(Plan, Periods, facts, View, measures);
        foreach (var (view, seen) in _views) after._views[view] = seen.With(changed);
        return after;
    }

    public PlanInForce Plan { get; }
    public IReadOnlyList<PeriodFact> Periods { get; }
    public Viewpoint View { get; }

    /// <summary>In the order of the document.</summary>
    public IEnumerable<MeasureProgress> Measures => Plan.Measures.Select(Of);

    public MeasureProgress Of(Measure measure) => _measures[measure.Id];
    public MeasureFacts FactsOf(Measure measure) => _facts.GetValueOrDefault(measure.Id, MeasureFacts.None);
    public Summary Whole => Summary.Of(Measures);
    public Summary Of(IEnumerable<Measure> some) => Summary.Of(some.Select(Of));

    /// <summary>The same facts from another point of view.</summary>
    public ProgrammeProgress From(Viewpoint view)
    {
        if (view == View) return this;
        if (_views.Count >= MostViews) _views.Clear();
        return _views.GetOrAdd(view, _ => Of(Plan, Periods, _facts, view));
    }

    /// <summary>What follows from this alone, the same for whoever looks: made when it is first asked for.</summary>
    public T Figures<T>(Func<ProgrammeProgress, T> of) where T : class => (T)_figures.GetOrAdd(typeof(T), _ => of(this));

    private static MeasureProgress Judge(PlanInForce plan, IReadOnlyList<PeriodFact> periods, IReadOnlyDictionary<Guid, MeasureFacts> facts, Viewpoint view, Measure measure) =>
        Judging.Judge(Promise.Of(plan, measure), facts.GetValueOrDefault(measure.Id, MeasureFacts.None), periods, view);
}
