namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Finds the word that was meant.</summary>
internal sealed class Suggestions(CheckedPlan plan, HashSet<string> known)
{
    private const int ShortestLonely = 6, ShortestForeign = 8, LongForeign = 12;
    private const string Alphabet = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

    private static readonly KnownWords Known = KnownWords.Administrative;

    private readonly Dictionary<string, int> _count = plan.Words.GroupBy(w => w.Lower).ToDictionary(g => g.Key, g => g.Count());
    private readonly HashSet<string> _stems = [.. known.Select(Known.Stem)];
    private readonly HashSet<(string, string)> _pairs = [.. plan.Words.Zip(plan.Words.Skip(1)).Where(p => p.First.Cell == p.Second.Cell && Known.Knows(p.First.Lower)).Select(p => (p.First.Lower, p.Second.Lower))];
    private readonly ILookup<string, Word> _lost = plan.Words.Where(w => plan.LostLetters.ContainsKey(w.Lower)).ToLookup(w => Known.Stem(plan.LostLetters[w.Lower]));
    private readonly string[] _long = [.. KnownWords.Administrative.All.Where(s => s.Length >= ShortestForeign)];

    public string? For(string word, IReadOnlyList<Word> where)
    {
        // A letter that is lost again and again is a spelling, and told of as one.
        if (plan.LostLetters.GetValueOrDefault(word) is { } restored) return _lost[Known.Stem(restored)].Count() < SpellingChecks.FewestOfSpelling ? restored : null;

        var near = Near(word);
        if (Attested(word, near, where) is { } attested) return attested;
        if (word.Length < ShortestLonely) return null;

        // A form that stands nowhere in the document: only one stem may explain it, and that one must be long or stand here.
        string[] sure = [.. near.Where(n => IsSure(word, n))];
        if (sure.Length == 0) return FarMisprint(word);
        return sure.All(n => ContentWords.Akin(Known.Stem(n), Known.Stem(sure[0]))) ? sure[0] : null;
    }

    /// <summary>A first letter is seldom wrong, and another letter makes another word too easily: курамы, карамы.</summary>
    private bool IsSure(string word, string near)
    {
        var stem = Known.Stem(near);
        if (near[0] != word[0] || near[1..] == word || word[1..] == near) return false;
        var otherLetter = near.Length == word.Length && near.Zip(word).Count(pair => pair.First != pair.Second) == 1;
        return stem.Length >= (otherLetter ? 7 : 5) || (!otherLetter && stem.Length == 4 && _stems.Contains(stem));
    }

    /// <summary>Known words one letter away, the likeliest slips first: a letter too many, two changed places, another letter, a letter left out.</summary>
    private static string[] Near(string word)
    {
        List<string> near = [];
        AddNear(near, word);
        // обьект for объект besides another slip in the same word.
        if (word.Contains('ь')) AddNear(near, word.Replace('ь', 'ъ'));
        return [.. near.Distinct()];
    }

    private static void AddNear(List<string> near, string word)
    {
        Span<char> buffer = stackalloc char[word.Length + 1];
        ReadOnlySpan<char> letters = word;
        for (var i = 0; i < letters.Length; i++)
        {
            letters[..i].CopyTo(buffer);
            letters[(i + 1)..].CopyTo(buffer[i..]);
            AddKnown(near, buffer[..(letters.Length - 1)]);
        }
        for (var i = 1; i < letters.Length; i++)
        {
            letters.CopyTo(buffer);
            (buffer[i - 1], buffer[i]) = (letters[i], letters[i - 1]);
            if (letters[i] != letters[i - 1]) AddKnown(near, buffer[..letters.Length]);
        }
        for (var i = 1; i < letters.Length; i++)
        {
            letters.CopyTo(buffer);
            foreach (var letter in Alphabet)
            {
                buffer[i] = letter;
                if (letter != letters[i]) AddKnown(near, buffer[..letters.Length]);
            }
        }
        for (var i = 0; i <= letters.Length; i++)
        {
            letters[..i].CopyTo(buffer);
            letters[i..].CopyTo(buffer[(i + 1)..]);
            foreach (var letter in Alphabet)
            {
                buffer[i] = letter;
                AddKnown(near, buffer);
            }
        }
    }

    private static void AddKnown(List<string> near, ReadOnlySpan<char> word)
    {
        if (Known.Knows(word)) near.Add(word.ToString());
    }

    /// <summary>The commonest near form in this document. A short word has many neighbours: it must also stand before the same word.</summary>
    private string? Attested(string word, string[] near, IReadOnlyList<Word> where)
    {
        var here = near.Where(_count.ContainsKey);
        if (word.Length < ShortestLonely) here = here.Where(n => where.Any(w => Next(w) is { } next && _pairs.Contains((n, next))));
        return here.OrderByDescending(n => _count[n]).FirstOrDefault();
    }

    private static string? Next(Word word)
    {
        var rest = CheckedPlan.WordsOf(word.Cell).FirstOrDefault(w => w.Start > word.Start);
        return rest?.Lower;
    }

    /// <summary>Long foreign words are mangled in several places at once: эсплутатциялоо. Shorter ones only beside their right form: контрагын.</summary>
    private string? FarMisprint(string word)
    {
        if (word.Length <= ShortestForeign) return null;
        var best = (Right: (string?)null, Distance: int.MaxValue);
        foreach (var stem in _long.Where(s => s[..2] == word[..2] || (s[0] == word[0] && s.Length >= LongForeign)))
        {
            if (stem.Length < LongForeign && !_stems.Contains(stem)) continue;
            var limit = Math.Min(best.Distance, stem.Length / 4 + 1);
            for (var length = Math.Max(6, stem.Length - 3); length <= Math.Min(word.Length, stem.Length + 3); length++)
                if (Distance(word.AsSpan(0, length), stem, limit) is > 0 and var distance && distance < limit && Known.Knows(stem + word[length..]))
                    best = (stem + word[length..], limit = distance);
        }
        return best.Right;
    }

    /// <summary>Letters to change, add or drop; <paramref name="limit"/> when there are that many or more.</summary>
    private static int Distance(ReadOnlySpan<char> one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) >= limit) return limit;
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, least) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                least = Math.Min(least, cost);
            }
            if (least >= limit) return limit;
        }
        return row[^1];
    }
}
