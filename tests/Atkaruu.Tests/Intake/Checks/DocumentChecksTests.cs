using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

public class DocumentChecksTests
{
    [Fact]
    public void An_act_without_number_or_date_is_found()
    {
        var plan = Made.Plan(Made.Row(1));
        Assert.Empty(Made.Findings(DocumentChecks.ActBlank, plan));
        Assert.Equal("act-blank", Assert.Single(Made.Findings(DocumentChecks.ActBlank, With(plan.Programme.Act! with { Number = null }))).Code);
        Assert.Equal("act-blank", Assert.Single(Made.Findings(DocumentChecks.ActBlank, With(plan.Programme.Act! with { Date = null }))).Code);
        Assert.Equal("act-missing", Assert.Single(Made.Findings(DocumentChecks.ActBlank, With(null))).Code);

        Modules.Intake.PlanDraft With(Modules.Intake.ActDraft? act) => plan with { Programme = plan.Programme with { Act = act } };
    }

    [Fact]
    public void Years_of_the_title_without_any_measure_are_found()
    {
        Assert.Equal(["2025–2030", "2025–2026"], Assert.Single(Made.Findings(DocumentChecks.YearsDisagree, Made.Row(1))).What.Args);
        Assert.Empty(Made.Findings(DocumentChecks.YearsDisagree, Made.Row(1), Made.Row(2, schedule: "2027-2030-жылдар")));
    }

    [Fact]
    public void A_heading_without_a_number_among_numbered_ones_is_found()
    {
        Assert.Equal(1, Assert.Single(Made.Findings(DocumentChecks.Headings, Made.Row(1), Made.Row(2, section: "Социалдык өнүгүү"))).What.Args[2]);
        Assert.Empty(Made.Findings(DocumentChecks.Headings, Made.Row(1), Made.Row(2, section: "4.2. Социалдык өнүгүү")));
        Assert.Empty(Made.Findings(DocumentChecks.Headings, Made.Row(1, section: "Экономика"), Made.Row(2, section: "Социалдык өнүгүү")));
    }

    [Fact]
    public void Rows_without_a_task_and_rows_without_words_are_found()
    {
        Assert.Equal([2], Assert.Single(Made.Findings(DocumentChecks.TaskMissing, Made.Row(1), Made.Row(2, task: ""))).Ordinals);
        Assert.Equal([2], Assert.Single(Made.Findings(DocumentChecks.TitleMissing, Made.Row(1), Made.Row(2, title: ""))).Ordinals);
        Assert.Empty(Made.Findings(DocumentChecks.TaskMissing, Made.Row(1)));
        Assert.Empty(Made.Findings(DocumentChecks.TitleMissing, Made.Row(1)));
    }

    [Fact]
    public void Missing_money_is_told_of_once_with_the_sums_that_are_there()
    {
        var finding = Assert.Single(Made.Findings(DocumentChecks.NoMoney, Made.Row(1), Made.Row(2, title: "Цех куруу, баасы-32,0 млн сом"), Made.Row(3)));
        Assert.Empty(finding.Ordinals);
        Assert.Equal([2, 3, "32,0 млн сом", "2"], finding.What.Args);
        Assert.Equal(["32,0 млн сом"], finding.Marked());
    }

    [Fact]
    public void A_plan_with_no_sum_at_all_is_told_so() => Assert.Equal("no-money-at-all", Assert.Single(Made.Findings(DocumentChecks.NoMoney, Made.Row(1))).Code);

    [Fact]
    public void A_plan_with_a_sum_or_a_funding_column_in_each_row_lacks_nothing() => Assert.Empty(Made.Findings(DocumentChecks.NoMoney,
        Made.Row(1, title: "Цех куруу 32,0 млн сом"), Made.Row(2) with { Further = new Dictionary<string, string> { ["Каржылоо"] = "ЖБ 500 миң" } }));
}
