using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>What a deadline was understood as, how surely (0…1), and what a person should know about it.</summary>
public sealed record ReadSchedule(Schedule Schedule, double Confidence, IReadOnlyList<Message> Notes);

/// <summary>
/// Reads deadlines as people write them, in Kyrgyz and Russian: «2025–2030-жылдары», «2026-жылдын IV кварталы», «2026-»,
/// «Жыл сайын», «до 1 июня 2026 г.». Half-years and nine months are quarters that span more than one; a month is a date
/// with its first and its last day; «чейин» and «до» give only the last day, and the named day, month or year is included.
/// </summary>
public static partial class ScheduleParser
{
    /// <summary>The deadline alone; see <see cref="Read"/>.</summary>
    public static Schedule Parse(string text, int? programmeFrom, int? programmeTo) => Read(text, programmeFrom, programmeTo).Schedule;

    /// <summary>Never throws: what cannot be read is <see cref="ScheduleKind.Missing"/> with a note.</summary>
    /// <param name="text">The cell as printed; kept in the schedule.</param>
    /// <param name="programmeFrom">First year of the programme, for «программанын мөөнөтүндө» and for deadlines outside it.</param>
    /// <param name="programmeTo">Last year of the programme.</param>
    public static ReadSchedule Read(string text, int? programmeFrom, int? programmeTo)
    {
        var printed = text.Trim();
        if (printed.Length == 0) return new(Schedule.None, 1, []);
        if (printed.Length > Limits.Line) return new(new(printed, ScheduleKind.Missing, null, null), 0.3, [new("intake.schedule-unread", printed[..60] + "…")]);

        var parts = ScheduleRules.Parts(Prepared(printed), programmeFrom, programmeTo, out var rest);
        List<Message> notes = [];
        var (kind, from, to) = Together(BorrowYears(parts), notes);
        var unread = Unread(rest);

        if (kind == ScheduleKind.Missing) notes.Add(new("intake.schedule-unread", printed));
        else if (unread.Length > 0) notes.Add(new("intake.schedule-partly", unread));
        if (from?.Year < programmeFrom || to?.Year > programmeTo) notes.Add(new("intake.schedule-outside", programmeFrom, programmeTo));

        return new(new(printed, kind, from, to), Sureness(kind, notes), notes);
    }

    // One spelling for every dash, blank and letter, so that the rules can be short.
    private static string Prepared(string printed)
    {
        var folded = string.Create(printed.Length, printed, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = from[i] switch { 'І' or 'і' => 'i', 'Ѵ' => 'v', var c when Folding.IsDash(c) => '-', '«' or '»' or '"' or '“' or '”' => ' ', var c => Folding.Fold(c) };
        });
        return Blanks().Replace(AroundDash().Replace(folded, "-"), " ").Trim();
    }

    // «I квартал – III квартал 2026»: the first has the year of the second.
    private static List<SchedulePart> BorrowYears(IReadOnlyList<SchedulePart> parts)
    {
        List<SchedulePart> all = [.. parts];
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].InYear is not { } inYear) continue;
            var year = all.Skip(i + 1).Select(p => p.Year).FirstOrDefault(y => y is not null) ?? all.Take(i).Select(p => p.Year).LastOrDefault(y => y is not null);
            if (year is not { } known) continue;
            var (from, to) = inYear(known);
            all[i] = all[i] with { From = all[i].Until ? null : from, To = to, Year = known, InYear = null };
        }
        return all;
    }

    private static (ScheduleKind Kind, DateOnly? From, DateOnly? To) Together(List<SchedulePart> parts, List<Message> notes)
    {
        notes.AddRange(parts.Select(p => p.Note).OfType<Message>());
        if (parts.Exists(p => p.InYear is not null)) notes.Add(new("intake.schedule-no-year"));

        List<SchedulePart> dated = [.. parts.Where(p => p.Kind is not (ScheduleKind.EveryYear or ScheduleKind.Continuous))];
        var (from, to) = (dated.Min(p => p.Until ? null : p.From ?? p.To), dated.Max(p => p.To));
        if (from > to)
        {
            notes.Add(new("intake.schedule-backwards", string.Join(" – ", dated.Select(p => (p.To ?? p.From)?.Year).OfType<int>())));
            (from, to) = (null, null);
        }

        var lasting = parts.Select(p => p.Kind).Where(k => k is ScheduleKind.EveryYear or ScheduleKind.Continuous).ToList();
        if (lasting.Count > 0) return (lasting.Contains(ScheduleKind.EveryYear) ? ScheduleKind.EveryYear : ScheduleKind.Continuous, from, to);
        if (dated.Count == 0) return (ScheduleKind.Missing, null, null);
        if (dated.Count == 1) return (dated[0].Kind, dated[0].From, dated[0].To);

        if (!dated.Skip(1).All(p => p.Continues)) notes.Add(new("intake.schedule-several"));
        return (KindOf(dated, from, to), from, to);
    }

    private static ScheduleKind KindOf(List<SchedulePart> dated, DateOnly? from, DateOnly? to)
    {
        if (dated.TrueForAll(p => p.Kind == dated[0].Kind) && dated[0].Kind is ScheduleKind.Quarter or ScheduleKind.Date) return dated[0].Kind;
        if (to is null) return dated.Exists(p => p.Kind == ScheduleKind.OpenEnded) ? ScheduleKind.OpenEnded : dated[0].Kind;
        return from?.Year == to.Value.Year ? ScheduleKind.Year : ScheduleKind.Years;
    }

    private static string Unread(string rest) =>
        string.Join(' ', Token().Matches(rest).Select(m => m.Value).Where(word => !Filler().IsMatch(word)));

    private static double Sureness(ScheduleKind kind, List<Message> notes) => kind switch
    {
        ScheduleKind.Missing => 0.3,
        _ when notes.Exists(n => n.Key is "intake.schedule-backwards" or "intake.schedule-no-year") => 0.5,
        _ when notes.Exists(n => n.Key == "intake.schedule-partly") => 0.7,
        _ when notes.Count > 0 => 0.9,
        _ => 1,
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*-\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AroundDash();

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // Words that add nothing to a deadline: «мөөнөтү», «ичинде», «в течение».
    [GeneratedRegex(
        "^(?:чейин|ичинде|бою|жана|и|с|со|по|до|к|в|во|на|за|не|ар|бир|позднее|позже|кечиктирбестен|моонот[а-я]*|срок[а-я]*|жыл[а-я]*|год[а-я]*|г|гг|ж|жж|ай[а-я]*|месяц[а-я]*"
        + "|течени[а-я]*|период[а-я]*|мезгил[а-я]*|конц[а-я]*|ая[гк][а-я]*|баштап|начиная|этап[а-я]*|менен|негизде)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
