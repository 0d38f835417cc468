using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Files;

namespace Atkaruu.Tests.Intake;

public class ExcelPlanReaderTests
{
    private static readonly string[] Head = ["№", "Иш-чаралар", "Мөөнөтү", "Күтүлүүчү жыйынтык", "Жооптуу", "Суммасы"];

    private static SourceDocument Read(byte[] file) => PlanReader.Read(file, "plan.xlsx");

    [Fact]
    public void The_real_plan_is_read_whole_from_the_sheet_that_has_it() => WholePlan.AssertIs(Read(MakeXlsx.Plan(new())));

    [Fact]
    public void Merged_cells_down_and_across_are_understood() =>
        WholePlan.AssertIs(Read(MakeXlsx.Plan(new() { MergeTasks = true, NumbersAsNumbers = true, Numbering = true })));

    [Fact]
    public void Sections_need_not_be_merged() => WholePlan.AssertIs(Read(MakeXlsx.Plan(new() { MergeSections = false })));

    [Fact]
    public void Line_breaks_in_cells_are_undone() => WholePlan.AssertIs(Read(MakeXlsx.Plan(new() { Broken = true, NumbersAsNumbers = true })));

    [Fact]
    public void Heads_repeated_for_the_printer_are_dropped() =>
        WholePlan.AssertIs(Read(MakeXlsx.Plan(new() { NewTableEvery = 9, Numbering = true })));

    [Fact]
    public void Columns_may_stand_in_any_order_under_russian_heads()
    {
        ColumnRole[] columns =
            [ColumnRole.Task, ColumnRole.Number, ColumnRole.Title, ColumnRole.Result, ColumnRole.Funding, ColumnRole.Amount, ColumnRole.Schedule, ColumnRole.Responsible];
        var read = Read(MakeXlsx.Plan(new() { Columns = columns, Russian = true }));
        WholePlan.AssertIs(read);

        var row = read.MeasureRows.ElementAt(14);                         // the fifteenth has both a source and a sum
        Assert.Equal("Республикалык бюджет", row.Further[new(ColumnRole.Funding, "Источник финансирования")].Text);
        Assert.Equal("15,5 млн сом", row.Further[new(ColumnRole.Amount, "Сумма")].Text);
    }

    [Fact]
    public void Numbers_days_and_shares_read_as_they_look()
    {
        var row = Read(MakeXlsx.Of(Head, [1.0, "Жол оңдоо", new DateOnly(2026, 6, 1), new MakeXlsx.Percent(0.98), "РМА", 32.5])).MeasureRows.Single();

        Assert.Equal("1", row.Number.Text);
        Assert.Equal("01.06.2026", row.Schedule.Text);
        Assert.Equal("98%", row.Result.Text);
        Assert.Equal("32,5", row.Further.Values.Single().Text);
    }

    [Fact]
    public void A_formula_gives_its_saved_value_and_a_doubt_where_none_was_saved()
    {
        var row = Read(MakeXlsx.Of(Head, [1.0, new MakeXlsx.Formula("CONCATENATE(1)", "Жол оңдоо"), "2026-жыл", new MakeXlsx.Formula("A1", null), "РМА"])).MeasureRows.Single();

        Assert.Equal("Жол оңдоо", row.Title.Text);
        Assert.Equal("", row.Result.Text);
        Assert.Equal("intake.no-formula-value", row.Result.Doubt?.Key);
    }

    [Fact]
    public void Sums_below_the_table_and_remarks_beside_it_are_no_measures()
    {
        var read = Read(MakeXlsx.Of(Head,
            [1.0, "Жол оңдоо", "2026-жыл", "Жол оңдолду", "РМА", 5.0, null, null, "эскертүү: тактоо керек"],
            [2.0, "Мектеп куруу", "2027-жыл", "Мектеп ачылды", "РМА", 7.0],
            [null, "Жыйынтыгы", null, null, null, 12.0]));

        Assert.Equal(2, read.MeasureRows.Count());
        Assert.Equal(["Жыйынтыгы 12"], read.Closing);
    }
}
