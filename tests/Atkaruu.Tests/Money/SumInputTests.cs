using System.Globalization;
using Atkaruu.Modules.Money;
using CsCheck;

namespace Atkaruu.Tests.Money;

public class SumInputTests
{
    [Theory]
    [InlineData("1250000", "1250000")]
    [InlineData("1 250 000,50", "1250000.50")]
    [InlineData("1\u00a0250\u202f000", "1250000")]
    [InlineData("1,250,000.50", "1250000.50")]
    [InlineData("1.250.000,50", "1250000.50")]
    [InlineData("1,250,000", "1250000")]
    [InlineData("0,5", "0.5")]
    [InlineData("12.30", "12.30")]
    [InlineData("1250,5", "1250.5")]
    public void A_sum_is_read_as_treasuries_write_it(string text, string sum) =>
        Assert.Equal((decimal.Parse(sum, CultureInfo.InvariantCulture), null), SumInput.Read(text));

    [Theory]
    [InlineData("", "money.sum.empty")]
    [InlineData("жок", "money.sum.text")]
    [InlineData("12 млн", "money.sum.text")]
    [InlineData("1,250", "money.sum.two-ways")]
    [InlineData("1.250", "money.sum.two-ways")]
    [InlineData("1250,505", "money.rule.hundredths")]
    [InlineData("-5000", "money.sum.negative")]
    [InlineData("−5000", "money.sum.negative")]
    [InlineData("(5000)", "money.sum.negative")]
    [InlineData("0", "money.rule.positive")]
    [InlineData("1e308", "money.sum.text")]
    [InlineData("1E+308", "money.sum.text")]
    [InlineData("99999999999999999999", "money.rule.too-big")]
    [InlineData("999999999999999999999999999999999999", "money.sum.text")]
    [InlineData("1,2,3", "money.sum.text")]
    [InlineData("1,25,000.50", "money.sum.text")]
    [InlineData("=1+1", "money.sum.text")]
    [InlineData("٣٤", "money.sum.text")]
    public void What_is_no_sum_or_could_be_two_is_refused(string text, string key) => Assert.Equal(key, SumInput.Read(text).Wrong!.Key);

    [Fact]
    public void Every_sum_that_is_written_out_is_read_back()
    {
        Gen.Int[1, 999_999_999].Select(Gen.Int[0, 99]).Sample((whole, tyiyn) =>
        {
            var sum = whole + tyiyn / 100m;
            foreach (var culture in (string[])["ru-RU", "en-US", "de-DE", ""])
                Assert.Equal(sum, SumInput.Read(sum.ToString("N2", CultureInfo.GetCultureInfo(culture))).Sum);
        });
    }

    [Fact]
    public void No_text_breaks_it() => Gen.String.Sample(text => { _ = SumInput.Read(text); });
}
