using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>How many som a unit of a currency was worth on a day, and who said so.</summary>
public sealed class ExchangeRate : Entity
{
    /// <summary>A unit of none of our currencies has ever been worth more.</summary>
    public const decimal Most = 100_000;

    private ExchangeRate() { }

    public required string Currency { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Som for one unit, four digits after the comma.</summary>
    public required decimal Som { get; init; }

    /// <summary>«Улуттук банк».</summary>
    public required string Source { get; init; }

    public DateOnly? StruckOn { get; private set; }
    public string? StruckReason { get; private set; }
    public bool Counts => StruckOn is null;

    public static ExchangeRate Set(string? currency, DateOnly? on, decimal som, string? source, DateOnly today)
    {
        if (currency is Currencies.Som or null || !Currencies.All.Contains(currency)) throw MoneyRules.Som();
        if (som <= 0 || som > Most || som != decimal.Round(som, 4)) throw new RuleException(new("money.rule.rate", Most), "Rate");
        var rate = new ExchangeRate { Currency = currency, On = MoneyRules.NotAfter(on, today), Som = som, Source = MoneyRules.Needed(source, "money.rule.rate-source", "Document") };
        rate.Happened("money.rate-set", new { currency, on, som, rate.Source });
        return rate;
    }

    public void StrikeOut(string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        (StruckReason, StruckOn) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), today);
        Happened("money.rate-struck", new { Currency, On, Som, reason = StruckReason });
    }
}

/// <summary>How many people live in a place, so that money can be told for each of them. The newest year that counts is used.</summary>
public sealed class Inhabitants : Entity
{
    private Inhabitants() { }

    /// <summary>Code of a municipality or of the district.</summary>
    public required string Place { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required string Source { get; init; }

    public DateOnly? StruckOn { get; private set; }
    public string? StruckReason { get; private set; }
    public bool Counts => StruckOn is null;

    public static Inhabitants Count(string place, int? year, int? number, string? source, DateOnly today)
    {
        if (number is not (> 0 and <= 10_000_000)) throw MoneyRules.HowMany();
        if (year is not { } of || of < MoneyRules.FirstYear || of > today.Year) throw MoneyRules.Year(MoneyRules.FirstYear, today.Year);
        var made = new Inhabitants { Place = place, Year = of, Number = number.Value, Source = MoneyRules.Needed(source, "money.rule.rate-source", "Document") };
        made.Happened("money.inhabitants-set", new { place, year, number, made.Source });
        return made;
    }

    public void StrikeOut(string? reason, DateOnly today)
    {
        if (!Counts) throw MoneyRules.Struck();
        (StruckReason, StruckOn) = (MoneyRules.Needed(reason, "money.rule.reason", "Reason"), today);
        Happened("money.inhabitants-struck", new { Place, Year, Number, reason = StruckReason });
    }
}
