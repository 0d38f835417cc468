using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.Review;

/// <summary>A page a section: how much of it is done, what was done in the executors' words, and what the photographs show.</summary>
internal sealed class ReviewSections(PaperScene scene, MeasureLines lines, ReviewPhotos photos, PageText text)
{
    /// <summary>Photographs beside each other.</summary>
    private const int Across = 4;

    private readonly LineWords _words = new(scene.Plan, text);

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, text.Say("paper.review.sections"));
        foreach (var section in lines.All.GroupBy(line => scene.Plan.Section(line.Measure).Id))
        {
            List<MeasureLine> own = [.. section];
            foreach (var block in Of(scene.Plan.Section(own[0].Measure), own)) yield return block;
        }
    }

    private IEnumerable<Block> Of(Section section, List<MeasureLine> own)
    {
        var sum = Summary.Of(own.Select(line => line.Progress));
        yield return new Heading(3, text.Of(section.Title));
        yield return new Paragraph(text.Say("paper.review.section", sum.Count, sum.Due, sum.Executed, sum.Told, text.Percent(sum.Reported)));
        List<MeasureLine> told = [.. own.Where(line => line.Leads.Any())];
        if (told.Count > 0)
            yield return new Table([new(text.Say("paper.late.measure"), 38), new(text.Say("paper.column.done"), 66), new(text.Say("paper.column.share"), 18, CellAlign.Right), new(text.Say("paper.column.state"), 26)],
                [.. told.Select(Row)]) { Size = 8 };
        if (told.Count < own.Count) yield return new Paragraph(text.Say("paper.review.untold", own.Count - told.Count), ParagraphLook.Note);
        foreach (var block in Photographs(own)) yield return block;
    }

    private Row Row(MeasureLine line) => new([
        new(text.Of(line.Measure.ShortName)), new(_words.Done(line)), _words.Share(line), new(Prose.State(line.Progress.State, text.Say("status." + line.Progress.State))),
    ]);

    /// <summary>Before and after beside each other where there are both; then the newest of every measure.</summary>
    private IEnumerable<Block> Photographs(IReadOnlyList<MeasureLine> own)
    {
        foreach (var line in own)
            if (photos.Pair(line.Measure) is [var before, var after])
                yield return new Together([
                    new Paragraph(text.Of(line.Measure.ShortName, RunLook.Bold)),
                    new Beside([(1, [before with { Width = 84, MostHeight = 62 }]), (1, [after with { Width = 84, MostHeight = 62 }])]),
                ]);
        foreach (var row in own.SelectMany(line => photos.Newest(line.Measure)).Chunk(Across))
            yield return new Beside([.. row.Select(picture => (1.0, (IReadOnlyList<Block>)[picture])), .. Enumerable.Repeat((1.0, (IReadOnlyList<Block>)[]), Across - row.Length)]);
    }
}
