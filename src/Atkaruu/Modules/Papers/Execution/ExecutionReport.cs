using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Places;
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
        var words = new LineWords(scene.Plan, text);
        List<Block> blocks = [.. Heading(scene, text), .. SummaryParagraphs.Of(scene, shown, text, said)];
        blocks.Add(new ExecutionTable(scene.Plan, text, words).Of(shown, text.Say("paper.execution.table", span)));
        blocks.AddRange(LateList.Of(scene, shown, text, words));
        blocks.Add(new Paragraph(text.Say("paper.execution.how"), ParagraphLook.Note));
        blocks.Add(new Signatures([.. scene.Plan.Programme.Signers.Select(signer => (signer.Post, signer.Name))]));
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
    internal static IEnumerable<Block> Heading(PaperScene scene, PageText text)
    {
        var (plan, span) = (scene.Plan, scene.Period!.Value);
        yield return new Paragraph(new Run(plan.Edition.Act.Body, RunLook.Bold) { Language = "ky" }, ParagraphLook.Centred);
        yield return new Heading(1, text.Say("paper.execution.title", span));
        yield return new Paragraph(new Run(plan.Programme.Title.In(text.Language)) { Language = plan.Programme.Title.LanguageIn(text.Language) }, ParagraphLook.Centred);
        if (Whose(scene) is { } about) yield return new Paragraph(new Run(about.In(text.Language), RunLook.Bold) { Language = about.LanguageIn(text.Language) }, ParagraphLook.Centred);
    }

    private static Words? Whose(PaperScene scene) => scene.Request.Subject is not { } code ? null : scene.Plan.Body(code)?.Name ?? scene.Plan.Place(code)?.Name;
}

/// <summary>The opening sentences of a report: executed of due, what is late, of how many anything is known.</summary>
internal static class SummaryParagraphs
{
    public static IEnumerable<Block> Of(PaperScene scene, IReadOnlyList<MeasureLine> lines, PageText text, PaperSaid said)
    {
        var sum = Progress.Summary.Of(lines.Select(line => line.Progress));
        var day = scene.Progress.View.Until;
        said.Add(new("paper.said.executed"), $"{sum.Executed} / {sum.Due}");
        said.Add(new("paper.said.verified"), $"{sum.ExecutedVerified}");
        said.Add(new("paper.said.late"), $"{sum.In("late")}");
        said.Add(new("paper.said.silent"), $"{sum.In("silent")}");
        said.Add(new("paper.said.measures"), $"{sum.Count}");

        yield return new Paragraph(text.Say("paper.execution.due", sum.Count, day, sum.Due, sum.Executed, sum.ExecutedVerified), ParagraphLook.Lead);
        yield return new Paragraph(text.Say("paper.execution.states", sum.In("late"), sum.In("risk"), sum.In("silent"), sum.In("track"), sum.In("wait")));
        var told = lines.Count(line => line.Told.Count > 0);
        yield return new Paragraph(text.Say("paper.execution.told", sum.Count, told, sum.Told, text.Percent(sum.Reported), sum.Looked, text.Percent(sum.Verified)));
    }
}

/// <summary>What is late, the longest first, why, and whose move it is.</summary>
internal static class LateList
{
    public static IEnumerable<Block> Of(PaperScene scene, IEnumerable<MeasureLine> lines, PageText text, LineWords words)
    {
        List<MeasureLine> late = [.. lines.Where(line => line.IsLate).OrderBy(line => HeadModel.DueOn(line.Progress)).ThenBy(line => line.Measure.Ordinal)];
        yield return new Heading(2, text.Say("paper.late.title", late.Count));
        if (late.Count == 0)
        {
            yield return new Paragraph(text.Say("paper.late.none"));
            yield break;
        }
        var until = scene.Progress.View.Until;
        yield return new Table(
            [
                new(text.Say("paper.late.measure"), 30), new(text.Say("paper.late.due"), 11), new(text.Say("paper.late.days"), 8, CellAlign.Right),
                new(text.Say("paper.late.why"), 34), new(text.Say("paper.late.move"), 17),
            ],
            [.. late.Select(line => Row(line))])
        {
            Caption = text.Say("paper.late.caption"),
        };

        Row Row(MeasureLine line)
        {
            var due = HeadModel.DueOn(line.Progress);
            var why = line.Leads.Select(told => told.Return.Words.Problems).FirstOrDefault(said => said.Length > 0);
            List<Prose> reasons = [text.Say(line.Progress.Reason)];
            if (why is not null) reasons.Add(words.Original(why));
            return new([
                new(words.Words(line.Measure.ShortName)), Cell.Day(due, text.Day(due)), Cell.Number(until.DayNumber - due.DayNumber, text.Number(until.DayNumber - due.DayNumber)),
                new(reasons), new(words.MoveOf(line.Progress)),
            ]);
        }
    }
}
