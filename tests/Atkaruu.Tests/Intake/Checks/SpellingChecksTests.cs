using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class SpellingChecksTests
{
    [Fact]
    public void A_place_spelled_in_several_ways_is_found_with_its_right_name()
    {
        var finding = Assert.Single(Made.Findings(SpellingChecks.Names, Made.Row(1, "Чон-Алайдын жолдору"), Made.Row(2, "Чон-Алай айыл өкмөтүндө цех"), Made.Row(3, "Кулчу айылы")));
        Assert.Equal(["Чон-Алай (2), Чоң-Алай (1)", "Чоң-Алай"], finding.What.Args);
        Assert.Equal([1, 2], finding.Ordinals);
    }

    [Fact]
    public void Hyphens_blanks_and_small_letters_are_spellings_too() =>
        Assert.Equal("Карамык (1), Кара-Мык (1)", Sorted(Assert.Single(Made.Findings(SpellingChecks.Names, Made.Row(1, "Карамык айылына жол"), Made.Row(2, "Кара-Мыктан өтүү"))).What.Args[0]));

    [Fact]
    public void A_name_in_other_cases_or_across_a_broken_line_is_one_spelling() =>
        Assert.Empty(Made.Findings(SpellingChecks.Names, Made.Row(1, "Кара-Мык айылы"), Made.Row(2, "Кара-Мыктын жолу"), Made.Row(3, "Кара- Мык айылында")));

    [Fact]
    public void An_ordinary_word_is_no_village() => Assert.Empty(Made.Findings(SpellingChecks.Names, Made.Row(1, "Чак айылы"), Made.Row(2, "бул чакта жана чакан ишкана")));

    [Fact]
    public void Letters_lost_again_and_again_are_found()
    {
        var finding = Assert.Single(Made.Findings(SpellingChecks.Letters, Made.Row(1, "жаны имарат"), Made.Row(2, "жаны жумуш орундары"), Made.Row(3, "жаңы мектеп")));
        Assert.Equal(["жаны (2), жаңы (1)", "жаңы"], finding.What.Args);
    }

    [Fact]
    public void Words_that_differ_by_such_letters_and_are_both_right_are_left_alone() =>
        Assert.Empty(Made.Findings(SpellingChecks.Letters, Made.Row(1, "кол коюу"), Made.Row(2, "көл жээги"), Made.Row(3, "бөлүү жана болуу"), Made.Row(4, "бөлүү жана болуу")));

    private static string Sorted(object? forms) => string.Join(", ", ((string)forms!).Split(", ").OrderByDescending(f => f, StringComparer.Ordinal));
}
