namespace Atkaruu.Kernel;

/// <summary>Days and hours as people in the district have them.</summary>
public static class Clock
{
    /// <summary>Asia/Bishkek: UTC+6, without summer time.</summary>
    public static readonly TimeZoneInfo Bishkek = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <summary>The day it is in the district.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.InBishkek());

    /// <summary>A UTC moment on the district's clocks.</summary>
    public static DateTime InBishkek(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Bishkek);
}
