using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

public class FigureChecksTests
{
    [Theory]
    [InlineData("Айылдарды таза суу менен 98% камсыздоо", "Калк 95 пайыз суу менен камсыздалды", "98%", "95 пайыз")]
    [InlineData("12,5 км жол салуу", "13 км жол салынат", "12,5 км", "13 км")]
    [InlineData("275 орундуу мектеп куруу", "225 орундуу мектеп курулду", "275 орундуу", "225 орундуу")]
    [InlineData("ар бир айыл өкмөттө 1тен кем эмес долбоорду ишке ашыруу", "Ар бир региондо 5тен долбоор ишке ашырылды", "1тен кем эмес", "5тен")]
    public void Figures_of_one_kind_that_disagree_are_found(string title, string result, string promised, string expected)
    {
        var finding = Assert.Single(Made.Findings(FigureChecks.Disagree, Made.Row(1, title, result)));
        Assert.Equal([promised, expected], finding.Marked());
        Assert.Equal([promised, expected], finding.What.Args);
    }

    [Theory]
    [InlineData("270 км арык-каналдарды оңдоо", "Аймактагы 270 км арык-каналдар оңдолду")]
    [InlineData("Электр станциясын куруу- 10 МВт", "Кубаттуулугу 10, МВт болгон станция ишке берилет")]
    [InlineData("18 мектепте тамакты 100 пайызга камсыздоо", "тамак берүү 100 пайыз камсыздалат")]
    [InlineData("3 таштанды жайды ачуу", "1437 га жер тазаланды")]
    [InlineData("5 км жол куруу", "2 көпүрө курулду")]
    [InlineData("2030-жылга чейин жол куруу", "15 жол курулду")]
    [InlineData("10 гектардан кем эмес питомник", "12 гектар питомник")]
    [InlineData("Сметалык баасы 32,0 млн сом", "50 млн сом пайда")]
    public void Figures_that_agree_or_count_other_things_are_no_finding(string title, string result) =>
        Assert.Empty(Made.Findings(FigureChecks.Disagree, Made.Row(1, title, result)));

    [Fact]
    public void One_a_year_for_each_municipality_makes_eighteen_and_not_fifteen()
    {
        var finding = Assert.Single(Made.Findings(FigureChecks.TotalDisagrees, Yearly("15 туристтик обьекттер ачылат")));
        Assert.Equal(["1", 3, 6, "18", "15"], finding.What.Args);
        Assert.Equal(["бирден кем эмес", "15"], finding.Marked());
    }

    [Theory, InlineData("18 туристтик объект ачылат"), InlineData("20 туристтик объект ачылат"), InlineData("туристтик объекттер ачылат"), InlineData("15 мектеп ачылат")]
    public void A_total_that_is_reached_or_is_of_other_things_is_no_finding(string result) => Assert.Empty(Made.Findings(FigureChecks.TotalDisagrees, Yearly(result)));

    [Fact]
    public void Without_at_least_more_is_wrong_too() =>
        Assert.Single(Made.Findings(FigureChecks.TotalDisagrees, Made.Row(1, "ар бир айыл аймагында 2ден көпүрө куруу", "7 көпүрө курулат", schedule: "2025-2030-жылдар")));

    [Theory, InlineData("№16 мектеп"), InlineData("2025-2030-жылдар"), InlineData("2026-жылдын планы"), InlineData("32,0 млн сом")]
    public void Years_names_and_sums_are_no_figures(string text) => Assert.Empty(Figures.In(new(1, Field.Title, text)));

    private static Modules.Intake.MeasureDraft Yearly(string result) =>
        Made.Row(1, "Жыл сайын ар бир айыл өкмөттө бирден кем эмес туристтик обьекттерди ачуу", result, schedule: "Жыл сайын");
}
