using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Intake;

/// <summary>A place named in a text. «Айыл аймактарда» names all municipalities at once.</summary>
public sealed record PlaceMention(Place Place, int Start, int Length);

/// <summary>The places that a measure is about.</summary>
/// <param name="Soate">SOATE codes in the order of their naming, each once; a site, which has none, counts as the place it lies in.</param>
/// <param name="Sites">Own codes of the sites among them.</param>
public sealed record NamedPlaces(IReadOnlyList<string> Soate, IReadOnlyList<string> Sites);

/// <summary>
/// Recognises places of the district in running text: through spelling variants (Кара-Мык, Чон-Алай, Кара-Теит), case
/// endings and the word behind the name, which says what is meant: «Кашка-Суу айылы» is the village, «Кашка-Суу айыл
/// өкмөтү» the municipality, «Чоң-Алай району» the district. In a plan of one district «райондун аймагында» is that
/// district, and «айыл аймактарда», «ар бир айыл өкмөттө» are all its municipalities.
/// </summary>
public sealed partial class PlaceNames
{
    private const int LongestName = 4;

    // Shorter names are too near other words to forgive them a slip.
    private const int ShortestSlipped = 8;

    private readonly FrozenDictionary<string, Place[]> _places;
    private readonly KeyValuePair<string, Place[]>[] _long;
    private readonly FrozenDictionary<string, Place> _byCode;

    public PlaceNames(Vocabulary vocabulary)
    {
        _byCode = vocabulary.Places.ToFrozenDictionary(p => p.Code);
        _places = vocabulary.Places
            .SelectMany(place => place.Aliases.Append(place.Name.Ky).Select(spelling => (Name: Bare(spelling), Place: place)))
            .Where(n => n.Name.Length > 2).Distinct()
            .GroupBy(n => n.Name).ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Place).ToArray());
        _long = [.. _places.Where(p => p.Key.Length >= ShortestSlipped)];
    }

    /// <summary>
    /// The places of the texts, the most exact only: «Жекенди айыл аймагына караштуу Карамык айылы» is about Карамык.
    /// </summary>
    public NamedPlaces Read(params IEnumerable<string> texts)
    {
        List<Place> named = [.. texts.SelectMany(In).Select(m => m.Place).Distinct()];
        List<Place> exact = [.. named.Where(place => !named.Exists(other => Inside(other, place)))];
        return new([.. exact.Select(p => Registered(p).Code).Distinct()], [.. exact.Where(p => p.Kind == PlaceKind.Site).Select(p => p.Code)]);
    }

    /// <summary>Every naming of a place, in order, not overlapping.</summary>
    public IReadOnlyList<PlaceMention> In(string text)
    {
        var words = Folding.Words(text);
        List<PlaceMention> mentions = [];
        for (var i = 0; i < words.Count;)
        {
            var count = Find(text, words, i, out var places);
            var (start, end) = (words[i].Start, words[i + Math.Max(count, 1) - 1].End);
            if (count == 0) mentions.AddRange(General(text, words, i).Select(place => new PlaceMention(place, start, end - start)));
            else if (!IsPartOfBody(places, text, words, i + count)) mentions.Add(new(Meant(places, text, words, i, i + count), start, end - start));
            i += Math.Max(count, 1);
        }
        return mentions;
    }

    // «Райондун аймагында»; «айыл аймактарда», «ар бир айыл өкмөттө». «Ноокат районунда» is another district.
    private IEnumerable<Place> General(string text, IReadOnlyList<FoldedWord> words, int at)
    {
        var (word, next) = (words[at].Text, at + 1 < words.Count ? Misprints.Corrected(words[at + 1].Text) : "");
        var anothers = at > 0 && Together(text, words[at - 1], words[at]) && char.IsUpper(text[words[at - 1].Start]);
        if (!anothers && Stems.IsFormOf("район", word) && !word.StartsWith("райондор", StringComparison.Ordinal)) return _byCode.Values.Where(p => p.Kind == PlaceKind.District);

        var each = at > 0 && words[at - 1].Text is "бир" or "каждом";
        return word == "айыл" && (AllMunicipalities().IsMatch(next) || each && OneMunicipality().IsMatch(next))
            ? _byCode.Values.Where(p => p.Kind == PlaceKind.Municipality).OrderBy(p => p.Code, StringComparer.Ordinal)
            : [];
    }

    // «Чоң-Алай ЖДПБ» names a body, not the district.
    private static bool IsPartOfBody(Place[] places, string text, IReadOnlyList<FoldedWord> words, int next) =>
        places.Any(p => p.Kind == PlaceKind.District) && next < words.Count && words[next].Length > 1
        && Together(text, words[next - 1], words[next]) && char.IsUpper(text[words[next].Start]) && char.IsUpper(text[words[next].Start + 1]);

    private bool Inside(Place place, Place other)
    {
        for (var at = place.Parent; at is not null; at = _byCode[at].Parent)
            if (at == other.Code) return true;
        return false;
    }

    /// <summary>The place itself, or the one that a site lies in: sites have no SOATE code.</summary>
    private Place Registered(Place place) => place.Kind == PlaceKind.Site && place.Parent is { } parent ? _byCode[parent] : place;

    // The longest name that begins here, and how many words it takes. A name is written with a capital somewhere.
    private int Find(string text, IReadOnlyList<FoldedWord> words, int at, out Place[] places)
    {
        var most = 1;
        while (most < LongestName && at + most < words.Count && Together(text, words[at + most - 1], words[at + most])) most++;

        for (var count = most; count > 0; count--)
        {
            if (!Enumerable.Range(at, count).Any(i => char.IsUpper(text[words[i].Start]))) continue;
            var glued = string.Concat(Enumerable.Range(at, count).Select(i => words[i].Text));
            if (Named(glued, words[at + count - 1].Text.Length) is not { } found) continue;
            places = found;
            return count;
        }
        places = [];
        return 0;
    }

    // Endings belong to the last word; a name with one letter too many, too few or out of order is still the name.
    private Place[]? Named(string glued, int lastWord)
    {
        for (var length = glued.Length; length > 2 && length > glued.Length - lastWord; length--)
            if (_places.TryGetValue(glued[..length], out var places) && (Stems.IsCaseOf(glued[..length], glued) || RussianEnding().IsMatch(glued[length..]))) return places;

        return glued.Length < ShortestSlipped ? null : _long.FirstOrDefault(p => p.Key[0] == glued[0] && p.Key[1] == glued[1] && IsSlipOf(p.Key, glued)).Value;
    }

    private static bool IsSlipOf(string name, string glued) =>
        Misprints.EndOf(name, glued, 1) is > 0 and var end && (end != name.Length || name.Order().SequenceEqual(glued[..end].Order())) && Stems.IsCaseOf(glued[..end], glued);

    private static Place Meant(Place[] places, string text, IReadOnlyList<FoldedWord> words, int first, int next)
    {
        var kind = places.Length == 1 ? places[0].Kind : KindBehind(text, words, next) ?? KindBefore(words, first);
        return places.FirstOrDefault(p => p.Kind == kind) ?? places.OrderBy(p => p.Kind switch { PlaceKind.Village => 0, PlaceKind.Site => 1, PlaceKind.District => 2, _ => 3 }).First();
    }

    private static PlaceKind? KindBehind(string text, IReadOnlyList<FoldedWord> words, int next)
    {
        if (next >= words.Count || next > 0 && !Together(text, words[next - 1], words[next])) return null;
        var (word, second) = (words[next].Text, next + 1 < words.Count ? Misprints.Corrected(words[next + 1].Text) : "");
        return word switch
        {
            "а" when second is "а" or "о" => PlaceKind.Municipality,
            _ when word.StartsWith("айыл", StringComparison.Ordinal) && (second.StartsWith("окмот", StringComparison.Ordinal) || second.StartsWith("айма", StringComparison.Ordinal)) => PlaceKind.Municipality,
            _ when word.StartsWith("айыл", StringComparison.Ordinal) && !word.StartsWith("айылн", StringComparison.Ordinal) => second.StartsWith("окм", StringComparison.Ordinal) ? PlaceKind.Municipality : PlaceKind.Village,
            _ when word.StartsWith("айылн", StringComparison.Ordinal) => PlaceKind.Municipality,
            _ when word.StartsWith("район", StringComparison.Ordinal) => PlaceKind.District,
            _ when word.StartsWith("участ", StringComparison.Ordinal) || word.StartsWith("дарыя", StringComparison.Ordinal) => PlaceKind.Site,
            _ => null,
        };
    }

    private static PlaceKind? KindBefore(IReadOnlyList<FoldedWord> words, int first) =>
        first > 0 && (words[first - 1].Text == "с" || words[first - 1].Text.StartsWith("сел", StringComparison.Ordinal)) ? PlaceKind.Village : null;

    private static bool Together(string text, FoldedWord one, FoldedWord next)
    {
        foreach (var between in text.AsSpan(one.End, next.Start - one.End))
            if (!char.IsWhiteSpace(between) && !Folding.IsDash(between) && between != '/') return false;
        return true;
    }

    // The name without the words that say what it is: «Чоң-Алай району», «Кум-Талаа участкасы».
    private static string Bare(string spelling) =>
        string.Concat(Folding.Words(KindWords().Replace(spelling, " ")).Select(w => w.Text));

    [GeneratedRegex(@"\b(?:район\w*|айыл\s+(?:өкмөт\w*|айма\w*)|айылный|аймак|участк\w*|дарыя\w*|өткөрмө|пункту)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KindWords();

    // Чон-Алайский, Кашка-Сууского.
    [GeneratedRegex("^й?ск(?:ий|ого|ому|ом|им|ая|ой|ую|ое|ие|их)$", RegexOptions.CultureInvariant)]
    private static partial Regex RussianEnding();

    [GeneratedRegex("^(?:окмотт?[ао]р|айма[кг]т?[ао]р)", RegexOptions.CultureInvariant)]
    private static partial Regex AllMunicipalities();

    [GeneratedRegex("^(?:окмот|айма[кг])", RegexOptions.CultureInvariant)]
    private static partial Regex OneMunicipality();
}
