using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>The words for what is measured and counted, and the codes of <see cref="Units"/> they stand for.</summary>
internal static partial class QuantityUnits
{
    // Folded stems of countable nouns. Folding makes үй (house) and уй (cow) one, so neither stands here alone.
    private static readonly (string Stem, string Unit)[] Nouns =
    [
        ("обьект", Units.Objects), ("долбоор", Units.Projects), ("проект", Units.Projects), ("программа", Units.Documents), ("документ", Units.Documents),
        ("адам", Units.People), ("киши", Units.People), ("жаран", Units.People), ("тургун", Units.People), ("жашоочу", Units.People), ("адис", Units.People),
        ("дарыгер", Units.People), ("мугалим", Units.People), ("бала", Units.People), ("человек", Units.People), ("граждан", Units.People), ("фермер", Units.People),
        ("уй-було", Units.Families), ("семья", Units.Families), ("семей", Units.Families),
        ("студент", Units.Students), ("окуучу", Units.Students), ("мектеп", Units.Schools), ("школ", Units.Schools),
        ("кочот", Units.Seedlings), ("саженец", Units.Seedlings), ("саженц", Units.Seedlings),
        ("цех", Units.Workshops), ("чынжырча", Units.Chains), ("чынжыр", Units.Chains), ("цепоч", Units.Chains),
        ("айыл", Units.Villages), ("село", Units.Villages),
        ("имарат", Units.Buildings), ("здани", Units.Buildings), ("дом", Units.Buildings),
        ("голов", Units.Heads),
        ("семинар", Units.Events), ("тренинг", Units.Events), ("окуу", Units.Events), ("иш-чара", Units.Events), ("мероприяти", Units.Events), ("жарманке", Units.Events),
        ("бакча", Units.Objects), ("фап", Units.Objects), ("копуро", Units.Objects), ("жай", Units.Objects), ("ишкана", Units.Objects), ("завод", Units.Objects),
        ("питомник", Units.Objects), ("борбор", Units.Objects), ("кооператив", Units.Objects), ("станция", Units.Objects), ("полигон", Units.Objects),
        ("даана", Units.Pieces), ("штук", Units.Pieces), ("шт", Units.Pieces), ("камера", Units.Pieces), ("техника", Units.Pieces),
    ];

    // Nouns of two words win over their first: «айыл өкмөт» is no village.
    private static readonly (string First, string Second, string? Unit)[] Compounds =
    [
        ("айыл", "окмот", null),
        ("айыл", "айма", null),
        ("турак", "уй", Units.Buildings),
        ("турак", "жай", Units.Buildings),
        ("баш", "мал", Units.Heads),
        ("баш", "бодо", Units.Heads),
        ("баш", "кой", Units.Heads),
        ("баш", "жылкы", Units.Heads),
        ("бала", "бакча", Units.Objects),
    ];

    public static string OfMeasure(string unit) => Folding.Fold(unit) switch
    {
        "%" => Units.Percent,
        var u when Begins(u, "пайыз", "процент") => Units.Percent,
        var u when Begins(u, "мвт", "мегават") => Units.Megawatt,
        var u when Begins(u, "квт", "киловат") => Units.Kilowatt,
        var u when Begins(u, "орун", "мест") => Units.Seats,
        var u when Begins(u, "га", "гектар") => Units.Hectare,
        var u when Square().IsMatch(u) => Units.SquareMetre,
        var u when Cubic().IsMatch(u) => Units.CubicMetre,
        var u when Begins(u, "км", "километр", "чакырым") => Units.Kilometre,
        var u when Begins(u, "т") => Units.Tonne,
        _ => Units.Metre,
    };

    /// <summary>The unit of a noun, in any of its forms; null where we do not count it.</summary>
    public static string? OfNoun(string noun) => OneWord(Folded(noun));

    /// <summary>The same for a word of a text, which the word behind it may make another noun: «бала», «бала бакча».</summary>
    /// <param name="end">Where the noun ends in the text.</param>
    public static string? OfNoun(string text, Match word, out int end)
    {
        var (noun, next) = (Folded(word.Value), Next().Match(text, word.Index + word.Length));
        end = word.Index + word.Length;
        foreach (var (first, second, unit) in next.Success ? Compounds : [])
        {
            if (!Is(noun, first) || !Folded(next.Value).StartsWith(second, StringComparison.Ordinal)) continue;
            end += next.Length;
            return unit;
        }
        return OneWord(noun);
    }

    private static string? OneWord(string noun) => Nouns.FirstOrDefault(n => Is(noun, n.Stem)).Unit;

    private static bool Is(string word, string stem) => word == stem || Stems.IsFormOf(stem, word);

    // Folding makes a blank of a hyphen; a compound noun keeps its own here.
    private static string Folded(string word) => Misprints.Corrected(string.Join('-', Folding.Words(word).Select(w => w.Text)));

    private static bool Begins(string word, params string[] beginnings) => beginnings.Any(b => word.StartsWith(b, StringComparison.Ordinal));

    [GeneratedRegex("^(?:м²|м2|кв|чарчы)", RegexOptions.CultureInvariant)]
    private static partial Regex Square();

    [GeneratedRegex("^(?:м³|м3|куб)", RegexOptions.CultureInvariant)]
    private static partial Regex Cubic();

    [GeneratedRegex(@"\G\s+[\p{L}-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
