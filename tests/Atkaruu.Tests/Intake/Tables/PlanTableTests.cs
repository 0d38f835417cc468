using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Tests.Intake.Tables;

public class PlanTableTests
{
    private static readonly string[] Head = ["№", "Милдеттер", "Чаралар", "Мөөнөтү", "Жыйынтыгы", "Жооптуу"];

    private static SourceDocument Read(params PrintedPiece[] pieces) => PlanTable.Read(new("plan", SourceFormat.Word, pieces));

    private static PrintedTable Table(params string[][] rows) => new([.. rows.Select((row, i) => Row(i, [.. row.Select((text, column) => Cell(column, column + 1, text))]))]);

    private static PrintedRow Row(int number, params PrintedCell[] cells) => new(new Message("intake.where.table", 1, number + 1), cells);

    private static PrintedCell Cell(int from, int to, string text, bool fromAbove = false) => new(from, to, text, fromAbove);

    [Fact]
    public void A_head_of_two_rows_is_one()
    {
        var read = Read(new PrintedTable(
        [
            Row(0, Cell(0, 1, "№"), Cell(1, 2, "Иш-чаралар"), Cell(2, 3, "Мөөнөтү"), Cell(3, 4, "Жооптуу"), Cell(4, 6, "Каржылоо")),
            Row(1, Cell(0, 1, "", true), Cell(1, 2, "", true), Cell(2, 3, "", true), Cell(3, 4, "", true), Cell(4, 5, "булагы"), Cell(5, 6, "суммасы")),
            Row(2, Cell(0, 1, "1"), Cell(1, 2, "Жол оңдоо"), Cell(2, 3, "2026-жыл"), Cell(3, 4, "РМА"), Cell(4, 5, "бюджет"), Cell(5, 6, "5,0")),
        ]));

        Assert.Equal(["Каржылоо булагы", "Каржылоо суммасы"], read.Columns.TakeLast(2).Select(c => c.Heading));
        Assert.Equal(["бюджет", "5,0"], read.MeasureRows.Single().Further.Values.Select(c => c.Text));
    }

    [Fact]
    public void What_is_merged_down_over_measures_holds_for_each_but_the_task_is_printed_once()
    {
        var rows = Read(new PrintedTable(
        [
            Table(Head).Rows[0],
            Row(1, Cell(0, 1, "1"), Cell(1, 2, "Жолдор"), Cell(2, 3, "Жол оңдоо"), Cell(3, 4, "2026-жыл"), Cell(4, 5, "Оңдолду"), Cell(5, 6, "РМА")),
            Row(2, Cell(0, 1, "2"), Cell(1, 2, "", true), Cell(2, 3, "Көпүрө куруу"), Cell(3, 4, "", true), Cell(4, 5, "Курулду"), Cell(5, 6, "", true)),
        ])).MeasureRows.ToList();

        Assert.Equal(["Жолдор", ""], rows.Select(r => r.Task.Text));
        Assert.Equal(["2026-жыл", "2026-жыл"], rows.Select(r => r.Schedule.Text));
        Assert.Equal(["РМА", "РМА"], rows.Select(r => r.Responsible.Text));
    }

    [Fact]
    public void A_measure_merged_down_over_its_results_is_one()
    {
        var row = Read(new PrintedTable(
        [
            Table(Head).Rows[0],
            Row(1, Cell(0, 1, "1"), Cell(1, 2, ""), Cell(2, 3, "Жол оңдоо"), Cell(3, 4, "2026-жыл"), Cell(4, 5, "5 км оңдолду"), Cell(5, 6, "РМА")),
            Row(2, Cell(0, 1, "", true), Cell(1, 2, ""), Cell(2, 3, "", true), Cell(3, 4, "", true), Cell(4, 5, "2 көпүрө курулду"), Cell(5, 6, "", true)),
        ])).MeasureRows.Single();

        Assert.Equal("5 км оңдолду 2 көпүрө курулду", row.Result.Text);
        Assert.Equal(1, row.Result.Confidence);
    }

    [Fact]
    public void A_measure_without_number_or_schedule_is_a_measure()
    {
        var rows = Read(Table(Head,
            ["1", "Жолдор", "Жол оңдоо", "2026-жыл", "Оңдолду", "РМА"],
            ["", "", "Көпүрө куруу", "", "Курулду", "РМА"],
            ["", "", "койдун жүнүн иштетүү", "2027-жыл", "иштетилди", "ЖӨБО"])).MeasureRows;

        Assert.Equal(["Жол оңдоо", "Көпүрө куруу", "койдун жүнүн иштетүү"], rows.Select(r => r.Title.Text));
    }

    [Fact]
    public void Words_that_go_on_in_a_row_of_their_own_are_joined_with_a_doubt()
    {
        var row = Read(Table(Head,
            ["1", "Жолдор", "Жол", "2026-жыл", "Жол", "РМА"],
            ["", "", "оңдоо", "", "оңдолду", ""])).MeasureRows.Single();

        Assert.Equal(("Жол оңдоо", "Жол оңдолду"), (row.Title.Text, row.Result.Text));
        Assert.Equal("intake.joined-rows", row.Title.Doubt?.Key);
        Assert.Equal(0.8, row.Title.Confidence);
    }

    [Fact]
    public void Two_headings_in_one_cell_are_two_sections()
    {
        var read = Read(new PrintedTable(
        [
            Table(Head).Rows[0],
            Row(1, Cell(0, 6, "4.1. Экономикалык\nөнүгүү\n4.1.1. Өнөр жайы")),
            Table(["1", "", "Цех куруу", "2026-жыл", "Курулду", "РМА"]).Rows[0],
        ]));
        Assert.Equal(["4.1. Экономикалык өнүгүү", "4.1.1. Өнөр жайы"], read.Rows.OfType<SectionRow>().Select(s => s.Title));
    }

    /// <summary>Also where the table has no column for tasks.</summary>
    [Fact]
    public void A_task_across_the_table_holds_for_the_measures_below()
    {
        var read = Read(new PrintedTable(
        [
            Row(0, Cell(0, 1, "№"), Cell(1, 2, "Задачи и мероприятия"), Cell(2, 3, "Срок"), Cell(3, 4, "Ответственные")),
            Row(1, Cell(0, 4, "Задача 1. Дороги")),
            Row(2, Cell(0, 1, "1"), Cell(1, 2, "Ремонт"), Cell(2, 3, "2026 г."), Cell(3, 4, "РГА")),
            Row(3, Cell(0, 1, "2"), Cell(1, 2, "Мост"), Cell(2, 3, "2027 г."), Cell(3, 4, "РГА")),
        ]));
        Assert.Equal(["Задача 1. Дороги", ""], read.MeasureRows.Select(r => r.Task.Text));
        Assert.Equal(["Ремонт", "Мост"], read.MeasureRows.Select(r => r.Title.Text));
    }

    [Fact]
    public void A_line_between_tables_names_a_section()
    {
        var read = Read(new PrintedLine("План"), Table(Head, ["1", "Жолдор", "Жол оңдоо", "2026-жыл", "Оңдолду", "РМА"]),
            new PrintedLine("Социалдык өнүгүү"), Table(["2", "Билим", "Мектеп куруу", "2027-жыл", "Курулду", "РМА"]), new PrintedLine("Аким А.Асанов"));

        Assert.Equal("Социалдык өнүгүү", read.Rows.OfType<SectionRow>().Single().Title);
        Assert.Equal(["План"], read.Preamble);
        Assert.Equal(["Аким А.Асанов"], read.Closing);
        Assert.Equal(2, read.MeasureRows.Count());
    }

    [Fact]
    public void Another_table_after_the_plan_is_not_the_plan()
    {
        var read = Read(Table(Head, ["1", "Жолдор", "Жол оңдоо", "2026-жыл", "Оңдолду", "РМА"]),
            Table(["Көрсөткүч", "Бирдиги", "База", "Максат"], ["Жолдор", "км", "12", "20"]));
        Assert.Single(read.MeasureRows);
        Assert.Equal("Жолдор км 12 20", read.Closing[^1]);
    }

    [Fact]
    public void Of_several_tables_the_one_that_knows_most_columns_is_the_plan()
    {
        var read = Read(Table(["№", "Иш-чара", "Мөөнөтү"], ["1", "Чогулуш", "жума"]), Table(Head, ["1", "Жолдор", "Жол оңдоо", "2026-жыл", "Оңдолду", "РМА"]));
        Assert.Equal("Жол оңдоо", Assert.Single(read.MeasureRows).Title.Text);
    }
}
