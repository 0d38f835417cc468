using System.Collections.Frozen;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>
/// Kyrgyz words of plans and papers that we know, as stems, in every form that <see cref="WordForms"/> can make of them.
/// A word that is not known is not wrong; it is only not known.
/// </summary>
public sealed class KnownWords
{
    /// <summary>Words shorter than this have too many neighbours to say anything about their stems.</summary>
    private const int ShortestUnknownStem = 4;

    private const int LongestWord = 60;

    private readonly FrozenDictionary<string, StemKind[]> _stems;
    private readonly FrozenDictionary<string, StemKind[]>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly BoundedMemory<string> _stemOf = new();

    public KnownWords(IEnumerable<string> entries)
    {
        _stems = entries.SelectMany(Stems).GroupBy(s => s.Stem, s => s.Kind)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().Order().ToArray());
        _byLetters = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Our own list, <c>administrative-words.txt</c>.</summary>
    public static readonly KnownWords Administrative = Load();

    public IEnumerable<string> All => _stems.Keys;

    /// <summary>Whether a word, in small letters, is a form of a known stem; of «айыл-чарба» both halves must be.</summary>
    public bool Knows(string word) => word.Contains('-') ? word.Split('-').All(Knows) : Find(word).Length > 0;

    /// <summary>The same for letters that are no string yet and have no hyphen.</summary>
    public bool Knows(ReadOnlySpan<char> word) => Find(word).Length > 0;

    /// <summary>
    /// What remains of a word without its endings, to compare words by. Of an unknown word the longest row of noun endings is
    /// taken off, and never so much that less than four letters remain.
    /// </summary>
    public string Stem(string word) => _stemOf.GetOrAdd(word, TakeEndingsOff);

    /// <summary>Whether a word is a form of a verb we know, as far as its longest stem tells: жоюлду, тазаланбаган, куруу.</summary>
    public bool IsVerb(string word) => Find(word).Kind is StemKind.Verb or StemKind.VerbalNoun;

    private string TakeEndingsOff(string word)
    {
        if (Find(word) is { Length: > 0 } known) return known.Soft ? word[..(known.Length - 1)] + Hard(word[known.Length - 1]) : word[..known.Length];
        for (var length = ShortestUnknownStem; length < word.Length; length++)
            if (WordForms.Accepts(word, length, StemKind.Noun)) return word[..length];
        return word;
    }

    /// <summary>The longest known stem that explains a word.</summary>
    /// <param name="Length">How many letters of the word it takes; 0 when no stem explains it.</param>
    /// <param name="Soft">Whether its last letter has grown soft: кабагы, кабак.</param>
    private readonly record struct Known(int Length, StemKind Kind, bool Soft);

    private Known Find(ReadOnlySpan<char> word)
    {
        Span<char> hardened = stackalloc char[Math.Min(word.Length, LongestWord)];
        if (word.Length > LongestWord) return default;
        for (var length = word.Length; length > 1; length--)
        {
            foreach (var kind in Kinds(word[..length]))
                if (!IsPlural(word, length, kind) && WordForms.Accepts(word, length, kind)) return new(length, kind, Soft: false);

            if (word[length - 1] is not ('г' or 'б')) continue;
            word[..length].CopyTo(hardened);
            hardened[length - 1] = Hard(word[length - 1]);
            foreach (var kind in Kinds(hardened[..length]))
                if (WordForms.Accepts(word, length, kind, softened: true)) return new(length, kind, Soft: true);
        }
        return default;
    }

    /// <summary>«Долбоорлор» is many projects, not what one will draw up: долбоорло-, though it fits too.</summary>
    private bool IsPlural(ReadOnlySpan<char> word, int length, StemKind kind) =>
        kind == StemKind.Verb && length < word.Length && word[length] == 'р' && word[length - 1] is 'а' or 'е' or 'о' or 'ө'
        && length > 3 && Kinds(word[..(length - 2)]).Contains(StemKind.Noun);

    private StemKind[] Kinds(ReadOnlySpan<char> stem) => _byLetters.TryGetValue(stem, out var kinds) ? kinds : [];

    private static char Hard(char soft) => soft switch { 'г' => 'к', 'б' => 'п', _ => soft };

    /// <summary>A verb that ends in a vowel melts with -уу: башта-, баштоо; иште-, иштөө.</summary>
    private static IEnumerable<(string Stem, StemKind Kind)> Stems(string entry)
    {
        if (!entry.EndsWith('-')) return [(entry, StemKind.Noun)];
        var verb = entry[..^1];
        string? melted = verb[^1] switch
        {
            'а' or 'о' => "оо",
            'е' or 'ө' => "өө",
            'ы' or 'у' => "уу",
            'и' or 'ү' => "үү",
            _ => null,
        };
        return melted is null ? [(verb, StemKind.Verb)] : [(verb, StemKind.Verb), (verb[..^1] + melted, StemKind.VerbalNoun)];
    }

    private static KnownWords Load()
    {
        using var reader = new StreamReader(typeof(KnownWords).Assembly.GetManifestResourceStream("words/administrative.txt")!);
        return new(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
