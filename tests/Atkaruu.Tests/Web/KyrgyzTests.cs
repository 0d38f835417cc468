using Atkaruu.Web;

namespace Atkaruu.Tests.Web;

/// <summary>Endings follow the number's name as it is read aloud: 8и is сегизи, 2026га is жыйырма алтыга.</summary>
public class KyrgyzTests
{
    [Theory]
    [InlineData(1, "и")]
    [InlineData(2, "си")]
    [InlineData(3, "ү")]
    [InlineData(4, "ү")]
    [InlineData(5, "и")]
    [InlineData(6, "сы")]
    [InlineData(7, "си")]
    [InlineData(8, "и")]
    [InlineData(9, "у")]
    [InlineData(0, "ү")]
    [InlineData(10, "у")]
    [InlineData(20, "сы")]
    [InlineData(30, "у")]
    [InlineData(40, "ы")]
    [InlineData(50, "сү")]
    [InlineData(60, "ы")]
    [InlineData(70, "и")]
    [InlineData(80, "и")]
    [InlineData(90, "у")]
    [InlineData(100, "ү")]
    [InlineData(3_000, "и")]
    [InlineData(2_000_000, "у")]
    [InlineData(12, "си")]
    [InlineData(118, "и")]
    [InlineData(450, "сү")]
    [InlineData(77_200, "ү")]
    public void Of_so_many_some_are(long number, string ending) => Assert.Equal(ending, Kyrgyz.Ending(number, "и"));

    [Theory]
    [InlineData(2025, "ке", "те", "тен", "тин", "ти")]
    [InlineData(2026, "га", "да", "дан", "нын", "ны")]
    [InlineData(2027, "ге", "де", "ден", "нин", "ни")]
    [InlineData(2028, "ге", "де", "ден", "дин", "ди")]
    [InlineData(2029, "га", "да", "дан", "дун", "ду")]
    [InlineData(2030, "га", "да", "дан", "дун", "ду")]
    [InlineData(2003, "кө", "тө", "төн", "түн", "тү")]
    [InlineData(2010, "го", "до", "дон", "дун", "ду")]
    [InlineData(2040, "ка", "та", "тан", "тын", "ты")]
    [InlineData(2050, "гө", "дө", "дөн", "нүн", "нү")]
    public void To_at_from_and_of_a_year(int year, string to, string at, string from, string of, string what) =>
        Assert.Equal([to, at, from, of, what], new[] { "га", "да", "дан", "нын", "ны" }.Select(sample => Kyrgyz.Ending(year, sample)));

    [Theory]
    [InlineData("башкармалыгы", "баш|кар|ма|лыгы")]
    [InlineData("квалификациясын", "ква|ли|фи|ка|ция|сын")]
    [InlineData("Пайдаланууга берүү", "Пай|да|ла|нууга берүү")]
    [InlineData("эсплутациялоо", "эсп|лу|та|ция|лоо")]
    [InlineData("айыл өкмөтү", "айыл өкмөтү")]
    [InlineData("социалдык-экономикалык", "социалдык-эко|но|ми|ка|лык")]
    public void A_long_word_may_break_before_a_syllable(string text, string broken)
    {
        var soft = Kyrgyz.SoftHyphens(text);

        Assert.Equal(text, soft.Replace("\u00ad", "", StringComparison.Ordinal));
        Assert.All(soft.Split('\u00ad'), part => Assert.True(part.Length >= 2));
        Assert.Equal(broken, soft.Replace('\u00ad', '|'));
    }
}
