using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// Finds words that can be a deadline, in Kyrgyz and Russian, also broken over lines. They are the anchors of the
/// table: a row has one. What a deadline means is <see cref="Understanding"/>'s business; here only its edges matter.
/// </summary>
internal static partial class ScheduleForms
{
    private const string
        Year = @"(?:19|20)\d\d",
        Dash = @"\s*[-–—‐‑]\s*",
        YearWord = @"(?:жылдар|жылдары|жылдыр|жылы|жыл|жж|ж|гг|г|годы|года|годов|году|год)",
        Years = $@"{Year}(?:{Dash}{Year})?(?:\s*[-–—‐‑]?\s*{YearWord}(?!\p{{L}})\.?)?(?:\s?[-–—‐‑](?!\p{{L}}))?",
        Quarter = @"(?:IV|I{1,3}|[1-4])",
        Month = @"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}{0,6}",
        KyPart = $@"{Year}(?:{Dash}|\s+)жылдын\s+(?:{Quarter}(?:{Dash}\p{{L}}{{1,5}})?\s*[-–]?\s*(?:чейре[кг]|квартал)\p{{L}}{{0,5}}|(?:биринчи|экинчи|[үу]ч[үу]нч[үу]|т[өо]рт[үу]нч[үу])\s+(?:чейре[кг]\p{{L}}{{0,3}}|кварталы|жарымы|жарым\s+жылдыгы)|(?:\d{{1,2}}{Dash}|{Quarter}\s+)?{Month}|(?:\d{{1,2}}\s*[-–]\s*)?\p{{L}}{{3,9}}\s+айы\p{{L}}{{0,3}}|(?:аягы|башы|ортосу)\p{{L}}{{0,3}})(?:\s+чейин)?",
        KyUntil = $@"{Year}{Dash}жылга\s+чейин",
        KyWords = @"(?:жыл|чейрек|квартал|ай)\s+сайын|ар\s+жылы|жыл\s+бою|туруктуу\s+(?:негизде|т[үу]рд[өо])|дайыма|[үу]зг[үу]лт[үу]кс[үу]з",
        RuQuarter = $@"{Quarter}(?:{Dash}{Quarter})?(?:\s*-?\s*[йя])?\s*(?:квартал\p{{L}}{{0,2}}|кв\.?)(?:\s*{Year}(?:\s*(?:года|год|г\.?)(?!\p{{L}}))?)?",
        RuUntil = $@"(?:до|к)\s+(?:конца\s+|начала\s+)?(?:\d{{1,2}}\s+)?(?:{Month}\s+)?{Year}(?:\s*(?:года|году|г\.?)(?!\p{{L}}))?",
        RuMonth = $@"{Month}\s+{Year}(?:\s*(?:года|г\.?)(?!\p{{L}}))?",
        RuWords = $@"ежегодно|постоянно|на\s+постоянной\s+основе|ежеквартально|ежемесячно|регулярно|в\s+течение\s+(?:года|всего\s+периода|{Year}(?:{Dash}{Year})?(?:\s*(?:годов|года|гг?\.?)(?!\p{{L}}))?)",
        Day = $@"\d{{1,2}}\.\d{{1,2}}\.{Year}(?:{Dash}\d{{1,2}}\.\d{{1,2}}\.{Year})?";

    /// <summary>No deadline is longer; none takes more lines.</summary>
    private const int Longest = 80;

    [GeneratedRegex($@"\G(?:{Day}|{KyPart}|{KyUntil}|{RuUntil}|{RuQuarter}|{RuMonth}|{KyWords}|{RuWords}|{Years})[,;.]?(?!\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private static readonly HashSet<string> Shreds =
    [
        "жыл", "жылы", "жылдар", "жылдары", "жылдыр", "жылдын", "жылга", "ж", "жж", "г", "гг", "год", "года", "годы", "годов", "сайын", "негизде", "туруктуу", "чейин", "чейреги", "чейрек",
        "квартал", "кварталы", "квартала", "ежегодно", "постоянно", "iv", "i", "ii", "iii",
    ];

    private static readonly char[] Marks = [' ', '-', '–', '—', '.', ','];

    /// <summary>Length of the deadline that begins exactly here; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (!CanBegin(text[start])) return 0;
        var window = text.Slice(start, Math.Min(Longest, text.Length - start));
        foreach (var match in Form().EnumerateMatches(window)) return match.Length;
        return 0;
    }

    /// <summary>A line that holds nothing but a deadline or a piece of one: «2025-2030-», «жылдар», «IV».</summary>
    public static bool IsShred(string line)
    {
        if (line.Length > 40) return false;
        var words = line.Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && !(words.Length == 1 && words[0].Length < 3 && char.IsAsciiDigit(words[0][0])) && words.All(IsShredWord);
    }

    private static bool IsShredWord(string word) =>
        word is ['1' or '2', _, _, _] && word.All(char.IsAsciiDigit) || word.Length <= 2 && word.All(char.IsAsciiDigit) || Shreds.Contains(word.ToLowerInvariant());

    private static bool CanBegin(char c) => char.IsAsciiDigit(c) || "IVжтдүаченпркмиясоЖТДҮАЧЕНПРКМИЯСОвВ".Contains(c);
}
