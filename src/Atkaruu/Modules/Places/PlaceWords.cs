using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Places;

/// <summary>Places as a sentence names them.</summary>
public static class PlaceWords
{
    /// <summary>«Карамык айылы», «село Карамык»; all but villages carry their kind in their names.</summary>
    public static string Full(this PageText text, Place place) =>
        place.Kind == PlaceKind.Village ? text.Say("places.village", place.Name.In(text.Language)) : place.Name.In(text.Language);

    /// <summary>The beginning of a sentence about what is promised to a place: in Kyrgyz in the dative, «Карамык айылына».</summary>
    public static string To(this PageText text, Place place)
    {
        var full = text.Full(place);
        return text.Language == "ky" ? Dative(full, possessed: place.Kind is not PlaceKind.Site || EndsLikePossessed(full)) : char.ToUpper(full[0], text.Culture) + full[1..];
    }

    /// <summary>
    /// The Kyrgyz dative. After the possessive of айылы, аймагы, району stands -на, -не, -нө; after any other word -га or -ка
    /// with the vowel that the last one asks for.
    /// </summary>
    public static string Dative(string name, bool possessed)
    {
        var last = char.ToLowerInvariant(name.LastOrDefault(char.IsLetter));
        var vowel = char.ToLowerInvariant(name.LastOrDefault(letter => "аеёиоөуүыэюяАЕЁИОӨУҮЫЭЮЯ".Contains(letter, StringComparison.Ordinal))) switch
        {
            'и' or 'е' or 'э' => 'е',
            'о' or 'ё' => 'о',
            'ө' or 'ү' => 'ө',
            _ => 'а',
        };
        var consonant = possessed ? 'н' : "пфктсшщчцхбвгд".Contains(last, StringComparison.Ordinal) ? 'к' : 'г';
        return name + consonant + vowel;
    }

    // участкасы, дарыясы, пункту: a site is named by what it is, except where it has a bare name.
    private static bool EndsLikePossessed(string name) => name.Contains(' ', StringComparison.Ordinal) && name[^1] is 'ы' or 'и' or 'у' or 'ү';
}
