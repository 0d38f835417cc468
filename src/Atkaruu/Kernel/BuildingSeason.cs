using System.Globalization;

namespace Atkaruu.Kernel;

/// <summary>
/// The months in which builders in the district stand still: the first and the last closed month, over the new year. November to
/// March unless the setting <see cref="Setting"/> says otherwise.
/// </summary>
/// <param name="ClosedFrom">1…12; later in the year than <paramref name="ClosedTo"/>.</param>
public readonly record struct BuildingSeason(int ClosedFrom, int ClosedTo)
{
    /// <summary>Name of the setting whose value is «11-3».</summary>
    public const string Setting = "building.closed";

    public static readonly BuildingSeason Usual = new(11, 3);

    /// <summary>Reads «11-3»; the usual months for nothing and for nonsense.</summary>
    public static BuildingSeason Parse(string? text) =>
        text?.Split('-') is [var from, var to] && Month(from) is { } first && Month(to) is { } last && first > last ? new(first, last) : Usual;

    public bool IsClosed(DateOnly day) => day.Month >= ClosedFrom || day.Month <= ClosedTo;

    /// <summary>The winter that begins in a year, both days included.</summary>
    public (DateOnly From, DateOnly To) Winter(int year) => (new(year, ClosedFrom, 1), new DateOnly(year + 1, ClosedTo, 1).AddMonths(1).AddDays(-1));

    /// <summary>Every winter with a day in these years, whole.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Winters(int firstYear, int lastYear) => Enumerable.Range(firstYear - 1, lastYear - firstYear + 2).Select(Winter);

    private static int? Month(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : null;
}
