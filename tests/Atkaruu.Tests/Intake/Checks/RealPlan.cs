using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

/// <summary>The plan of Chon-Alay as its true cells say it, understood and checked once for all tests.</summary>
internal static class RealPlan
{
    /// <summary>A day on which the deadlines of 2025 are over and those of 2026 are not.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Vocabulary Vocabulary = BundledPlan.ChonAlay.Vocabulary;

    public static readonly PlanDraft Draft = Understanding.Understand(Document(), Vocabulary);

    public static readonly IReadOnlyList<Finding> Findings = PlanChecks.Check(Draft, Vocabulary, Today);

    public static IReadOnlyList<Finding> Of(string code) => [.. Findings.Where(f => f.Code == code)];

    private static SourceDocument Document()
    {
        List<SourceRow> rows = [];
        var section = "";
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Truth", "cells.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells[2] != section) rows.Add(new SectionRow("", section = cells[2]));
            rows.Add(new MeasureRow(cells[0], new(cells[1]), new(cells[3]), new(cells[5]), new(cells[6]), new(cells[7]), new(cells[8])));
        }
        return new("cells.tsv", SourceFormat.Text,
            [
                "Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын № буйругуна №2 тиркеме",
                "2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш-чаралар планы",
            ], [], rows, ["Акимдин орун басары                 Б.Ж.Бакыбеков", "Аппарат жетекчи        З.Р.Шакиров"]);
    }
}
