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
    private const int ShortestWord = 4, LongestWord = 40, MostUnknownWords = 2_000;

    /// <summary>Where we know less than this share of the words, the document is in another language or of another trade.</summary>
    private const double LeastKnown = 0.6;

    private static readonly KnownWords Known = KnownWords.Administrative;

    public static IEnumerable<Finding> Likely(CheckedPlan plan)
    {
        var words = plan.Words.Where(w => w.Text.Length is >= ShortestWord and <= LongestWord).ToList();
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
            found.Count, Pairs(found, MaxNamed), Pairs(found, FewNamed))
            .InRows(row => [Pairs(found.Where(f => f.Words.Any(w => w.Cell.Ordinal == row)), MaxNamed)]);
    }

    /// <summary>«… шарттар түзүлө»: the last word of a result without the last letter with which other results end.</summary>
    private static IEnumerable<(List<Word> Words, string? Right)> CutOff(CheckedPlan plan)
    {
        var last = plan.Words.GroupBy(w => w.Cell).Where(c => c.Key.Field == Field.Result).Select(c => c.MaxBy(w => w.Start)!).ToList();
        var count = last.GroupBy(w => w.Lower).ToDictionary(g => g.Key, g => g.Count());
        return last.Where(w => count.GetValueOrDefault(w.Lower + "т") >= FewestEndings).GroupBy(w => w.Lower).Select(g => (g.ToList(), (string?)(g.Key + "т")));
    }

    private const int MaxNamed = 40, FewNamed = 4, FewestEndings = 3;

    /// <summary>«ткем → кем»: what is printed and what was meant.</summary>
    private static string Pairs(IEnumerable<(List<Word> Words, string? Right)> found, int most)
    {
        string[] pairs = [.. found.Select(f => $"{f.Words[0].Text} → {f.Right}")];
        return string.Join(", ", pairs.Take(most)) + (pairs.Length > most ? " …" : "");
    }

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
}
