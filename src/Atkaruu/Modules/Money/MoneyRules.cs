using System.Globalization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>Every way the recording of money says no, and how its sums and words are looked at.</summary>
internal static class MoneyRules
{
    /// <summary>More than any district has; the database holds it exactly.</summary>
    public const decimal Most = 999_999_999_999.99m;

    /// <summary>How often a planned sum or a contract may change.</summary>
    public const int MaxChanges = 100;

    public const int FirstYear = 2000, LastYear = 2100;

    /// <exception cref="RuleException">Not above nothing, too much, or in another currency.</exception>
    public static Cash Checked(Cash cash, string field = "Sum")
    {
        if (!Currencies.All.Contains(cash.Currency)) throw new RuleException(new("money.rule.currency", string.Join(", ", Currencies.All)), "Currency");
        if (cash.Sum <= 0) throw new RuleException(new("money.rule.positive"), field);
        if (cash.Sum > Most) throw new RuleException(new("money.rule.too-big", Most), field);
        return cash.Sum == decimal.Round(cash.Sum, 2) ? cash : throw new RuleException(new("money.rule.hundredths"), field);
    }

    /// <summary>A needed line of text, trimmed.</summary>
    /// <param name="missing">What is said when it is empty.</param>
    public static string Needed(string? text, string missing, string field) =>
        Line(text, field) is { Length: > 0 } words ? words : throw new RuleException(new(missing), field);

    public static string Line(string? text, string field)
    {
        var words = (text ?? "").Trim();
        if (words.Length > Limits.Line) throw new RuleException(new("money.rule.long", Limits.Line), field);
        return words.Any(IsHidden) ? throw new RuleException(new("money.rule.hidden"), field) : words;
    }

    /// <summary>Control characters, and the signs that turn the direction of reading: a name with them is not what it looks like.</summary>
    public static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' or '\ufffe' or '\uffff' || char.IsSurrogate(c) && char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;

    public static DateOnly NotAfter(DateOnly? day, DateOnly today, string field = "On")
    {
        if (day is not { } on) throw new RuleException(new("money.rule.day"), field);
        if (on > today) throw new RuleException(new("money.rule.future"), field);
        return on.Year >= FirstYear ? on : throw new RuleException(new("money.rule.early", FirstYear), field);
    }

    public static RuleException NoSource() => new(new("money.rule.source"), "Source");
    public static RuleException Year(int from, int to) => new(new("money.rule.year", from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture)), "Year");
    public static RuleException Struck() => new(new("money.rule.struck"));
    public static RuleException Imported() => new(new("money.rule.imported"));
    public static RuleException SameAgain() => new(new("money.rule.same"), "Sum");
    public static RuleException TheSameLine() => new(new("money.rule.line-twice"), "Document");
    public static RuleException TheSamePayment() => new(new("money.rule.payment-twice"), "Document");
    public static RuleException OldBasis() => new(new("money.rule.new-basis"), "Document");
    public static RuleException TooManyChanges() => new(new("money.rule.changes", MaxChanges));
    public static RuleException ChangedMeanwhile() => new(new("money.rule.meanwhile"));
    public static RuleException MeasureIsOut() => new(new("money.rule.measure-out"));
    public static RuleException Som() => new(new("money.rule.som"), "Currency");
    public static RuleException RateTwice(DateOnly on) => new(new("money.rule.rate-twice", on), "On");
    public static RuleException Place() => new(new("money.rule.place"), "Place");
    public static RuleException HowMany() => new(new("money.rule.inhabitants"), "Number");
}
