using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

public class BodyChecksTests
{
    [Fact]
    public void Nobody_responsible_is_an_error()
    {
        Assert.Equal((2, Severity.Error), Assert.Single(Made.Findings(BodyChecks.NoLead, Made.Row(1), Made.Row(2, responsible: ""))) is var f ? (f.Ordinals[0], f.Severity) : default);
        Assert.Empty(Made.Findings(BodyChecks.NoLead, Made.Row(1)));
    }

    [Fact]
    public void An_unknown_body_is_found_once_for_all_its_rows()
    {
        var finding = Assert.Single(Made.Findings(BodyChecks.Unknown, Made.Row(1, responsible: "РМА, Ала-Тоо долбоору"), Made.Row(2, responsible: "Ала-Тоо долбоору"), Made.Row(3)));
        Assert.Equal([1, 2], finding.Ordinals);
        Assert.Equal(["Ала-Тоо долбоору", "Ала-Тоо долбоору"], finding.Marked());
    }

    [Fact]
    public void A_group_that_leads_is_found_and_a_group_that_helps_is_not()
    {
        var finding = Assert.Single(Made.Findings(BodyChecks.LeadIsGroup, Made.Row(1, responsible: "ЖӨБО, РМА"), Made.Row(2, responsible: "РМА, ЖӨБО")));
        Assert.Equal([1], finding.Ordinals);
        Assert.Equal(3, finding.What.Args[1]);
        Assert.Equal(["ЖӨБО"], finding.Marked());
    }

    [Fact]
    public void A_role_without_a_name_is_found()
    {
        Assert.Equal(["инвестор"], Assert.Single(Made.Findings(BodyChecks.Unnamed, Made.Row(1, responsible: "РМА, инвестор"), Made.Row(2))).Marked());
        Assert.Empty(Made.Findings(BodyChecks.Unnamed, Made.Row(1)));
    }

    [Fact]
    public void A_body_that_the_district_cannot_order_is_found()
    {
        var finding = Assert.Single(Made.Findings(BodyChecks.Outside, Made.Row(1, responsible: "“Элдик-Банк” ААКсы"), Made.Row(2)));
        Assert.Equal([1], finding.Ordinals);
        Assert.Equal([Made.Bank.ShortName], (IReadOnlyList<Words>)finding.What.Args[0]!);
        Assert.Empty(Made.Findings(BodyChecks.Outside, Made.Row(1, responsible: "РМА, ЭСКМБ, ЖӨБО")));
    }

    [Fact]
    public void A_partner_under_anothers_abbreviation_is_found()
    {
        Assert.Equal(["ПРООН азык-түлүк программасы"], Assert.Single(Made.Findings(BodyChecks.Misnamed, Made.Row(1, responsible: "РМА, ПРООН азык-түлүк программасы"))).Marked());
        Assert.Empty(Made.Findings(BodyChecks.Misnamed, Made.Row(1, responsible: "РМА, БУУнун Азык-түлүк программасы")));
    }

    [Fact]
    public void One_body_under_several_names_is_found()
    {
        var finding = Assert.Single(Made.Findings(BodyChecks.SpelledSeveralWays,
            Made.Row(1, responsible: "ЭСКМБ, РМА"), Made.Row(2, responsible: "ЭСКММБ"), Made.Row(3, responsible: "ЭСКММБ"), Made.Row(4, responsible: "РЭСМБ")));
        Assert.Equal("«ЭСКММБ» (2), «РЭСМБ» (1), «ЭСКМБ» (1)", string.Join(", ", ((string)finding.What.Args[0]!).Split(", ").OrderByDescending(p => p[^2]).ThenBy(p => p, StringComparer.Ordinal)));
        Assert.Equal([1, 2, 3, 4], finding.Ordinals);
    }

    [Fact]
    public void A_name_with_its_district_before_it_or_an_ending_behind_is_one_spelling() => Assert.Empty(Made.Findings(BodyChecks.SpelledSeveralWays,
        Made.Row(1, responsible: "РМА"), Made.Row(2, responsible: "Чоң-Алай РМА"), Made.Row(3, responsible: "РМАлар")));

    [Fact]
    public void An_abbreviation_is_not_met_in_an_ordinary_word() => Assert.Empty(Made.Findings(BodyChecks.SpelledSeveralWays,
        Made.Row(1, responsible: "Чоң-Алай айыл өкмөтү"), Made.Row(2, responsible: "Жекенди айыл өкмөтү")));

    [Fact]
    public void Letters_lost_in_a_bodys_name_make_another_spelling() => Assert.Single(Made.Findings(BodyChecks.SpelledSeveralWays,
        Made.Row(1, responsible: "Чоң-Алай айыл өкмөтү"), Made.Row(2, responsible: "Чон-Алай айыл өкмөтү")));
}
