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

    private static readonly Dictionary<State, Ending[]> Endings = new()
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
    };

    private const string Vowels = "аеёиоуыэюяөү", Voiceless = "пктсшчфхцщ";

    /// <summary>Whether <paramref name="ending"/> is a row of endings that this stem can take; the empty one is.</summary>
    public static bool Accepts(string stem, StemKind kind, ReadOnlySpan<char> ending) =>
        stem.Length > 0 && Fits(stem, ending, Start(kind), soft: false, depth: 0);

    /// <summary>
    /// The same for a stem whose last letter has grown soft before a vowel: китеп, китеби; <paramref name="ending"/> is what
    /// follows the soft letter.
    /// </summary>
    public static bool AcceptsSoft(string stem, StemKind kind, ReadOnlySpan<char> ending) =>
        stem.Length > 0 && Softened(stem) is not null && Fits(stem, ending, Start(kind), soft: true, depth: 0);

    private static State Start(StemKind kind) => kind == StemKind.Verb ? State.Verb : State.Noun;

    private static char? Softened(string word) => word[^1] switch { 'к' => 'г', 'п' => 'б', _ => null };

    private static bool Fits(string before, ReadOnlySpan<char> rest, State state, bool soft, int depth)
    {
        if (rest.IsEmpty) return !soft;
        if (depth > 9) return false;
        foreach (var ending in Endings[state])
        {
            var (word, surface) = Attach(before, ending.Template);
            if (surface.Length == 0 || (soft && !Vowels.Contains(surface[0]))) continue;
            if (rest.StartsWith(surface) && Fits(word, rest[surface.Length..], ending.Next, soft: false, depth + 1)) return true;

            // The ending itself may grow soft: райондук, райондугу.
            if (Softened(surface) is { } last && rest.Length >= surface.Length && rest.StartsWith(surface.AsSpan(0, surface.Length - 1))
                && rest[surface.Length - 1] == last && Fits(word, rest[surface.Length..], ending.Next, soft: true, depth + 1)) return true;
        }
        return false;
    }

    /// <summary>The word with an ending, and the letters that the ending adds; no letters when it cannot stand here.</summary>
    private static (string Word, string Surface) Attach(string before, string template)
    {
        var afterVowel = Vowels.Contains(before[^1]);
        // Endings that come in pairs, «м» after a vowel and «Iм» after a consonant: only the right one fits.
        if (template[0] is 'I' or 'A' or 'U' && afterVowel) return (before, "");
        if (template is "м" or "бIз" or "п" or "й" or "йт" or "н" or "л" or "ш" or "р" or "с" or "сI" && !afterVowel) return (before, "");

        Span<char> surface = stackalloc char[template.Length];
        var (last, vowel) = (before[^1], LastVowel(before));
        for (var i = 0; i < template.Length; i++)
        {
            var letter = Letter(template[i], last, vowel);
            surface[i] = last = letter;
            if (Vowels.Contains(letter)) vowel = letter;
        }
        var added = surface.ToString();
        return (before + added, added);
    }

    private static char Letter(char sign, char last, char vowel) => sign switch
    {
        'A' => vowel switch { 'е' or 'э' or 'и' => 'е', 'о' or 'ё' => 'о', 'ө' or 'ү' => 'ө', _ => 'а' },
        'I' => vowel switch { 'е' or 'э' or 'и' => 'и', 'о' or 'ё' or 'у' or 'ю' => 'у', 'ө' or 'ү' => 'ү', _ => 'ы' },
        'U' => vowel is 'е' or 'э' or 'и' or 'ө' or 'ү' ? 'ү' : 'у',
        'O' => vowel is 'е' or 'э' or 'и' or 'ө' or 'ү' ? 'ө' : 'о',
        'L' => Vowels.Contains(last) || last is 'р' or 'й' ? 'л' : Voiceless.Contains(last) ? 'т' : 'д',
        'N' => Vowels.Contains(last) ? 'н' : Voiceless.Contains(last) ? 'т' : 'д',
        'D' => Voiceless.Contains(last) ? 'т' : 'д',
        'G' => Voiceless.Contains(last) ? 'к' : 'г',
        'B' => Voiceless.Contains(last) ? 'п' : 'б',
        _ => sign,
    };

    private static char LastVowel(string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
            if (Vowels.Contains(word[i])) return word[i];
        return 'а';
    }
}
