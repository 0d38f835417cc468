using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// Finds sums of money in a text: «32,0 млн сом», «18 500 миң сом», «$ 1,5 млн», «500 000 АКШ доллары». A number without a
/// currency is no sum, except in a column whose heading names money.
/// </summary>
public static partial class Sums
{
    private const int Most = 50;

    /// <summary>Sums of a text in the order of their naming.</summary>
    public static IReadOnlyList<Amount> In(string text) => [.. Found(text).Select(f => f.Amount).Take(Most)];

    /// <summary>Sums of a cell in a column for money: a bare number is counted in the unit its heading names, and in сом where it names none.</summary>
    /// <param name="heading">«Суммасы, млн сом», «Сумма (тыс. сом)».</param>
    public static IReadOnlyList<Amount> InColumn(string text, string heading)
    {
        var named = In(text);
        if (named.Count > 0 || Bare().Match(text.Trim()) is not { Success: true } bare) return named;

        var multiplier = Multiplier().Match(heading) is { Success: true } m ? Times(m.Value) : 1;
        var currency = Currency().Match(heading) is { Success: true } c ? Code(c.Value) : "KGS";
        return Amount(bare.Groups["n"].Value, multiplier, currency, text.Trim()) is { } amount ? [amount] : [];
    }

    /// <summary>Where the sums stand, for those who look for other numbers.</summary>
    internal static IEnumerable<(int Start, int End)> Places(string text) => Found(text).Select(f => (f.Start, f.Start + f.Amount.Text.Length));

    private static IEnumerable<(int Start, Amount Amount)> Found(string text)
    {
        foreach (Match match in NumberThenCurrency().Matches(text).Concat(CurrencyThenNumber().Matches(text)).OrderBy(m => m.Index))
        {
            var times = match.Groups["times"].Success ? Times(match.Groups["times"].Value) : 1;
            if (Amount(match.Groups["n"].Value, times, Code(match.Groups["currency"].Value), match.Value.Trim()) is { } amount) yield return (match.Index, amount);
        }
    }

    private static Amount? Amount(string number, decimal times, string currency, string text) =>
        Numbers.Value(number) is { } value and < 1_000_000_000_000_000m ? new(Numbers.Plain(value * times), currency, text) : null;

    private static decimal Times(string word) => word.ToLowerInvariant() switch
    {
        var w when w.StartsWith("млрд", StringComparison.Ordinal) || w.StartsWith("миллиард", StringComparison.Ordinal) => 1_000_000_000,
        var w when w.StartsWith("млн", StringComparison.Ordinal) || w.StartsWith("миллион", StringComparison.Ordinal) => 1_000_000,
        _ => 1_000,
    };

    private static string Code(string word) => word.ToLowerInvariant() switch
    {
        var w when w.StartsWith("сом", StringComparison.Ordinal) || w is "kgs" => "KGS",
        var w when w.StartsWith("евро", StringComparison.Ordinal) || w is "€" or "eur" => "EUR",
        var w when w.StartsWith("руб", StringComparison.Ordinal) || w.StartsWith("рос", StringComparison.Ordinal) || w is "₽" or "rub" => "RUB",
        var w when w.StartsWith("теңге", StringComparison.Ordinal) || w.StartsWith("тенге", StringComparison.Ordinal) || w is "kzt" => "KZT",
        var w when w.StartsWith("юан", StringComparison.Ordinal) || w is "cny" => "CNY",
        _ => "USD",
    };

    private const string Thousands = @"(?<times>млрд|миллиард\p{L}*|млн|миллион\p{L}*|тыс|тысяч\p{L}*|миң|мин)(?!\p{L})\.?";
    private const string Money =
        @"(?<currency>сом(?:ду|го|дон|дук|дун|дор|ов|а|у)?(?!\p{L})|KGS|(?:(?:АКШ|США|US)\s*)?(?:долл\p{L}*\.?|USD|\$)(?:\s*(?:США|АКШ))?|евро|EUR|€|(?:рос\p{L}*\.?\s*)?руб\p{L}*\.?|RUB|₽|те[нң]ге|KZT|юан\p{L}*|CNY)";

    [GeneratedRegex(Numbers.Form + @"\s*(?:" + Thousands + @"\s*)?" + Money, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberThenCurrency();

    // $ 1,5 млн; USD 500 000.
    [GeneratedRegex(@"(?<![\d\p{L}]\s?)(?<currency>\$|€|₽|USD|EUR|KGS|RUB)\s*" + Numbers.Form + @"(?:\s*" + Thousands + ")?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CurrencyThenNumber();

    [GeneratedRegex("^" + Numbers.Form + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<!\p{L})" + Thousands, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Multiplier();

    [GeneratedRegex(@"(?<!\p{L})" + Money, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Currency();
}
