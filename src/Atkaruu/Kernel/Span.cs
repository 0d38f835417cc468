using System.Globalization;

namespace Atkaruu.Kernel;

public enum SpanKind { Quarter, HalfYear, NineMonths, Year }

/// <summary>
/// A stretch of a year that reports are about: a quarter, a half-year, nine months, a year. Its code is what commands,
/// addresses and files say: 2026-Q3, 2026-H1, 2026-M9, 2026-Y. Both days are included.
/// </summary>
/// <param name="Number">1…4 for quarters, 1…2 for half-years, 1 for the others.</param>
public readonly record struct Span(int Year, SpanKind Kind, int Number)
{
    public string Code => Kind switch
    {
        SpanKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        SpanKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Number}"),
        SpanKind.NineMonths => string.Create(CultureInfo.InvariantCulture, $"{Year}-M9"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}-Y"),
    };

    private int Months => Kind switch { SpanKind.Quarter => 3, SpanKind.HalfYear => 6, SpanKind.NineMonths => 9, _ => 12 };

    public DateOnly From => new(Year, ((Number - 1) * Months) + 1, 1);
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    public override string ToString() => Code;

    /// <summary>Reads a code; null where it is none.</summary>
    public static Span? Parse(string? code)
    {
        if (code is not { Length: 6 or 7 } || code[4] != '-' || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1991 or > 2100) return null;
        Span? span = code[5..] switch
        {
            ['Q', >= '1' and <= '4'] => new(year, SpanKind.Quarter, code[6] - '0'),
            ['H', '1' or '2'] => new(year, SpanKind.HalfYear, code[6] - '0'),
            "M9" => new(year, SpanKind.NineMonths, 1),
            "Y" => new(year, SpanKind.Year, 1),
            _ => null,
        };
        return span;
    }

    /// <summary>All spans of one kind in a year, in order.</summary>
    public static IEnumerable<Span> Of(int year, SpanKind kind) =>
        Enumerable.Range(1, kind switch { SpanKind.Quarter => 4, SpanKind.HalfYear => 2, _ => 1 }).Select(number => new Span(year, kind, number));
}
