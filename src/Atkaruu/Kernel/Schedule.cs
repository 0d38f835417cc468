namespace Atkaruu.Kernel;

/// <summary>What a printed deadline says, by its form.</summary>
public enum ScheduleKind
{
    /// <summary>Several years: «2025-2030-жылдар».</summary>
    Years,

    /// <summary>One year: «2025-жыл».</summary>
    Year,

    /// <summary>A quarter of a year: «2026-жылдын IV кварталы».</summary>
    Quarter,

    /// <summary>An exact day: «2026-жылдын 1-июнуна чейин». Only the last day is binding.</summary>
    Date,

    /// <summary>Owed anew every year: «Жыл сайын».</summary>
    EveryYear,

    /// <summary>Without an end: «Туруктуу негизде».</summary>
    Continuous,

    /// <summary>A beginning whose end was left out: «2026-».</summary>
    OpenEnded,

    /// <summary>Nothing printed, or nothing that can be read as a deadline.</summary>
    Missing,
}

/// <summary>
/// When a measure is to be done: the printed words and what they mean. Both days are included.
/// <see cref="From"/> and <see cref="To"/> are null where the words do not give them; nothing is guessed here.
/// </summary>
public sealed record Schedule(string Text, ScheduleKind Kind, DateOnly? From, DateOnly? To)
{
    public static readonly Schedule None = new("", ScheduleKind.Missing, null, null);

    /// <summary>
    /// The first day, counted for a programme: every-year and continuous measures run through it, and a missing or
    /// open date is taken as the programme's own (design rule; it is also a finding).
    /// </summary>
    public DateOnly StartIn(int firstYear) => From ?? new DateOnly(firstYear, 1, 1);

    /// <summary>The last day, counted for a programme; see <see cref="StartIn"/>.</summary>
    public DateOnly EndIn(int lastYear) => To ?? new DateOnly(lastYear, 12, 31);
}
