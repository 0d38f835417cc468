using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.PeriodSheets;

/// <summary>
/// What is promised to one municipality and its villages, where that stands at the end of a period, what its own government sent, and what is
/// expected next; beside the other municipalities.
/// </summary>
public sealed class MunicipalitySheet : PaperKind
{
    public override string Code => "municipality";
    public override PaperAbout About => PaperAbout.Municipality;
    public override bool HasPeriod => true;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx, PaperFormat.Xlsx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var (plan, place, span, text) = (scene.Plan, scene.Place, scene.Period!.Value, new PageText(language));
        if (place.Kind != PlaceKind.Municipality) throw PaperRules.NoSuch(PaperAbout.Municipality, place.Code);
        var lines = await MeasureLines.ReadAsync(scene, stop);
        var promises = plan.PromisedTo(place);
        List<MeasureLine> here = [.. promises.Own.Concat(promises.Inside).OrderBy(m => m.Ordinal).Select(m => lines[m])];
        var government = plan.Bodies.FirstOrDefault(body => body.Place == place.Code);
        HashSet<string> own = government is null ? [] : [government.Code];
        List<OwedLine> owed = [.. lines.All.SelectMany(line => line.Owed).Where(o => own.Contains(o.Duty.Body.Code))];
        var (sheet, table) = (new SheetBlocks(scene, text), new SheetTable(scene, text));

        List<Block> blocks = [.. sheet.Heading(place.Name, "paper.municipality.what"), .. sheet.Standing(here, owed, said)];
        blocks.Add(new Paragraph(new ReportSummary(scene, here, text).Executed(), ParagraphLook.Lead));
        if (government is not null && owed.Count > 0) blocks.Add(new Paragraph(SheetBlocks.Sent("paper.municipality.owed", government.Name, scene, owed, text)));
        blocks.Add(new Paragraph(Money(scene, lines, text)));
        blocks.AddRange(sheet.Compared(Compare(scene, place), "place"));
        blocks.AddRange(table.Of(here, own, "paper.municipality.measures", said: false));
        if (Villages(scene, lines, text) is { } villages) blocks.Add(villages);
        blocks.AddRange(await sheet.OrdersAsync(line => own.Contains(line.Order.Body) || line.Measure is { } about && here.Exists(l => l.Measure.Id == about.Id), stop));
        blocks.Add(new Paragraph(text.Say("paper.sheet.how"), ParagraphLook.Note));
        return new(language, text.Say("paper.sheet.title", place.Name, span), PageShape.Landscape, blocks) { TableSize = 8 };
    }

    /// <summary>Of what lies in this municipality alone: what several share is divided by nobody.</summary>
    private static string Money(PaperScene scene, MeasureLines lines, PageText text)
    {
        var totals = MoneyTotals.Of(scene.Plan, lines.All.ToDictionary(line => line.Measure.Id, line => line.Money), []);
        return totals.ByPlace.FirstOrDefault(at => at.At.Municipality == scene.Place.Code)?.Figures is { } figures
            ? text.Say("paper.municipality.money", text.Total(figures.Planned), text.Total(figures.Paid), OfficialWords.On(scene.Today)) : text.Say("paper.municipality.no-money");
    }

    /// <summary>As its page shows it to everybody, at the end of the period.</summary>
    private static Compared? Compare(PaperScene scene, Place place)
    {
        var all = scene.Progress.From(scene.Progress.View with { Audience = Audience.Public });
        IEnumerable<Measure> Of(Place at) => all.Plan.PromisedTo(at) is var of ? of.Own.Concat(of.Inside) : [];
        return Of(place).Any() ? Compared.Of(all, Of(place), all.Plan.AllMunicipalities.Where(other => other.Code != place.Code).Select(Of)) : null;
    }

    /// <summary>Each village with what the plan names it for; those it does not name are told under the table by their absence.</summary>
    private static Table? Villages(PaperScene scene, MeasureLines lines, PageText text)
    {
        var villages = scene.Plan.Places.Where(p => p.Parent == scene.Place.Code && p.Kind == PlaceKind.Village).OrderBy(p => p.Name.In(text.Language), text.Names)
            .Select(village => (Village: village, Sum: Summary.Of(scene.Plan.PromisedTo(village).Own.Select(m => lines[m].Progress)))).Where(v => v.Sum.Count > 0).ToList();
        return villages.Count == 0 ? null : new(
            [new(text.Say("paper.municipality.village"), 40), .. SheetBlocks.Counts.Select(count => new Column(text.Say("paper.counts." + count), 14, CellAlign.Right) { Name = count })],
            [.. villages.Select(v => new Row([new(text.Of(v.Village.Name)), .. SheetBlocks.CountCells(v.Sum, text)]))])
        { Caption = text.Say("paper.municipality.villages") };
    }
}
