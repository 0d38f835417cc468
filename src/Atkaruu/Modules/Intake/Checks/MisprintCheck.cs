using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>
/// Likely misprints. A word is suspected when it is no form of a word we know, and one letter (in long words up to three)
/// makes it one: better a known word of this very document. No misprint is known beforehand. A suspicion is told only where
/// little else is possible: names, abbreviations and words far from all others are left alone.
/// </summary>
internal static class MisprintCheck
{
    private const int ShortestWord = 4, ShortestLonely = 6, ShortestForeign = 8, LongForeign = 12, MostUnknownWords = 2_000;

    /// <summary>Where we know less than this share of the words, the document is in another language or of another trade.</summary>
    private const double LeastKnown = 0.6;

    private static readonly KnownWords Known = KnownWords.Administrative;

    public static IEnumerable<Finding> Likely(CheckedPlan plan)
    {
        var words = plan.Words.Where(w => w.Text.Length >= ShortestWord).ToList();
        var known = words.Select(w => w.Lower).Distinct().Where(Known.Knows).ToHashSet();
        if (words.Count == 0 || words.Count(w => known.Contains(w.Lower)) < LeastKnown * words.Count) yield break;

        var suggest = new Suggestions(plan, known);
        var names = Names(plan.Vocabulary);
        var suspects = words.Where(w => !known.Contains(w.Lower) && !IsName(w) && !names.Contains(Folding.Fold(w.Lower))).GroupBy(w => w.Lower).Take(MostUnknownWords);
        var found = suspects.Select(s => (Words: s.ToList(), Right: suggest.For(s.Key, [.. s]))).Where(s => s.Right is not null).Concat(CutOff(plan))
            .OrderBy(s => s.Words[0].Cell.Ordinal).ThenBy(s => s.Words[0].Start).ToList();
        if (found.Count == 0) yield break;

        var all = found.SelectMany(f => f.Words).ToList();
        yield return Found.Of("likely-misprint", Severity.Note, all.Select(w => w.Cell.Ordinal),
            all.GroupBy(w => w.Cell).OrderBy(c => c.Key.Ordinal).Select(c => c.Key.QuoteWords(c)),
            found.Count, string.Join(", ", found.Take(MaxNamed).Select(f => $"{f.Words[0].Text} → {f.Right}")) + (found.Count > MaxNamed ? " …" : ""));
    }

    /// <summary>«… шарттар түзүлө»: the last word of a result without the last letter with which other results end.</summary>
    private static IEnumerable<(List<Word> Words, string? Right)> CutOff(CheckedPlan plan)
    {
        var last = plan.Words.GroupBy(w => w.Cell).Where(c => c.Key.Field == Field.Result).Select(c => c.MaxBy(w => w.Start)!).ToList();
        var count = last.GroupBy(w => w.Lower).ToDictionary(g => g.Key, g => g.Count());
        return last.Where(w => count.GetValueOrDefault(w.Lower + "т") >= FewestEndings).GroupBy(w => w.Lower).Select(g => (g.ToList(), (string?)(g.Key + "т")));
    }

    private const int MaxNamed = 40, FewestEndings = 3;

    /// <summary>A capital inside a sentence, or letters beside figures and dots: not a word to judge.</summary>
    private static bool IsName(Word word)
    {
        if (word.IsAbbreviation || word.IsInHyphenatedName || word.Text.Skip(1).Any(char.IsUpper)) return true;
        if (!word.IsCapitalised) return word.Start > 0 && char.IsAsciiDigit(word.Cell.Text[word.Start - 1]);
        var before = word.Cell.Text[..word.Start].TrimEnd();
        return before.Length > 0 && before[^1] is not ('.' or ';' or '-');
    }

    /// <summary>Words of the district's own names, which may begin a sentence.</summary>
    private static HashSet<string> Names(Vocabulary vocabulary) =>
        [.. vocabulary.Places.SelectMany(p => p.Aliases.Append(p.Name.Ky)).SelectMany(Folding.Words).Select(w => w.Text)];

    /// <summary>Finds the word that was meant.</summary>
    private sealed class Suggestions(CheckedPlan plan, HashSet<string> known)
    {
        private const string Alphabet = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

        private readonly Dictionary<string, int> _count = plan.Words.GroupBy(w => w.Lower).ToDictionary(g => g.Key, g => g.Count());
        private readonly HashSet<string> _stems = [.. known.Select(Known.Stem)];
        private readonly HashSet<(string, string)> _pairs = [.. plan.Words.Zip(plan.Words.Skip(1)).Where(p => p.First.Cell == p.Second.Cell && known.Contains(p.First.Lower)).Select(p => (p.First.Lower, p.Second.Lower))];
        private readonly ILookup<string, Word> _lost = plan.Words.Where(w => LostLetters.Restored(w.Lower) is not null).ToLookup(w => Known.Stem(LostLetters.Restored(w.Lower)!));
        private readonly string[] _long = [.. KnownWords.Administrative.All.Where(s => s.Length >= ShortestForeign)];

        public string? For(string word, IReadOnlyList<Word> where)
        {
            // A letter that is lost again and again is a spelling, and told of as one.
            if (LostLetters.Restored(word) is { } restored) return _lost[Known.Stem(restored)].Count() < SpellingChecks.FewestOfSpelling ? restored : null;

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
            var near = OneLetterAway(word);
            // обьект for объект besides another slip in the same word.
            if (word.Contains('ь')) near = near.Concat(OneLetterAway(word.Replace('ь', 'ъ')));
            return [.. near.Distinct().Where(Known.Knows)];
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

        /// <summary>Every word that one letter more, less, other, or two changed places make. The first letter is seldom another one.</summary>
        private static IEnumerable<string> OneLetterAway(string word)
        {
            for (var i = 0; i < word.Length; i++) yield return word.Remove(i, 1);
            for (var i = 1; i < word.Length; i++)
                if (word[i] != word[i - 1]) yield return $"{word[..(i - 1)]}{word[i]}{word[i - 1]}{word[(i + 1)..]}";
            for (var i = 1; i < word.Length; i++)
                foreach (var letter in Alphabet.Where(l => l != word[i])) yield return $"{word[..i]}{letter}{word[(i + 1)..]}";
            for (var i = 0; i <= word.Length; i++)
                foreach (var letter in Alphabet) yield return word.Insert(i, letter.ToString());
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
}
