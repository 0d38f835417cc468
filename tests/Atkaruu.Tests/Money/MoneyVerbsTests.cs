using Atkaruu.Kernel;
using Atkaruu.Modules.Money;

namespace Atkaruu.Tests.Money;

public class MoneyVerbsTests
{
    private static readonly Guid Measure = Guid.NewGuid();

    /// <summary>Pain 13 and 16: the original is lost, and one field holds all money.</summary>
    [Fact]
    public void The_first_planned_sum_is_kept_for_ever_with_its_basis()
    {
        var line = Some.Line(Measure, FundingSource.Republican, 2026, Cash.Som(98_000_000));
        line.Change(Cash.Som(90_000_000), "Буйрук № 30", new(2026, 6, 1), "секвестр", Some.Today);
        line.Change(Cash.Som(94_000_000), "Буйрук № 41", new(2026, 9, 1), "кошумча бөлүндү", Some.Today);

        Assert.Equal(Cash.Som(98_000_000), line.First);
        Assert.Equal(Cash.Som(94_000_000), line.Cash);
        Assert.Equal(["Буйрук № 14", "Буйрук № 30"], line.Earlier.Select(e => e.Basis));
        Assert.Equal(["money.planned", "money.plan-changed", "money.plan-changed"], line.Happenings.Select(h => h.What));
    }

    [Fact]
    public void Money_is_not_planned_or_changed_without_an_act()
    {
        Assert.Equal("money.rule.basis", No(() => FundingLine.Plan(Measure, FundingSource.Local, 2026, Cash.Som(1), " ", Some.Today, Some.Today)));
        Assert.Equal("money.rule.future", No(() => FundingLine.Plan(Measure, FundingSource.Local, 2026, Cash.Som(1), "№ 1", Some.Today.AddDays(1), Some.Today)));
        var line = Some.Line(Measure, FundingSource.Local, 2026, Cash.Som(100));
        Assert.Equal("money.rule.new-basis", No(() => line.Change(Cash.Som(200), "Буйрук № 14", new(2026, 1, 15), "эмнегедир", Some.Today)));
        Assert.Equal("money.rule.reason", No(() => line.Change(Cash.Som(200), "Буйрук № 15", new(2026, 2, 15), "", Some.Today)));
        Assert.Equal("money.rule.same", No(() => line.Change(Cash.Som(100), "Буйрук № 15", new(2026, 2, 15), "себеп", Some.Today)));
        Assert.Equal("money.rule.positive", No(() => line.Change(Cash.Som(0), "Буйрук № 15", new(2026, 2, 15), "себеп", Some.Today)));
        Assert.Equal("money.rule.currency", No(() => line.Change(new(5, "BTC"), "Буйрук № 15", new(2026, 2, 15), "себеп", Some.Today)));
        Assert.Equal("money.rule.hundredths", No(() => line.Change(Cash.Som(0.001m), "Буйрук № 15", new(2026, 2, 15), "себеп", Some.Today)));
        Assert.Equal((100m, "Буйрук № 14"), (line.Sum, line.Basis));
    }

    [Fact]
    public void What_is_struck_out_stays_and_is_over()
    {
        var (line, made, paid) = (Some.Line(Measure, FundingSource.Local, 2026, Cash.Som(100)), Some.Contract(Measure, FundingSource.Local, 90), Some.Typed(Measure, 50, new(2026, 5, 1)));
        line.StrikeOut("ката", Some.Today);
        made.Cancel("келишим бузулду", Some.Today);
        paid.StrikeOut("эки жолу жазылган", Some.Today);

        Assert.Equal((false, false, false), (line.Counts, made.Counts, paid.Counts));
        Assert.All((Action[])[() => line.StrikeOut("дагы", Some.Today), () => made.Cancel("дагы", Some.Today), () => paid.StrikeOut("дагы", Some.Today), () => line.Change(Cash.Som(1), "№ 9", Some.Today, "себеп", Some.Today)],
            again => Assert.Equal("money.rule.struck", No(again)));
    }

    [Fact]
    public void An_imported_payment_is_not_struck_out_alone() => Assert.Equal("money.rule.imported", No(() => Some.Imported(Measure, 5, new(2026, 5, 1)).StrikeOut("себеп", Some.Today)));

    [Theory]
    [InlineData("abc\u0000")]
    [InlineData("abc\u202egpj")]
    [InlineData("a\nb")]
    public void Signs_that_are_not_seen_are_refused(string document) => Assert.Equal("money.rule.hidden", No(() => Payment.Type(Measure, FundingSource.Local, Some.Today, Cash.Som(1), document, null, Some.Today)));

    [Fact]
    public void The_latest_rate_on_or_before_the_day_counts_and_without_one_there_is_no_answer()
    {
        var rates = new Rates([Some.Rate("USD", new(2026, 3, 1), 87.45m), Some.Rate("USD", new(2026, 9, 1), 88.1m)]);

        Assert.Null(rates.ToSom(new(1000, "USD"), new(2026, 2, 28)));
        Assert.Equal(87_450m, rates.ToSom(new(1000, "USD"), new(2026, 3, 1)));
        Assert.Equal(87_450m, rates.ToSom(new(1000, "USD"), new(2026, 8, 31)));
        Assert.Equal(88_100m, rates.ToSom(new(1000, "USD"), new(2026, 12, 31)));
        Assert.Null(rates.ToSom(new(1000, "EUR"), new(2026, 12, 31)));
        Assert.Equal(1000m, Rates.None.ToSom(Cash.Som(1000), new(2026, 1, 1)));
    }

    [Fact]
    public void A_rate_is_of_another_currency_and_of_a_day_that_has_been()
    {
        Assert.Equal("money.rule.som", No(() => Some.Rate("KGS", Some.Today, 1)));
        Assert.Equal("money.rule.rate", No(() => Some.Rate("USD", Some.Today, 0)));
        Assert.Equal("money.rule.future", No(() => Some.Rate("USD", Some.Today.AddDays(1), 87)));
    }

    private static string No(Action work) => Assert.Throws<RuleException>(work).Sentence.Key;
}
