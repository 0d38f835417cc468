using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class TerritoryChecksTests
{
    [Fact]
    public void The_oblast_in_a_districts_plan_is_found() =>
        Assert.Equal(["облустун аймагындагы"], Assert.Single(Made.Findings(TerritoryChecks.WrongTerritory, Made.Row(1, result: "облустун аймагындагы турак жайлар камсыздалды"))).Marked());

    [Fact]
    public void Markets_of_the_oblast_are_no_wrong_territory() =>
        Assert.Empty(Made.Findings(TerritoryChecks.WrongTerritory, Made.Row(1, "облустук жана республикалык рынокторго чыгуу"), Made.Row(2, responsible: "Ош облусу боюнча башкармалык")));

    [Fact]
    public void The_oblast_may_stand_in_its_own_plan()
    {
        var plan = Made.Plan(Made.Row(1, result: "облустун жолдору"));
        Assert.Empty(Made.Findings(TerritoryChecks.WrongTerritory, plan with { Programme = plan.Programme with { Title = "Ош облусунун планы: облустун программасы" } }));
    }

    [Fact]
    public void Several_districts_in_the_plan_of_one_are_told_of_once()
    {
        var finding = Assert.Single(Made.Findings(TerritoryChecks.SeveralTerritories, Made.Row(1, responsible: "РМАлар"), Made.Row(2, result: "Региондордо цех курулду"), Made.Row(3)));
        Assert.Equal([1, 2], finding.Ordinals);
        Assert.Equal(["РМАлар", "Региондордо"], finding.Marked());
        Assert.Empty(Made.Findings(TerritoryChecks.SeveralTerritories, Made.Row(1, "Райондун аймагында жол куруу")));
    }

    [Fact]
    public void A_village_that_nobody_knows_is_found() =>
        Assert.Equal(["Ак-Терек"], Assert.Single(Made.Findings(TerritoryChecks.PlaceUnknown, Made.Row(1, "Ак-Терек айылына мектеп куруу"))).Marked());

    [Theory, InlineData("Кулчу айылына мектеп куруу"), InlineData("Кара-Мык айылындагы клуб"), InlineData("Чак-Жаш-Тилек айылына жол"), InlineData("ар бир айылда жол")]
    public void Known_villages_in_any_spelling_and_strung_together_are_known(string title) => Assert.Empty(Made.Findings(TerritoryChecks.PlaceUnknown, Made.Row(1, title)));

    [Fact]
    public void A_village_of_another_municipality_is_found() =>
        Assert.Single(Made.Findings(TerritoryChecks.PlacesDisagree, Made.Row(1, "Кулчу айылына мектеп куруу", responsible: "Жекенди айыл өкмөтү")));

    [Theory, InlineData("Чоң-Алай айыл өкмөтү"), InlineData("РМА"), InlineData("Чоң-Алай айыл өкмөтү, Жекенди айыл өкмөтү")]
    public void A_village_and_its_own_government_agree(string responsible) =>
        Assert.Empty(Made.Findings(TerritoryChecks.PlacesDisagree, Made.Row(1, "Кулчу айылына мектеп куруу", responsible: responsible)));
}
