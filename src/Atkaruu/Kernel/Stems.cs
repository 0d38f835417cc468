using System.Text.RegularExpressions;

namespace Atkaruu.Kernel;

/// <summary>
/// Kyrgyz words change at their ends, several endings in a row: мектеп, мектебинин, мектептердеги. This knows the endings
/// of nouns well enough to recognise a name and to find a word; it is no grammar. All words here are folded (<see cref="Folding"/>),
/// so that one vowel stands for its rounded and unrounded forms.
/// </summary>
public static partial class Stems
{
    private const int LongestEnding = 16;

    /// <summary>Whether a word is the stem with any endings of a noun or adjective behind it.</summary>
    public static bool IsFormOf(string stem, string word) => EndingOf(stem, word) is { } ending && (ending.Length == 0 || Endings().IsMatch(ending));

    /// <summary>Whether a word is a proper name with a case ending, or in the plural: Кабыктагы, Жар-Башынан, РМАлар. Stricter, since чакан is no form of Чак.</summary>
    public static bool IsCaseOf(string name, string word) =>
        word.Length <= name.Length + LongestEnding && word.StartsWith(name, StringComparison.Ordinal) && (word.Length == name.Length || Cases().IsMatch(word[name.Length..]));

    /// <summary>What a word may be without its endings, the longest first; the word itself is not among them.</summary>
    public static IEnumerable<string> Of(string word)
    {
        for (var length = word.Length - 1; length >= 3; length--)
        {
            var ending = word[length..];
            if (ending.Length > LongestEnding || !(length >= 4 || ending.Length >= 3) || !Endings().IsMatch(ending)) continue;
            yield return word[..length];
            if (Hardened(word[length - 1]) is { } hard && IsVowel(ending[0])) yield return word[..(length - 1)] + hard;
        }
    }

    // What stands behind the stem; null where the word does not begin with it. A last п or к softens before a vowel:
    // мектеп – мектебинин, айылдык – айылдыгы. A soft sign gives way: июнь – июнга.
    private static string? EndingOf(string stem, string word)
    {
        if (stem.Length < 2 || word.Length > stem.Length + LongestEnding) return null;
        if (word.StartsWith(stem, StringComparison.Ordinal)) return word[stem.Length..];

        var root = stem.AsSpan(0, stem.Length - 1);
        if (word.Length <= root.Length || !word.AsSpan().StartsWith(root, StringComparison.Ordinal)) return null;
        if (stem[^1] == 'ь') return word[root.Length..];
        return word.Length > stem.Length && Hardened(word[root.Length]) == stem[^1] && IsVowel(word[stem.Length]) ? word[stem.Length..] : null;
    }

    internal static char? Hardened(char soft) => soft switch { 'б' => 'п', 'г' => 'к', _ => null };

    internal static bool IsVowel(char letter) => letter is 'а' or 'е' or 'о' or 'у' or 'ы' or 'и' or 'э' or 'ю' or 'я';

    // Plural; belonging; cases; -дагы; -луу; -лык; -сыз; -чы; -дай; -ныкы; and the commonest Russian endings for borrowed words.
    [GeneratedRegex(
        """
        ^(?: [лдт][аео]р | [ыиу]?[мн](?:[ыиу]з)? | с?[ыиу] | [ндт][ыиу]н? | [гк][аео] | н[аео]н? | н?[дт][аео]н? | [аео] | н?[дт][аео]г[ыиу]
         | [лдт]уу | [лдт][ыиу][кг] | с[ыиу]з | ч[ыиу] | [дт][аео]й | н[ыиу]к[ыиу]?
         | ой | ей | ов | ом | ам | ами | ах | ый | ая | ое | ые | ого | ому | ых | ым )+$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Endings();

    [GeneratedRegex(
        "^(?:[лдт][аео]р)?(?:[ыиу]?н?[дт][аео]н?|[ыиу]?н[аео]н?|[гк][аео]|[ндт][ыиу]н?|[ыиу]н[ыиу]н?|н?[дт][аео]г[ыиу]|[лдт][ыиу]к|с?[ыиу])?(?:н[ыиу]н|[лдт][аео]р[ыиу]?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cases();
}
