using Atkaruu.Kernel;
using Atkaruu.Modules.Money;

namespace Atkaruu.Tests.Money;

public class PaidRuleTests
{
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    /// <summary>The example of docs/domain.md, to the letter.</summary>
    [Fact]
    public void The_worked_example_of_the_domain_comes_out_as_written()
    {
        Payment[] payments =
        [
            Some.Typed(One, 7_600_000, new(2025, 11, 20)),
            Some.Typed(One, 30_000_000, new(2026, 5, 12)), Some.Typed(One, 12_000_000, new(2026, 8, 3)),
            Some.Imported(One, 30_000_000, new(2026, 5, 12), row: 2), Some.Imported(One, 12_900_000, new(2026, 8, 3), row: 3),
        ];

        var years = PaidRule.ByYear(payments, Rates.None);

        Assert.Equal([(2025, 7_600_000m, false), (2026, 42_900_000m, true)], years.Select(y => (y.Year, y.Counts.Som, y.IsImported)));
        Assert.Equal((42_000_000m, 900_000m), (years[1].Typed.Som, years[1].Difference));
        Assert.Equal(50_500_000m, PaidRule.Counting(payments).Sum(p => p.Sum));
    }

    /// <summary>Pain 15: what is typed and what the treasury sends is one money.</summary>
    [Fact]
    public void What_is_typed_and_imported_is_never_added()
    {
        var money = new MeasureMoney(One, [], [], [Some.Typed(One, 100, new(2026, 5, 1)), Some.Imported(One, 100, new(2026, 5, 1))]);

        Assert.Equal(Some.Som(100), money.Paid);
        Assert.False(money.PaidByYear[0].Differ);
    }

    [Fact]
    public void An_import_counts_for_its_own_measures_and_years_only()
    {
        Payment[] payments = [Some.Typed(One, 1, new(2025, 5, 1)), Some.Typed(One, 2, new(2026, 5, 1)), Some.Typed(Other, 4, new(2026, 5, 1)), Some.Imported(One, 8, new(2026, 6, 1))];

        Assert.Equal([1m, 4m, 8m], PaidRule.Counting(payments).Select(p => p.Sum).Order());
    }

    [Fact]
    public void When_an_import_is_undone_what_was_typed_counts_again()
    {
        var import = Some.Imported(One, 8, new(2026, 6, 1));
        Payment[] payments = [Some.Typed(One, 2, new(2026, 5, 1)), import];
        Assert.Equal([8m], PaidRule.Counting(payments).Select(p => p.Sum));

        import.GoWith("башка райондуку", Some.Today);

        Assert.Equal([2m], PaidRule.Counting(payments).Select(p => p.Sum));
    }

    [Fact]
    public void The_curve_grows_day_by_day_against_the_contracts()
    {
        var money = new MeasureMoney(One, [Some.Line(One, FundingSource.Republican, 2026, Cash.Som(500))], [Some.Contract(One, FundingSource.Republican, 400)],
            [Some.Typed(One, 100, new(2026, 8, 3)), Some.Typed(One, 60, new(2026, 5, 12)), Some.Typed(One, 40, new(2026, 5, 12))]);

        Assert.Equal([new PaidPoint(new(2026, 5, 12), 100, 0.25m), new PaidPoint(new(2026, 8, 3), 200, 0.5m)], money.Curve.Points);
        Assert.Equal((0m, 0.25m, 0.5m), (money.Curve.ShareOn(new(2026, 1, 1)), money.Curve.ShareOn(new(2026, 5, 12)), money.Curve.ShareOn(new(2027, 1, 1))));
        Assert.Null(new MeasureMoney(One, [], [], money.Payments).Curve.ShareOn(new(2027, 1, 1)));
    }

    [Fact]
    public void A_sum_without_a_rate_stays_beside_and_no_share_is_made_up()
    {
        var money = new MeasureMoney(One, [Some.Line(One, FundingSource.Donor, 2026, new(1_200_000, "USD")), Some.Line(One, FundingSource.Local, 2026, Cash.Som(1_000))], [], [Some.Typed(One, 100, new(2026, 8, 3))]);

        Assert.Equal(1_000m, money.Planned.Som);
        Assert.Equal([new Cash(1_200_000, "USD")], money.Planned.WithoutRate);
        Assert.Null(money.Whole.PaidShare);
        Assert.Null(money.Curve.Whole);

        var known = money with { Rates = new([Some.Rate("USD", new(2026, 1, 1), 87.5m)]) };
        Assert.Equal(105_001_000m, new MeasureMoney(One, known.Lines, [], known.Payments) { Rates = known.Rates }.Planned.Som);
    }
}
