using System.Text;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// What a column holds, told by its heading: Kyrgyz or Russian, any case, with misprints. Kyrgyz puts the thing last
/// («иш-чараларды ишке ашыруу мөөнөтү» is a deadline), Russian first («срок реализации мероприятий»).
/// </summary>
internal static partial class HeadingWords
{
    /// <summary>A longer text is no heading.</summary>
    private const int Longest = 160;

    private sealed record Stem(string Letters, ColumnRole Role, bool Kyrgyz);

    // Folded: ө→о, ү→у, ң→н, ё→е. A stem stands at the beginning of a word.
    private static readonly Stem[] Stems =
    [
        new("моонот", ColumnRole.Schedule, true), new("мезгил", ColumnRole.Schedule, true), new("убакт", ColumnRole.Schedule, true), new("убакыт", ColumnRole.Schedule, true),
        new("срок", ColumnRole.Schedule, false), new("период", ColumnRole.Schedule, false), new("дата", ColumnRole.Schedule, false),
        new("жыйынты", ColumnRole.Result, true), new("натыйжа", ColumnRole.Result, true),
        new("результат", ColumnRole.Result, false), new("эффект", ColumnRole.Result, false),
        new("жооптуу", ColumnRole.Responsible, true), new("аткаруучу", ColumnRole.Responsible, true),
        new("ответствен", ColumnRole.Responsible, false), new("исполнител", ColumnRole.Responsible, false),
        new("булаг", ColumnRole.Funding, true), new("булак", ColumnRole.Funding, true), new("каржы", ColumnRole.Funding, true), new("каржыло", ColumnRole.Funding, true),
        new("каржоло", ColumnRole.Funding, true), new("каржыла", ColumnRole.Funding, true), new("каражат", ColumnRole.Funding, true),
        new("источник", ColumnRole.Funding, false), new("финансир", ColumnRole.Funding, false), new("бюджет", ColumnRole.Funding, false), new("средств", ColumnRole.Funding, false),
        new("баасы", ColumnRole.Amount, true), new("наркы", ColumnRole.Amount, true), new("колому", ColumnRole.Amount, true), new("чыгым", ColumnRole.Amount, true),
        new("сумма", ColumnRole.Amount, false), new("стоимост", ColumnRole.Amount, false), new("объем", ColumnRole.Amount, false), new("обьем", ColumnRole.Amount, false),
        new("расход", ColumnRole.Amount, false), new("затрат", ColumnRole.Amount, false), new("смет", ColumnRole.Amount, false), new("сом", ColumnRole.Amount, false),
        new("чара", ColumnRole.Title, true), new("ишчара", ColumnRole.Title, true), new("аракет", ColumnRole.Title, true),
        new("мероприят", ColumnRole.Title, false), new("меры", ColumnRole.Title, false), new("мера", ColumnRole.Title, false), new("действи", ColumnRole.Title, false),
        new("милдет", ColumnRole.Task, true), new("задач", ColumnRole.Task, false),
    ];

    private static readonly HashSet<string> NumberWords = ["пп", "п", "no", "n", "номер", "номери", "номуру", "катар", "рс", "р", "с", "тн", "т", "б"];

    /// <summary>The role of a column by its heading; <see cref="ColumnRole.Other"/> when nothing is recognised.</summary>
    public static ColumnRole RoleOf(string heading)
    {
        if (heading.Length is 0 or > Longest) return ColumnRole.Other;
        var words = WordsOf(heading);
        var found = words.Select(Match).OfType<Stem>().ToList();
        if (found.Count == 0) return IsNumber(heading, words) ? ColumnRole.Number : ColumnRole.Other;

        // The source is asked for before the sum: «каржылоо булагы жана суммасы».
        if (found.Any(s => s.Letters is "булаг" or "булак" or "источник")) return ColumnRole.Funding;
        if (found.All(s => s.Role is ColumnRole.Funding or ColumnRole.Amount))
            return found.Any(s => s.Role == ColumnRole.Amount) ? ColumnRole.Amount : ColumnRole.Funding;
        if (words.Contains("и") && found.Any(s => s.Role == ColumnRole.Title) && found.All(s => s.Role is ColumnRole.Title or ColumnRole.Task)) return ColumnRole.Title;
        return (found.LastOrDefault(s => s.Kyrgyz) ?? found[0]).Role;
    }

    /// <summary>Whether two headings say the same, whatever their case, blanks and hyphens.</summary>
    public static bool Same(string one, string other) => Squash(one) == Squash(other);

    private static bool IsNumber(string heading, List<string> words) =>
        (heading.Contains('№') || words.Count > 0) && words.All(NumberWords.Contains) && heading.Length <= 20;

    private static Stem? Match(string word)
    {
        foreach (var stem in Stems)
            if (word.StartsWith(stem.Letters, StringComparison.Ordinal)) return stem;
        foreach (var stem in Stems)
            if (stem.Letters.Length >= 6 && IsNear(word, stem.Letters)) return stem;
        return null;
    }

    /// <summary>Whether the word begins with the stem but for one letter missing, added, changed or swapped.</summary>
    private static bool IsNear(string word, string stem)
    {
        if (word[0] != stem[0]) return false;               // a misprint of the first letter is another word too often
        for (var length = stem.Length - 1; length <= Math.Min(stem.Length + 1, word.Length); length++)
            if (OneLetterApart(word.AsSpan(0, length), stem)) return true;
        return false;
    }

    private static bool OneLetterApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var start = one.CommonPrefixLength(other);
        var a = one[start..];
        var b = other[start..];
        if (a.Length > b.Length) return a[1..].SequenceEqual(b);
        if (a.Length < b.Length) return b[1..].SequenceEqual(a);
        if (a.Length < 1 || a[1..].SequenceEqual(b[1..])) return true;
        return a.Length >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
    }

    /// <summary>Folded words; a hyphen parts («иш-чара») and, at a line end, may also have broken a word, so both readings count.</summary>
    private static List<string> WordsOf(string heading)
    {
        List<string> words = [];
        foreach (Match token in Token().Matches(Fold(heading)))
        {
            words.AddRange(token.Value.Split('-'));
            if (token.Value.Contains('-')) words.Add(token.Value.Replace("-", "", StringComparison.Ordinal));
        }
        return words;
    }

    private static string Fold(string text) => text.ToLowerInvariant()
        .Replace('ө', 'о').Replace('ү', 'у').Replace('ң', 'н').Replace('ё', 'е').Replace("п/п", "пп", StringComparison.Ordinal).Replace("п.п", "пп", StringComparison.Ordinal);

    private static string Squash(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var sign in Fold(text))
            if (char.IsLetterOrDigit(sign)) letters.Append(sign);
        return letters.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*")]
    private static partial Regex Token();
}
