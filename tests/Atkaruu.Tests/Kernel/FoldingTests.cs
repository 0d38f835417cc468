using Atkaruu.Kernel;
using CsCheck;

namespace Atkaruu.Tests;

public class FoldingTests
{
    private static readonly Gen<string> Kyrgyz = Gen.Char["абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ0123456789 -–,.«»№"].Array[0, 40].Select(c => new string(c));

    [Theory]
    [InlineData("мектеп", "орто мектебинин имаратын", "мектебинин")]
    [InlineData("мектебинин", "жаңы мектеп курулат", "мектеп")]
    [InlineData("мектептер", "ар бир мектепте", "мектепте")]
    [InlineData("мект", "орто мектебинин имаратын", "мектебинин")]
    [InlineData("Чон-Алай", "Чоң-Алай айыл өкмөтү", "Чоң-Алай")]
    [InlineData("чоң алай", "Чон-Алай айыл өкмөтү", "Чон-Алай")]
    [InlineData("карамык", "Кара-Мык автожолу", "Кара-Мык")]
    [InlineData("Кара-Мык", "Карамык айылы", "Карамык")]
    [InlineData("кара мык", "Карамык айылы", "Карамык")]
    [InlineData("обьект", "туристтик объекттер", "объекттер")]
    [InlineData("объект", "туристтик обьекттер", "обьекттер")]
    [InlineData("жолдор", "жолдун курулушу", "жолдун")]
    [InlineData("айылдык", "айылдыгында", "айылдыгында")]
    [InlineData("эксплуатациялоо", "№16 жол эсплутатциялоо ишканасы", "эсплутатциялоо")]
    [InlineData("миграция", "мигарция башкармалыгы", "мигарция")]
    [InlineData("муниципалдык", "муниципиалдык эс алуу", "муниципиалдык")]
    [InlineData("өкмөт", "айыл өкөтүнүн", "өкөтүнүн")]
    [InlineData("көчөт", "токой көөттөрү", "көөттөрү")]
    [InlineData("180", "180орундуу", "180")]
    [InlineData("№16", "№16 жол", "16")]
    [InlineData("таза суу", "таза суунун сапаты", "таза|суунун")]
    public void A_query_finds_and_marks_the_word(string query, string text, string marked)
    {
        var marks = Folding.Matches(query, text);
        Assert.NotNull(marks);
        Assert.Equal(marked.Split('|'), marks.Select(m => text.Substring(m.Start, m.Length)));
    }

    [Theory]
    [InlineData("мектеп", "ооруканасынын имараты")]
    [InlineData("2026", "2025-2030-жылдар")]
    [InlineData("20", "2025-2030-жылдар")]
    [InlineData("Кара-Суу", "Кара-Мык жана Кашка-Суу")]
    [InlineData("мектеп имараты", "мектептин ашканасы")]
    [InlineData("кол", "көпүрө")]
    [InlineData("жолу", "жерди")]
    public void A_query_does_not_find_another_word(string query, string text) => Assert.Null(Folding.Matches(query, text));

    [Fact]
    public void An_empty_query_answers_everything_and_marks_nothing()
    {
        Assert.Equal([], Folding.Matches("", "Чоң-Алай")!);
        Assert.Equal([], Folding.Matches(" – «»", "Чоң-Алай")!);
    }

    [Fact]
    public void Words_of_a_query_may_be_found_in_different_cells_of_a_row()
    {
        var query = new SearchQuery("мектеп 275");
        Assert.True(query.Finds([new("275 орундуу имарат"), new("мектептин окуучулары")]));
        Assert.False(query.Finds([new("275 орундуу имарат"), new("бала бакча")]));
        Assert.Equal([(0, 3)], query.Marks(new("275 орундуу имарат")));
    }

    [Fact]
    public void A_letter_made_of_two_signs_is_the_same_letter() => Assert.Equal("тейит", Folding.Words("Те\u0438\u0306ит").Single().Text);

    [Fact]
    public void Folding_keeps_every_letter_in_its_place_and_is_done_in_one_go() => Kyrgyz.Sample(text =>
    {
        var folded = Folding.Fold(text);
        Assert.Equal(text.Length, folded.Length);
        Assert.Equal(folded, Folding.Fold(folded));
    });

    [Fact]
    public void Marks_lie_inside_the_text_in_order_and_apart() => Gen.Select(Kyrgyz, Kyrgyz).Sample((query, text) =>
    {
        var end = -1;
        foreach (var (start, length) in Folding.Matches(query, text) ?? [])
        {
            Assert.True(start > end && length > 0 && start + length <= text.Length);
            end = start + length;
        }
    });

    [Fact]
    public void Every_text_answers_its_own_words() => Kyrgyz.Sample(text =>
    {
        foreach (var word in Folding.Words(text)) Assert.NotNull(Folding.Matches(text.Substring(word.Start, word.Length), text));
    });

    [Fact]
    public void A_word_without_its_Kyrgyz_letters_finds_the_word_with_them() => Kyrgyz.Sample(text =>
    {
        var poor = text.Replace('ң', 'н').Replace('ө', 'о').Replace('ү', 'у').Replace('Ң', 'Н').Replace('Ө', 'О').Replace('Ү', 'У');
        if (poor.Length <= SearchQuery.MaxLength) Assert.NotNull(Folding.Matches(poor, text));
    });

    [Theory]
    [InlineData("Чак", "Чакан", false)]
    [InlineData("Чак", "Чактын", true)]
    [InlineData("Кабык", "Кабыкта", true)]
    [InlineData("Жар-Башы", "Жар-Башына", true)]
    [InlineData("Жар-Башы", "Жар-Башындагы", true)]
    [InlineData("Кулчу", "Кулчудан", true)]
    [InlineData("РМА", "РМАлар", true)]
    [InlineData("МКУ", "МКУнун", true)]
    [InlineData("Кара-Мык", "Кара-Мыктагы", true)]
    [InlineData("Шибээ", "Шибээге", true)]
    public void Case_endings_of_names_are_known(string name, string word, bool isCase)
    {
        string Joined(string text) => string.Concat(Folding.Words(text).Select(w => w.Text));
        Assert.Equal(isCase, Stems.IsCaseOf(Joined(name), Joined(word)));
    }
}
