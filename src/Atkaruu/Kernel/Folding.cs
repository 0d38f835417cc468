using System.Text;

namespace Atkaruu.Kernel;

/// <summary>
/// How letters and words are compared when people search and when names are recognised: Чон-Алай is Чоң Алай. Old keyboard
/// layouts had no ң, ө and ү, so documents and people write н, о and у for them.
/// Never for storage, sorting or uniqueness: folding makes тоо (mountain) and төө (camel) one.
/// </summary>
public static class Folding
{
    private const char Breve = '\u0306';
    private const char SoftHyphen = '\u00ad';

    /// <summary>One letter for comparing: lower case; ң, ӊ, ҥ as н; ө as о; ү as у; ё as е; ъ as ь (обьект is объект); any dash or blank as a blank.</summary>
    public static char Fold(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ң' or 'ӊ' or 'ҥ' => 'н',
        'ө' => 'о',
        'ү' or 'ұ' => 'у',
        'ё' => 'е',
        'ъ' => 'ь',
        'і' or 'ї' => 'и',
        var dash when IsDash(dash) => ' ',
        var blank when char.IsWhiteSpace(blank) => ' ',
        var other => other,
    };

    /// <summary>A text for comparing, letter for letter: positions in it are positions in the original.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++) folded[i] = Fold(source[i]);
    });

    /// <summary>Hyphen, dashes and minus in all their code points.</summary>
    public static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u00ad';

    /// <summary>The words of a text, folded, with their places. A number is a word of its own: «180орундуу» is two.</summary>
    public static IReadOnlyList<FoldedWord> Words(string text)
    {
        List<FoldedWord> words = [];
        var at = 0;
        while (at < text.Length)
        {
            var end = EndOfWord(text, at);
            if (end == at)
            {
                at++;
                continue;
            }
            words.Add(new(FoldWord(text.AsSpan(at, end - at)), at, end - at, IsJoined(text, end)));
            at = end;
        }
        return words;
    }

    /// <summary>
    /// Where a text answers a query: the parts to highlight, in order, not overlapping. Every word of the query must be
    /// found, as the beginning of a word, with other endings (мектеп finds мектебинин), or with a slip of the pen.
    /// Null where it does not answer; empty for an empty query.
    /// </summary>
    public static IReadOnlyList<(int Start, int Length)>? Matches(string query, string text) => new SearchQuery(query).Matches(text);

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (end == start ? char.IsLetterOrDigit(text[end]) : Continues(text, start, end))) end++;
        return end;
    }

    private static bool Continues(string text, int start, int at) =>
        text[at] is Breve or '\u0308' || text[at] == SoftHyphen && at + 1 < text.Length && char.IsLetter(text[at + 1])
        || char.IsLetterOrDigit(text[at]) && char.IsDigit(text[at]) == char.IsDigit(text[start]);

    private static string FoldWord(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (letter == Breve && folded.Length > 0 && folded[^1] == 'и') folded[^1] = 'й';
            else if (letter is not (Breve or '\u0308' or SoftHyphen)) folded.Append(Fold(letter));
        }
        return folded.ToString();
    }

    // «Кара-Мык» and, where a line was broken, «Кара- Мык»; but not «Карамык, Кара-Тейит».
    private static bool IsJoined(string text, int end)
    {
        var dash = false;
        for (var i = end; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i])) return dash;
            if (IsDash(text[i])) dash = true;
            else if (!char.IsWhiteSpace(text[i])) return false;
        }
        return false;
    }
}

/// <summary>A word of a text, folded.</summary>
/// <param name="Text">The folded letters.</param>
/// <param name="Start">Where it stands in the original text.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Joined">Whether only a hyphen stands between it and the next word.</param>
public sealed record FoldedWord(string Text, int Start, int Length, bool Joined)
{
    public int End => Start + Length;
    public bool IsNumber => char.IsDigit(Text[0]);
}
