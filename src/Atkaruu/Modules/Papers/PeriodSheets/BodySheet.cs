using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.PeriodSheets;

/// <summary>
/// What one responsible body owed for a period, what it sent and when, where its measures stand, what is expected of it next, and how it stands
/// beside the others. It is handed to the body, so it has nobody else's unpublished words.
/// </summary>
public sealed class BodySheet : PaperKind
{
    public override string Code => "body";
    public override PaperAbout About => PaperAbout.Body;
    public override bool HasPeriod => true;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx, PaperFormat.Xlsx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var (plan, body, span, text) = (scene.Plan, scene.Body, scene.Period!.Value, new PageText(language));
        var lines = await MeasureLines.ReadAsync(scene, stop);
        HashSet<string> own = [body.Code, .. body.Members];
        List<MeasureLine> leads = [.. new BodyDuties(plan, body).Leads.Select(m => lines[m])];
        List<OwedLine> owed = [.. lines.All.SelectMany(line => line.Owed).Where(o => own.Contains(o.Duty.Body.Code))];
        var summary = new ReportSummary(scene, leads, text);
        var (sheet, table) = (new SheetBlocks(scene, text), new SheetTable(scene, text));

        List<Block> blocks = [.. sheet.Heading(body.Name, "paper.body.what"), .. sheet.Standing(leads, owed, said)];
        if (leads.Count > 0) blocks.Add(new Paragraph(summary.Executed(), ParagraphLook.Lead));
        blocks.Add(new Paragraph(SheetBlocks.Sent("paper.sheet.owed", null, scene, owed, text)));
        blocks.AddRange(sheet.Compared(Compare(scene, body), "body"));
        blocks.AddRange(table.Of(leads, own, "paper.sheet.leads", said: true));
        blocks.AddRange(table.Of([.. Parts(lines, own, Part.Share).Except(leads)], own, "paper.sheet.shares", said: true));
        blocks.AddRange(await sheet.OrdersAsync(line => own.Contains(line.Order.Body), stop));
        blocks.AddRange(table.Contributions(Parts(lines, own, Part.Contribution).Except(leads), own));
        blocks.Add(new Paragraph(text.Say("paper.sheet.how"), ParagraphLook.Note));
        return new(language, text.Say("paper.sheet.title", body.ShortName, span), PageShape.Landscape, blocks) { TableSize = 8 };
    }

    private static IEnumerable<MeasureLine> Parts(MeasureLines lines, HashSet<string> own, Part part) =>
        lines.All.Where(line => lines.Plan.DutiesOf(line.Measure).FirstOrDefault(d => own.Contains(d.Body.Code))?.Part == part);

    /// <summary>As its page shows it to everybody, at the end of the period.</summary>
    private static Compared? Compare(PaperScene scene, Body body)
    {
        var all = scene.Progress.From(scene.Progress.View with { Audience = Audience.Public });
        var leads = new BodyDuties(all.Plan, body).Leads;
        return leads.Count == 0 ? null
            : Compared.Of(all, leads, all.Plan.Bodies.Where(other => other.Code != body.Code && other.IsGroup == body.IsGroup).Select(other => new BodyDuties(all.Plan, other).Leads));
    }
}
