using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// Reads what stands above and below the table: the act that the plan is an annex to, the title with its years, and those
/// who signed. Lines may come as printed, with runs of blanks, or already joined.
/// </summary>
internal static partial class ProgrammeLines
{
    // A title page has some ten lines; a long preamble is not ours to read word by word.
    private const int MostLines = 60;

    public static ProgrammeDraft Read(IReadOnlyList<string> preamble, IReadOnlyList<string> closing)
    {
        List<string> lines = [.. preamble.Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0).Take(MostLines)];
        var (actLines, titleLines) = Divide(lines);
        var title = Join(titleLines);
        var (from, to) = Years(title) ?? YearsSpanIn(Join(lines)) ?? (null, null);
        return new(title, from, to, Act(Join(actLines)), Signatures.Read(closing));
    }

    // Kyrgyz names the act above («…буйругуна №2 тиркеме»), Russian too («Приложение №2 к распоряжению…»); the title
    // is what follows. Where the act comes last or not at all, the title is what is left.
    private static (List<string> Act, List<string> Title) Divide(List<string> lines)
    {
        lines = [.. lines.SelectMany(SplitBehindAnnex)];
        var last = lines.FindLastIndex(line => ActEnd().IsMatch(line));
        if (last < 0) return ([], lines);

        var title = lines.FindIndex(line => TitleBegins().IsMatch(line) && !ActEnd().IsMatch(line));
        var first = lines.FindIndex(line => ActEnd().IsMatch(line) || ActWords().IsMatch(line));
        if (title >= 0 && title < first) return (lines[first..], lines[..first]);

        var end = last + 1;
        while (end < lines.Count && end != title && ActWords().IsMatch(lines[end])) end++;
        return (lines[..end], lines[end..]);
    }

    private static IEnumerable<string> SplitBehindAnnex(string line)
    {
        var annex = AnnexThenTitle().Match(line);
        return annex.Success ? [annex.Groups["act"].Value, annex.Groups["title"].Value] : [line];
    }

    private static ActDraft? Act(string text)
    {
        if (text.Length == 0 || !ActEnd().IsMatch(text)) return null;

        var number = NumberOfAct().Match(text);
        var date = Day(text);
        var year = date?.Year ?? (ActYear().Match(text) is { Success: true } y ? int.Parse(y.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) : null);
        return new(text, Body(text), number.Success ? (number.Groups["n"].Success ? number.Groups["n"].Value : number.Groups["n2"].Value) : null, date, year, Annex(text));
    }

    // «Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын…»: whose act it is, without the ending of possession.
    private static string? Body(string text)
    {
        var kyrgyz = BodyInGenitive().Match(text);
        if (kyrgyz.Success) return kyrgyz.Groups["body"].Value + kyrgyz.Groups["last"].Value;
        var russian = BodyInRussian().Match(text);
        return russian.Success ? russian.Groups["body"].Value.Trim() : null;
    }

    private static string? Annex(string text) =>
        Annexes().Match(text) is { Success: true } annex ? "№" + annex.Groups.Values.Skip(1).First(g => g.Success).Value : null;

    // A day of an act is read like a deadline; «2025-жылдын № буйругуна» has none.
    private static DateOnly? Day(string text)
    {
        var day = ActDay().Match(text);
        return day.Success && ScheduleParser.Parse(Quotes().Replace(day.Value, ""), null, null) is { Kind: ScheduleKind.Date, To: { } to } ? to : null;
    }

    private static (int? From, int? To)? YearsSpanIn(string text) =>
        YearsSpan().Match(text) is { Success: true } span && Number(span, "from") is var from && Number(span, "to") is var to && from <= to && to - from <= 30 ? (from, to) : null;

    private static (int? From, int? To)? Years(string title)
    {
        if (YearsSpanIn(title) is { } span) return span;
        return SingleYear().Match(title) is { Success: true } year ? (Number(year, "y"), Number(year, "y")) : null;
    }

    private static string Join(IEnumerable<string> lines) =>
        lines.Aggregate("", (text, line) => text.Length == 0 ? line : text.EndsWith('-') ? text + line : $"{text} {line}");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("[«»\"“”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();

    [GeneratedRegex("тиркеме|приложени|буйру[гк]|токтом|тескеме|распоряжени|постановлени|бекит|утвержд", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ActEnd();

    [GeneratedRegex(@"администраци|кеңеш|№|^от\s|РМА|РГА|^(?:19|20)\d\d\s*-?\s*(?:жылдын|года?)\b(?!.*(?:план|программ))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ActWords();

    [GeneratedRegex(@"план|программ|иш-?\s?чара|мероприят|^20\d\d\s*[-–—]\s*20\d\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitleBegins();

    // One long line: «…буйругуна №2 тиркеме 2025-2030-жылдарга … планы», «Приложение №2 к распоряжению … План мероприятий…».
    [GeneratedRegex(@"^(?<act>.*тиркеме(?:си)?)\s+(?<title>.*(?:план|программ).*)$|^(?<act>Приложение\b.*?)\s+(?<title>(?:ПЛАН|План|Программа|ПРОГРАММА)\b.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexThenTitle();

    [GeneratedRegex(
        @"№\s*(?<n>\d[\d/-]*(?:-?\p{L}(?!\p{L}))?)\s*-?\s*(?:сан\w*\s+)?(?:буйру|токтом|тескеме|чечим)"
        + @"|(?:буйру|токтом|тескеме|чечим|распоряжени|постановлени|решени|приказ)[^№]*№\s*(?<n2>\d[\d/-]*)(?![\d/-]|\s*-?\s*тиркеме)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberOfAct();

    [GeneratedRegex(@"(?<y>20\d\d)\s*-?\s*(?:жыл|ж\b|год|г\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ActYear();

    [GeneratedRegex(
        @"20\d\d\s*-?\s*ж(?:ылдын|\.)?\s*[«""“]?\s*\d{1,2}\s*[»""”]?\s*-?\s*\p{L}{3,}|\d{1,2}\.\d{1,2}\.20\d\d|[«""“]?\s*\d{1,2}\s*[»""”]?\s+\p{L}{3,}\s+20\d\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ActDay();

    [GeneratedRegex(@"№\s*(\d{1,3})\s*-?\s*тиркеме|(\d{1,3})\s*-?\s*тиркеме|тиркеме(?:си)?\s*№?\s*(\d{1,3})|приложение\s*№?\s*(\d{1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Annexes();

    [GeneratedRegex(
        @"^(?:бекит\p{L}*\s+)?(?<body>[^№\d]*?)(?<last>администрация(?:сы)?|кеңеши|өкмөтү|министрлиги|кабинети|РМА)н[ыиуү]н",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BodyInGenitive();

    [GeneratedRegex(@"(?:распоряжени|постановлени|решени|приказ)\p{L}*\s+(?<body>.+?)(?=\s+от\s|\s*№|\s+[«""“]?\s*\d|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BodyInRussian();

    [GeneratedRegex(@"(?<!\d)(?<from>(?:19|20|21)\d\d)\s*[-–—−]\s*(?<to>(?:19|20|21)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearsSpan();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20|21)\d\d)\s*-?\s*(?:жыл|год)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SingleYear();
}
