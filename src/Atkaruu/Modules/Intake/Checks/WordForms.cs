using System.Buffers;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>What a Kyrgyz stem is, as far as its endings care.</summary>
public enum StemKind
{
    Noun,
    Verb,

    /// <summary>A verb whose last vowel has melted into -уу (башта-, баштоо); takes the endings of a noun.</summary>
    VerbalNoun,
}

/// <summary>
/// The endings of Kyrgyz words. Kyrgyz strings endings one after another, and each one's letters follow from the letters
/// before it, so a machine of a few states tells a well-formed word («айылындагы», «жерлерди») from an ill-formed one
/// («жердерди», «жылдыр»). Written from the ordinary school grammar; in doubt it accepts.
/// </summary>
/// <remarks>
/// In the templates a small letter is itself, and a capital takes its form from what stands before it:
/// A = а е о ө, I = ы и у ү, U = у ү, O = о ө, L = л д т, N = н д т, D = д т, G = г к, B = б п.
/// </remarks>
public static class WordForms
{
    private enum State { Noun, Plural, Own, Owned, Case, Which, Verb, End }

    private readonly record struct Ending(string Template, State Next);

    private static readonly Ending[] Cases =
    [
        new("NIн", State.Case), new("NI", State.Case), new("GA", State.Case), new("DA", State.Case), new("DAн", State.Case),
        new("DAгI", State.Which), new("NIкI", State.Which), new("чA", State.Which), new("GAчA", State.Case), new("DAй", State.Which),
    ];

    private static readonly Ending[] Possessives =
    [
        new("м", State.Own), new("Iм", State.Own), new("бIз", State.Own), new("IбIз", State.Own),
        new("I", State.Owned), new("сI", State.Owned),
    ];

    private static readonly Ending[][] Endings = Table(new()
    {
        [State.Noun] =
        [
            new("LAр", State.Plural), .. Possessives, .. Cases,
            new("LIк", State.Noun), new("DIк", State.Noun), new("LUU", State.Noun), new("DUU", State.Noun), new("сIз", State.Noun), new("чI", State.Noun),
            new("чIлIк", State.Noun), new("GI", State.Which), new("DAш", State.Noun), new("LA", State.Verb), new("LOO", State.Noun),
        ],
        [State.Plural] = [.. Possessives, .. Cases],
        [State.Own] = [.. Cases, new("A", State.Case)],
        [State.Owned] =
        [
            new("нIн", State.Case), new("н", State.Case), new("нA", State.Case), new("ндA", State.Case), new("нAн", State.Case),
            new("ндAгI", State.Which), new("нчA", State.Case), new("ндAй", State.Case),
        ],
        [State.Which] = [new("LAр", State.Plural), new("сI", State.Owned), .. Cases],
        [State.Case] = [],
        [State.Verb] =
        [
            new("т", State.Verb), new("DIр", State.Verb), new("GIз", State.Verb), new("GIр", State.Verb), new("л", State.Verb), new("Iл", State.Verb),
            new("н", State.Verb), new("Iн", State.Verb), new("ш", State.Verb), new("Iш", State.Verb), new("BA", State.Verb), new("BOO", State.Noun),
            new("UU", State.Noun), new("GAн", State.Noun), new("Aр", State.Noun), new("р", State.Noun), new("с", State.Noun), new("GIч", State.Noun),
            new("мA", State.Noun), new("ш", State.Noun), new("Iш", State.Noun), new("мAк", State.Noun), new("Iм", State.Noun), new("м", State.Noun), new("GI", State.Noun),
            new("п", State.End), new("Iп", State.End), new("A", State.End), new("й", State.End), new("Aт", State.End), new("йт", State.End),
            new("DI", State.End), new("DIк", State.End), new("DIм", State.End), new("сA", State.End), new("сIн", State.End), new("GIчA", State.End),
            new("GIлA", State.End), new("сAк", State.End),
        ],
        [State.End] = [],
    });

    private const int MostEndings = 9;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеёиоуыэюяөү"), Voiceless = SearchValues.Create("пктсшчфхцщ");

    private static Ending[][] Table(Dictionary<State, Ending[]> endings) => [.. Enum.GetValues<State>().Select(state => endings[state])];

    /// <summary>Whether what follows the first <paramref name="stem"/> letters of a word is a row of endings that they can take; none is.</summary>
    /// <param name="softened">Whether the stem's last letter has grown soft before a vowel: китеп, китеби.</param>
    public static bool Accepts(ReadOnlySpan<char> word, int stem, StemKind kind, bool softened = false) =>
        stem > 0 && Fits(word, stem, kind == StemKind.Verb ? State.Verb : State.Noun, softened, depth: 0);

    private static bool Fits(ReadOnlySpan<char> word, int at, State state, bool soft, int depth)
    {
        if (at == word.Length) return !soft;
        if (depth > MostEndings) return false;

        // Between vowels к and п must be soft, and before a consonant they must not.
        var beforeVowel = IsVowel(word[at]);
        if (soft != beforeVowel && (soft || (word[at - 1] is 'к' or 'п' && at > 2 && IsVowel(word[at - 2])))) return false;

        foreach (var ending in Endings[(int)state])
        {
            if (!CanStand(ending.Template, IsVowel(word[at - 1]))) continue;
            var end = at + ending.Template.Length;
            if (end > word.Length) continue;
            switch (Compare(word, at, ending.Template))
            {
                case Likeness.Same when Fits(word, end, ending.Next, soft: false, depth + 1): return true;
                // The ending itself may grow soft: райондук, райондугу.
                case Likeness.Softened when Fits(word, end, ending.Next, soft: true, depth + 1): return true;
            }
        }
        return false;
    }

    /// <summary>Endings come in pairs, «м» after a vowel and «Iм» after a consonant: only the right one fits.</summary>
    private static bool CanStand(string template, bool afterVowel) => afterVowel
        ? template[0] is not ('I' or 'A' or 'U')
        : template is not ("м" or "бIз" or "п" or "й" or "йт" or "н" or "л" or "ш" or "р" or "с" or "сI");

    private enum Likeness { Other, Same, Softened }

    private static Likeness Compare(ReadOnlySpan<char> word, int at, string template)
    {
        var (last, vowel) = (word[at - 1], LastVowel(word[..at]));
        for (var i = 0; i < template.Length; i++)
        {
            var letter = Letter(template[i], last, vowel);
            var printed = word[at + i];
            if (letter != printed)
                return i == template.Length - 1 && (letter, printed) is (('к', 'г') or ('п', 'б')) ? Likeness.Softened : Likeness.Other;
            last = letter;
            if (IsVowel(letter)) vowel = letter;
        }
        return Likeness.Same;
    }

    private static char Letter(char sign, char last, char vowel) => sign switch
    {
        'A' => vowel switch { 'е' or 'э' or 'и' => 'е', 'о' or 'ё' => 'о', 'ө' or 'ү' => 'ө', _ => 'а' },
        'I' => vowel switch { 'е' or 'э' or 'и' => 'и', 'о' or 'ё' or 'у' or 'ю' => 'у', 'ө' or 'ү' => 'ү', _ => 'ы' },
        'U' => vowel is 'е' or 'э' or 'и' or 'ө' or 'ү' ? 'ү' : 'у',
        'O' => vowel is 'е' or 'э' or 'и' or 'ө' or 'ү' ? 'ө' : 'о',
        'L' => IsVowel(last) || last is 'р' or 'й' ? 'л' : Voiceless.Contains(last) ? 'т' : 'д',
        'N' => IsVowel(last) ? 'н' : Voiceless.Contains(last) ? 'т' : 'д',
        'D' => Voiceless.Contains(last) ? 'т' : 'д',
        'G' => Voiceless.Contains(last) ? 'к' : 'г',
        'B' => Voiceless.Contains(last) ? 'п' : 'б',
        _ => sign,
    };

    private static char LastVowel(ReadOnlySpan<char> word) => word.LastIndexOfAny(Vowels) is >= 0 and var at ? word[at] : 'а';

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
