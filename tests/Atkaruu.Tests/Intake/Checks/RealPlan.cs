using System.Globalization;
using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake.Checks;

/// <summary>The plan of Chon-Alay as its true cells say it, checked once for all tests.</summary>
internal static class RealPlan
{
    /// <summary>A day on which the deadlines of 2025 are over and those of 2026 are not.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Vocabulary Vocabulary = Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030"));

    private static readonly BodyNames Bodies = new(Vocabulary);
    private static readonly PlaceNames Places = new(Vocabulary);

    public static readonly PlanDraft Draft = new(
        new("2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш-чаралар планы", 2025, 2030,
            new("Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын № буйругуна №2 тиркеме", null, null, null, 2025, "2"), []),
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Truth", "cells.tsv")).Skip(1).Select(line => Measure(line.Split('\t')))],
        new("cells.tsv", SourceFormat.Text, [], [], [], []));

    private static MeasureDraft Measure(string[] cells) => new()
    {
        Ordinal = int.Parse(cells[0], CultureInfo.InvariantCulture), Number = cells[1].Length == 0 ? null : cells[1], Section = cells[2],
        TaskPrinted = cells[3].Length > 0, Task = cells[4], Title = cells[5], Schedule = ScheduleParser.Parse(cells[6], 2025, 2030),
        ExpectedResult = cells[7], Responsible = Bodies.Read(cells[8]), Amounts = [.. Sums.In(cells[5]), .. Sums.In(cells[7])],
        Places = Places.CodesIn(cells[5]),
    };
}
