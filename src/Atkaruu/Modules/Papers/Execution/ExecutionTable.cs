using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>The table of the signed document, its own six headings and order, and after them what came of it.</summary>
internal sealed class ExecutionTable(PlanInForce plan, PageText text)
{
    private const int Official = 6;

    /// <summary>By the texts of the plan: the longest words of each column fit, and no row of it is higher than a third of a page.</summary>
    private static readonly (string Name, double Width)[] Columns =
    [
        ("number", 7), ("task", 24), ("title", 40), ("deadline", 17), ("expected", 27), ("responsible", 23),
        ("done", 42), ("values", 24), ("share", 19), ("state", 24), ("money", 20), ("next", 29),
    ];

    private readonly LineWords _words = new(plan, text);

    public Table Of(IReadOnlyList<MeasureLine> lines, string caption) =>
        new([.. Headings().Zip(Columns, (head, column) => new Column(head, column.Width) { Name = column.Name })], [.. Rows(lines)]) { Caption = caption, Numbered = true, Form = ExecutionForm.Form };

    private IEnumerable<string> Headings() => OfDocument().Concat(Columns.Skip(Official).Select(column => text.Say("paper.column." + column.Name)));

    /// <summary>As the document prints them, to the letter; ours where it has not six, and in another language.</summary>
    private IEnumerable<string> OfDocument() => plan.Programme.Headings.Count == Official && text.Language == "ky" ? plan.Programme.Headings
        : Enum.GetValues<Field>().Take(Official).Select(field => text.Say("measure.cell." + field));

    private IEnumerable<Row> Rows(IReadOnlyList<MeasureLine> lines)
    {
        HashSet<Guid> opened = [];
        PlanTask? task = null;
        foreach (var line in lines)
        {
            foreach (var section in plan.Path(plan.Section(line.Measure)).Where(section => opened.Add(section.Id)))
            {
                yield return new([new Cell(text.Of(section.Title)) { Span = Columns.Length }], RowKind.Section);
                task = null;
            }
            var own = plan.Task(line.Measure);
            yield return Measure(line, own.Id == task?.Id ? null : own);
            task = own;
        }
        if (lines.Count > 1) yield return Total(lines);
    }

    /// <param name="task">Said once, where it begins.</param>
    private Row Measure(MeasureLine line, PlanTask? task)
    {
        var measure = line.Measure;
        return new([
            new(measure.Number ?? ""), task is null ? Cell.Empty : new(text.Of(task.Title)), Title(measure), new(_words.Deadline(measure)),
            new(text.Of(measure.ExpectedResult)), new(_words.Responsible(measure)),
            new(_words.Done(line)), new(_words.Values(line)), _words.Share(line), new(_words.State(line)), new(_words.Money(line)), new(_words.Next(line)),
        ]);
    }

    /// <summary>The document's own words, or their translation; struck through what an act took out.</summary>
    private Cell Title(Measure measure) => new(text.Of(measure.Title, measure.State == MeasureState.StruckOut ? RunLook.Struck : RunLook.Plain));

    private Row Total(IReadOnlyList<MeasureLine> lines)
    {
        var sum = Summary.Of(lines.Select(line => line.Progress));
        var money = Figures.Of(lines.Select(line => line.Money.Whole));
        string Of(Total total) => total.IsNothing ? "–" : text.Total(total);
        return new([
            new(text.Say("paper.total", sum.Count)) { Span = Official }, new(text.Say("paper.total.told", lines.Count(line => line.IsOwed), lines.Count(line => line.IsOwed && line.Leads.Any()))),
            new(text.Say("paper.total.executed", sum.Executed, sum.Due)), new([Prose.Bold(text.Percent(sum.Reported)), text.Say("paper.total.of", sum.Told, sum.Count)]) { Align = CellAlign.Right },
            new(text.Say("paper.total.late", lines.Count(line => line.IsLate))), new([text.Say("paper.line.planned", Of(money.Planned)), text.Say("paper.line.paid", Of(money.Paid))]), Cell.Empty,
        ], RowKind.Total);
    }
}
