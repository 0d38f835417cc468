using System.Globalization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Indicators;

/// <summary>
/// Reads a number as people type it («1 250,5», «1250.5»). Words never get into a number field: for «no data» there are the five
/// reasons, for a remark the explanation.
/// </summary>
public static class NumberInput
{
    /// <summary>More than any district counts, and less than what the database holds exactly.</summary>
    public const decimal Most = 999_999_999_999m;

    /// <exception cref="RuleException">number.empty, .text, .negative, .decimals, .too-big, .percent; beside <paramref name="field"/>.</exception>
    public static decimal Parse(string? text, Indicator indicator, string field)
    {
        var number = Parse(text, indicator.Decimals, field);
        // A percentage may pass 100 (a plan over-fulfilled), ten times over it may not.
        return indicator.IsPercent && number > 1000 ? throw new RuleException(new("number.percent"), field) : number;
    }

    /// <param name="decimals">Digits after the comma that are taken.</param>
    /// <exception cref="RuleException">As above.</exception>
    public static decimal Parse(string? text, int decimals, string field)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '\u200b' or '\u200e' or '\u200f')));
        if (typed.Length == 0) throw new RuleException(new("number.empty"), field);
        if (typed.Length > 30) throw new RuleException(new("number.text", Cut(text!)), field);

        var plain = typed.Replace(',', '.');
        if (plain.StartsWith('-') || plain.StartsWith('−'))
            throw new RuleException(new(decimal.TryParse(plain[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "number.negative" : "number.text", Cut(text!)), field);
        if (plain.Any(c => c is not ('.' or (>= '0' and <= '9'))) || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            throw new RuleException(new("number.text", Cut(text!)), field);
        if (number > Most) throw new RuleException(new("number.too-big", Most), field);
        if (number != decimal.Round(number, decimals)) throw new RuleException(new("number.decimals", decimals, Cut(text!)), field);
        return number;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
