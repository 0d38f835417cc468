using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Brief;

/// <summary>The answer, what is late and whose move it is, what changed.</summary>
internal sealed class BriefFirstPage(PaperScene scene, PageText text, MeasureLines lines, HeadFigures figures)
{
    /// <summary>So many rows fit; the rest is counted.</summary>
    private const int MostLate = 6, MostChanges = 5;

    /// <summary>Millimetres between the margins of an upright page.</summary>
    internal const double Wide = 170;

    private readonly LineWords _words = new(scene.Plan, text);

    public IEnumerable<Block> Blocks()
    {
        yield return OfficialWords.Administration(scene.Plan, text);
        yield return new Heading(1, text.Say("paper.brief.head", scene.Period!.Value));
        var summary = new ReportSummary(scene, [.. lines.All], text);
        yield return new Paragraph(summary.Executed(), ParagraphLook.Lead);
        if (figures.DueUnits.Count > 0) yield return new Figure(UnitsDrawing.Of(figures.DueUnits, Wide, 5), summary.Executed(), text.Say("paper.brief.units"));
        yield return Tally();
        if (summary.Returns() is { } returns) yield return new Paragraph(returns);
        foreach (var block in Late()) yield return block;
        foreach (var block in Changes()) yield return block;
    }

    private Tally Tally()
    {
        var (now, was) = (figures.Whole, figures.MonthAgo);
        (string, string) Of(string state) => (text.Number(now.In(state)), text.Say("paper.brief.tally", text.Say("status." + state), was.In(state)));
        return new([($"{now.Executed} / {now.Due}", text.Say("paper.brief.tally", text.Say("paper.tally.executed"), $"{was.Executed} / {was.Due}")), Of("late"), Of("risk"), Of("silent")]);
    }

    private IEnumerable<Block> Late()
    {
        if (figures.Late.Count == 0)
        {
            yield return new Paragraph(text.Say("paper.late.none"));
            yield break;
        }
        yield return new Table(
            [new(text.Say("paper.late.measure"), 62), new(text.Say("paper.late.due"), 24), new(text.Say("paper.late.why"), 56), new(text.Say("paper.late.move"), 28)],
            [.. figures.Late.Take(MostLate).Select(Row)])
        { Caption = text.Say("paper.late.title", figures.Late.Count) };
        if (figures.Late.Count > MostLate) yield return More(figures.Late.Count - MostLate);

        Row Row(MeasureProgress late)
        {
            var due = HeadFigures.DueOn(late);
            List<Prose> move = [Prose.Bold(_words.MoveOf(late))];
            if (late.Move is { } since) move.Add(new Run(text.Say("head.move.days", scene.Today.DayNumber - since.Since.DayNumber), RunLook.Quiet));
            return new([
                new(Prose.Of(new Run("") { State = late.State }, text.Of(late.Measure.ShortName))),
                new([text.Day(due), new Run(text.Say("head.days-over", scene.Progress.View.Until.DayNumber - due.DayNumber), RunLook.Quiet)]),
                new(text.Say(late.Reason)), new(move),
            ]);
        }
    }

    /// <summary>What moved most since the end of the period before.</summary>
    private IEnumerable<Block> Changes()
    {
        var moved = figures.Week.Where(change => change.ShareMoved).OrderByDescending(change => Math.Abs((change.Now.Share ?? 0) - (change.Before.Share ?? 0))).ThenBy(change => change.Measure.Ordinal).ToList();
        if (moved.Count == 0)
        {
            yield return new Paragraph(text.Say("paper.brief.changes.none"));
            yield break;
        }
        yield return new Paragraph(text.Say("paper.brief.changes.count", moved.Count, figures.Whole.Count, figures.Week.Count(change => change.Now.Executed && !change.Before.Executed)));
        yield return new Table(
            [new(text.Say("paper.late.measure"), 78), new(text.Say("paper.brief.was"), 18, CellAlign.Right), new(text.Say("paper.brief.now"), 18, CellAlign.Right), new(text.Say("paper.column.state"), 34), new(text.Say("paper.sheet.lead"), 28)],
            [.. moved.Take(MostChanges).Select(change => new Row([
                new(text.Of(change.Measure.ShortName)), Cell.Percent(change.Before.Share, text.Percent(change.Before.Share)), Cell.Percent(change.Now.Share, text.Percent(change.Now.Share)),
                new(_words.StateWord(change.Now)), new(scene.Plan.Lead(change.Measure) is { } lead ? text.Of(lead.ShortName) : Prose.Empty),
            ]))])
        { Caption = text.Say("paper.brief.changes", scene.Period!.Value.Before()) };
        if (moved.Count > MostChanges) yield return More(moved.Count - MostChanges);
    }

    private Paragraph More(int count) => new(text.Say("head.more", count), ParagraphLook.Note);
}
