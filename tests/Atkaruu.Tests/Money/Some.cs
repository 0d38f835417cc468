using Atkaruu.Kernel;
using Atkaruu.Modules.Money;

namespace Atkaruu.Tests.Money;

/// <summary>What tests about money begin with.</summary>
internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static FundingLine Line(Guid measure, FundingSource source, int year, Cash cash) => FundingLine.Plan(measure, source, year, cash, "Буйрук № 14", new(2026, 1, 15), Today);

    public static Commitment Contract(Guid measure, FundingSource source, decimal som, DateOnly? on = null) => Commitment.Enter(measure, source, on ?? new(2026, 4, 17), Cash.Som(som), "№ 26-114", Today);

    public static Payment Typed(Guid measure, decimal som, DateOnly on, FundingSource source = FundingSource.Republican) => Payment.Type(measure, source, on, Cash.Som(som), "№ 1", null, Today);

    public static Payment Imported(Guid measure, decimal som, DateOnly on, FundingSource source = FundingSource.Republican, Guid? import = null, int row = 2) =>
        Payment.Take(import ?? Guid.NewGuid(), row, measure, source, on, Cash.Som(som), "№ 1", "");

    public static Total Som(decimal som) => Total.Of(Cash.Som(som), som);

    public static ExchangeRate Rate(string currency, DateOnly on, decimal som) => ExchangeRate.Set(currency, on, som, "Улуттук банк", Today);
}
