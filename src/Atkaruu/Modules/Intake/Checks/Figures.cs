using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>A figure in a cell: how much of what, for each of what.</summary>
/// <param name="Kind">The unit («percent», «км»), or the stem of the counted thing («долбоор»).</param>
/// <param name="Things">Stems of the words after the figure, the counted thing among them.</param>
/// <param name="AtLeast">«кем эмес»: so many or more.</param>
/// <param name="PerMunicipality">«ар бир айыл өкмөттө».</param>
/// <param name="PerYear">«жыл сайын».</param>
/// <param name="IsShare">For each of something, whatever it is: «ар бир региондо».</param>
/// <param name="Text">The words to show.</param>
internal sealed record Figure(
    decimal Value, string Kind, IReadOnlyList<string> Things, bool AtLeast, bool PerMunicipality, bool PerYear, bool IsShare, int Start, int Length, string Text)
{
    /// <summary>Whether both count the same: one unit, or a thing that both name.</summary>
    public bool IsOfKind(Figure other) => IsUnit || other.IsUnit ? Kind == other.Kind : Things.Any(thing => other.Things.Any(theirs => ContentWords.Akin(thing, theirs)));

    private bool IsUnit => Figures.Units.ContainsValue(Kind);
}

internal static partial class Figures
{
    internal static readonly Dictionary<string, string> Units = new()
    {
        ["%"] = "percent",
        ["пайыз"] = "percent",
        ["процент"] = "percent",
        ["км"] = "km",
        ["километр"] = "km",
        ["м"] = "m",
        ["метр"] = "m",
        ["га"] = "ha",
        ["гектар"] = "ha",
        ["мвт"] = "MW",
        ["квт"] = "kW",
        ["тонна"] = "t",
        ["орун"] = "seats",
        ["сом"] = "money",
        ["млн"] = "money",
        ["миллион"] = "money",
        ["тыс"] = "money",
        ["миң"] = "money",
        ["млрд"] = "money",
    };

    private static readonly Dictionary<string, int> Numerals = new()
    {
        ["бирден"] = 1,
        ["экиден"] = 2,
        ["үчтөн"] = 3,
        ["төрттөн"] = 4,
        ["бештен"] = 5,
        ["алтыдан"] = 6,
        ["жетиден"] = 7,
        ["сегизден"] = 8,
        ["тогуздан"] = 9,
        ["ондон"] = 10,
    };

    /// <summary>The figures of a cell, without years, numbers of names («№16») and sums of money.</summary>
    public static IEnumerable<Figure> In(Cell cell)
    {
        foreach (Match match in Number().Matches(cell.Text))
            if (Read(cell, match) is { } figure) yield return figure;
    }

    private static Figure? Read(Cell cell, Match match)
    {
        var value = match.Groups["word"].Success
            ? Numerals[match.Groups["word"].Value.ToLowerInvariant()]
            : decimal.TryParse(Blank().Replace(match.Groups["n"].Value, "").Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : -1;
        if (value < 0 || (value is >= 2000 and <= 2099 && AfterYear().IsMatch(cell.Text.AsSpan(match.Index + match.Length)))) return null;

        var clause = Clause(cell.Text, match.Index);
        string[] after = [.. CheckedPlan.WordsOf(cell).Where(w => w.Start >= match.Index + match.Length).Take(4).Select(w => KnownWords.Administrative.Stem(w.Lower))];
        string[] things = [.. after.Where(stem => stem is not ("кем" or "эмес" or "ашуун" or "ден"))];
        var unit = match.Groups["percent"].Success ? "percent" : after.Length > 0 ? Units.GetValueOrDefault(after[0]) : null;
        if (unit == "money") return null;
        var atLeast = after.Contains("кем") && after.Contains("эмес");
        var length = LengthShown(cell.Text, match, unit, atLeast);
        return new(value, unit ?? things.FirstOrDefault() ?? "", things, atLeast, PerMunicipality().IsMatch(clause), PerYear().IsMatch(clause), Share().IsMatch(clause),
            match.Index, length, cell.Text.Substring(match.Index, length));
    }

    /// <summary>The words before a figure in its own sentence, where it says for each of what.</summary>
    private static string Clause(string text, int at)
    {
        var start = text.LastIndexOfAny(['.', ';'], Math.Max(0, at - 1));
        return text[(start + 1)..at];
    }

    private static int LengthShown(string text, Match match, string? unit, bool atLeast)
    {
        var rest = text.AsSpan(match.Index + match.Length);
        if (atLeast && AtLeastWords().Match(text, match.Index + match.Length) is { Success: true } more) return match.Length + more.Length;
        if (unit is null || match.Groups["percent"].Success || rest.IsEmpty) return match.Length;
        var word = NextWord().Match(text, match.Index + match.Length);
        return word.Success ? match.Length + word.Length : match.Length;
    }

    // A number with its ending («5тен», «1500 ден»), or a numeral that shares out («бирден»). Not «№16», not part of a word.
    [GeneratedRegex(@"(?<![\d№,.]|№\s)(?<n>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)(?:\s?-?(?:ден|дан|тен|тан|төн|тон|дөн|дон)(?!\p{L}))?(?<percent>\s?%)?|\b(?<word>бирден|экиден|үчтөн|төрттөн|бештен|алтыдан|жетиден|сегизден|тогуздан|ондон)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[-–—]\s*(?:20\d\d|ж)|жыл|ж\.|г\.|год)")]
    private static partial Regex AfterYear();

    [GeneratedRegex(@"ар\s+бир\s+айыл\s*(?:дык)?\s*(?:өкмөт|аймак|аймаг)", RegexOptions.IgnoreCase)]
    private static partial Regex PerMunicipality();

    [GeneratedRegex(@"жыл\s+сайын|ар\s+жылы", RegexOptions.IgnoreCase)]
    private static partial Regex PerYear();

    [GeneratedRegex(@"\bар\s+бир\b", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"\G\s*кем\s+эмес", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeastWords();

    [GeneratedRegex(@"\G[\s,]*\p{L}+")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
