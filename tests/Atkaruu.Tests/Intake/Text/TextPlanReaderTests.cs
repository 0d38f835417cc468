using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>The real plan's text layer, against its cells as a person read them.</summary>
public class TextPlanReaderTests
{
    private static readonly SourceDocument Read = TextPlanReader.Read(TrueCells.PlanText, "plan.txt");

    private static readonly IReadOnlyList<MeasureRow> Rows = [.. Read.MeasureRows];

    [Fact]
    public void All_80_measures_are_read_in_order()
    {
        Assert.Equal(80, Rows.Count);
        Assert.Equal(TrueCells.Rows.Select(row => row.Title), Rows.Select(row => row.Title.Text));
    }

    [Fact]
    public void Ninety_nine_cells_of_a_hundred_are_read_exactly()
    {
        var score = Score.Of(TrueCells.Rows, Read);

        Assert.Equal(480, score.All);
        Assert.True(score.Share >= 0.99, string.Join('\n', score.Wrong));
    }

    [Fact]
    public void Printed_numbers_are_kept_as_they_are()
    {
        string[] numbers = [.. Rows.Select(row => row.Number.Text)];

        Assert.Equal(28, numbers.Count(number => number == ""));
        Assert.Equal(2, numbers.Count(number => number == "20"));
        Assert.Equal(2, numbers.Count(number => number == "27"));
        Assert.DoesNotContain("41", numbers);
    }

    [Fact]
    public void Sections_stand_where_the_document_has_them()
    {
        Assert.Equal(["4.1. Экономикалык өнүгүү", "4.1.1. Өнөр жайы", "Социалдык өнүгүү"], Read.Rows.OfType<SectionRow>().Select(row => row.Title));
        Assert.Equal(TrueCells.Rows.Select(row => row.Section), Score.Rows(Read).Select(row => row.Section));
    }

    [Fact]
    public void The_six_headings_are_read_word_for_word() => Assert.Equal(
        [
            new(ColumnRole.Number, "№ п.п."), new(ColumnRole.Task, "милдеттер"), new(ColumnRole.Title, "Чаралар /аракеттер"), new(ColumnRole.Schedule, "Ишке ашыруу мөөнөтү"),
            new(ColumnRole.Result, "Күтүлүүчү жыйынтыктар"), new(ColumnRole.Responsible, "Жооптуу аткаруучулар"),
        ],
        Read.Columns);

    [Fact]
    public void Title_act_and_signatures_stay_outside_the_table()
    {
        Assert.Equal("Чоң-Алай райондук мамлекеттик", Read.Preamble[0]);
        Assert.Equal("боюнча иш- чаралар планы", Read.Preamble[^1]);
        Assert.Equal(2, Read.Closing.Count);
        Assert.StartsWith("Акимдин орун басары  ", Read.Closing[0], StringComparison.Ordinal);
        Assert.EndsWith("З.Р.Шакиров", Read.Closing[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_added()
    {
        var head = string.Concat(Read.Columns.Select(column => column.Heading));
        var table = string.Concat(Read.Rows.Select(row => row is SectionRow section ? section.Title : Words((MeasureRow)row)));
        var read = string.Concat(Read.Preamble) + head + table + string.Concat(Read.Closing);

        // Cells cut by a page come together again, so the letters stand in another order, but they are all there.
        Assert.Equal(Letters(TrueCells.PlanText), Letters(read));
    }

    [Fact]
    public void What_is_sure_and_what_was_guessed_is_told_apart()
    {
        var cells = Rows.SelectMany(Cells).ToList();

        Assert.All(cells, cell => Assert.InRange(cell.Confidence, 0, 1));
        Assert.All(cells.Where(cell => cell.Doubt is not null), cell => Assert.True(cell.Confidence < 0.8));
        Assert.InRange(cells.Count(cell => cell.Doubt is not null), 3, 20);

        var withoutDeadline = Rows.Single(row => row.Schedule.Text == "");
        Assert.Equal("9", withoutDeadline.Number.Text);
        Assert.Equal("intake.text.doubt.schedule-missing", withoutDeadline.Schedule.Doubt?.Key);
        Assert.Equal("intake.text.doubt.result-missing", Rows.Single(row => row.Result.Text == "").Result.Doubt?.Key);
    }

    [Fact]
    public void Every_doubt_can_be_said_in_three_languages() => Assert.All(
        Rows.SelectMany(Cells).Select(cell => cell.Doubt).OfType<Atkaruu.Kernel.Message>(),
        doubt => Assert.All(Atkaruu.Web.Texts.Languages, language => Assert.NotEqual("", Atkaruu.Web.Texts.All.Say(language, doubt))));

    [Fact]
    public void A_row_says_on_which_line_it_begins()
    {
        Assert.Equal("L40", Rows[0].Where);
        Assert.Equal("L1999", Rows[^1].Where);
    }

    [Fact]
    public void Bytes_and_letters_give_the_same_plan()
    {
        var bytes = File.ReadAllBytes(Path.Combine(TrueCells.Folder, "chon-alay-2025-2030.txt"));

        Assert.Equal(Score.Rows(Read), Score.Rows(TextPlanReader.Read(bytes, "plan.txt")));
    }

    /// <summary>Typists on Russian keyboards leave these letters out.</summary>
    [Fact]
    public void A_plan_typed_without_the_Kyrgyz_letters_is_read_as_well()
    {
        static string Typed(string text) => text.Replace('ң', 'н').Replace('ө', 'о').Replace('ү', 'у').Replace('Ң', 'Н').Replace('Ө', 'О').Replace('Ү', 'У');
        TrueRow[] truth = [.. TrueCells.Rows.Select(row => new TrueRow(row.Section, row.Number, Typed(row.Task), Typed(row.Title), Typed(row.Schedule), Typed(row.Result), Typed(row.Responsible)))];

        var score = Score.Of(truth, TextPlanReader.Read(Typed(TrueCells.PlanText), "plan.txt"));

        Assert.True(score.Share >= 0.97, string.Join('\n', score.Wrong));
    }

    [Fact]
    public void Line_ends_of_any_machine_are_line_ends() => Assert.Equal(
        Score.Rows(Read), Score.Rows(TextPlanReader.Read(TrueCells.PlanText.Replace("\n", "\r\n", StringComparison.Ordinal), "plan.txt")));

    private static SourceCell[] Cells(MeasureRow row) => [row.Number, row.Task, row.Title, row.Schedule, row.Result, row.Responsible];

    private static string Words(MeasureRow row) => string.Concat(Cells(row).Select(cell => cell.Text));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}
