using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>The table of the signed document, its own six headings and order, and after them what came of it.</summary>
internal sealed class ExecutionTable(PlanInForce plan, PageText text, LineWords words)
{
    private const int Official = 6;

    private static readonly double[] Widths = [7, 24, 40, 17, 28, 25, 48, 25, 17, 25, 21, 34];

    private static readonly string[] Ours = ["done", "values", "share", "state", "money", "next"];

    public Table Of(IReadOnlyList<MeasureLine> lines, string caption) =>
        new([.. Headings().Zip(Widths, (head, width) => new Column(head, width))], [.. Rows(lines)]) { Caption = caption, Numbered = true };

    private IEnumerable<string> Headings() => OfDocument().Concat(Ours.Select(column => text.Say("paper.column." + column)));

    /// <summary>As the document prints them, to the letter; ours where it has not six.</summary>
    private IEnumerable<string> OfDocument() => plan.Programme.Headings.Count == Official ? plan.Programme.Headings
        : Enum.GetValues<Field>().Take(Official).Select(field => text.Say("measure.cell." + field));

    private IEnumerable<Row> Rows(IReadOnlyList<MeasureLine> lines)
    {
        HashSet<Guid> opened = [];
        PlanTask? task = null;
        foreach (var line in lines)
        {
            foreach (var section in Above(plan.Section(line.Measure)).Where(section => opened.Add(section.Id)))
            {
                yield return new([new Cell(words.Words(section.Title)) { Span = Widths.Length }], RowKind.Section);
                task = null;
            }
            var own = plan.Task(line.Measure);
            yield return Measure(line, own.Id == task?.Id ? null : own);
            task = own;
        }
    }

    /// <param name="task">Said once, where it begins.</param>
    private Row Measure(MeasureLine line, PlanTask? task)
    {
        var measure = line.Measure;
        return new([
            new(measure.Number ?? ""), task is null ? Cell.Empty : new(words.Words(task.Title)), Title(measure), new(words.Original(measure.Schedule.Text)),
            new(words.Original(measure.ExpectedResult.Ky)), new(words.Original(measure.ResponsibleText)),
            new(words.Done(line)), new(words.Values(line)), words.Share(line), new(words.State(line)), new(words.Money(line)), new(words.Next(line)),
        ]);
    }

    /// <summary>The document's own words; struck through what an act took out.</summary>
    private static Cell Title(Measure measure) => new(new Run(measure.Title.Ky, measure.State == MeasureState.StruckOut ? RunLook.Struck : RunLook.Plain) { Language = "ky" });

    /// <summary>The sections a section lies in, from the top, itself last.</summary>
    private IEnumerable<Section> Above(Section section)
    {
        List<Section> path = [section];
        var all = plan.Sections;
        var at = 0;
        while (all[at].Id != section.Id) at++;
        for (; at >= 0; at--)
            if (all[at].Level < path[0].Level) path.Insert(0, all[at]);
        return path;
    }
}
