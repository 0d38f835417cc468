using Atkaruu.Modules.Intake.Tables;
using CsCheck;

namespace Atkaruu.Tests.Intake.Tables;

public class CellTextTests
{
    private static string Of(string raw, params string[] elsewhere) => new CellText([raw, .. elsewhere]).Of(raw);

    [Theory]
    [InlineData("Жол\nоңдоо", "Жол оңдоо"), InlineData("  Жол \t оңдоо \r\n", "Жол оңдоо"), InlineData("Жол\u00a0оңдоо", "Жол оңдоо"), InlineData("\n\n", "")]
    [InlineData("Чоӊ-Алай", "Чоң-Алай"), InlineData("кошум\u00ad\nча", "кошумча"), InlineData("ко\u00adшумча", "кошумча"), InlineData("Кара\u2011Мык", "Кара-Мык")]
    [InlineData("өкөтү  түзүлөи", "өкөтү түзүлөи")]
    public void Breaks_and_blanks_are_undone_and_spelling_is_kept(string raw, string text) => Assert.Equal(text, Of(raw));

    [Theory]
    [InlineData("Кара-\nШыбак", "Кара-Шыбак"), InlineData("2025-2030-\nжылдар", "2025-2030-жылдар"), InlineData("2025–\n2030-жылдары", "2025–2030-жылдары"), InlineData("саны-\n800", "саны-800")]
    public void A_hyphen_at_a_line_end_belongs_to_the_word(string raw, string text) => Assert.Equal(text, Of(raw));

    [Theory]
    [InlineData("баасы -\n32 млн", "баасы - 32 млн"), InlineData("- Жекенди\n- Чоң-Алай", "- Жекенди - Чоң-Алай")]
    public void A_dash_is_no_hyphen(string raw, string text) => Assert.Equal(text, Of(raw));

    [Fact]
    public void It_goes_only_where_the_document_knows_the_word_without_it()
    {
        Assert.Equal("кошумча", Of("кошум-\nча", "кошумча жумуш орундары"));
        Assert.Equal("Кара-Мык", Of("Кара-\nМык", "Карамык айылы", "Кара-Мык айылы"));
    }

    [Fact]
    public void Whatever_stands_in_a_cell_comes_out_in_one_clean_line() => Gen.String.Sample(raw =>
    {
        var text = Of(raw);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain(text, sign => char.IsControl(sign));
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
    });
}
