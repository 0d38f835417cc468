using System.Globalization;
using Atkaruu.Data;

namespace Atkaruu.Modules.Activity;

/// <summary>
/// Days on which nobody is reminded: Saturdays, Sundays and public holidays of Kyrgyzstan. The fixed holidays come with the
/// program; the movable ones (Орозо айт, Курман айт) and moved working days are entered each year in <c>holidays.txt</c> in the data folder.
/// </summary>
public sealed class QuietDays
{
    private const int MaxLines = 2_000;

    private readonly HashSet<(int Month, int Day)> _everyYear = [];
    private readonly HashSet<DateOnly> _once = [], _working = [];

    public static QuietDays From(DataPlace place)
    {
        var days = new QuietDays();
        using var bundled = new StreamReader(typeof(QuietDays).Assembly.GetManifestResourceStream("holidays.txt")!);
        days.Read(bundled);
        var own = Path.Combine(place.Folder, "holidays.txt");
        if (File.Exists(own))
        {
            using var file = new StreamReader(own);
            days.Read(file);
        }
        return days;
    }

    /// <summary>Lines «05-09 …» (every year), «2027-03-10 …» (once) and «+2027-03-13 …» (worked, though a Saturday or a holiday); the rest of a line is for people.</summary>
    internal void Read(TextReader lines)
    {
        for (var n = 0; n < MaxLines && lines.ReadLine() is { } line; n++)
        {
            var word = line.Trim().Split([' ', '\t'], 2)[0];
            if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) _once.Add(day);
            else if (word is ['+', .. var rest] && DateOnly.TryParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var worked)) _working.Add(worked);
            else if (DateOnly.TryParseExact("2024-" + word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly)) _everyYear.Add((yearly.Month, yearly.Day));
        }
    }

    public bool IsQuiet(DateOnly day) =>
        !_working.Contains(day) && (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _once.Contains(day) || _everyYear.Contains((day.Month, day.Day)));

    /// <summary>This day, or the first working one after it.</summary>
    public DateOnly OrNextWorking(DateOnly day)
    {
        while (IsQuiet(day)) day = day.AddDays(1);
        return day;
    }
}
