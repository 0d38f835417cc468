using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>One row of the plan as a careful person read it. <see cref="Task"/> is empty where the row prints none.</summary>
public sealed record TrueRow(string Section, string Number, string Task, string Title, string Schedule, string Result, string Responsible);

/// <summary>The real plan: its text, and its cells as a person read them.</summary>
public static class TrueCells
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Truth");

    public static readonly string PlanText = File.ReadAllText(Path.Combine(Folder, "chon-alay-2025-2030.txt"));

    public static readonly IReadOnlyList<TrueRow> Rows =
    [
        .. File.ReadLines(Path.Combine(Folder, "cells.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new TrueRow(cells[2], cells[1], cells[3], cells[5], cells[6], cells[7], cells[8])),
    ];
}

/// <summary>How many cells of a table were read exactly as they were printed.</summary>
public sealed record Score(int Right, int All, IReadOnlyList<string> Wrong)
{
    public double Share => All == 0 ? 1 : (double)Right / All;

    /// <summary>
    /// Lays the two lists of rows side by side so that most cells agree, and counts: number, task in force, title,
    /// schedule, result and responsible of each row. A row too many counts as six wrong cells.
    /// </summary>
    public static Score Of(IReadOnlyList<TrueRow> truth, SourceDocument read)
    {
        var (want, got) = (InForce(truth), InForce(Rows(read)));
        var right = new int[want.Count + 1, got.Count + 1];
        for (var i = want.Count - 1; i >= 0; i--)
            for (var j = got.Count - 1; j >= 0; j--)
                right[i, j] = Math.Max(right[i + 1, j + 1] + Agreeing(want[i], got[j]), Math.Max(right[i + 1, j], right[i, j + 1]));
        return new(right[0, 0], Math.Max(want.Count, got.Count) * 6, Differences(want, got, right));
    }

    private static List<string> Differences(List<string[]> want, List<string[]> got, int[,] right)
    {
        var wrong = new List<string>();
        for (var (i, j) = (0, 0); i < want.Count || j < got.Count;)
        {
            if (i < want.Count && j < got.Count && right[i, j] == right[i + 1, j + 1] + Agreeing(want[i], got[j]))
            {
                for (var cell = 0; cell < 6; cell++)
                    if (want[i][cell] != got[j][cell]) wrong.Add($"row {i + 1}: «{want[i][cell]}» was read «{got[j][cell]}»");
                (i, j) = (i + 1, j + 1);
            }
            else if (i < want.Count && (j == got.Count || right[i, j] == right[i + 1, j])) wrong.Add($"row {i + 1} was not read: «{want[i++][2]}»");
            else wrong.Add($"not in the plan: «{string.Join(" | ", got[j++])}»");
        }
        return wrong;
    }

    private static int Agreeing(string[] want, string[] got) => want.Zip(got).Count(pair => pair.First == pair.Second);

    public static IReadOnlyList<TrueRow> Rows(SourceDocument read)
    {
        var section = "";
        var rows = new List<TrueRow>();
        foreach (var row in read.Rows)
            if (row is SectionRow heading) section = heading.Title;
            else if (row is MeasureRow measure)
                rows.Add(new(section, measure.Number.Text, measure.Task.Text, measure.Title.Text, measure.Schedule.Text, measure.Result.Text, measure.Responsible.Text));
        return rows;
    }

    private static List<string[]> InForce(IReadOnlyList<TrueRow> rows)
    {
        var task = "";
        var all = new List<string[]>();
        foreach (var row in rows)
        {
            if (row.Task != "") task = row.Task;
            all.Add([row.Number, task, row.Title, row.Schedule, row.Result, row.Responsible]);
        }
        return all;
    }
}
