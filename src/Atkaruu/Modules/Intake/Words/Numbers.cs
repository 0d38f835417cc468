using System.Globalization;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake;

/// <summary>Numbers as they are printed: «18 500», «32,0», «1 234 567,89», with any blank between groups and comma or point before decimals.</summary>
internal static partial class Numbers
{
    /// <summary>A number, as part of a larger expression. Groups of three digits may stand apart.</summary>
    public const string Form = @"(?<![\d.,])(?<n>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,4})?|\d{1,15}(?:[.,]\d{1,4})?)(?!\d|[.,]\d)";

    /// <summary>The value; null where it is longer than any number of a plan.</summary>
    public static decimal? Value(string printed)
    {
        var digits = Blank().Replace(printed, "").Replace(',', '.');
        return digits.Length <= 20 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Plain(value) : null;
    }

    /// <summary>The same value without zeros at the end of its decimals, so that it is written as 32000000 and not as 32000000.0.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
