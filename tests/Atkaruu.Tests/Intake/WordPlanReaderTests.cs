using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Files;

namespace Atkaruu.Tests.Intake;

public class WordPlanReaderTests
{
    private static SourceDocument Read(byte[] file) => PlanReader.Read(file, "plan.docx");

    [Fact]
    public void The_real_plan_is_read_whole() => WholePlan.AssertIs(Read(MakeDocx.Plan(new())));

    [Fact]
    public void A_task_merged_over_its_measures_stands_in_the_first_only() => WholePlan.AssertIs(Read(MakeDocx.Plan(new() { MergeTasks = true })));

    [Fact]
    public void A_section_may_stand_in_the_first_cell() => WholePlan.AssertIs(Read(MakeDocx.Plan(new() { MergeSections = false })));

    [Fact]
    public void Split_runs_and_paragraphs_are_put_together() => WholePlan.AssertIs(Read(MakeDocx.Plan(new() { Broken = true, MergeTasks = true })));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Tables_that_go_on_are_one(bool repeatHead) =>
        WholePlan.AssertIs(Read(MakeDocx.Plan(new() { NewTableEvery = 7, RepeatHead = repeatHead, Numbering = true })));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_row_cut_by_a_page_is_one(bool repeatHead) =>
        WholePlan.AssertIs(Read(MakeDocx.Plan(new() { NewTableEvery = 5, RepeatHead = repeatHead, SplitRows = true })));

    [Fact]
    public void Columns_may_stand_in_any_order_under_russian_heads()
    {
        ColumnRole[] columns =
            [ColumnRole.Number, ColumnRole.Title, ColumnRole.Responsible, ColumnRole.Schedule, ColumnRole.Task, ColumnRole.Funding, ColumnRole.Result, ColumnRole.Amount, ColumnRole.Other];
        var read = Read(MakeDocx.Plan(new() { Columns = columns, Russian = true, MergeTasks = true, Numbering = true }));
        WholePlan.AssertIs(read);
        Assert.Equal(columns, read.Columns.Select(c => c.Role));
    }
}
