using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>
/// The same thing promised in two rows: it will be reported, paid and counted twice. Schools with one result and two names
/// are two schools; only rows that nothing in their words tells apart are named.
/// </summary>
internal static class SameObjectCheck
{
    /// <summary>Figures below this meet by chance.</summary>
    private const decimal SmallestTelling = 100;

    public static IEnumerable<Finding> Twice(CheckedPlan plan) =>
        Pairs(plan).DistinctBy(pair => (pair.One.Ordinal, pair.Other.Ordinal)).Select(pair => Found.Of("same-object-twice", Severity.Warning,
            [pair.One.Ordinal, pair.Other.Ordinal],
            [pair.One.TitleCell().Quote(), pair.One.ResultCell().QuotePart(pair.Why), pair.Other.TitleCell().Quote(), pair.Other.ResultCell().QuotePart(pair.Why)],
            pair.One.Ordinal, pair.Other.Ordinal));

    private static IEnumerable<(MeasureDraft One, MeasureDraft Other, string Why)> Pairs(CheckedPlan plan) =>
        SameTitle(plan).Concat(plan.Tasks().Select(task => task.Where(m => IsNameless(plan, m)).ToList()).SelectMany(task => SameFigure(task).Concat(SameResult(task))));

    /// <summary>Two rows with the same words, up to endings and slips of the pen.</summary>
    private static IEnumerable<(MeasureDraft, MeasureDraft, string)> SameTitle(CheckedPlan plan) =>
        from same in plan.Measures.Where(m => m.Title.Length > 0).GroupBy(m => string.Join(' ', Kernel.Folding.Words(m.Title).Select(w => w.Text)))
        from pair in same.Zip(same.Skip(1))
        select (pair.First, pair.Second, "");

    /// <summary>Under one task, the same telling figure in two results, and no name to tell them apart: 1500 people here and 1500 there.</summary>
    private static IEnumerable<(MeasureDraft, MeasureDraft, string)> SameFigure(IReadOnlyList<MeasureDraft> nameless) =>
        from named in nameless.SelectMany(m => Figures.In(m.ResultCell()).Where(f => f.Value >= SmallestTelling && f.Kind != "percent").Select(f => (m, f.Value))).GroupBy(p => p.Value, p => p.m)
        from pair in named.DistinctBy(m => m.Ordinal).Zip(named.DistinctBy(m => m.Ordinal).Skip(1))
        where SameBodies(pair.First, pair.Second)
        select (pair.First, pair.Second, Found.Number(named.Key));

    /// <summary>Under one task, two rows that do the same (one verb), by the same bodies, for the same result, and name no place.</summary>
    private static IEnumerable<(MeasureDraft, MeasureDraft, string)> SameResult(IReadOnlyList<MeasureDraft> nameless) =>
        from same in nameless.Where(m => m.ExpectedResult.Length > 0).GroupBy(m => ResultChecks.Signature(m.ExpectedResult))
        where same.Count() == 2
        let pair = same.ToArray()
        where LastWord(pair[0]) == LastWord(pair[1]) && SameBodies(pair[0], pair[1])
        select (pair[0], pair[1], "");

    /// <summary>No single place, no proper name, no number of its own in the title.</summary>
    private static bool IsNameless(CheckedPlan plan, MeasureDraft measure) =>
        plan.IsWholeDistrict(measure) && !measure.Title.Any(char.IsAsciiDigit) && !measure.Title.Contains('“') && !measure.Title.Contains('«')
        && CheckedPlan.WordsOf(measure.TitleCell()).Skip(1).All(w => !w.IsCapitalised || w.IsAbbreviation);

    private static bool SameBodies(MeasureDraft one, MeasureDraft other) => one.Responsible.Bodies.ToHashSet().SetEquals(other.Responsible.Bodies);

    private static string LastWord(MeasureDraft measure) =>
        CheckedPlan.WordsOf(measure.TitleCell()).LastOrDefault() is { } last ? KnownWords.Administrative.Stem(last.Lower) : "";
}
