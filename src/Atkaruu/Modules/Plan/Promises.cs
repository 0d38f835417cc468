using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Plan;

/// <summary>A measure that is not a place's own but concerns it, because it is promised to what the place lies in.</summary>
/// <param name="Whose">The municipality or district that the measure names.</param>
public sealed record Shared(Measure Measure, Place Whose);

/// <summary>What the plan promises to one place: from its own kindergarten to what is meant for the whole district.</summary>
public sealed class Promises
{
    private readonly PlanInForce _plan;

    public Promises(PlanInForce plan, Place place)
    {
        (_plan, Place) = (plan, place);
        List<(Measure Measure, List<Place> Names)> all = [.. plan.Measures.Select(measure => (measure, Names(measure).ToList()))];
        Own = [.. all.Where(of => of.Names.Exists(IsOwn)).Select(of => of.Measure)];
        Inside = place.Kind is PlaceKind.Municipality or PlaceKind.District
            ? [.. all.Where(of => of.Names.Exists(named => plan.Chain(named).Contains(place))).Select(of => of.Measure).Except(Own)]
            : [];
        HashSet<Measure> nearer = [.. Own, .. Inside];
        Around = [.. plan.Chain(place).Skip(1).SelectMany(wider => all.Where(of => of.Names.Contains(wider)).Select(of => new Shared(of.Measure, wider))).Where(s => nearer.Add(s.Measure))];
        Unplaced = [.. all.Where(of => of.Names.Count == 0).Select(of => of.Measure)];
    }

    public Place Place { get; }

    /// <summary>Measures that name the place; for a village also those that name a site in it.</summary>
    public IReadOnlyList<Measure> Own { get; }

    /// <summary>For a municipality and the district: measures of places that lie in it.</summary>
    public IReadOnlyList<Measure> Inside { get; }

    /// <summary>Measures of what the place lies in, the nearest first.</summary>
    public IReadOnlyList<Shared> Around { get; }

    /// <summary>Measures that name no place at all: they are for the whole district.</summary>
    public IReadOnlyList<Measure> Unplaced { get; }

    /// <summary>Who answers for the place's own measures, those with most first; groups stand as groups.</summary>
    public IReadOnlyList<(Body Body, int Leads, int Takes)> Bodies() =>
        [.. Own.SelectMany(measure => measure.Bodies).GroupBy(part => part.Body)
            .Select(parts => (Body: _plan.Body(parts.Key), Leads: parts.Count(p => p.Role == BodyRole.Lead), Takes: parts.Count()))
            .Where(b => b.Body is not null).OrderByDescending(b => b.Leads).ThenByDescending(b => b.Takes).Select(b => (b.Body!, b.Leads, b.Takes))];

    /// <summary>Whether a measure is promised to every municipality alike.</summary>
    public static bool IsForEveryMunicipality(PlanInForce plan, Measure measure) =>
        plan.Places.Where(p => p.Kind == PlaceKind.Municipality).All(municipality => measure.Places.Any(p => p.Place == municipality.Code));

    private bool IsOwn(Place named) => named == Place || Place.Kind == PlaceKind.Village && _plan.Chain(named).Contains(Place);

    private IEnumerable<Place> Names(Measure measure) => measure.Places.OrderBy(p => p.Order).Select(p => _plan.Place(p.Place)).OfType<Place>();
}
