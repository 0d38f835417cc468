using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>One measure, ready to be searched and filtered.</summary>
/// <param name="Texts">Everything about it that a search looks into, in all languages.</param>
/// <param name="Values">Its value or values in each group of the filter.</param>
public sealed record RegisterRow(Measure Measure, Section Section, PlanTask Task, IReadOnlyList<SearchableText> Texts, IReadOnlyDictionary<FacetGroup, IReadOnlySet<string>> Values)
{
    public bool Has(FacetGroup facet, string value) => Values[facet].Contains(value);
}

/// <summary>All measures of a plan, ready to be searched. Made once for a plan and a day, and let go with the plan.</summary>
public sealed class RegisterIndex
{
    private static readonly ConditionalWeakTable<PlanInForce, ConcurrentDictionary<DateOnly, RegisterIndex>> Made = [];

    private readonly Dictionary<FacetGroup, HashSet<string>> _known;

    private RegisterIndex(PlanInForce plan, DateOnly today)
    {
        Rows = [.. plan.Measures.Select(measure => Row(plan, measure, today))];
        _known = Enum.GetValues<FacetGroup>().ToDictionary(facet => facet, facet => Rows.SelectMany(row => row.Values[facet]).ToHashSet());
    }

    public IReadOnlyList<RegisterRow> Rows { get; }

    /// <summary>The values that occur in a group.</summary>
    public IReadOnlySet<string> Known(FacetGroup facet) => _known[facet];

    public static RegisterIndex Of(PlanInForce plan, DateOnly today)
    {
        var days = Made.GetOrCreateValue(plan);
        if (days.Count > 2) days.Clear(); // yesterday is over
        return days.GetOrAdd(today, day => new RegisterIndex(plan, day));
    }

    private static RegisterRow Row(PlanInForce plan, Measure measure, DateOnly today)
    {
        var (section, task) = (plan.Section(measure), plan.Task(measure));
        return new(measure, section, task, [.. Words(plan, measure, task).Where(text => text.Length > 0).Distinct().Select(text => new SearchableText(text))], Values(plan, measure, section, today));
    }

    private static IEnumerable<string> Words(PlanInForce plan, Measure measure, PlanTask task)
    {
        Words[] own = [measure.Title, measure.ExpectedResult, measure.ShortName, task.Title];
        var names = Bodies(plan, measure).SelectMany(body => (Words[])[body.Name, body.ShortName]).Concat(Places(plan, measure).Select(place => place.Name));
        return [.. own.Concat(names).SelectMany(InAllLanguages), measure.Code, measure.Number ?? "", measure.Schedule.Text, measure.ResponsibleText];
    }

    private static IEnumerable<string> InAllLanguages(Words words) => new[] { words.Ky, words.Ru, words.En }.OfType<string>();

    private static Dictionary<FacetGroup, IReadOnlySet<string>> Values(PlanInForce plan, Measure measure, Section section, DateOnly today)
    {
        var places = Places(plan, measure).Select(place => place.Code).ToHashSet();
        var findings = plan.FindingsOf(measure).ToList();
        return new()
        {
            [FacetGroup.Section] = Set(Text(section.Ordinal)),
            [FacetGroup.Kind] = Set(measure.Kind.ToString().ToLowerInvariant()),
            [FacetGroup.Place] = places.Count > 0 ? places : Set(plan.Programme.District),
            [FacetGroup.Body] = Bodies(plan, measure).Select(body => body.Code).ToHashSet(),
            [FacetGroup.Year] = plan.RunYears(measure).Select(Text).ToHashSet(),
            [FacetGroup.Due] = plan.DueYears(measure).Select(Text).ToHashSet(),
            [FacetGroup.Finding] = findings.Select(f => f.Code).Concat(findings.Select(f => f.Severity.ToString().ToLowerInvariant())).ToHashSet(),
            [FacetGroup.State] = Set(Standing.Of(plan, measure, today)),
        };
    }

    /// <summary>Those who have a part, groups and their members both.</summary>
    private static IEnumerable<Bodies.Body> Bodies(PlanInForce plan, Measure measure) => plan.Bodies.Where(body => plan.HasPart(body, measure));

    /// <summary>The places it names and the municipalities they lie in.</summary>
    private static IEnumerable<Place> Places(PlanInForce plan, Measure measure) =>
        measure.Places.Select(part => plan.Place(part.Place)).OfType<Place>().SelectMany(plan.Chain)
            .Where(place => place.Kind is PlaceKind.Municipality or PlaceKind.Village or PlaceKind.Site).Distinct();

    private static HashSet<string> Set(string value) => [value];

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
