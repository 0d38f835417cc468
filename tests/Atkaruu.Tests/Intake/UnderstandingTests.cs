using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake;

/// <summary>The real plan, from cells read by eye to their meaning, against the reviewed plan.</summary>
public class UnderstandingTests
{
    private static readonly PlanDraft Draft = Understanding.Understand(TrueTable.Document(), TrueTable.Vocabulary);

    private static readonly IReadOnlyList<(MeasureDraft Draft, MeasureInFile Truth)> Pairs =
        [.. Draft.Measures.Zip(PlanYaml.Read(File.ReadAllText(Path.Combine(VocabularyTests.Folder, "plan.yaml")), "plan.yaml").Rows().Select(r => r.Measure))];

    [Fact]
    public void All_eighty_measures_keep_their_words()
    {
        Assert.Equal(80, Draft.Measures.Count);
        Assert.Equal(
            TrueTable.Rows.Select(r => (r.Ordinal, r.Number, r.Section, r.Task, r.Title, r.Schedule, r.Result, r.Responsible)),
            Draft.Measures.Select(m => (m.Ordinal, m.Number ?? "", m.Section, m.Task, m.Title, m.Schedule.Text, m.ExpectedResult, m.Responsible.Text)));
        Assert.Equal(28, Draft.Measures.Count(m => m.Number is null));
    }

    [Fact]
    public void Every_deadline_is_the_reviewed_one() => Assert.Equal(Pairs.Select(p => p.Truth.Schedule), Pairs.Select(p => p.Draft.Schedule));

    [Fact]
    public void Every_lead_and_every_body_is_the_reviewed_one()
    {
        Assert.Equal(Pairs.Select(p => (p.Truth.Lead, string.Join(' ', p.Truth.Bodies))), Pairs.Select(p => (p.Draft.Responsible.Lead, string.Join(' ', p.Draft.Responsible.Bodies))));
        Assert.All(Draft.Measures, m => Assert.Empty(m.Responsible.Unknown));
    }

    [Fact]
    public void Every_place_is_the_reviewed_one_but_for_a_school_whose_village_the_words_do_not_name()
    {
        var different = Pairs.Where(p => !p.Draft.Places.SequenceEqual(p.Truth.Places.Select(Soate).Distinct())).Select(p => p.Draft.Ordinal);
        Assert.Equal([49], different);
        Assert.Equal(Pairs.SelectMany(p => p.Truth.Places.Where(c => !char.IsAsciiDigit(c[0]))), Draft.Measures.SelectMany(m => m.Sites));
    }

    [Fact]
    public void Every_sum_is_the_reviewed_one() => Assert.Equal(Pairs.SelectMany(p => p.Truth.Amounts), Draft.Measures.SelectMany(m => m.Amounts));

    [Theory]
    [InlineData(7, 10, "MW")]
    [InlineData(13, 98, "percent")]
    [InlineData(13, 95, "percent")]
    [InlineData(26, 1437, "ha")]
    [InlineData(27, 6790, "ha")]
    [InlineData(27, 2887, "ha")]
    [InlineData(28, 270, "km")]
    [InlineData(34, 25, "chains")]
    [InlineData(36, 15, "objects")]
    [InlineData(52, 180, "seats")]
    [InlineData(63, 1500, "people")]
    [InlineData(64, 800, "projects")]
    [InlineData(72, 5000, "seedlings")]
    public void A_figure_of_the_plan_is_found(int ordinal, int value, string unit) =>
        Assert.Contains(Draft.Measures[ordinal - 1].Quantities, q => q.Value == value && q.Unit == unit);

    [Fact]
    public void A_figure_named_in_measure_and_result_is_one_figure() => Assert.Single(Draft.Measures[27].Quantities);

    [Fact]
    public void Nothing_in_the_true_cells_is_doubtful() => Assert.All(Draft.Measures, m => Assert.Equal((1, 0), (m.Confidence, m.Notes.Count)));

    [Fact]
    public void Title_years_act_and_signatories_are_read()
    {
        var programme = Draft.Programme;
        Assert.Equal("2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш- чаралар планы", programme.Title);
        Assert.Equal((2025, 2030), (programme.FromYear, programme.ToYear));
        Assert.Equal(
            new ActDraft("Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын № буйругуна №2 тиркеме", "Чоң-Алай райондук мамлекеттик администрациясы", null, null, 2025, "№2"),
            programme.Act);
        Assert.Equal([new("Акимдин орун басары", "Б.Ж.Бакыбеков"), new("Аппарат жетекчи", "З.Р.Шакиров")], programme.Signatories);
    }

    [Fact]
    public void A_task_and_a_section_are_carried_down_until_the_next_is_printed()
    {
        var draft = Understand(
            new SectionRow("1", "4.1. Экономика"), new SectionRow("2", "4.1.1. Өнөр жай"), Row("Биринчи милдет", "а"), Row("", "б"),
            new SectionRow("5", "Социалдык өнүгүү"), Row("", "в"), Row("Экинчи милдет", "г"));
        Assert.Equal(["4.1.1. Өнөр жай", "4.1.1. Өнөр жай", "Социалдык өнүгүү", "Социалдык өнүгүү"], draft.Measures.Select(m => m.Section));
        Assert.Equal(["Биринчи милдет", "Биринчи милдет", "Биринчи милдет", "Экинчи милдет"], draft.Measures.Select(m => m.Task));
        Assert.Equal([true, false, false, true], draft.Measures.Select(m => m.TaskPrinted));
        Assert.Equal([0, 0, 1, 0], draft.Measures.Select(m => m.Notes.Count(n => n.Key == "intake.task-of-another-section")));
    }

    [Fact]
    public void A_row_with_a_task_alone_is_no_measure_and_an_empty_row_is_nothing()
    {
        var draft = Understand(Row("Милдет", ""), Row("", ""), Row("", "а"));
        Assert.Equal(("Милдет", 1), (Assert.Single(draft.Measures).Task, draft.Measures[0].Ordinal));
    }

    [Fact]
    public void Doubts_of_the_reader_and_of_the_words_are_told_and_lower_the_confidence()
    {
        var row = new MeasureRow("7", new("1"), new("Милдет"), new("Жол куруу", 0.6, new Message("intake.title-missing")), new("качандыр"), new("Жол курулду"), new("РМА, Белгисиз коом"));
        var measure = Understand(row).Measures[0];
        Assert.Equal(["intake.title-missing", "intake.schedule-unread", "intake.body-unknown"], measure.Notes.Select(n => n.Key));
        Assert.Equal(0.3, measure.Confidence);
        Assert.Equal("7", measure.Where);
    }

    [Fact]
    public void Further_columns_are_kept_by_heading_and_their_sums_understood()
    {
        var row = new MeasureRow("1", new("1"), new("Милдет"), new("Жол куруу"), new("2026-ж"), new(""), new("РМА"))
        {
            Further = new Dictionary<SourceColumn, SourceCell>
            {
                [new(ColumnRole.Funding, "Каржылоо булагы")] = new("РБ"),
                [new(ColumnRole.Amount, "Суммасы, млн сом")] = new("12,5"),
                [new(ColumnRole.Other, "Эскертүү")] = new(" "),
            },
        };
        var measure = Understand(row).Measures[0];
        Assert.Equal([new Amount(12_500_000, "KGS", "12,5")], measure.Amounts);
        Assert.Equal("РБ|12,5", string.Join('|', measure.Further.Values));
    }

    [Fact]
    public void More_rows_than_any_plan_has_are_refused() =>
        Assert.Equal("intake.too-many-measures", Assert.Throws<IntakeException>(() => Understand([.. Enumerable.Repeat(Row("", "а"), Limits.Measures + 1)])).Sentence.Key);

    private static string Soate(string code) => TrueTable.Vocabulary.Places.First(p => p.Code == code) is { Kind: PlaceKind.Site, Parent: { } parent } ? parent : code;

    private static MeasureRow Row(string task, string title) => new("", new(""), new(task), new(title), new(title.Length > 0 ? "2026-ж" : ""), new(""), new(title.Length > 0 ? "РМА" : ""));

    private static PlanDraft Understand(params SourceRow[] rows) => Understanding.Understand(new("plan.docx", SourceFormat.Word, [], [], rows, []), TrueTable.Vocabulary);
}
