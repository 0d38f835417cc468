using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake;

/// <summary>The cells of the real plan, read by eye, as any reader should give them.</summary>
internal static class TrueTable
{
    public static readonly Vocabulary Vocabulary = Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030"));

    public static readonly IReadOnlyList<TrueRow> Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Truth", "cells.tsv")).Skip(1).Select(line => line.Split('\t')).Select(c => new TrueRow(int.Parse(c[0], System.Globalization.CultureInfo.InvariantCulture), c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]))];

    public static SourceDocument Document()
    {
        List<SourceRow> rows = [new SectionRow("1", "4.1. Экономикалык өнүгүү")];
        var section = "";
        foreach (var row in Rows)
        {
            if (row.Section != section) rows.Add(new SectionRow($"{row.Ordinal}", section = row.Section));
            rows.Add(new MeasureRow($"{row.Ordinal}", new(row.Number), new(row.TaskPrinted), new(row.Title), new(row.Schedule), new(row.Result), new(row.Responsible)));
        }
        return new("plan.txt", SourceFormat.Text, Preamble, Columns, rows, Closing);
    }

    public static readonly string[] Preamble =
    [
        "Чоң-Алай райондук мамлекеттик ", "администрациясынын ", "2025-жылдын  ", "№ буйругуна №2 тиркеме ", " ",
        "2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу ", "боюнча иш- чаралар планы ",
    ];

    public static readonly string[] Closing = ["       Акимдин орун басары                 Б.Ж.Бакыбеков ", "", "       Аппарат жетекчи        З.Р.Шакиров "];

    private static readonly SourceColumn[] Columns =
    [
        new(ColumnRole.Number, "№ п.п."), new(ColumnRole.Task, "милдеттер"), new(ColumnRole.Title, "Чаралар /аракеттер"),
        new(ColumnRole.Schedule, "Ишке ашыруу мөөнөтү"), new(ColumnRole.Result, "Күтүлүүчү жыйынтыктар"), new(ColumnRole.Responsible, "Жооптуу аткаруучулар"),
    ];
}

internal sealed record TrueRow(int Ordinal, string Number, string Section, string TaskPrinted, string Task, string Title, string Schedule, string Result, string Responsible);
