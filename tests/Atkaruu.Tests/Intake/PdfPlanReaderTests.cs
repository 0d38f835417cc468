using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Files;

namespace Atkaruu.Tests.Intake;

public class PdfPlanReaderTests
{
    private static readonly TableLook Merged = new() { MergeTasks = true };

    private static SourceDocument Read(PdfLook look) => PlanReader.Read(MakePdf.Plan(look), "plan.pdf");

    [Fact]
    public void The_real_plan_is_read_whole_by_its_stroked_lines() => WholePlan.AssertIs(Read(new()));

    [Fact]
    public void Lines_may_be_thin_rectangles() => WholePlan.AssertIs(Read(new() { Rulings = Rulings.Rectangles }));

    [Fact]
    public void Tasks_merged_over_their_measures_and_over_pages_are_read() => WholePlan.AssertIs(Read(new() { Table = Merged, SplitRows = true }));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Rows_go_on_on_the_next_page(bool repeatHead) =>
        WholePlan.AssertIs(Read(new() { SplitRows = true, Table = new() { RepeatHead = repeatHead } }));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_row_that_a_page_cuts_may_have_no_line_there(bool repeatHead) =>
        WholePlan.AssertIs(Read(new() { SplitRows = true, OpenPages = true, Table = new() { RepeatHead = repeatHead } }));

    [Fact]
    public void Words_placed_one_by_one_keep_their_blanks() => WholePlan.AssertIs(Read(new() { WordByWord = true }));

    [Fact]
    public void Columns_may_stand_in_any_order_under_russian_heads() => WholePlan.AssertIs(Read(new()
    {
        Table = new()
        {
            Russian = true,
            Columns = [ColumnRole.Number, ColumnRole.Title, ColumnRole.Responsible, ColumnRole.Schedule, ColumnRole.Task, ColumnRole.Funding, ColumnRole.Result],
        },
    }));

    [Theory]
    [InlineData(3, false), InlineData(3, true), InlineData(0, false), InlineData(0, true)]
    public void A_table_without_lines_is_told_by_its_alignment(double padding, bool splitRows) =>
        WholePlan.AssertIs(Read(new() { Rulings = Rulings.None, Padding = padding, SplitRows = splitRows }));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_table_without_lines_may_have_merged_tasks(bool wordByWord) =>
        WholePlan.AssertIs(Read(new() { Rulings = Rulings.None, Table = Merged, WordByWord = wordByWord, SplitRows = true }));
}
