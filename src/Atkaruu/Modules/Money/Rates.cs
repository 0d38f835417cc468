using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>Turns sums into som by the latest rate on or before a day. Without one there is no answer.</summary>
public sealed class Rates
{
    public static readonly Rates None = new([]);

    private readonly Dictionary<string, ExchangeRate[]> _rates;

    public Rates(IEnumerable<ExchangeRate> rates) =>
        _rates = rates.Where(rate => rate.Counts).GroupBy(rate => rate.Currency, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(rate => rate.On).ToArray(), StringComparer.Ordinal);

    public ExchangeRate? On(string currency, DateOnly day) =>
        _rates.TryGetValue(currency, out var rates) ? rates.LastOrDefault(rate => rate.On <= day) : null;

    /// <summary>To whole tyiyn; null where there is no rate on or before the day.</summary>
    public decimal? ToSom(Cash cash, DateOnly day) =>
        cash.Currency == Currencies.Som ? cash.Sum : On(cash.Currency, day) is { } rate ? decimal.Round(cash.Sum * rate.Som, 2, MidpointRounding.AwayFromZero) : null;

    public Total Total(Cash cash, DateOnly day) => Money.Total.Of(cash, ToSom(cash, day));
}
