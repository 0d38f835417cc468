using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Amendment;

/// <summary>The official table of an edition, and the table of what the edition changed.</summary>
internal sealed class PlanTable(PlanInForce plan, PageText text)
{
    private static readonly double[] Widths = [10, 44, 70, 28, 60, 48];

    /// <summary>The headings as the document prints them, to the letter; ours where it has not six.</summary>
    private IReadOnlyList<string> Headings => plan.Programme.Headings.Count == Widths.Length ? plan.Programme.Headings
        : [.. Enum.GetValues<Field>().Take(Widths.Length).Select(name => text.Say("measure.cell." + name))];

    /// <summary>The whole plan; what was taken out stays visible, struck through, and says by which act.</summary>
    public Table Plan(EditionText words)
    {
        List<Row> rows = [];
        var (section, task) = ("", "");
        HashSet<string> opened = [];
        foreach (var measure in words.Measures)
        {
            if (measure.Section != section)
            {
                foreach (var heading in Above(measure.Section).Where(opened.Add)) rows.Add(new([new Cell(Runs.Original(heading)) { Span = Widths.Length }], RowKind.Section));
                (section, task) = (measure.Section, "");
            }
            rows.Add(Measure(measure, measure.Task != task));
            task = measure.Task;
        }
        return new([.. Headings.Zip(Widths, (head, width) => new Column(head, width))], rows) { Numbered = true, Caption = text.Say("register.edition", words.Edition.Number) };
    }

    /// <summary>Only the measures that the edition changed, with the words it took out and put in, what was changed, and by which act.</summary>
    public Table Changes(EditionText words, IReadOnlyList<MeasureText> changes) => new(
        [.. Headings.Zip(Widths, (head, width) => new Column(head, width)), new(text.Say("paper.amendment.column.change"), 34), new(text.Say("paper.amendment.column.reason"), 34)],
        [.. changes.Select(change => Changed(words, change))])
    {
        Caption = text.Say("paper.amendment.changes"),
        Size = 7.5,
    };

    /// <summary>The headings that a section stands under, from the top, itself last; of a section that is no longer there only itself.</summary>
    private IEnumerable<string> Above(string section) =>
        plan.Sections.FirstOrDefault(s => s.Title.Ky == section) is { } own ? plan.Path(own).Select(s => s.Title.Ky) : [section];

    /// <param name="withTask">A task is said once, where it begins.</param>
    private Row Measure(MeasureText measure, bool withTask)
    {
        var look = measure.StruckBy is null ? RunLook.Plain : RunLook.Struck;
        List<Prose> title = [Runs.Original(measure.Now.Title, look)];
        if (measure.StruckBy is { } by) title.Add(StruckOut(by));
        return new([
            new(measure.Now.Number ?? ""), withTask ? new(Runs.Original(measure.Task)) : Cell.Empty, new(title), new(Runs.Original(measure.Now.ScheduleText, look)),
            new(Runs.Original(measure.Now.ExpectedResult, look)), new(Runs.Original(measure.Now.ResponsibleText, look)),
        ]);
    }

    private Prose StruckOut(Edition by) => new Run(text.Say("paper.amendment.struck-out", text.Name(by.Act)), RunLook.Italic);

    private Row Changed(EditionText words, MeasureText change)
    {
        var cells = change.Fields.Select(field => new Cell(
            words.IsStruckNow(change) ? WordChanges.Prose(field.Now, "") : WordChanges.Prose(field.Was, field.Now))).ToList();
        if (words.IsStruckNow(change)) cells[2] = new([.. cells[2].Paragraphs, StruckOut(words.Edition)]);
        var what = words.IsAdded(change) ? text.Say("wording.added") : words.IsStruckNow(change) ? text.Say("wording.struckout")
            : $"{text.Say("wording.reworded")}: {string.Join(", ", change.Changed.Select(field => text.Say("measure.cell." + field)))}";
        return new([
            .. cells,
            new([Prose.Of(new Run(change.Measure.Code + ". ", RunLook.Bold), new Run(what))]),
            new(text.Name(words.Edition.Act)),
        ]);
    }
}
