using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Money;

/// <summary>A sum that counts, with everything by which totals are taken apart.</summary>
public sealed record MoneyEntry(Guid MeasureId, FundingSource Source, int Year, Figures Figures);

/// <summary>Where the money of a measure is told: in one municipality, in several, or in the whole district.</summary>
/// <param name="Municipality">Its code; null for the other two.</param>
/// <param name="Several">In more than one municipality: its money is not divided among them, because nothing says how.</param>
public sealed record MoneyPlace(string? Municipality, bool Several)
{
    public static readonly MoneyPlace District = new(null, false), InSeveral = new(null, true);

    public static MoneyPlace Of(PlanInForce plan, Measure measure) => plan.Municipalities(measure).Take(2).ToList() switch
    {
        [] => District,
        [var only] => new(only.Code, false),
        _ => InSeveral,
    };
}

/// <summary>One line of totals for a municipality.</summary>
/// <param name="Inhabitants">Null where nobody has entered how many, and for what is not one place.</param>
public sealed record PlaceFigures(MoneyPlace At, Place? Place, Figures Figures, Inhabitants? Inhabitants);

/// <summary>
/// The money of the whole programme, taken apart in four ways. Each way adds up to the whole: every sum is in exactly one
/// source, year, section and place.
/// </summary>
public sealed record MoneyTotals(
    Figures Whole, IReadOnlyDictionary<FundingSource, Figures> BySource, IReadOnlyDictionary<int, Figures> ByYear,
    IReadOnlyList<(Section Section, Figures Figures)> BySection, IReadOnlyList<PlaceFigures> ByPlace)
{
    /// <summary>Of how many measures something is recorded.</summary>
    public int Measures { get; init; }

    public static MoneyTotals Of(PlanInForce plan, IReadOnlyDictionary<Guid, MeasureMoney> money, IReadOnlyList<Inhabitants> inhabitants)
    {
        var measures = plan.Measures.ToDictionary(measure => measure.Id);
        var entries = money.Values.SelectMany(of => of.Entries).Where(entry => measures.ContainsKey(entry.MeasureId)).ToList();
        var sections = By(entries, entry => measures[entry.MeasureId].SectionId);
        var places = By(entries, entry => MoneyPlace.Of(plan, measures[entry.MeasureId]));
        return new(
            Figures.Of(entries.Select(entry => entry.Figures)), By(entries, entry => entry.Source), By(entries, entry => entry.Year),
            [.. plan.Sections.Where(section => sections.ContainsKey(section.Id)).Select(section => (section, sections[section.Id]))],
            [.. plan.AllMunicipalities.Select(place => new MoneyPlace(place.Code, false)).Append(MoneyPlace.InSeveral).Append(MoneyPlace.District)
                .Where(places.ContainsKey)
                .Select(at => new PlaceFigures(at, at.Municipality is { } code ? plan.Place(code) : null, places[at], at.Municipality is { } of ? Newest(inhabitants, of) : null))])
        {
            Measures = entries.Select(entry => entry.MeasureId).Distinct().Count(),
        };
    }

    public static Inhabitants? Newest(IEnumerable<Inhabitants> inhabitants, string place) =>
        inhabitants.Where(i => i.Counts && i.Place == place).OrderByDescending(i => i.Year).ThenByDescending(i => i.Id).FirstOrDefault();

    internal static Dictionary<TKey, Figures> By<TKey>(IEnumerable<MoneyEntry> entries, Func<MoneyEntry, TKey> key) where TKey : notnull =>
        entries.GroupBy(key).ToDictionary(part => part.Key, part => Figures.Of(part.Select(entry => entry.Figures)));
}
