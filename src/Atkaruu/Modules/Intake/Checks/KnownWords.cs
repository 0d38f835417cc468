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

    private readonly FrozenDictionary<string, StemKind[]> _stems;

    public KnownWords(IEnumerable<string> entries)
    {
        _stems = entries.SelectMany(Stems).GroupBy(s => s.Stem, s => s.Kind)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().Order().ToArray());
    }

    /// <summary>Our own list, <c>administrative-words.txt</c>.</summary>
    public static readonly KnownWords Administrative = Load();

    public IEnumerable<string> All => _stems.Keys;

    /// <summary>Whether a word, in small letters, is a form of a known stem; of «айыл-чарба» both halves must be.</summary>
    public bool Knows(string word) => word.Contains('-') ? word.Split('-').All(Knows) : Find(word).Stem is not null;

    /// <summary>
    /// What remains of a word without its endings, to compare words by. Of an unknown word the longest row of noun endings is
    /// taken off, and never so much that less than four letters remain.
    /// </summary>
    public string Stem(string word)
    {
        if (Find(word) is ({ } known, _)) return known;
        for (var i = ShortestUnknownStem; i < word.Length; i++)
            if (WordForms.Accepts(word[..i], StemKind.Noun, word.AsSpan(i))) return word[..i];
        return word;
    }

    /// <summary>Whether a word is a form of a verb we know, as far as its longest stem tells: жоюлду, тазаланбаган, куруу.</summary>
    public bool IsVerb(string word) => Find(word).Kind is StemKind.Verb or StemKind.VerbalNoun;

    /// <summary>The longest known stem that explains the word; null when none does.</summary>
    private (string? Stem, StemKind Kind) Find(string word)
    {
        for (var length = word.Length; length > 1; length--)
        {
            var stem = word[..length];
            foreach (var kind in Kinds(stem))
                if (WordForms.Accepts(stem, kind, word.AsSpan(length))) return (stem, kind);
            var hard = stem[^1] switch { 'г' => stem[..^1] + 'к', 'б' => stem[..^1] + 'п', _ => "" };
            foreach (var kind in Kinds(hard))
                if (WordForms.AcceptsSoft(hard, kind, word.AsSpan(length))) return (hard, kind);
        }
        return (null, StemKind.Noun);
    }

    private StemKind[] Kinds(string stem) => _stems.GetValueOrDefault(stem, []);

    /// <summary>A verb that ends in a vowel melts with -уу: башта-, баштоо; иште-, иштөө.</summary>
    private static IEnumerable<(string Stem, StemKind Kind)> Stems(string entry)
    {
        if (!entry.EndsWith('-')) return [(entry, StemKind.Noun)];
        var verb = entry[..^1];
        string? melted = verb[^1] switch
        {
            'а' or 'о' => "оо", 'е' or 'ө' => "өө", 'ы' or 'у' => "уу", 'и' or 'ү' => "үү", _ => null,
        };
        return melted is null ? [(verb, StemKind.Verb)] : [(verb, StemKind.Verb), (verb[..^1] + melted, StemKind.VerbalNoun)];
    }

    private static KnownWords Load()
    {
        using var reader = new StreamReader(typeof(KnownWords).Assembly.GetManifestResourceStream("words/administrative.txt")!);
        return new(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
