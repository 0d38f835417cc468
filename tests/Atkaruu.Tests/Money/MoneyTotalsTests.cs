using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Plan;
using Atkaruu.Tests.Reporting;
using CsCheck;

namespace Atkaruu.Tests.Money;

public class MoneyTotalsTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private static readonly Gen<Cash> AnyCash = Gen.Select(Gen.Int[1, 1_000_000_000], Gen.Int[0, 3], (sum, n) => new Cash(sum / 100m, n switch { 0 or 1 => "KGS", 2 => "USD", _ => "RUB" }));
    private static readonly Gen<FundingSource> AnySource = Gen.Enum<FundingSource>();
    private static readonly Rates Dollars = new([Some.Rate("USD", new(2025, 1, 1), 87.4531m)]);

    /// <summary>Some money of some measures of the real plan: those in one municipality, in several and in none.</summary>
    private static Gen<Dictionary<Guid, MeasureMoney>> AnyMoney(PlanInForce plan) =>
        Gen.Select(Gen.Int[0, plan.Measures.Count - 1], AnyCash, AnySource, Gen.Int[2025, 2026], Gen.Int[0, 3]).List[0, 40].Select(parts => parts
            .GroupBy(p => plan.Measures[p.Item1].Id).ToDictionary(g => g.Key, g => new MeasureMoney(
                g.Key,
                [.. g.Where(p => p.Item5 == 0).Select(p => Some.Line(g.Key, p.Item3, p.Item4, p.Item2))],
                [.. g.Where(p => p.Item5 == 1).Select(p => Commitment.Enter(g.Key, p.Item3, new(p.Item4, 4, 1), p.Item2, "№ 1", Some.Today))],
                [
                    .. g.Where(p => p.Item5 == 2).Select(p => Payment.Type(g.Key, p.Item3, new(p.Item4, 5, 1), p.Item2, "№ 1", null, Some.Today)),
                    .. g.Where(p => p.Item5 == 3).Select(p => Payment.Take(Guid.NewGuid(), 2, g.Key, p.Item3, new(p.Item4, 6, 1), p.Item2, "№ 1", "")),
                ]) { Rates = Dollars }));

    [Fact]
    public async Task Each_way_of_taking_it_apart_adds_up_to_the_whole()
    {
        var plan = await reading.App.PlanAsync();
        AnyMoney(plan).Sample(money =>
        {
            var totals = MoneyTotals.Of(plan, money, []);
            Assert.Equal(totals.Whole, Figures.Of(totals.BySource.Values));
            Assert.Equal(totals.Whole, Figures.Of(totals.ByYear.Values));
            Assert.Equal(totals.Whole, Figures.Of(totals.BySection.Select(s => s.Figures)));
            Assert.Equal(totals.Whole, Figures.Of(totals.ByPlace.Select(p => p.Figures)));
            Assert.Equal(totals.Whole, Figures.Of(money.Values.Select(m => m.Whole)));
            foreach (var of in money.Values)
            {
                Assert.Equal(of.Whole, Figures.Of(of.BySource.Values));
                Assert.Equal(of.Whole, Figures.Of(of.ByYear.Values));
                Assert.Equal(of.Paid, Total.Of(of.PaidByYear.Select(y => y.Counts)));
            }
        }, iter: 200);
    }

    [Fact]
    public async Task The_order_of_rows_does_not_matter()
    {
        var plan = await reading.App.PlanAsync();
        AnyMoney(plan).Sample(money =>
        {
            var turned = money.Reverse().ToDictionary(m => m.Key, m => new MeasureMoney(m.Key, [.. m.Value.Lines.Reverse()], [.. m.Value.Commitments.Reverse()], [.. m.Value.Payments.Reverse()]) { Rates = m.Value.Rates });
            Assert.Equal(MoneyTotals.Of(plan, money, []).Whole, MoneyTotals.Of(plan, turned, []).Whole);
            Assert.All(money, m => Assert.Equal(m.Value.Curve.Points, turned[m.Key].Curve.Points));
        }, iter: 200);
    }

    [Fact]
    public async Task The_curve_never_falls_and_ends_at_what_was_paid()
    {
        var plan = await reading.App.PlanAsync();
        AnyMoney(plan).Sample(money => Assert.All(money.Values, of =>
        {
            var points = of.Curve.Points;
            Assert.Equal(points.OrderBy(p => p.On).ThenBy(p => p.Som), points);
            Assert.Equal(of.Paid.Som, points.Count == 0 ? 0 : points[^1].Som);
            Assert.Equal(of.Paid.WithoutRate, of.Curve.Misses);
        }), iter: 200);
    }

    [Fact]
    public async Task A_measure_in_two_municipalities_is_counted_once_and_in_a_line_of_its_own()
    {
        var plan = await reading.App.PlanAsync();
        var (several, one, none) = (plan.Measure("CA-028")!, plan.Measure("CA-046")!, plan.Measure("CA-016")!);
        var money = ((Measure[])[several, one, none]).Index().ToDictionary(m => m.Item.Id, m => new MeasureMoney(m.Item.Id, [Some.Line(m.Item.Id, FundingSource.Local, 2026, Cash.Som(1_000 * (m.Index + 1)))], [], []));

        var totals = MoneyTotals.Of(plan, money, []);

        Assert.Equal(6_000m, totals.Whole.Planned.Som);
        Assert.Equal([(false, 2_000m), (true, 1_000m), (false, 3_000m)], totals.ByPlace.Select(p => (p.At.Several, p.Figures.Planned.Som)));
        Assert.Equal(3, totals.Measures);
    }

    [Fact]
    public void Sums_of_currencies_add_up_in_any_order() => AnyCash.List[0, 20].Sample(cash =>
    {
        var parts = cash.Select(c => Dollars.Total(c, new(2026, 1, 1))).ToList();
        Assert.Equal(Total.Of(parts), Total.Of(Enumerable.Reverse(parts)));
        Assert.Equal(cash.Where(c => c.Currency == "RUB").Sum(c => c.Sum), Total.Of(parts).WithoutRate.Sum(c => c.Sum));
    });
}
