using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Brief;

/// <summary>
/// For the head, two pages about a period: what of what was due is done, what is late and whose move it is, what changed since the period before;
/// then what will be late, the municipalities and bodies, the money and the orders. What does not fit is counted.
/// </summary>
public sealed class HeadBrief : PaperKind
{
    public override string Code => "brief";
    public override PaperAbout About => PaperAbout.Programme;
    public override bool HasPeriod => true;
    public override bool IsPublic => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var (text, span) = (new PageText(language), scene.Period!.Value);
        var lines = await MeasureLines.ReadAsync(scene, stop);
        var board = await scene.Services.GetRequiredService<SignalBoard>().NowAsync(stop) ?? throw PaperRules.NoPlan();
        var before = scene.Progress.From(Viewpoint.After(span.Before(), scene.Today, scene.Request.Audience));
        var figures = HeadFigures.Of(scene.Progress, before, before);
        var (first, second) = (new BriefFirstPage(scene, text, lines, figures), new BriefSecondPage(scene, text, lines, figures, ComingLate.Of(board, scene.Progress, scene.Today)));
        Say(said, figures);
        List<Block> blocks = [.. first.Blocks(), new PageBreak(), .. await second.BlocksAsync(stop)];
        return new(language, text.Say("paper.brief.title", span), PageShape.Portrait, blocks) { Scale = .9, TableSize = 8 };
    }

    private static void Say(PaperSaid said, HeadFigures figures)
    {
        said.Add(new("paper.said.executed"), $"{figures.Whole.Executed} / {figures.Whole.Due}");
        said.Add(new("paper.said.verified"), figures.Whole.ExecutedVerified.ToString(System.Globalization.CultureInfo.InvariantCulture));
        said.Add(new("paper.said.late"), figures.Late.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
