using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>The paper as a whole: its act, its years, its headings, its money.</summary>
internal static partial class DocumentChecks
{
    /// <summary>A plan is in force by its act, and an act is named by its number and date.</summary>
    public static IEnumerable<Finding> ActBlank(CheckedPlan plan)
    {
        var act = plan.Draft.Programme.Act;
        if (act is { Number.Length: > 0, Date: not null }) yield break;
        var quotes = act is { Text.Length: > 0 } ? [new Cell(0, Field.Title, act.Text).Quote()] : Array.Empty<Quote>();
        yield return Found.Of(act is null ? "act-missing" : "act-blank", Severity.Warning, [], quotes, act?.Text ?? "");
    }

    public static IEnumerable<Finding> YearsDisagree(CheckedPlan plan)
    {
        if (plan.Draft.Programme is not { FromYear: { } first, ToYear: { } last } || plan.Measures.Count == 0) yield break;
        var (from, to) = (plan.Measures.Min(m => m.Schedule.From?.Year), plan.Measures.Max(m => m.Schedule.To?.Year));
        // A year without a single measure at either end: the title and the table speak of different programmes.
        if (from is null || to is null || (from <= first && to >= last)) yield break;
        yield return Found.Of("title-years-disagree", Severity.Warning, [], [new Cell(0, Field.Title, plan.Draft.Programme.Title).QuotePart($"{first}")],
            $"{first}–{last}", $"{from}–{to}");
    }

    /// <summary>«4.1.1.» with no «4.1.2.» after it, or a heading without a number among numbered ones: measures of other fields stand under it.</summary>
    public static IEnumerable<Finding> Headings(CheckedPlan plan)
    {
        string[] sections = [.. plan.Measures.Select(m => m.Section).Where(s => s.Length > 0).Distinct()];
        string[] numbered = [.. sections.Where(s => SectionNumber().IsMatch(s))];
        string[] bare = [.. sections.Except(numbered)];
        if (numbered.Length == 0 || bare.Length == 0) yield break;
        var count = plan.Measures.Count(m => numbered.Contains(m.Section));
        yield return Found.Of("heading-missing", Severity.Note, [], [], Found.Words(numbered), Found.Words(bare), count);
    }

    public static IEnumerable<Finding> TaskMissing(CheckedPlan plan)
    {
        int[] without = [.. plan.Measures.Where(m => m.Task.Length == 0).Select(m => m.Ordinal)];
        if (without.Length == 0) yield break;
        yield return Found.Of("task-missing", Severity.Warning, without, [], without.Length, Found.Rows(without));
    }

    public static IEnumerable<Finding> TitleMissing(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Title.Trim().Length == 0
        select Found.In(measure, "title-missing", Severity.Error, [measure.ResultCell().Quote()]);

    /// <summary>Said once for the plan: there is no column for money, so a finding for each row would say nothing more.</summary>
    public static IEnumerable<Finding> NoMoney(CheckedPlan plan)
    {
        var with = plan.Measures.Where(m => m.Amounts.Count > 0).ToList();
        var without = plan.Measures.Count - with.Count;
        if (without == 0 || plan.Measures.Count == 0) yield break;
        // Funding named in a column of its own is money named.
        without -= plan.Measures.Count(m => m.Amounts.Count == 0 && m.Further.Any(f => f.Value.Any(char.IsAsciiDigit)));
        if (without <= 0) yield break;
        var sums = string.Join(", ", with.SelectMany(m => m.Amounts).Take(6).Select(a => a.Text));
        var code = with.Count == 0 ? "no-money-at-all" : "no-money";
        yield return Found.Of(code, Severity.Note, [], with.SelectMany(m => m.Amounts.Select(a => Quoted(m, a))), without, plan.Measures.Count, sums, Found.Rows(with.Select(m => m.Ordinal)));
    }

    private static Quote Quoted(MeasureDraft measure, Amount amount) =>
        measure.Title.Contains(amount.Text, StringComparison.OrdinalIgnoreCase) ? measure.TitleCell().QuotePart(amount.Text) : measure.ResultCell().QuotePart(amount.Text);

    [GeneratedRegex(@"^\s*(?:\d+\.)+")]
    private static partial Regex SectionNumber();
}
