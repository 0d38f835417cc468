using System.Text;
using System.Text.Json;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Text;
using CsCheck;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>Broken, hostile and strange texts: one clear sentence, or a plan; never anything else.</summary>
public class HostileTextTests
{
    private static readonly string Head = TrueCells.PlanText[..TrueCells.PlanText.IndexOf("4.1. ", StringComparison.Ordinal)];

    /// <summary>The head and some thirty rows: enough to break, quick to read.</summary>
    private static readonly string Part = TrueCells.PlanText[..TrueCells.PlanText.IndexOf("33 Чон-Алай", StringComparison.Ordinal)];

    [Theory]
    [InlineData("Бул жерде таблица жок.\n\nЖөн гана кат.\n")]
    [InlineData("№\n")]
    [InlineData("Иш-чаралар планы\n2025-2030-жылдар\nРМА\n")]
    public void A_text_without_a_table_is_refused(string text) => Assert.Equal("intake.no-table", Refusal(text));

    [Fact]
    public void A_head_without_rows_is_no_table() => Assert.Equal("intake.no-table", Refusal(Head));

    [Fact]
    public void A_truncated_plan_gives_the_rows_that_are_there()
    {
        var rows = Score.Rows(TextPlanReader.Read(TrueCells.PlanText[..(TrueCells.PlanText.Length / 2)], "plan.txt"));

        Assert.InRange(rows.Count, 35, 45);
        Assert.Equal(TrueCells.Rows.Take(rows.Count - 2), rows.Take(rows.Count - 2));
    }

    [Fact]
    public void A_million_lines_are_refused() => Assert.Equal("intake.text.too-many-lines", Refusal(Head + string.Concat(Enumerable.Repeat("а\n", 1_000_000))));

    [Fact]
    public void A_line_without_end_is_refused_by_its_number()
    {
        var refusal = Assert.Throws<IntakeException>(() => TextPlanReader.Read(Head + new string('а', 1_000_000), "plan.txt"));

        Assert.Equal("intake.text.long-line", refusal.Sentence.Key);
        Assert.StartsWith("L", refusal.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_larger_than_a_plan_is_refused() => Assert.Equal("intake.text.too-large", Refusal(new string('а', PlainText.MaxBytes + 1)));

    [Fact]
    public void Signs_no_text_has_are_refused() => Assert.Equal("intake.text.not-text", Refusal("План\0\0мероприятий"));

    /// <summary>Ten times the rows may take ten times the work, not a hundred: counted, not timed.</summary>
    [Fact]
    public void Work_grows_with_the_text_and_not_faster()
    {
        var rows = TrueCells.PlanText[Head.Length..TrueCells.PlanText.IndexOf("       Акимдин", StringComparison.Ordinal)];
        long Work(int times)
        {
            var text = Head + string.Concat(Enumerable.Repeat(rows, times));
            var before = GC.GetAllocatedBytesForCurrentThread();
            TextPlanReader.Read(text, "plan.txt");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Work(1);

        Assert.InRange(Work(10), 0, 14 * Work(1));
    }

    /// <summary>Shapes that lure a search: nothing but deadlines, numbers, capitals, brackets, hyphens, blanks.</summary>
    [Theory]
    [InlineData("2025-2030-жылдар\n")]
    [InlineData("1 \n")]
    [InlineData("2025 2025 2025 2025 2025 2025 2025\n")]
    [InlineData("РМА, ЖӨБО\n\n\n\n")]
    [InlineData("((((((((((“““““““\n")]
    [InlineData("гггггггггггггггггггггггггггггггггггггг!\n")]
    [InlineData("а-\n")]
    [InlineData(" \n \n\n\n,\n")]
    [InlineData("Жыл сайын жыл сайын жыл\n")]
    [InlineData("- - - -\n")]
    public void Luring_shapes_come_to_an_end(string line)
    {
        try
        {
            var read = TextPlanReader.Read(Head + string.Concat(Enumerable.Repeat(line, 3_000)), "plan.txt");
            Assert.NotEmpty(read.Rows);
        }
        catch (IntakeException refusal)
        {
            Assert.StartsWith("intake.", refusal.Sentence.Key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Figures_of_other_alphabets_are_words_and_no_numbers()
    {
        var read = TextPlanReader.Read(TrueCells.PlanText.Replace("6790 гектар", "679० гектар", StringComparison.Ordinal), "plan.txt");

        Assert.Contains(read.MeasureRows, row => row.Result.Text.StartsWith("679० гектар жаны сугат", StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_letters_give_a_plan_or_a_sentence() =>
        Damages(Part.Length).Sample(damages => PlanOrSentence(() => TextPlanReader.Read(WithStrangers(Damaged([.. Part], damages), damages), "plan.txt")), iter: 200, threads: 1);

    [Fact]
    public void Damaged_bytes_give_a_plan_or_a_sentence()
    {
        var bytes = Encoding.UTF8.GetBytes(Part);
        Damages(bytes.Length).Sample(damages => PlanOrSentence(() => TextPlanReader.Read(Damaged([.. bytes], damages), "plan.txt")), iter: 200, threads: 1);
    }

    [Fact]
    public void Chance_bytes_give_a_sentence() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => Assert.Throws<IntakeException>(() => TextPlanReader.Read(bytes, "plan.txt")), iter: 300, threads: 1);

    private enum Damage { Delete, Double, Swap, Replace, CutOff }

    private static Gen<List<(Damage Kind, int At, int Other, int Length)>> Damages(int length) =>
        Gen.Select(Gen.Enum<Damage>(), Gen.Int[0, length - 1], Gen.Int[0, length - 1], Gen.Int[1, 300]).List[1, 8];

    private static T[] Damaged<T>(List<T> signs, List<(Damage Kind, int At, int Other, int Length)> damages)
    {
        foreach (var (kind, at, other, length) in damages)
        {
            if (signs.Count < 2) break;
            var (from, to) = (at % signs.Count, other % signs.Count);
            var count = Math.Min(length, signs.Count - from);
            if (kind == Damage.Delete) signs.RemoveRange(from, count);
            else if (kind == Damage.Double) signs.InsertRange(from, signs.GetRange(from, count));
            else if (kind == Damage.Swap) (signs[from], signs[to]) = (signs[to], signs[from]);
            else if (kind == Damage.Replace) signs[from] = signs[to];
            else if (length == 1) signs.RemoveRange(from, signs.Count - from);
        }
        return [.. signs];
    }

    /// <summary>Letters and figures of other alphabets, and signs that are none, in some places.</summary>
    private static string WithStrangers(char[] signs, List<(Damage Kind, int At, int Other, int Length)> damages)
    {
        foreach (var (kind, at, other, length) in damages)
            if (length % 3 == 0) signs[at % signs.Length] = (char)(1 + (other * 7 + (int)kind) % 0x2FFF);
        return new(signs);
    }

    /// <summary>Twice the same, or twice the same refusal.</summary>
    private static void PlanOrSentence(Func<SourceDocument> read)
    {
        string Said()
        {
            try
            {
                return JsonSerializer.Serialize(Score.Rows(read()));
            }
            catch (IntakeException refusal)
            {
                return refusal.Sentence.Key;
            }
        }
        Assert.Equal(Said(), Said());
    }

    private static string Refusal(string text) => Assert.Throws<IntakeException>(() => TextPlanReader.Read(text, "plan.txt")).Sentence.Key;
}
