using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Where: the plan's own district, in places that exist, in the municipality they really lie in.</summary>
internal static partial class TerritoryChecks
{
    /// <summary>«облустун аймагындагы» in a district's plan: copied from the oblast's, and nobody here can answer for it.</summary>
    public static IEnumerable<Finding> WrongTerritory(CheckedPlan plan)
    {
        if (Oblast().IsMatch(plan.Draft.Programme.Title)) return [];
        return from measure in plan.Measures
               from cell in new[] { measure.TitleCell(), measure.ResultCell() }
               let words = Oblast().Matches(cell.Text)
               where words.Count > 0
               select Found.In(measure, "wrong-territory", Severity.Warning, [cell.Quote(words.Select(w => (w.Index, w.Length)))], words[0].Value);
    }

    /// <summary>«райондордо», «региондордо», «РМАлар»: several districts in the plan of one. Clumsy, seldom harmful; told once.</summary>
    public static IEnumerable<Finding> SeveralTerritories(CheckedPlan plan)
    {
        if (Oblast().IsMatch(plan.Draft.Programme.Title)) yield break;
        var quotes = (from cell in plan.Cells
                      where cell.Ordinal > 0
                      let words = SeveralDistricts().Matches(cell.Text)
                      where words.Count > 0
                      select (Quote: cell.Quote(words.Select(w => (w.Index, w.Length))), Words: words.Select(w => w.Value))).ToList();
        if (quotes.Count == 0) yield break;
        var finding = Found.Of("several-territories", Severity.Note, quotes.Select(q => q.Quote.Ordinal), quotes.Select(q => q.Quote),
            Found.Words(quotes.SelectMany(q => q.Words).DistinctBy(Folding.Fold), 5), Found.Rows(quotes.Select(q => q.Quote.Ordinal)));
        yield return finding.InRows(row => [finding.MarkedIn(row)]);
    }

    /// <summary>A village or a site whose name the district does not know.</summary>
    public static IEnumerable<Finding> PlaceUnknown(CheckedPlan plan)
    {
        if (plan.Vocabulary.Places.Count == 0) return [];
        var known = plan.Vocabulary.Places.SelectMany(p => p.Aliases.Append(p.Name.Ky)).Select(Key).ToHashSet();
        return from measure in plan.Measures
               from cell in new[] { measure.TitleCell(), measure.ResultCell() }
               from Match place in NamedPlace().Matches(cell.Text)
               let name = place.Groups["name"].Value
               where !IsKnown(name, known)
               select Found.In(measure, "place-unknown", Severity.Note, [cell.Quote((place.Groups["name"].Index, name.Length))], name);
    }

    /// <summary>A village in a measure of another municipality.</summary>
    public static IEnumerable<Finding> PlacesDisagree(CheckedPlan plan) =>
        from measure in plan.Measures
        let lead = measure.Responsible.Lead is { } code ? plan.Bodies.GetValueOrDefault(code) : null
        where lead?.Place is not null
        let own = measure.Responsible.Bodies.Select(b => plan.Bodies.GetValueOrDefault(b)?.Place).OfType<string>().ToHashSet()
        let outside = measure.Places.Where(p => Municipality(plan, p) is { } municipality && !own.Contains(municipality)).ToList()
        where outside.Count > 0 && outside.Count == measure.Places.Count(p => Municipality(plan, p) is not null)
        select Found.In(measure, "places-disagree", Severity.Warning, [measure.TitleCell().Quote(), measure.ResponsibleCell().Quote()],
            plan.Places[outside[0]].Name, lead.Name);

    private static string? Municipality(CheckedPlan plan, string code)
    {
        for (var place = plan.Places.GetValueOrDefault(code); place is not null; place = place.Parent is null ? null : plan.Places.GetValueOrDefault(place.Parent))
            if (place.Kind == PlaceKind.Municipality) return place.Code;
        return null;
    }

    /// <summary>Known as a whole, or as known names strung together: «Чак-Жаш-Тилек» is Чак and Жаш-Тилек.</summary>
    private static bool IsKnown(string name, HashSet<string> known)
    {
        if (known.Contains(Key(name))) return true;
        var parts = name.Split(['-', ' ']);
        return Enumerable.Range(1, Math.Max(0, parts.Length - 1)).Any(i => known.Contains(Key(string.Join('-', parts[..i]))) && known.Contains(Key(string.Join('-', parts[i..]))));
    }

    /// <summary>A name without its kind, letters folded: «Жекенди айыл аймагы» is жекенди.</summary>
    private static string Key(string name) => string.Concat(Folding.Words(KindOfPlace().Replace(name, "")).Select(w => w.Text));

    [GeneratedRegex(@"\bоблус(?:тун|та|тагы|тан|ка)\b(?:\s+аймаг\p{L}+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Oblast();

    [GeneratedRegex(@"\b(?:райондор\p{L}*|региондор\p{L}*|ар\s+бир\s+региондо|РМАлар\p{L}*)", RegexOptions.IgnoreCase)]
    private static partial Regex SeveralDistricts();

    [GeneratedRegex(@"(?<![\p{L}-])(?<name>\p{Lu}\p{L}+(?:[- ]\p{Lu}?\p{L}+){0,2}?)\s+(?:айыл(?:ы|ын|ына|ында|ындагы|ынын|ынан)|участка(?:сы|сына|сында|сынын|сындагы))\b")]
    private static partial Regex NamedPlace();

    [GeneratedRegex(@"\s+(?:айыл|район|облус|участка|дарыя|айылдык|өткөрмө|эс|массив|жайлоо).*$", RegexOptions.IgnoreCase)]
    private static partial Regex KindOfPlace();
}
