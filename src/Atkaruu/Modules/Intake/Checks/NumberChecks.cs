using System.Globalization;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Printed numbers: people speak of measures by them, so they ought to be there, once and in a row.</summary>
internal static class NumberChecks
{
    private const int MaxGapsNamed = 12;

    public static IEnumerable<Finding> Missing(CheckedPlan plan)
    {
        int[] without = [.. plan.Measures.Where(m => string.IsNullOrWhiteSpace(m.Number)).Select(m => m.Ordinal)];
        if (without.Length == 0) yield break;
        yield return Found.Of("number-missing", Severity.Note, without, [], without.Length, plan.Measures.Count, Found.Rows(without)).InRows(_ => []);
    }

    public static IEnumerable<Finding> Repeated(CheckedPlan plan) =>
        from numbering in Numberings(plan)
        from same in numbering.GroupBy(m => m.Number!.Trim())
        where same.Count() > 1
        select Found.Of("number-repeated", Severity.Error, same.Select(m => m.Ordinal),
            same.SelectMany(m => new[] { new Cell(m.Ordinal, Field.Number, m.Number!).QuotePart(m.Number!), m.TitleCell().Quote() }),
            same.Key, Found.Rows(same.Select(m => m.Ordinal)), same.Count());

    public static IEnumerable<Finding> Gaps(CheckedPlan plan)
    {
        foreach (var numbering in Numberings(plan))
        {
            int[] numbers = [.. numbering.Select(Whole).OfType<int>().Where(n => n <= Kernel.Limits.Measures).Distinct().Order()];
            if (numbers.Length < 2) continue;
            int[] missing = [.. Enumerable.Range(numbers[0], numbers[^1] - numbers[0] + 1).Except(numbers)];
            // Where most numbers are missing, the numbering goes by some other rule than counting.
            if (missing.Length == 0 || missing.Length > numbers.Length) continue;

            var around = numbering.Where(m => Whole(m) is { } n && missing.Take(MaxGapsNamed).Any(gap => n == gap - 1 || n == gap + 1)).ToList();
            yield return Found.Of("number-gap", Severity.Note, around.Select(m => m.Ordinal),
                around.Select(m => new Cell(m.Ordinal, Field.Number, m.Number!).Quote()),
                string.Join(", ", missing.Take(MaxGapsNamed)) + (missing.Length > MaxGapsNamed ? " …" : ""), missing.Length);
        }
    }

    /// <summary>Numbered measures; a section that begins again with 1 has a numbering of its own.</summary>
    private static IEnumerable<IReadOnlyList<MeasureDraft>> Numberings(CheckedPlan plan)
    {
        List<MeasureDraft> numbering = [];
        foreach (var measure in plan.Measures.Where(m => !string.IsNullOrWhiteSpace(m.Number)))
        {
            if (numbering.Count > 0 && Whole(measure) == 1 && numbering[^1].Section != measure.Section)
            {
                yield return numbering;
                numbering = [];
            }
            numbering.Add(measure);
        }
        yield return numbering;
    }

    private static int? Whole(MeasureDraft measure) =>
        int.TryParse(measure.Number?.Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
