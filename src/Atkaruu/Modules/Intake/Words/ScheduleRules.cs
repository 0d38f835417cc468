using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>One deadline found in a text that may hold several.</summary>
internal sealed record SchedulePart(int Start, ScheduleKind Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>The year it names; null for «IV квартал» alone, which then has <see cref="InYear"/>.</summary>
    public int? Year { get; init; }
    public Func<int, (DateOnly? From, DateOnly To)>? InYear { get; init; }

    /// <summary>Said with «чейин» or «до»: only the last day is given.</summary>
    public bool Until { get; init; }

    /// <summary>Joined to the deadline before it by a dash, «по» or «до»: the two are one span.</summary>
    public bool Continues { get; init; }
    public Message? Note { get; init; }
}

/// <summary>The forms in which deadlines are written, the most telling first. They read a text prepared by <see cref="ScheduleParser"/>.</summary>
internal static partial class ScheduleRules
{
    private const char Taken = '\u0001';
    private const int LongestYears = 30;

    private static readonly string[] Months12 = ["янв", "фев", "март", "апр", "май", "мая", "мае", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    // Each form with the letters without which it cannot be there: most deadlines need two or three of these expressions,
    // and those never used are never compiled.
    private static readonly (string[] Hints, Func<Regex> Form, Func<Match, SchedulePart?> Read)[] Rules =
    [
        (["сай", "жыл", "еже", "кажд", "ар "], EveryYear, m => new(m.Index, ScheduleKind.EveryYear, null, null)),
        (["-0", "-1"], IsoDay, m => Day(m)),
        ([".", "/"], NumericDay, m => Day(m)),
        (Months12, YearThenDay, m => Day(m)),
        (Months12, DayThenYear, m => Day(m)),
        (["чейре", "кв"], YearThenQuarter, Quarter),
        (["чейре", "кв"], QuarterThenYear, Quarter),
        (["жарым", "полуг", "п/г"], YearThenHalf, Half),
        (["жарым", "полуг", "п/г"], HalfThenYear, Half),
        (["ай", "мес"], YearThenMonths, Months),
        (["ай", "мес"], MonthsThenYear, Months),
        (Months12, YearThenMonth, Month),
        (Months12, MonthThenYear, Month),
        (["-", "/", "по", "до", "дан"], YearsSpan, Years),
        (["-", "/"], YearsShort, Years),
        (["-", "дан", "с"], SinceYear, m => new(m.Index, ScheduleKind.OpenEnded, new(Number(m, "y"), 1, 1), null) { Year = Number(m, "y") }),
        (["ая", "акыр", "сон", "кон"], YearEnd, m => InOneYear(m, ScheduleKind.Year, FullYear)),
        (["19", "20", "21"], SingleYear, m => InOneYear(m, ScheduleKind.Year, FullYear)),
        (["тур", "дай", "узг", "так", "пост", "рег", "непр", "зар", "по"], Continuous, m => new(m.Index, ScheduleKind.Continuous, null, null)),
    ];

    /// <summary>All deadlines in the order of the text; <paramref name="rest"/> is what no rule has read.</summary>
    public static IReadOnlyList<SchedulePart> Parts(string text, int? programmeFrom, int? programmeTo, out string rest)
    {
        var left = text.ToCharArray();
        List<(SchedulePart Part, int End)> found = [];

        if (programmeFrom is { } first && programmeTo is { } last && (text.Contains("програм", StringComparison.Ordinal) || text.Contains("бут", StringComparison.Ordinal)) && WholeProgramme().Match(text) is { Success: true } whole)
            Take(whole, new(whole.Index, ScheduleKind.Years, new(first, 1, 1), new(last, 12, 31)) { Year = first });
        foreach (var (hints, form, read) in Rules)
        {
            var unread = new string(left);
            if (!hints.Any(hint => unread.Contains(hint, StringComparison.Ordinal))) continue;
            foreach (Match match in form().Matches(unread))
                if (read(match) is { } part) Take(match, part);
        }

        rest = new(left);
        found.Sort((a, b) => a.Part.Start.CompareTo(b.Part.Start));
        return [.. found.Select((f, i) => Placed(f.Part, f.End, i > 0 ? found[i - 1].End : 0, text, i))];

        void Take(Match match, SchedulePart part)
        {
            found.Add((part, match.Index + match.Length));
            Array.Fill(left, Taken, match.Index, match.Length);
        }
    }

    // What stands before and behind says whether it is a last day only, and whether it ends a span.
    private static SchedulePart Placed(SchedulePart part, int end, int previousEnd, string text, int index)
    {
        var before = text[previousEnd..part.Start];
        if (before.Length == 0 && end == text.Length) return part;

        var until = part.Kind is ScheduleKind.Date or ScheduleKind.Quarter or ScheduleKind.Year && (UntilBefore().IsMatch(before) || UntilBehind().IsMatch(text[end..]));
        var continues = index > 0 && Joint().IsMatch(before);
        return until ? part with { Kind = ScheduleKind.Date, From = null, Until = true, Continues = continues } : part with { Continues = continues };
    }

    private static SchedulePart? Day(Match match)
    {
        var (day, month) = (Number(match, "d"), match.Groups["m"].Success ? Number(match, "m") : MonthOf(match.Groups["mm"].Value));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month)) return null;
        return InOneYear(match, ScheduleKind.Date, year => (null, new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)))));
    }

    private static SchedulePart? Month(Match match) => MonthOf(match.Groups["mm"].Value) is var month and > 0
        ? InOneYear(match, ScheduleKind.Date, year => (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month))))
        : null;

    private static SchedulePart Quarter(Match match)
    {
        var first = Ordinal(match.Groups["q"].Value);
        var last = match.Groups["q2"].Success ? Ordinal(match.Groups["q2"].Value) : first;
        return InOneYear(match, ScheduleKind.Quarter, year => Span(year, first * 3 - 2, Math.Max(first, last) * 3));
    }

    private static SchedulePart Half(Match match)
    {
        var half = Ordinal(match.Groups["q"].Value);
        return InOneYear(match, ScheduleKind.Quarter, year => Span(year, half == 1 ? 1 : 7, half == 1 ? 6 : 12));
    }

    private static SchedulePart Months(Match match) => InOneYear(match, ScheduleKind.Quarter, year => Span(year, 1, Number(match, "n")));

    private static SchedulePart Years(Match match)
    {
        var first = Number(match, "y");
        var last = match.Groups["y2"].Success ? Number(match, "y2") : first / 100 * 100 + Number(match, "short");
        if (last < first || last - first > LongestYears)
            return new(match.Index, ScheduleKind.Years, null, null) { Note = new("intake.schedule-backwards", match.Value) };
        return new(match.Index, first == last ? ScheduleKind.Year : ScheduleKind.Years, new(first, 1, 1), new(last, 12, 31)) { Year = first };
    }

    private static SchedulePart InOneYear(Match match, ScheduleKind kind, Func<int, (DateOnly? From, DateOnly To)> days)
    {
        if (!match.Groups["y"].Success) return new(match.Index, kind, null, null) { InYear = days };
        var year = Number(match, "y") is var y && y < 100 ? 2000 + y : y;
        var (from, to) = days(year);
        return new(match.Index, kind, from, to) { Year = year };
    }

    private static (DateOnly? From, DateOnly To) FullYear(int year) => Span(year, 1, 12);

    private static (DateOnly? From, DateOnly To) Span(int year, int firstMonth, int lastMonth) =>
        (new(year, firstMonth, 1), new(year, lastMonth, DateTime.DaysInMonth(year, lastMonth)));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // П and Ш are how a Russian typewriter writes II and III.
    private static int Ordinal(string printed) => printed switch
    {
        "1" or "i" => 1,
        "2" or "ii" or "п" => 2,
        "3" or "iii" or "ш" => 3,
        "4" or "iv" or "iу" or "1v" => 4,
        _ when printed.StartsWith("би", StringComparison.Ordinal) || printed.StartsWith("пе", StringComparison.Ordinal) => 1,
        _ when printed.StartsWith("эк", StringComparison.Ordinal) || printed.StartsWith("вт", StringComparison.Ordinal) => 2,
        _ when printed.StartsWith("уч", StringComparison.Ordinal) || printed.StartsWith("тр", StringComparison.Ordinal) => 3,
        _ => 4,
    };

    private static int MonthOf(string printed) =>
        1 + Array.FindIndex(["янв", "фев", "мар", "апр", "май|мая|мае", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
            begins => begins.Split('|').Any(b => printed.StartsWith(b, StringComparison.Ordinal)));
}
