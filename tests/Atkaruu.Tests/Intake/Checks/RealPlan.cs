using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake.Checks;

/// <summary>The plan of Chon-Alay as its true cells say it, understood and checked once for all tests.</summary>
internal static class RealPlan
{
    /// <summary>A day on which the deadlines of 2025 are over and those of 2026 are not.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Vocabulary Vocabulary = Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030"));

    public static readonly PlanDraft Draft = Dev();

    private static PlanDraft Dev()
    {
        List<MeasureDraft> measures = [];
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Truth", "cells.tsv")).Skip(1))
        {
            var c = line.Split('\t');
            List<(int at, string code)> found = [];
            foreach (var b in Vocabulary.Bodies)
            {
                var at = b.Aliases.Select(a => (' ' + Folding.Fold(c[8]).Replace(',', ' ')).IndexOf(' ' + Folding.Fold(a), StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
                if (at >= 0) found.Add((at, b.Code));
            }
            if (found.Any(f => f.code.StartsWith("AO-", StringComparison.Ordinal)) && !c[8].Contains("ЖӨБО")) found.RemoveAll(f => f.code == "JOBO");
            var codes = found.OrderBy(f => f.at).Select(f => f.code).ToList();
            measures.Add(new()
            {
                Ordinal = int.Parse(c[0], System.Globalization.CultureInfo.InvariantCulture), Number = c[1] == "" ? null : c[1], Section = c[2], Task = c[4], TaskPrinted = c[3] != "", Title = c[5],
                Schedule = ScheduleParser.Parse(c[6], 2025, 2030), ExpectedResult = c[7], Responsible = new(c[8], codes.FirstOrDefault(), codes, []),
                Amounts = c[5].Contains("млн сом") ? [new(1, "KGS", System.Text.RegularExpressions.Regex.Match(c[5], @"[\d,]+ млн сом").Value)] : [],
                Places = [.. Vocabulary.Places.Where(p => p.Kind is Modules.Places.PlaceKind.Village or Modules.Places.PlaceKind.Municipality && c[5].Contains(p.Name.Ky.Split(' ')[0])).Select(p => p.Code)],
            });
        }
        var title = "2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш-чаралар планы";
        return new(new(title, 2025, 2030, new("Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын № буйругуна №2 тиркеме", null, null, null, 2025, "2"), []), measures, new("x", SourceFormat.Text, [], [], [], []));
    }
}
