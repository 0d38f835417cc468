namespace Atkaruu.Kernel;

/// <summary>Days and hours as people in the district have them.</summary>
public static class Clock
{
    /// <summary>Asia/Bishkek: UTC+6, without summer time.</summary>
    public static readonly TimeZoneInfo Bishkek = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <summary>The day it is in the district.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.Now().InBishkek());

    /// <summary>This moment, in UTC, cut to microseconds: what both engines keep.</summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    /// <summary>A UTC moment on the district's clocks.</summary>
    public static DateTime InBishkek(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Bishkek);

    /// <summary>The first moment, in UTC, at which this day is over in Bishkek: a deadline includes its whole last day.</summary>
    public static DateTime EndInBishkek(this DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Bishkek);
}
