using System.Globalization;
using System.Text;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Plan;

/// <summary>One row of the signed table as it was read by eye.</summary>
/// <param name="TaskPrinted">The task where it is printed in this very row, else empty.</param>
/// <param name="Task">The task in force, carried down.</param>
public sealed record TrueRow(int Ordinal, string Number, string Section, string TaskPrinted, string Task, string Title, string Schedule, string Result, string Responsible);

/// <summary>What the tests hold the plan against: the cells read by eye, the text they were read from, the bundled file.</summary>
public static class Truth
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Truth");
    public static readonly string PlanPath = Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030", "plan.yaml");

    public static readonly string PlanText = File.ReadAllText(PlanPath);
    public static readonly PlanFile Plan = PlanYaml.Read(PlanText, "plan.yaml");
    public static readonly IReadOnlyList<MeasureInFile> Measures = [.. Plan.Rows().Select(row => row.Measure)];

    public static readonly IReadOnlyList<TrueRow> Rows =
    [
        .. from line in File.ReadLines(Path.Combine(Folder, "cells.tsv"), Encoding.UTF8).Skip(1)
           let cell = line.Split('\t')
           select new TrueRow(int.Parse(cell[0], CultureInfo.InvariantCulture), cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8]),
    ];

    /// <summary>The words of the table in the signed document, from its first heading to the signatures; see <see cref="WordsOf"/>.</summary>
    public static readonly IReadOnlyList<string> SourceWords = ReadSource();

    /// <summary>Words without blanks between them. A word ends after a hyphen too, because lines break there.</summary>
    public static IEnumerable<string> WordsOf(string text) =>
        text.Replace("-", "- ").Split([' ', '\n', '\f', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static List<string> ReadSource()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "chon-alay-2025-2030.txt"), Encoding.UTF8);
        var (from, to) = (text.IndexOf("4.1. Экономикалык", StringComparison.Ordinal), text.IndexOf("Акимдин орун басары", StringComparison.Ordinal));
        return [.. WordsOf(text[from..to])];
    }
}
