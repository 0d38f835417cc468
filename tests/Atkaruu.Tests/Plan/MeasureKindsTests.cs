using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Plan;

/// <summary>Each kind of measure has its own proof of completion; the bundled plan gives each what its kind needs.</summary>
public class MeasureKindsTests
{
    private static readonly IReadOnlyList<MeasureInFile> Measures = Truth.Measures;

    [Fact]
    public void All_five_kinds_are_there_and_works_are_the_most()
    {
        var kinds = Measures.CountBy(m => m.Kind).ToDictionary();

        Assert.Equal(Enum.GetValues<MeasureKind>(), kinds.Keys.Order());
        Assert.Equal((43, 6, 13, 14, 4), (kinds[MeasureKind.Works], kinds[MeasureKind.Recurring], kinds[MeasureKind.Quantity], kinds[MeasureKind.Action], kinds[MeasureKind.Continuous]));
    }

    [Fact]
    public void Continuous_are_those_whose_deadline_says_so() =>
        Assert.Equal(Measures.Where(m => m.Schedule.Text == "Туруктуу негизде"), Measures.Where(m => m.Kind == MeasureKind.Continuous));

    [Fact]
    public void Recurring_measures_owe_every_year_by_their_own_words()
    {
        Assert.All(Measures.Where(m => m.Schedule.Kind == ScheduleKind.EveryYear), m => Assert.Equal(MeasureKind.Recurring, m.Kind));
        Assert.All(Measures.Where(m => m.Kind == MeasureKind.Recurring), m =>
            Assert.Matches("(?i)жыл сайын|дайыма", string.Join(' ', m.Schedule.Text, m.Title.Ky, m.Result.Ky)));
    }

    [Fact]
    public void Yearly_figures_are_owed_in_every_year_of_the_programme()
    {
        var yearly = Measures.SelectMany(m => m.Indicators.Select(i => (m.Code, m.Kind, Indicator: i))).Where(x => x.Indicator.Targets.Count > 0).ToList();

        Assert.Equal(["CA-036", "CA-063", "CA-072"], yearly.Select(y => y.Code));
        Assert.All(yearly, y => Assert.Equal((MeasureKind.Recurring, "Yearly", null), (y.Kind, y.Indicator.Accumulation, y.Indicator.Target)));
        Assert.All(yearly, y => Assert.Equal(Enumerable.Range(2025, 6), y.Indicator.Targets.Keys));
        Assert.Equal([3m, 1500m, 5000m], yearly.Select(y => y.Indicator.Targets.Values.Distinct().Single()));
    }

    [Fact]
    public void A_quantity_has_a_number_to_reach() =>
        Assert.All(Measures.Where(m => m.Kind == MeasureKind.Quantity), m => Assert.Contains(m.Indicators, i => i.Target is > 0));

    [Fact]
    public void Actions_and_continuous_measures_have_no_figure_of_the_plan() =>
        Assert.All(Measures.Where(m => m.Kind is MeasureKind.Action or MeasureKind.Continuous), m => Assert.Empty(m.Indicators));

    [Fact]
    public void Figures_come_from_the_plan_and_the_baseline_stays_unknown()
    {
        foreach (var (measure, indicator) in from m in Measures from i in m.Indicators select (m, i))
        {
            Assert.Contains(indicator.Source, $"{measure.Title.Ky}\n{measure.Result.Ky}");
            Assert.Null(indicator.Baseline);
            Assert.Contains(indicator.Unit, Units.All);
            Assert.Equal(indicator.Targets.Count == 0, indicator.Target is not null);
            if (measure.Code is not ("CA-025" or "CA-036")) // one in each of the three municipalities: 3 is not printed
                Assert.Contains(Figure(indicator), Numbers(indicator.Source));
        }
    }

    [Theory]
    [InlineData(13, 98)] // 95 % in the result
    [InlineData(25, 3)] // five per region in the result
    [InlineData(36, 3)] // fifteen in all in the result
    public void Where_figures_disagree_the_measures_own_is_the_target_and_a_note_says_so(int ordinal, int target)
    {
        var measure = Measures[ordinal - 1];

        Assert.Equal(target, Figure(Assert.Single(measure.Indicators)));
        Assert.Contains("иш-чаранын өз саны", measure.Note);
    }

    [Theory]
    [InlineData("2025-ж", "2025-01-01", "2025-12-31")]
    [InlineData("2025–2030-жылдары", "2025-01-01", "2030-12-31")]
    [InlineData("2026-жылдын IV кварталы", "2026-10-01", "2026-12-31")]
    [InlineData("2026-", "2026-01-01", null)]
    [InlineData("Жыл сайын", null, null)]
    [InlineData("Туруктуу негизде", null, null)]
    [InlineData("", null, null)]
    public void A_schedule_means_what_its_words_say(string text, string? from, string? to)
    {
        var found = Measures.Where(m => m.Schedule.Text == text).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, m => Assert.Equal((Day(from), Day(to)), (m.Schedule.From, m.Schedule.To)));
    }

    [Fact]
    public void A_schedule_of_years_runs_from_the_first_printed_year_to_the_last()
    {
        foreach (var m in Measures.Where(m => m.Schedule.Kind is ScheduleKind.Year or ScheduleKind.Years))
        {
            var years = Regex.Matches(m.Schedule.Text, @"\d{4}").Select(y => int.Parse(y.Value, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(m.Schedule.Kind == ScheduleKind.Year ? 1 : 2, years.Count);
            Assert.Equal((new DateOnly(years[0], 1, 1), new DateOnly(years[^1], 12, 31)), (m.Schedule.From!.Value, m.Schedule.To!.Value));
        }
    }

    [Fact]
    public void The_parsers_of_words_read_the_same_deadlines_and_sums_as_the_reviewer()
    {
        Assert.Equal(Measures.Select(m => m.Schedule), Measures.Select(m => ScheduleParser.Parse(m.Schedule.Text, 2025, 2030)));
        Assert.Equal(Measures.SelectMany(m => m.Amounts), Measures.SelectMany(m => Sums.In(m.Title.Ky)));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Figure(IndicatorInFile indicator) => indicator.Target ?? indicator.Targets[2025];

    private static IEnumerable<decimal> Numbers(string words) => Regex.Matches(words, @"\d+").Select(n => decimal.Parse(n.Value, CultureInfo.InvariantCulture));
}
