using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>One name written in several ways, and words whose ң, ө, ү or ъ the keyboard lost.</summary>
internal static class SpellingChecks
{
    /// <summary>A letter lost once is a misprint; lost more often, it is a spelling.</summary>
    internal const int FewestOfSpelling = 2;

    public static IEnumerable<Finding> Names(CheckedPlan plan)
    {
        var cells = plan.Cells.Select(cell => (Cell: cell, Words: Folding.Words(cell.Text))).ToList();
        foreach (var (right, keys) in NamesOf(plan.Vocabulary))
        {
            var met = cells.SelectMany(c => keys.SelectMany(key => Find(c.Cell, c.Words, key))).DistinctBy(m => (m.Cell, m.Start)).ToList();
            if (Several(met, right) is { } finding) yield return finding;
        }
    }

    public static IEnumerable<Finding> Letters(CheckedPlan plan)
    {
        var slips = plan.Words.Where(w => plan.LostLetters.ContainsKey(w.Lower)).Select(word => (Word: word, Right: plan.LostLetters[word.Lower])).ToList();
        foreach (var slip in slips.GroupBy(s => Known.Stem(s.Right)).Where(g => g.Count() >= FewestOfSpelling))
        {
            var right = plan.Words.Where(w => LostLetters.MayLose(w.Lower) && Known.Knows(w.Lower) && Known.Stem(w.Lower) == slip.Key);
            var wrong = slip.Select(s => new Spelled(s.Word.Cell, s.Word.Start, s.Word.Text.Length, s.Word.Lower[..Math.Min(s.Word.Lower.Length, slip.Key.Length)]));
            if (Several([.. wrong, .. right.Select(w => new Spelled(w.Cell, w.Start, w.Text.Length, slip.Key))], slip.Key) is { } finding) yield return finding;
        }
    }

    private static readonly KnownWords Known = KnownWords.Administrative;

    /// <summary>A spelling where it stands.</summary>
    private sealed record Spelled(Cell Cell, int Start, int Length, string Form);

    /// <summary>Each name once, with the letters of all its spellings; a name within a longer one is told of by the shorter.</summary>
    private static IEnumerable<(string Right, IReadOnlyList<string> Keys)> NamesOf(Vocabulary vocabulary)
    {
        var names = vocabulary.Places.Where(p => p.Kind != PlaceKind.Oblast)
            .Select(p => (Right: ProperPart(p.Name.Ky), Keys: p.Aliases.Prepend(p.Name.Ky).Select(n => Key(ProperPart(n))).Where(k => k.Length > 2)))
            .GroupBy(n => Key(n.Right)).ToList();
        return from name in names
               where !names.Any(other => other.Key != name.Key && name.Key.StartsWith(other.Key, StringComparison.Ordinal))
               select (name.First().Right, (IReadOnlyList<string>)[.. name.SelectMany(n => n.Keys).Distinct()]);
    }

    private static Finding? Several(List<Spelled> met, string right)
    {
        var forms = met.GroupBy(m => m.Form).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (forms.Count < 2) return null;
        // The spellings to be looked at are quoted; of the right one a single place is enough.
        var (good, other) = (forms.Where(f => f.Key == right).SelectMany(f => f), forms.Where(f => f.Key != right).SelectMany(f => f).ToList());
        var quotes = other.Concat(good.Take(1)).GroupBy(m => m.Cell).Select(c => c.Key.Quote(c.Select(m => (m.Start, m.Length))));
        return Found.Of("spelling-variants", Severity.Note, other.Select(m => m.Cell.Ordinal), quotes, string.Join(", ", forms.Select(f => $"{f.Key} ({f.Count()})")), right);
    }

    /// <summary>All places of a name in a cell, hyphens and blanks aside; «Дароот- Коргон» from a broken line is «Дароот-Коргон».</summary>
    private static IEnumerable<Spelled> Find(Cell cell, IReadOnlyList<FoldedWord> words, string key)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!key.StartsWith(words[i].Text, StringComparison.Ordinal) && !words[i].Text.StartsWith(key, StringComparison.Ordinal)) continue;
            var letters = "";
            for (var j = i; j < words.Count && letters.Length < key.Length; j++)
            {
                var needed = key.Length - letters.Length;
                if (j > i && !IsJoined(cell.Text, words[j - 1].End, words[j].Start)) break;
                letters += words[j].Text;
                if (!letters.StartsWith(key, StringComparison.Ordinal) || !IsEnding(key, letters[key.Length..])) continue;
                var end = words[j].Start + Math.Min(needed, words[j].Length);
                var form = Form(cell.Text[words[i].Start..end]);
                if (form.Any(char.IsUpper)) yield return new(cell, words[i].Start, end - words[i].Start, form);
            }
        }
    }

    private static bool IsJoined(string text, int end, int start) => text[end..start].All(c => c == ' ' || Folding.IsDash(c)) && start - end <= 3;

    private static bool IsEnding(string name, string rest) => rest.Length == 0 || WordForms.Accepts(name + rest, name.Length, StemKind.Noun) || rest.Length <= 4 && "нднтдгк".Contains(rest[0]);

    private static string Form(string text) => text.Replace("- ", "-", StringComparison.Ordinal).Replace(" -", "-", StringComparison.Ordinal);

    private static string Key(string name) => string.Concat(Folding.Words(name).Select(w => w.Text));

    /// <summary>The name without its kind: «Чоң-Алай айыл аймагы» is Чоң-Алай.</summary>
    private static string ProperPart(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.TakeWhile((word, i) => i == 0 || char.IsUpper(word[0]) || word is "талаа" or "суу"));
    }
}
