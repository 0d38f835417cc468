using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>One row of a comparison: a municipality, a body, a section, with what its measures come to.</summary>
/// <param name="Href">Without the language; null where there is no page.</param>
/// <param name="Answered">Measures about which the last owed period has an accepted return, of those that owed one.</param>
public sealed record Group(Words Name, string? Href, Summary Summary, IReadOnlyList<string> Units, int Answered, int Owed)
{
    public static Group Of(Words name, string? href, IEnumerable<MeasureProgress> measures)
    {
        var all = measures.Where(p => p.State != "gone").ToList();
        var owing = all.Where(p => p.LastOwed is not null && !p.IsDone).ToList();
        return new(name, href, Summary.Of(all), [.. all.Where(p => p.Due && p.State != "pause").Select(p => p.Unit).OrderBy(Standing.Units.Index)],
            owing.Count(p => p.History.Any(h => h.Period == p.LastOwed)), owing.Count);
    }
}

/// <summary>The rows of the head's and the coordinator's screens.</summary>
public static class Groups
{
    /// <summary>Municipalities, then what is for the whole district. A measure of two municipalities stands in both, so rows do not add up; the whole is given beside them.</summary>
    public static IReadOnlyList<Group> ByMunicipality(ProgrammeProgress now, Words wholeDistrict) =>
    [
        .. now.Plan.AllMunicipalities.Select(place => Group.Of(place.Name, "/places/" + place.Code, now.Measures.Where(p => now.Plan.Municipalities(p.Measure).Contains(place)))),
        Group.Of(wholeDistrict, null, now.Measures.Where(p => !now.Plan.Municipalities(p.Measure).Any())),
    ];

    /// <summary>Bodies by the measures they lead, those with most to do first.</summary>
    public static IReadOnlyList<Group> ByBody(ProgrammeProgress now) =>
    [
        .. now.Measures.Where(p => now.Plan.Lead(p.Measure) is not null).GroupBy(p => now.Plan.Lead(p.Measure)!.Code)
            .Select(of => Group.Of(now.Plan.Body(of.Key)!.ShortName, "/bodies/" + of.Key, of))
            .OrderByDescending(g => g.Summary.In("late") + g.Summary.In("silent")).ThenByDescending(g => g.Summary.In("risk")).ThenByDescending(g => g.Summary.Count).ThenBy(g => g.Name.Ky, StringComparer.Ordinal),
    ];
}
