using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>
/// Reads a sum as people and treasuries write it: «1 250 000,50», «1250000.50», «1,250,000.50», «1.250.000,50». What can be read
/// in two ways («1,250») is not read at all, because one of them is a thousand times the other.
/// </summary>
public static partial class SumInput
{
    /// <summary>The sum, or why it is none.</summary>
    public static (decimal? Sum, Message? Wrong) Read(string? text)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '\u200b' or '\u200e' or '\u200f')));
        if (typed.Length == 0) return (null, new("money.sum.empty"));
        if (typed[0] is '-' or '−' or '–' or '(') return (null, Digits().IsMatch(typed) ? new("money.sum.negative") : Text(text!));
        if (typed.Length > 30 || !Form().IsMatch(typed)) return (null, Text(text!));

        var (comma, point) = (typed.LastIndexOf(','), typed.LastIndexOf('.'));
        var last = Math.Max(comma, point);
        if (last < 0) return Whole(typed, text!);
        var (mark, other) = (typed[last], typed[last] == ',' ? '.' : ',');
        var marks = typed.Count(c => c == mark);
        if (marks > 1) return typed.Contains(other) || !Grouped(typed, mark) ? (null, Text(text!)) : Whole(typed.Replace(mark.ToString(), "", StringComparison.Ordinal), text!);

        var (whole, rest) = (typed[..last], typed[(last + 1)..]);
        if (rest.Length is 0 or > 2) return (null, rest.Length == 3 && !typed.Contains(other) && whole.Length is > 0 and <= 3 ? new("money.sum.two-ways", Cut(text!)) : rest.Length > 2 && !typed.Contains(other) ? new("money.rule.hundredths") : Text(text!));
        if (whole.Contains(other) && !Grouped(whole, other)) return (null, Text(text!));
        return Whole(whole.Replace(other.ToString(), "", StringComparison.Ordinal) + "." + rest, text!);
    }

    /// <exception cref="RuleException">It is no sum; beside <paramref name="field"/>.</exception>
    public static decimal Parse(string? text, string field = "Sum") => Read(text) is var (sum, wrong) && sum is { } read ? read : throw new RuleException(wrong!, field);

    private static (decimal?, Message?) Whole(string plain, string text)
    {
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum)) return (null, Text(text));
        if (sum > MoneyRules.Most) return (null, new("money.rule.too-big", MoneyRules.Most));
        return sum > 0 ? (sum, null) : (null, new("money.rule.positive"));
    }

    private static bool Grouped(string text, char mark) => text.Split(mark) is [{ Length: >= 1 and <= 3 }, .. var groups] && groups.All(group => group.Length == 3);

    private static Message Text(string text) => new("money.sum.text", Cut(text));

    internal static string Cut(string text) => string.Concat((text.Length <= 40 ? text : text[..40] + "…").Select(c => MoneyRules.IsHidden(c) ? ' ' : c));

    [GeneratedRegex(@"^\d[\d.,]*$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^[-−–(][\d.,]+\)?$")]
    private static partial Regex Digits();
}
