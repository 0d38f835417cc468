using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>
/// The reader on plans it has never seen: other widths, pages, orders of rows and columns, other districts, another
/// language. Seeds are fixed; the numbers asked for lie a little below what is reached.
/// </summary>
public class VariantTests
{
    private const int Plans = 16;

    [Theory]
    [InlineData("real", false, 0.98)]
    [InlineData("real", true, 0.97)]
    [InlineData("kyrgyz", false, 0.97)]
    [InlineData("kyrgyz", true, 0.96)]
    [InlineData("russian", false, 0.95)]
    [InlineData("russian", true, 0.93)]
    public void Cells_are_read_from_other_plans_too(string plan, bool anyOrder, double least)
    {
        var scores = Enumerable.Range(1, Plans).Select(seed =>
        {
            var (text, rows) = Variants.Of(Plan(plan), seed, anyOrder);
            return Score.Of(rows, TextPlanReader.Read(text, "plan.txt"));
        }).ToList();

        Assert.True(scores.Average(score => score.Share) >= least, $"{scores.Average(score => score.Share):P1}\n{string.Join('\n', scores.SelectMany(score => score.Wrong))}");
    }

    [Fact]
    public void Confident_cells_are_right_and_doubtful_ones_are_more_often_wrong()
    {
        var cells = new List<(bool Doubtful, bool Right)>();
        for (var seed = 1; seed <= Plans; seed++)
        {
            var (text, rows) = Variants.Of(InventedPlans.Russian, seed);
            MeasureRow[] read = [.. TextPlanReader.Read(text, "plan.txt").MeasureRows];
            if (read.Length != rows.Count) continue;
            cells.AddRange(rows.Zip(read).SelectMany(pair => Compared(pair.First, pair.Second)));
        }
        double WrongOf(bool doubtful) => cells.Where(cell => cell.Doubtful == doubtful).Average(cell => cell.Right ? 0.0 : 1.0);

        Assert.InRange(WrongOf(doubtful: false), 0, 0.03);
        Assert.True(WrongOf(doubtful: true) > 4 * WrongOf(doubtful: false));
    }

    [Fact]
    public void Words_about_money_are_kept_under_their_heading()
    {
        var plan = Enumerable.Range(1, 60).Select(seed => TextPlanReader.Read(Variants.Of(InventedPlans.Russian, seed, anyOrder: true).Text, "plan.txt"))
            .First(read => read.Columns.Any(column => column.Role == ColumnRole.Funding));

        var funding = plan.MeasureRows.SelectMany(row => row.Further).ToList();

        Assert.All(funding, cell => Assert.Equal(ColumnRole.Funding, cell.Key.Role));
        Assert.Contains(funding, cell => cell.Value.Text == "Республикалык бюджет");
    }

    private static IEnumerable<(bool Doubtful, bool Right)> Compared(TrueRow want, MeasureRow got) =>
        from pair in new[] { (want.Number, got.Number), (want.Task, got.Task), (want.Title, got.Title), (want.Schedule, got.Schedule), (want.Result, got.Result), (want.Responsible, got.Responsible) }
        select (pair.Item2.Confidence < 0.8, pair.Item1 == pair.Item2.Text);

    private static IReadOnlyList<TrueRow> Plan(string name) => name switch
    {
        "real" => TrueCells.Rows,
        "kyrgyz" => InventedPlans.Kyrgyz,
        _ => InventedPlans.Russian,
    };
}
