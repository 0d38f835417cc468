using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>One measure of the real plan as a person read it, cell by cell.</summary>
internal sealed record TrueRow(int Ordinal, string Number, string Section, string Task, string Title, string Schedule, string Result, string Responsible)
{
    public string Of(ColumnRole role) => role switch
    {
        ColumnRole.Number => Number,
        ColumnRole.Task => Task,
        ColumnRole.Title => Title,
        ColumnRole.Schedule => Schedule,
        ColumnRole.Result => Result,
        ColumnRole.Responsible => Responsible,
        ColumnRole.Funding => Ordinal % 3 == 0 ? "Республикалык бюджет" : "",
        ColumnRole.Amount => Ordinal % 5 == 0 ? $"{Ordinal},5 млн сом" : "",
        _ => "",
    };
}

/// <summary>The plan of Chon-Alay, the truth that every reader is held against.</summary>
internal static class WholePlan
{
    public static readonly IReadOnlyList<TrueRow> Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Truth", "cells.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(c => new TrueRow(int.Parse(c[0], System.Globalization.CultureInfo.InvariantCulture), c[1], c[2], c[3], c[5], c[6], c[7], c[8])),
    ];

    public static readonly string[] Above =
    [
        "Чоң-Алай райондук мамлекеттик администрациясынын", "2025-жылдын № буйругуна №2 тиркеме",
        "2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш-чаралар планы",
    ];

    public static readonly (string Post, string Name)[] Signers =
        [("Акимдин орун басары", "Б.Ж.Бакыбеков"), ("Аппарат жетекчи", "З.Р.Шакиров")];

    /// <summary>The headings of sections that stand above a measure; two above the first.</summary>
    public static IReadOnlyList<string> SectionsBefore(TrueRow row) => row.Ordinal == 1
        ? ["4.1. Экономикалык өнүгүү", row.Section]
        : Rows[row.Ordinal - 2].Section == row.Section ? [] : [row.Section];

    /// <summary>Every cell, every section, every line above and below: all as on paper.</summary>
    public static void AssertIs(SourceDocument read, bool withTasks = true)
    {
        var section = "";
        List<(string Section, MeasureRow Row)> measures = [];
        foreach (var row in read.Rows)
            if (row is SectionRow heading) section = heading.Title;
            else measures.Add((section, (MeasureRow)row));

        List<string> wrong = [];
        foreach (var (truth, found) in Rows.Zip(measures))
        {
            Compare(truth, "section", truth.Section, found.Section);
            Compare(truth, "number", truth.Number, found.Row.Number.Text);
            if (withTasks) Compare(truth, "task", truth.Task, found.Row.Task.Text);
            Compare(truth, "title", truth.Title, found.Row.Title.Text);
            Compare(truth, "schedule", truth.Schedule, found.Row.Schedule.Text);
            Compare(truth, "result", truth.Result, found.Row.Result.Text);
            Compare(truth, "responsible", truth.Responsible, found.Row.Responsible.Text);
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong cells:\n" + string.Join('\n', wrong.Take(20)));
        Assert.Equal(Rows.Count, measures.Count);
        Assert.Equal(["4.1. Экономикалык өнүгүү", "4.1.1. Өнөр жайы", "Социалдык өнүгүү"], read.Rows.OfType<SectionRow>().Select(s => s.Title));
        Assert.Equal(string.Join(' ', Above), string.Join(' ', read.Preamble));
        Assert.Equal(Signers.Select(s => $"{s.Post} {s.Name}"), read.Closing);

        void Compare(TrueRow row, string cell, string expected, string found)
        {
            if (expected != found) wrong.Add($"{row.Ordinal} {cell}:\n  true:  {expected}\n  found: {found}");
        }
    }
}
