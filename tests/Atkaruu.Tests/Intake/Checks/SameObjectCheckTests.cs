using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class SameObjectCheckTests
{
    [Fact]
    public void One_figure_for_the_same_bodies_and_nothing_to_tell_the_rows_apart()
    {
        var finding = Assert.Single(Made.Findings(SameObjectCheck.Twice,
            Made.Row(1, "Жумушсуздарды ишке орноштуруу", "1500 ден ашуун жарандар ишке тартылды"), Made.Row(2, "Калкты иш менен камсыздоо", "адам саны-1500")));
        Assert.Equal([1, 2], finding.Ordinals);
        Assert.Equal(["1500", "1500"], finding.Marked());
    }

    [Fact]
    public void One_deed_with_one_result_and_no_place() => Assert.Single(Made.Findings(SameObjectCheck.Twice,
        Made.Row(1, "Сел жүрүүчү жерлерди бекемдөө", "Табигый кырсыктардын тобокелдиги азайды"),
        Made.Row(2, "Дарыялардын жээгин бекемдөө", "Табигый кырсыктардын тобокелдигин азайтуу")));

    [Fact]
    public void The_very_same_words_twice() => Assert.Single(Made.Findings(SameObjectCheck.Twice, Made.Row(1, task: "Бир"), Made.Row(2, task: "Эки")));

    [Fact]
    public void Schools_with_one_result_are_many_schools() => Assert.Empty(Made.Findings(SameObjectCheck.Twice,
        Made.Row(1, "275 орундуу “Кыргызстан” мектебин куруу", "Билим берүүгө шарттар түзүлөт"), Made.Row(2, "375 орундуу Н.Кармышев атындагы мектебин куруу", "Билим берүүгө шарттар түзүлөт")));

    [Fact]
    public void Places_bodies_tasks_and_deeds_tell_rows_apart()
    {
        Assert.Empty(Made.Findings(SameObjectCheck.Twice, Made.Row(1, "Кулчу айылында иш ачуу", "1500 адам"), Made.Row(2, "Карамык айылында иш ачуу", "1500 адам")));
        Assert.Empty(Made.Findings(SameObjectCheck.Twice, Made.Row(1, "Ишке тартуу", "1500 адам"), Made.Row(2, "Иш ачуу", "1500 адам", responsible: "ЭСКМБ")));
        Assert.Empty(Made.Findings(SameObjectCheck.Twice, Made.Row(1, "Ишке тартуу", "1500 адам"), Made.Row(2, "Иш ачуу", "1500 адам", task: "Башка")));
        Assert.Empty(Made.Findings(SameObjectCheck.Twice, Made.Row(1, "Жолду баалоо", "Кызматтын сапаты жогорулады"), Made.Row(2, "Каттамды өнүктүрүү", "Кызматтын сапаты жогорулады")));
    }
}
