using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake;

// The regular expressions of the rules. Letters are folded and small: ө is о, ү is у; every dash is -, without blanks around it.
internal static partial class ScheduleRules
{
    private const string Y = @"(?<!\d)(?<y>(?:19|20|21)\d\d)(?!\d)";

    // -ж, -ж., -жыл, -жылдын, жылдары, жылдыр, г., гг., г.г., года, годы: anything that only says «year».
    private const string YearWord = @"(?:\s?-?(?:жыл[а-я]*|год[а-я]*|жж?(?![а-я])\.?|гг(?![а-я])\.?|г(?![а-я])\.?(?:\s?г(?![а-я])\.?)?))";
    private const string Tail = YearWord + "?";
    private const string Q = @"(?<![а-яa-z\d])(?<q>1v|[1-4]|iv|iу|iii|ii|i|п|ш|биринчи|экинчи|учунчу|тортунчу|перв[а-я]+|втор[а-я]+|трет[а-я]+|четв[а-я]+)(?:-(?:ч[ыиу]|[а-я]{0,2}й|го|е|м))?";
    private const string Q2 = @"(?:\s?(?:-|,|жана|и)\s?(?<q2>1v|[1-4]|iv|iу|iii|ii|i|п|ш)(?:-(?:ч[ыиу]|й))?)?";
    private const string QuarterWord = @"\s?-?(?:чейре[кг][а-я]*|кварт[а-я]*|кв(?![а-я])\.?)";
    private const string HalfWord = @"\s?-?(?:жарым\s?-?жыл[а-я]*|жарым[а-я]*|полугод[а-я]*|п/г)";
    private const string MonthWord =
        @"(?<![а-я])(?<mm>январ[а-я]*|янв(?![а-я])|феврал[а-я]*|фев(?![а-я])|март[а-я]*|апрел[а-я]*|апр(?![а-я])|ма[йяе](?:[ыигкдну][а-я]{0,5})?(?![а-я])|июн[а-яь]*|июл[а-яь]*"
        + @"|август[а-я]*|авг(?![а-я])|сентябр[а-я]*|сен(?:т)?(?![а-я])|октябр[а-я]*|окт(?![а-я])|ноябр[а-я]*|ноя(?:б)?(?![а-я])|декабр[а-я]*|дек(?![а-я]))\.?(?:\s?-?ай[а-я]*)?";

    [GeneratedRegex(
        @"жыл[а-я]*\s?сай[ыи]?н[а-я]*|(?<![\d-])(?<!\d\s)жыл(?:ына|да)(?![а-я])|(?<![а-я])ар\s(?:бир\s)?жыл[а-я]*|ежегодн[а-я]*|кажд[а-я]+\sгод[а-я]*"
        + @"|(?:чейрек|квартал|ай)[а-я]*\s?сай[ыи]?н[а-я]*|(?<![а-я])ар\s(?:бир\s)?чейрек[а-я]*|ежекварталь[а-я]*|ежемесячн[а-я]*|кажд[а-я]+\sквартал[а-я]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex EveryYear();

    [GeneratedRegex(
        @"туруктуу(?:\sнегиз[а-я]*)?|дайым[а-я]*|узгултуксуз|такай|на\sпостоянной\sоснове|постоянно|регулярно|непрерывно|зарылчылы[кг][а-я]*\sжараша|по\sмере\sнеобходимости",
        RegexOptions.CultureInvariant)]
    private static partial Regex Continuous();

    [GeneratedRegex(
        @"программа(?:нын)?\s(?:[а-я]+\s){0,3}(?:моонот|мезгил)[а-я]*|(?:на\s|в\sтечение\s)?(?:весь|всего)?\s?период[а-я]*\s(?:[а-я]+\s)?программы|бут(?:кул)?\s(?:моонот|мезгил)[а-я]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex WholeProgramme();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20|21)\d\d)-(?<m>\d\d)-(?<d>\d\d)(?!\d)(?:t?\s?\d\d:\d\d(?::\d\d)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<y>(?:19|20|21)\d\d|\d\d)(?!\d)" + Tail, RegexOptions.CultureInvariant)]
    private static partial Regex NumericDay();

    [GeneratedRegex(Y + Tail + @"\s?(?<!\d)(?<d>\d{1,2})[\s-]?" + MonthWord, RegexOptions.CultureInvariant)]
    private static partial Regex YearThenDay();

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})[\s-]?" + MonthWord + @"(?:[\s,-]{0,2}" + Y + Tail + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex DayThenYear();

    [GeneratedRegex(Y + Tail + @"[\s,-]{0,2}" + Q + Q2 + QuarterWord, RegexOptions.CultureInvariant)]
    private static partial Regex YearThenQuarter();

    [GeneratedRegex(Q + Q2 + QuarterWord + @"(?:[\s,-]{0,2}" + Y + Tail + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterThenYear();

    [GeneratedRegex(Y + Tail + @"[\s,-]{0,2}" + Q + HalfWord, RegexOptions.CultureInvariant)]
    private static partial Regex YearThenHalf();

    [GeneratedRegex(Q + HalfWord + @"(?:[\s,-]{0,2}" + Y + Tail + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex HalfThenYear();

    [GeneratedRegex(Y + Tail + @"\s?(?<!\d)(?<n>[369])[\s-]?(?:ай|мес)[а-я]*\.?", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenMonths();

    [GeneratedRegex(@"(?<!\d)(?<n>[369])[\s-]?(?:ай|мес)[а-я]*\.?(?:\s?" + Y + Tail + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex MonthsThenYear();

    [GeneratedRegex(Y + Tail + @"[\s,-]{0,2}" + MonthWord, RegexOptions.CultureInvariant)]
    private static partial Regex YearThenMonth();

    [GeneratedRegex(MonthWord + @"(?:[\s,-]{0,2}" + Y + Tail + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex MonthThenYear();

    [GeneratedRegex(
        @"(?:(?<![а-я])со?\s)?" + Y + Tail + @"(?:-|/|\s(?:по|до)\s|(?<=дан)\s(?:баштап\s)?)(?<y2>(?:19|20|21)\d\d)(?!\d)" + Tail + @"(?:\s(?:кошо\s)?чейин[а-я]*)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearsSpan();

    [GeneratedRegex(Y + @"[-/](?<short>\d\d)(?!\d)" + Tail, RegexOptions.CultureInvariant)]
    private static partial Regex YearsShort();

    // «2026-» with nothing behind it, «2026-жылдан баштап», «с 2026 года».
    [GeneratedRegex(
        Y + @"-(?=$|[\s,;.\u0001])(?!\s?[а-я])|" + Y + @"\s?-?(?:жылдан|ждан|ж\.?дан)(?:\sбаштап)?|(?:(?<![а-я])начиная\s)?(?<![а-я])со?\s" + Y + Tail,
        RegexOptions.CultureInvariant)]
    private static partial Regex SinceYear();

    [GeneratedRegex(Y + Tail + @"\s(?:ая[гк]|акыр|сон)[а-я]*(?:\sчейин)?|(?<![а-я])(?:(?:до|к|в)\s)?кон(?:ца|цу|це|ец)\s" + Y + Tail, RegexOptions.CultureInvariant)]
    private static partial Regex YearEnd();

    [GeneratedRegex(Y + Tail, RegexOptions.CultureInvariant)]
    private static partial Regex SingleYear();

    [GeneratedRegex(@"(?<![а-я])(?:до|к|не\s(?:позднее|позже)|чейин)\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex UntilBefore();

    [GeneratedRegex(@"^[\s-]?(?:кошо\s)?(?:чейин|кечиктирбе[а-я]*)", RegexOptions.CultureInvariant)]
    private static partial Regex UntilBehind();

    [GeneratedRegex(@"^\s?(?:-|по|до|дан|-?жылдан)\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
