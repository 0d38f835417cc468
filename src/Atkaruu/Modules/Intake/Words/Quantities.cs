using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// Finds numbers to reach in a text: «270 км», «98%», «275 орундуу», «5000ден ашык көчөт», «25 кошумча нарк чынжырчасын».
/// What is counted may stand a few words behind its number. Years, dates, sums and numbers in names (№16) are no quantities.
/// </summary>
public static partial class Quantities
{
    // Between «25» and «чынжырчасын» stand two words, between «5000ден» and «көчөттөрү» three.
    private const int FurthestNoun = 5;
    private const int Most = 50;

    /// <summary>Quantities of a text in the order of their naming.</summary>
    public static IReadOnlyList<Quantity> In(string text)
    {
        if (text.Length > Limits.Cell) text = text[..Limits.Cell];

        List<(int Start, int End)> taken = [.. Sums.Places(text), .. NotCounted().Matches(text).Select(m => (m.Index, m.Index + m.Length))];
        return [.. Number().Matches(text).Where(m => !taken.Exists(t => m.Groups["n"].Index >= t.Start && m.Groups["n"].Index < t.End)).Select(m => Read(text, m)).OfType<Quantity>().Take(Most)];
    }

    private static Quantity? Read(string text, Match number)
    {
        var printed = number.Groups["n"];
        if (Value(printed.Value) is not { } value) return null;

        var behind = printed.Index + printed.Length;
        if (Measure().Match(text, behind) is { Success: true } measure)
            return new(value, QuantityUnits.OfMeasure(measure.Groups["unit"].Value), text[printed.Index..(behind + measure.Length)].TrimEnd());

        return Counted(text, number, value) ?? CountedBefore(text, number, value) ?? Bare(text, number, value);
    }

    // «25 кошумча нарк чынжырчасын»: the first noun we can count, before the sentence or another number begins.
    private static Quantity? Counted(string text, Match number, decimal value)
    {
        var (end, seen) = (number.Index + number.Length, 0);
        foreach (Match word in Word().Matches(text[end..]))
        {
            if (Stop().IsMatch(text[end..][..word.Index]) || char.IsDigit(word.Value[0])) return null;
            if (Comparison().IsMatch(word.Value)) continue;
            if (++seen > FurthestNoun) return null;
            if (QuantityUnits.OfNoun(text[end..], word, out var nounEnd) is { } unit) return new(value, unit, text[number.Groups["n"].Index..(end + nounEnd)]);
        }
        return null;
    }

    // «долбоорлордун саны-800», «адам саны – 1500».
    private static Quantity? CountedBefore(string text, Match number, decimal value)
    {
        if (CountOf().Match(text[..number.Groups["n"].Index]) is not { Success: true } count) return null;
        var unit = QuantityUnits.OfNoun(count.Groups["noun"].Value) ?? Units.Pieces;
        return new(value, unit, text[count.Index..(number.Groups["n"].Index + number.Groups["n"].Length)]);
    }

    // A number that is compared with («5000ден») or stands alone is counted in pieces; any other bare number means nothing to us.
    private static Quantity? Bare(string text, Match number, decimal value) =>
        number.Groups["from"].Success || number.Value.Trim().Length == text.Trim().Length && value is < 1990 or > 2100 ? new(value, Units.Pieces, number.Value.Trim()) : null;

    private static decimal? Value(string printed) => printed.ToLowerInvariant() switch
    {
        "бир" => 1,
        "эки" => 2,
        "үч" => 3,
        "төрт" => 4,
        "беш" => 5,
        _ => Numbers.Value(printed),
    };

    // A number, with what may hang on it: 5000ден, 1тен, 1500 ден. Or a word, where it is compared with: «бирден кем эмес».
    [GeneratedRegex(
        Numbers.Form + @"(?<from>[\s-]?(?:[дт][аеоө]н)(?!\p{L}))?|(?<!\p{L})(?<n>бир|эки|үч|төрт|беш)(?<from>[дт][аеоө]н)(?=\s+(?:кем|көп|ашы[кг]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // «№16», «4.1.1», «01.06.2026», «2025-2030», «2030-жылга», «5-класс», «ДЭП-16», «IV квартал» are names and dates.
    [GeneratedRegex(
        @"(?:№|N)\s*\d+[\d/-]*|\d+\.\d+\.[\d.]*\d*|\d{4}\s*[-–—]\s*\d{4}|(?:19|20|21)\d\d(?=[\s-–—]*(?:жыл|ж(?!\p{L})|год|г(?!\p{L})))|\d+[-–](?!(?:ге|га|го|ден|дан|тен|тан)(?!\p{L}))(?=\p{L}{2,})(?!(?i:км|га|мвт|квт|орун))"
        + @"|\p{Lu}{2,}[-–]\d+|\d+\s*(?:чейре|квартал|полугод|жаш|саат|күн|ай(?!\p{L})|мүнөт|жолу|кабат|этаж|лет|мес|дн)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotCounted();

    // A unit right behind the number; a comma may have slipped between («10, МВт»).
    [GeneratedRegex(
        @"\G(?:\s?,)?[\s-]*(?<unit>%|пайыз\p{L}*|процент\p{L}*|км(?!\p{L}|2)|километр\p{L}*|чакырым\p{L}*|га(?!\p{L})|гектар\p{L}*|м²|м2|кв\.?\s?м(?!\p{L})|(?:чарчы|квадрат\p{L}*)\s+метр\p{L}*"
        + @"|м³|м3|куб\.?\s?м(?!\p{L})|куб\p{L}*\s+метр\p{L}*|метр\p{L}*|м(?![\p{L}.])|мвт(?!\p{L})|мегават\p{L}*|квт(?!\p{L})|киловат\p{L}*|тонна\p{L}*|тонн\p{L}*|т(?![\p{L}.])|орундуу|орундук\p{L}*|местн\p{L}*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"[\p{L}\d-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.,;:()!?]|\s[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    // Words of comparing: «кем эмес» (also «ткем»), «ашуун», «не менее».
    [GeneratedRegex("^(?:т?кем|эмес|ашуун|ашык|ашыгыраак|көп|жогору|жакын|чейин|кеминде|не|менее|более|свыше|около|до|кем-эмес|жаңы|новых)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"(?<noun>[\p{L}-]+)\s+(?:жалпы\s+)?(?:саны|количество|число)\s*[-–—:]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountOf();
}
