using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>An act as a clerk names it: «№ 114, 12.06.2026», «токтом № 7 2026-06-12». Number and date are both needed.</summary>
public static partial class ActText
{
    /// <exception cref="RuleException"><c>adopt.act</c>: no number or no date in the text.</exception>
    public static Act Parse(string text, string body)
    {
        var number = Number().Match(text);
        var date = Date().Match(text);
        if (!number.Success || !date.Success || !TryDate(date, out var day)) throw new RuleException(new("adopt.act", text));

        var kind = text.Contains("токтом", StringComparison.OrdinalIgnoreCase) || text.Contains("постановл", StringComparison.OrdinalIgnoreCase) ? "токтом" : "буйрук";
        return new(kind, body, number.Groups[1].Value, day, day.Year, null, text.Trim());
    }

    private static bool TryDate(Match date, out DateOnly day) =>
        DateOnly.TryParseExact(date.Value, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"№\s*([\p{L}\d][\p{L}\d/-]*)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}")]
    private static partial Regex Date();
}
