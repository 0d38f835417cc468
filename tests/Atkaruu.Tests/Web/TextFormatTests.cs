using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Tests.Web;

public class TextFormatTests
{
    [Theory]
    [InlineData("ru", 1, "1 мероприятие")]
    [InlineData("ru", 2, "2 мероприятия")]
    [InlineData("ru", 5, "5 мероприятий")]
    [InlineData("ru", 11, "11 мероприятий")]
    [InlineData("ru", 12, "12 мероприятий")]
    [InlineData("ru", 21, "21 мероприятие")]
    [InlineData("ru", 80, "80 мероприятий")]
    [InlineData("ru", 112, "112 мероприятий")]
    [InlineData("en", 1, "1 measure")]
    [InlineData("en", 80, "80 measures")]
    [InlineData("ky", 80, "80 иш-чара")]
    public void A_word_fits_its_number(string language, int count, string said) => Assert.Equal(said, Texts.All.Say(language, "register.found", count));

    [Theory]
    [InlineData("ky", "30.09.2026га карата.")]
    [InlineData("ru", "По состоянию на 30.09.2026.")]
    [InlineData("en", "As of 30.09.2026.")]
    public void A_day_has_its_ending_in_Kyrgyz_only(string language, string said) => Assert.Equal(said, Texts.All.Say(language, "register.as-of", new DateOnly(2026, 9, 30)));

    [Theory]
    [InlineData("ky", 32_000_000, "32,0 млн сом")]
    [InlineData("ru", 134_000_000, "134,0 млн сом")]
    [InlineData("en", 32_000_000, "som 32.0 million")]
    [InlineData("ky", 450_000, "450\u00a0000 сом")]
    public void Sums_are_written_as_the_language_writes_them(string language, int sum, string written) => Assert.Equal(written, new PageText(language).Sum(sum));

    [Theory]
    [InlineData("ky", 270, "km", 0, "270 км")]
    [InlineData("ru", 3, "seats", 0, "3 места")]
    [InlineData("ru", 275, "seats", 0, "275 мест")]
    [InlineData("ky", 98, "percent", 1, "98 %")]
    [InlineData("ky", 12.5, "km", 1, "12,5 км")]
    public void Quantities_carry_their_unit(string language, double value, string unit, int decimals, string written) =>
        Assert.Equal(written, new PageText(language).Quantity((decimal)value, unit, decimals));

    [Fact]
    public void Every_unit_has_a_name() => Assert.All(Units.All, unit => Assert.True(Texts.All.Has("unit." + unit), unit));

    [Fact]
    public void A_text_is_encoded_and_the_HTML_in_its_places_is_not()
    {
        var said = Html(new PageText("en")["log.other", "<script>"], new PageText("en")["log.other", new HtmlString("<b>x</b>")]);

        Assert.Equal("Event: &lt;script&gt;|Event: <b>x</b>", said);
    }

    [Fact]
    public void Kyrgyz_words_on_another_page_are_marked_as_Kyrgyz()
    {
        var words = new Words("Суу", "Вода");

        Assert.Equal("Суу|Вода|<span lang=\"ky\">Суу</span>", Html(new PageText("ky").Words(words), new PageText("ru").Words(words), new PageText("en").Words(words)));
    }

    [Fact]
    public void What_was_looked_for_is_marked_and_the_rest_encoded() =>
        Assert.Equal("&lt;b&gt; орто <mark>мектебинин</mark> имараты", Html(new PageText("ky").Marked("<b> орто мектебинин имараты", new SearchQuery("мектеп"))));

    private static string Html(params IHtmlContent[] contents) => string.Join('|', contents.Select(content =>
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }));
}
