using System.Collections.Frozen;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Whether the expected result answers the measure, and the measure its task. Both fire only on plain disagreement.</summary>
internal static class AnswerChecks
{
    private static readonly KnownWords Known = KnownWords.Administrative;

    /// <summary>Verbs of making a thing that was not there.</summary>
    private static readonly FrozenSet<string> Making = "түз кур ач орнот уюштур сал".Split(' ').ToFrozenSet();

    /// <summary>
    /// A result that answers another measure, in two ways. It promises to make another thing than the measure makes: an
    /// e-library, and «коворкинг зоналарын түзүү». Or it speaks of another field, and shares no noun with its measure, its
    /// task or the measures beside it: a landfill, and waste water.
    /// </summary>
    public static IEnumerable<Finding> ResultElsewhere(CheckedPlan plan)
    {
        foreach (var task in plan.Tasks())
        {
            // What a whole task speaks of; another row of it may well name the risk that this row's result speaks of.
            List<string> topic = [.. ContentWords.Stems(task[0].Task), .. task.SelectMany(m => ContentWords.Stems(m.Title))];
            foreach (var measure in task)
            {
                if (measure.ExpectedResult.Length == 0 || measure.Title.Length == 0) continue;
                if ((OtherThing(measure, topic) ?? OtherField(measure, topic)) is not var (own, strange)) continue;
                var (from, to) = (measure.TitleCell().QuoteWords(own), measure.ResultCell().QuoteWords(strange));
                yield return Found.In(measure, "result-elsewhere", Severity.Warning, [from, to], Marked(from), Marked(to));
            }
        }
    }

    /// <summary>Measures that stand under a task of quite another field, usually because the task's cell was left empty: roads under energy.</summary>
    public static IEnumerable<Finding> TaskElsewhere(CheckedPlan plan)
    {
        foreach (var task in plan.Tasks())
        {
            var about = Fields.Of(ContentWords.Stems(task[0].Task));
            if (about.Count == 0) continue;
            var strangers = task.Where(m => IsStranger(m, about)).ToList();
            if (strangers.Count == 0) continue;
            yield return Found.Of("task-elsewhere", Severity.Warning, strangers.Select(m => m.Ordinal),
                [task[0].TaskCell().Quote(), .. strangers.Select(m => m.TitleCell().QuoteWords(InFields(m.TitleCell())))],
                Found.Rows(strangers.Select(m => m.Ordinal)), task[0].Task, Found.Words(strangers.SelectMany(m => InFields(m.TitleCell())).Select(w => Known.Stem(w.Lower)).Distinct(), 3));
        }
    }

    private static bool IsStranger(MeasureDraft measure, IReadOnlySet<string> about)
    {
        var fields = Fields.Of(ContentWords.Stems(measure.Title + " " + measure.ExpectedResult));
        return fields.Count > 0 && !fields.Overlaps(about);
    }

    private static IReadOnlyList<Word> InFields(Cell cell) => [.. ContentWords.Nouns(cell).Where(n => Fields.Of([n.Stem]).Count > 0).Select(n => n.Word)];

    /// <summary>What the measure makes, and the words of another thing that the result promises to make and the measure knows nothing of.</summary>
    private static (IReadOnlyList<Word> Own, IReadOnlyList<Word> Strange)? OtherThing(MeasureDraft measure, List<string> topic)
    {
        var (title, result) = (WordsOf(measure.TitleCell()), WordsOf(measure.ResultCell()));
        var making = title.FindIndex(IsMaking);
        if (making < 2 || result.Count < 3 || !IsMaking(result[^1])) return null;
        var thing = result[^2];
        return IsIn(topic, Known.Stem(thing.Lower)) || ContentWords.Nouns(measure.ResultCell()).All(n => n.Word != thing) ? null
            : (title[(making - 2)..making], result[^3..^1]);
    }

    /// <summary>The words that put the measure into its fields, and those that put the result into quite others.</summary>
    private static (IReadOnlyList<Word> Own, IReadOnlyList<Word> Strange)? OtherField(MeasureDraft measure, List<string> topic)
    {
        var nouns = ContentWords.Nouns(measure.ResultCell());
        // «… шарт түзүлөт» names what will become possible, not what is made; any measure may say so.
        if (nouns.Count < 2 || WordsOf(measure.ResultCell()).Any(w => Known.Stem(w.Lower) == "шарт")) return null;
        if (nouns.Any(n => IsIn(topic, n.Stem))) return null;
        var (own, result) = (Fields.Of(topic), Fields.Of(nouns.Select(n => n.Stem)));
        return own.Count == 0 || result.Count == 0 || own.Overlaps(result) ? null
            : (InFields(measure.TitleCell()), [.. nouns.Select(n => n.Word)]);
    }

    /// <summary>A verb of making in its dictionary form: түзүү, куруу, and not курууга.</summary>
    private static bool IsMaking(Word word) => word.Lower[^1] is 'у' or 'ү' && Known.IsVerb(word.Lower) && Making.Contains(Known.Stem(word.Lower));

    private static bool IsIn(List<string> topic, string stem) => topic.Any(own => ContentWords.Akin(own, stem));

    private static List<Word> WordsOf(Cell cell) => [.. CheckedPlan.WordsOf(cell)];

    private static string Marked(Quote quote) => Found.Words(quote.Marks.Select(m => quote.Text.Substring(m.Start, m.Length)).DistinctBy(words => Known.Stem(words.ToLowerInvariant())), 2);
}
