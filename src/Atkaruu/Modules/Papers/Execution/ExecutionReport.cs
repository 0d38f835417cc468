using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>
/// Аткарылышы тууралуу маалымат: the signed plan's own table with what was done, for a period. Of the whole programme, or of the measures in
/// which one body or one municipality has a part.
/// </summary>
public sealed class ExecutionReport : PaperKind
{
    public override string Code => "execution";
    public override PaperAbout About => PaperAbout.Programme;
    public override IReadOnlyList<PaperAbout> AlsoAbout => [PaperAbout.Body, PaperAbout.Municipality];
    public override bool HasPeriod => true;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx, PaperFormat.Xlsx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var lines = await MeasureLines.ReadAsync(scene, stop);
        var (text, span) = (new PageText(language), scene.Period!.Value);
        List<MeasureLine> shown = [.. lines.All.Where(Narrow(scene))];
        List<Block> blocks = [.. Heading(scene, text), .. new ReportSummary(scene, shown, text).Paragraphs(said)];
        blocks.Add(new ExecutionTable(scene.Plan, text).Of(shown, text.Say("paper.execution.table", OfficialWords.In(span))));
        blocks.AddRange(LateList.Of(scene, shown, text));
        blocks.Add(new Together([new Paragraph(text.Say("paper.execution.how"), ParagraphLook.Note), new Space(4), OfficialWords.Signers(scene.Plan)]));
        return new(language, text.Say("paper.execution.title", span), PageShape.Landscape, blocks) { TableSize = 7.5 };
    }

    /// <summary>All measures, or those of the body or municipality that was asked for.</summary>
    internal static Func<MeasureLine, bool> Narrow(PaperScene scene)
    {
        if (scene.Request.Subject is not { } code) return _ => true;
        if (scene.Plan.Body(code) is { } body) return line => scene.Plan.HasPart(body, line.Measure);
        return scene.Plan.Place(code) is { } place ? line => scene.Plan.Municipalities(line.Measure).Contains(place) : throw PaperRules.NoSuch(PaperAbout.Body, code);
    }

    /// <summary>The administration, what this is, of which plan, for which period, about whom.</summary>
    private static IEnumerable<Block> Heading(PaperScene scene, PageText text)
    {
        yield return OfficialWords.Administration(scene.Plan, text);
        yield return new Heading(1, OfficialWords.Title(scene.Plan, scene.Period!.Value, text));
        if (scene.Request.Subject is not { } code) yield break;
        var (key, name) = scene.Plan.Body(code) is { } body ? ("paper.execution.of-body", body.Name) : ("paper.execution.of-place", scene.Plan.Place(code)!.Name);
        yield return new Paragraph(Prose.Of(new(text.Say(key) + " "), text.Of(name, RunLook.Bold)), ParagraphLook.Centred);
    }
}

/// <summary>What is late, the longest first, why, and whose move it is.</summary>
internal static class LateList
{
    public static IEnumerable<Block> Of(PaperScene scene, IEnumerable<MeasureLine> lines, PageText text)
    {
        List<MeasureLine> late = [.. InOrder(lines)];
        if (late.Count == 0) yield return new Paragraph(text.Say("paper.late.none"));
        else yield return Table(scene, late, text);
    }

    /// <summary>The longest first, as on the head's screen.</summary>
    public static IEnumerable<MeasureLine> InOrder(IEnumerable<MeasureLine> lines) =>
        lines.Where(line => line.IsLate).OrderBy(line => HeadFigures.DueOn(line.Progress)).ThenBy(line => line.Progress.State == "silent").ThenBy(line => line.Measure.Ordinal);

    private static Table Table(PaperScene scene, List<MeasureLine> late, PageText text)
    {
        var words = new LineWords(scene.Plan, text);
        var until = scene.Progress.View.Until;
        return new(
            [
                new(text.Say("paper.late.measure"), 36) { Name = "measure" }, new(text.Say("paper.late.due"), 13) { Name = "due" },
                new(text.Say("paper.late.days"), 11, CellAlign.Right) { Name = "days" }, new(text.Say("paper.late.why"), 40) { Name = "why" }, new(text.Say("paper.late.move"), 20) { Name = "move" },
            ],
            [.. late.Select(Row)])
        {
            Caption = text.Say("paper.late.title", late.Count),
            Size = 8.5,
        };

        Row Row(MeasureLine line)
        {
            var due = HeadFigures.DueOn(line.Progress);
            var days = until.DayNumber - due.DayNumber;
            return new([
                new(text.Of(line.Measure.ShortName)), Cell.Day(due, text.Day(due)), Cell.Number(days, text.Number(days)), new([text.Say(line.Progress.Reason), .. words.Problems(line)]), new(words.MoveOf(line.Progress)),
            ]);
        }
    }
}
