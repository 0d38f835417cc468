using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Office;

namespace Atkaruu.Modules.Intake.Excel;

/// <summary>
/// Numbers as a person sees them in the sheet: 1 and not 1.0, 32,5 with the comma of the country, 98%, 01.06.2026. What a
/// number means is said only by the format of its cell.
/// </summary>
internal sealed partial class ExcelNumbers
{
    private enum Kind { Number, Percent, Day, Month, Year }

    private const int MaxStyles = 70_000;

    private readonly List<Kind> _kinds = [];
    private readonly bool _from1904;

    private ExcelNumbers(bool from1904) => _from1904 = from1904;

    /// <param name="from1904">Whether the workbook counts days from 1904, as old Macintoshes did.</param>
    public static ExcelNumbers Read(OfficePackage package, string? part, bool from1904)
    {
        var numbers = new ExcelNumbers(from1904);
        if (part is null || !package.Has(part)) return numbers;

        Dictionary<string, Kind> formats = [];
        var inCells = false;
        using var xml = package.Xml(part);
        while (xml.Read())
        {
            if (xml.Is("numFmt") && formats.Count < MaxStyles) formats[xml.Attribute("numFmtId")] = KindOf(xml.Attribute("formatCode"));
            else if (xml.Is("cellXfs")) inCells = !xml.IsEmpty;
            else if (xml.Ends("cellXfs")) inCells = false;
            else if (inCells && xml.Is("xf") && numbers._kinds.Count < MaxStyles) numbers._kinds.Add(KindOf(xml.Attribute("numFmtId"), formats));
        }
        return numbers;
    }

    /// <param name="value">As stored: digits with a point.</param>
    /// <param name="style">The number of the cell's style; empty for none.</param>
    public string Print(string value, string style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        var kind = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _kinds.Count ? _kinds[at] : Kind.Number;
        return kind switch
        {
            Kind.Percent => Plain(number * 100) + "%",
            Kind.Day or Kind.Month or Kind.Year when DayOf(number) is { } day => day.ToString(
                kind switch { Kind.Day => "dd.MM.yyyy", Kind.Month => "MM.yyyy", _ => "yyyy" }, CultureInfo.InvariantCulture),
            _ => Plain(number),
        };
    }

    /// <summary>Fifteen digits, as Excel shows them: 0,1+0,2 is 0,3.</summary>
    private static string Plain(double number)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (text.Contains('E')) text = Math.Abs(number) is < 1e15 and > 1e-9 ? number.ToString("0.###############", CultureInfo.InvariantCulture) : text;
        return text.Replace('.', ',');
    }

    private DateOnly? DayOf(double serial)
    {
        var day = serial + (_from1904 ? 1462 : 0);
        return day is >= 1 and < 2_958_466 ? new DateOnly(1899, 12, 30).AddDays((int)day) : null;
    }

    private static Kind KindOf(string id, Dictionary<string, Kind> formats) =>
        formats.TryGetValue(id, out var own) ? own : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known switch
        {
            9 or 10 => Kind.Percent,
            >= 14 and <= 16 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58 => Kind.Day,
            17 => Kind.Month,
            _ => Kind.Number,
        } : Kind.Number;

    private static Kind KindOf(string format)
    {
        var signs = Literal().Replace(format, "").ToLowerInvariant();
        if (signs.Contains('%')) return Kind.Percent;
        if (signs.Contains("general", StringComparison.Ordinal) || signs.Contains('0') || signs.Contains('#')) return Kind.Number;
        if (signs.Contains('d')) return Kind.Day;
        return signs.Contains('y') ? signs.Contains('m') ? Kind.Month : Kind.Year : Kind.Number;
    }

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.
        """)]
    private static partial Regex Literal();
}
