using System.Globalization;

namespace Atkaruu.Tests.Plan;

/// <summary>The cells read by eye hold every word of the document and no other.</summary>
public class TruthTests
{
    [Fact]
    public void The_table_has_80_rows_in_two_parts()
    {
        Assert.Equal(Enumerable.Range(1, 80), Truth.Rows.Select(row => row.Ordinal));
        Assert.Equal([("4.1.1. Өнөр жайы", 42), ("Социалдык өнүгүү", 38)], Truth.Rows.CountBy(row => row.Section).Select(part => (part.Key, part.Value)));
    }

    [Fact]
    public void Numbers_are_as_printed_with_20_and_27_twice_and_no_41()
    {
        var numbers = Truth.Rows.Where(row => row.Number != "").Select(row => int.Parse(row.Number, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([.. Enumerable.Range(1, 20), .. Enumerable.Range(20, 8), .. Enumerable.Range(27, 14), .. Enumerable.Range(42, 10)], numbers);
        Assert.Equal(28, Truth.Rows.Count - numbers.Count);
    }

    [Fact]
    public void No_word_of_the_document_is_lost_and_none_is_added()
    {
        var cells = Truth.Rows.SelectMany(row => new[] { row.Number, row.TaskPrinted, row.Title, row.Schedule, row.Result, row.Responsible });
        string[] headings = ["4.1. Экономикалык өнүгүү", .. Truth.Rows.Select(row => row.Section).Distinct()];

        var told = headings.Concat(cells).SelectMany(Truth.WordsOf);

        Assert.Equal(Truth.SourceWords.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("task"), InlineData("title"), InlineData("schedule"), InlineData("result"), InlineData("responsible")]
    public void The_words_of_every_column_stand_in_the_order_of_the_document(string column)
    {
        var words = Truth.Rows.SelectMany(row => Truth.WordsOf(column switch
        {
            "task" => row.TaskPrinted,
            "title" => row.Title,
            "schedule" => row.Schedule,
            "result" => row.Result,
            _ => row.Responsible,
        }));

        using var source = Truth.SourceWords.GetEnumerator();
        foreach (var word in words) Assert.True(Found(word), $"«{word}» does not follow in the document");

        bool Found(string word)
        {
            while (source.MoveNext())
                if (source.Current == word) return true;
            return false;
        }
    }

    [Fact]
    public void A_task_is_carried_down_until_the_next_is_printed()
    {
        var inForce = "";
        foreach (var row in Truth.Rows)
        {
            inForce = row.TaskPrinted == "" ? inForce : row.TaskPrinted;
            Assert.Equal(inForce, row.Task);
        }
    }
}
