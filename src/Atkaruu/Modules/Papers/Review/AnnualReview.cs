using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.Review;

/// <summary>
/// The review of a year (or of what of it is over): the year in figures, by place and by body, section by section with photographs, works,
/// money, what is late, and all measures as an annex. The figures are those of the pages; each mean has its «n of m».
/// </summary>
public sealed class AnnualReview : PaperKind
{
    public override string Code => "review";
    public override PaperAbout About => PaperAbout.Programme;
    public override bool HasPeriod => true;
    public override bool IsLong => true;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var text = new PageText(language);
        var lines = await MeasureLines.ReadAsync(scene, stop);
        var photos = await ReviewPhotos.ReadAsync(scene, text, stop);
        var figures = new ReviewFigures(scene, text);
        List<Block> blocks =
        [
            .. Cover(scene, lines, text, said),
            .. figures.Year(),
            .. figures.Places(),
            .. figures.Bodies(),
            .. new ReviewMoney(scene, lines, text).Blocks(),
            .. new ReviewSections(scene, lines, photos, text).Blocks(),
            .. LateList.Of(scene, lines.All, text),
            .. new ReviewAnnex(scene, text).Of(lines),
            new Paragraph(text.Say("paper.review.how"), ParagraphLook.Note),
            OfficialWords.Signers(scene.Plan),
        ];
        return new(language, text.Say("paper.review.title", scene.Period!.Value), PageShape.Portrait, blocks) { TableSize = 8.5 };
    }

    private static IEnumerable<Block> Cover(PaperScene scene, MeasureLines lines, PageText text, PaperSaid said)
    {
        var summary = new ReportSummary(scene, [.. lines.All], text);
        var sum = scene.Progress.Whole;
        var late = lines.All.Count(line => line.IsLate);
        yield return OfficialWords.Administration(scene.Plan, text);
        yield return new Heading(1, text.Say("paper.review.title", scene.Period!.Value));
        yield return new Paragraph(text.Of(scene.Plan.Programme.Title), ParagraphLook.Centred);
        yield return new Space(4);
        yield return new Tally([
            ($"{sum.Executed} / {sum.Due}", text.Say("paper.said.executed")), (text.Number(sum.ExecutedVerified), text.Say("paper.said.verified")),
            (text.Number(late), text.Say("paper.said.late")), ($"{sum.Told} / {sum.Count}", text.Say("paper.review.told")),
        ]);
        yield return new Figure(UnitsDrawing.Of(Units(scene), ReviewFigures.Width), summary.Executed());
        foreach (var block in summary.Paragraphs(said)) yield return block;
    }

    private static IEnumerable<string> Units(PaperScene scene) => scene.Progress.Measures.Where(p => p.Due && p.State is not ("pause" or "gone")).Select(p => p.Unit);
}

/// <summary>Every measure in one line: what the plan promised and where it stands. The words of the executors stand in the execution report.</summary>
internal sealed class ReviewAnnex(PaperScene scene, PageText text)
{
    private readonly LineWords _words = new(scene.Plan, text);

    public IEnumerable<Block> Of(MeasureLines lines)
    {
        yield return new PageBreak();
        yield return new Heading(2, text.Say("paper.review.annex"));
        yield return new Table(
            [
                new(text.Say("paper.review.code"), 11), new(text.Say("paper.late.measure"), 46), new(text.Say("paper.late.due"), 19), new(text.Say("paper.column.values"), 30),
                new(text.Say("paper.column.share"), 17, CellAlign.Right), new(text.Say("paper.column.state"), 28),
            ],
            [.. Rows(lines)]) { Caption = text.Say("paper.review.annex"), Size = 8 };
    }

    private IEnumerable<Row> Rows(MeasureLines lines)
    {
        Guid? section = null;
        foreach (var line in lines.All)
        {
            var own = scene.Plan.Section(line.Measure);
            if (own.Id != section) yield return new([new Cell(text.Of(own.Title)) { Span = 6 }], RowKind.Section);
            section = own.Id;
            yield return new([
                new(new Run(line.Measure.Code) { Link = scene.Page(text.Language, "/measures/" + line.Measure.Code) }), new(text.Of(line.Measure.Title, line.Measure.State == MeasureState.StruckOut ? RunLook.Struck : RunLook.Plain)),
                new(Runs.Original(line.Measure.Schedule.Text)), new(_words.Values(line)), _words.Share(line), new(Prose.State(line.Progress.State, text.Say("status." + line.Progress.State))),
            ]);
        }
    }
}
