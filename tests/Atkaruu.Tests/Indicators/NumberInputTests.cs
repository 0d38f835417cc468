using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;

namespace Atkaruu.Tests.Indicators;

public class NumberInputTests
{
    [Theory]
    [InlineData("270", 270)]
    [InlineData(" 1 250,5 ", 1250.5)]
    [InlineData("1250.5", 1250.5)]
    [InlineData("1\u00a0250", 1250)]
    [InlineData("0", 0)]
    [InlineData("2,50", 2.5)]
    public void A_number_is_read_as_people_type_it(string text, double expected) => Assert.Equal((decimal)expected, NumberInput.Parse(text, 1, "V"));

    [Theory]
    [InlineData(null, "number.empty")]
    [InlineData("  ", "number.empty")]
    [InlineData("ооба", "number.text")]
    [InlineData("карагыла", "number.text")]
    [InlineData("N/A", "number.text")]
    [InlineData("12 км", "number.text")]
    [InlineData("1,2,3", "number.text")]
    [InlineData("1e5", "number.text")]
    [InlineData("٣", "number.text")] // digits of another script
    [InlineData("-5", "number.negative")]
    [InlineData("−5", "number.negative")]
    [InlineData("1,25", "number.decimals")]
    [InlineData("9999999999999", "number.too-big")]
    [InlineData("=1+1", "number.text")]
    public void Anything_else_is_refused_in_a_sentence_beside_its_field(string? text, string rule)
    {
        var refused = Assert.Throws<RuleException>(() => NumberInput.Parse(text, 1, "Value"));

        Assert.Equal(rule, refused.Sentence.Key);
        Assert.Equal("Value", refused.Input);
    }
}
