using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Expected results: there, with something to see or count, and the measure's own.</summary>
internal static partial class ResultChecks
{
    /// <summary>The same words in fewer fields than this are how one field speaks, not a copy.</summary>
    private const int FewestTasksOfCopy = 3;

    private static readonly KnownWords Known = KnownWords.Administrative;

    /// <summary>Verbs whose thing can be looked at: an object, a document, a body, an event.</summary>
    private static readonly FrozenSet<string> Visible = """
        кур курулуш бүткөр бүтүр сал орнот асфальтта асфальттоо оңдо оңдоо ач түз уюштур чыгар чык өткөр отургуз каз сат жоюу жой жоюл тос реконструкцияла долбоорло долбоорлоо баала баалоо
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Documents =
        "программа план документ схема стратегия концепция келишим контракт жобо токтом буйрук реестр отчет эреже стандарт изилдөө мониторинг тренинг семинар окуу машыгуу".Split(' ').ToFrozenSet();

    public static IEnumerable<Finding> Missing(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.ExpectedResult.Trim().Length == 0 && measure.Title.Length > 0
        select Found.In(measure, "result-missing", Severity.Error, [measure.TitleCell().Quote(), measure.ResultCell().Quote()]);

    /// <summary>«… камералары орнотулду саны»: a count is announced and not given.</summary>
    public static IEnumerable<Finding> FigureMissing(CheckedPlan plan) =>
        from measure in plan.Measures
        let cell = measure.ResultCell()
        from Match sentence in Sentence().Matches(cell.Text)
        let announced = AnnouncedCount().Match(sentence.Value)
        where announced.Success && !sentence.Value.Any(char.IsAsciiDigit)
        select Found.In(measure, "figure-missing", Severity.Warning,
            [measure.TitleCell().Quote(), cell.Quote((sentence.Index + announced.Index, announced.Groups["count"].Length))], sentence.Value.Trim());

    /// <summary>No figure, no object, no document, no event: at the end nobody can say whether it was done.</summary>
    public static IEnumerable<Finding> NothingMeasurable(CheckedPlan plan)
    {
        var vague = plan.Measures.Where(m => m.Title.Length > 0 && !IsMeasurable(m)).ToList();
        if (vague.Count == 0) yield break;
        yield return Found.Of("nothing-measurable", Severity.Note, vague.Select(m => m.Ordinal),
            vague.SelectMany(m => new[] { m.TitleCell().Quote(), m.ResultCell().Quote() }), vague.Count, Found.Rows(vague.Select(m => m.Ordinal)))
            .InRows(_ => []);
    }

    /// <summary>One result for measures of several tasks, roads and a bank alike: it was copied, not thought of.</summary>
    public static IEnumerable<Finding> Copied(CheckedPlan plan) =>
        from same in plan.Measures.Where(m => m.ExpectedResult.Length > 0).GroupBy(m => Signature(m.ExpectedResult))
        let tasks = same.Select(m => m.Task).Distinct().Count()
        where tasks >= FewestTasksOfCopy
        select Found.Of("result-copied", Severity.Note, same.Select(m => m.Ordinal), same.Select(m => m.ResultCell().Quote((0, m.ExpectedResult.Length))).Take(1),
            same.Count(), tasks, same.First().ExpectedResult, Found.Rows(same.Select(m => m.Ordinal))).InRows(_ => [same.Count() - 1]);

    /// <summary>The measure promises only to begin, or to look into it; what is to be there at the end is not said.</summary>
    public static IEnumerable<Finding> OnlyBegins(CheckedPlan plan)
    {
        var begun = plan.Measures.Select(m => (Measure: m, Match: Beginning().Match(m.Title))).Where(b => b.Match.Success).ToList();
        if (begun.Count == 0) yield break;
        yield return Found.Of("only-begins", Severity.Note, begun.Select(b => b.Measure.Ordinal),
            begun.Select(b => b.Measure.TitleCell().Quote((b.Match.Index, b.Match.Length))),
            begun.Count, Found.Rows(begun.Select(b => b.Measure.Ordinal))).InRows(row => [begun.First(b => b.Measure.Ordinal == row).Match.Value]);
    }

    /// <summary>A text as its words begin, slips of the pen and endings aside.</summary>
    internal static string Signature(string text) =>
        string.Join(' ', Folding.Words(text).Where(w => w.Text.Length > 3).Select(w => w.Text[..4]));

    private static bool IsMeasurable(MeasureDraft measure)
    {
        if (Figure().IsMatch(Year().Replace(measure.Title + " " + measure.ExpectedResult, " "))) return true;
        // In a title only what is to be done counts («куруу»), not what it is for («курууга»).
        List<Word> words = [.. CheckedPlan.WordsOf(measure.TitleCell())];
        var title = words.Where((w, i) => w.Lower[^1] is 'у' or 'ү' or 'о' or 'ө' && words.ElementAtOrDefault(i + 1)?.Lower is not ("үчүн" or "боюнча" or "менен")).Select(w => Known.Stem(w.Lower));
        var result = CheckedPlan.WordsOf(measure.ResultCell()).Where(w => Known.IsVerb(w.Lower) && w.Lower[^1] is 'т' or 'ы' or 'и' or 'у' or 'ү' or 'п').Select(w => Known.Stem(w.Lower));
        var nouns = words.Concat(CheckedPlan.WordsOf(measure.ResultCell())).Select(w => Known.Stem(w.Lower));
        return title.Concat(result).Any(Visible.Contains) || nouns.Any(stem => Documents.Any(document => stem.StartsWith(document, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[^.;!?]+")]
    private static partial Regex Sentence();

    // The word for «number of» at the very end, with nothing after it.
    [GeneratedRegex(@"(?<count>\b(?:саны|үлүшү|көлөмү))\s*[-–—:]?\s*$")]
    private static partial Regex AnnouncedCount();

    [GeneratedRegex(@"\d|(?:бир|эки|үч|төрт|беш|он)(?:ден|төн|тен|дон)\b")]
    private static partial Regex Figure();

    // Years, and numbers that are names: «№16», «IV».
    [GeneratedRegex(@"20\d\d(?:\s*[-–—]\s*20\d\d)?|№\s*\d+")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:баштоо(?:го\s+жетишүү)?|колго\s+алуу|мүмкүнчүлүгүн\s+кароо|кароо)\b(?!\s+(?:жана|боюнча|менен|үчүн))", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
