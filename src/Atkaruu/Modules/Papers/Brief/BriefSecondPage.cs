using Atkaruu.Data;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.PeriodSheets;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Brief;

/// <summary>What will be late, municipalities and bodies, money, orders that are overdue.</summary>
internal sealed class BriefSecondPage(PaperScene scene, PageText text, MeasureLines lines, HeadFigures figures, IReadOnlyList<ComingLate> coming)
{
    /// <summary>So many rows fit; the rest is counted.</summary>
    private const int MostComing = 5, MostBodies = 6, MostOrders = 4;

    public async Task<IReadOnlyList<Block>> BlocksAsync(CancellationToken stop) => [.. Coming(), .. Places(), .. Bodies(), .. Money(), .. await OrdersAsync(stop), new Paragraph(text.Say("paper.brief.how"), ParagraphLook.Note)];

    private IEnumerable<Block> Coming()
    {
        if (coming.Count == 0)
        {
            yield return new Paragraph(text.Say("head.coming.none"));
            yield break;
        }
        yield return new Table(
            [new(text.Say("paper.late.measure"), 44), new(text.Say("paper.late.due"), 18), new(text.Say("paper.brief.forecast"), 20), new(text.Say("paper.late.why"), 66), new(text.Say("paper.sheet.lead"), 24)],
            [.. coming.Take(MostComing).Select(late => new Row([
                new(text.Of(late.Progress.Measure.ShortName)), new(text.Day(late.DueOn(scene.Today))),
                new(late.Forecast is { } ahead ? ahead.On.ToString("MM.yyyy", System.Globalization.CultureInfo.InvariantCulture) : text.Say("head.forecast.unknown")),
                new(text.Say(late.Why)), new(scene.Plan.Lead(late.Progress.Measure) is { } lead ? text.Of(lead.ShortName) : Prose.Empty),
            ]))])
        { Caption = text.Say("paper.brief.coming", coming.Count) };
        if (coming.Count > MostComing) yield return More(coming.Count - MostComing);
    }

    /// <summary>A measure of two municipalities stands in both, so rows do not add up; the whole is beside them.</summary>
    private IEnumerable<Block> Places()
    {
        yield return new Heading(2, text.Say("head.municipalities"));
        yield return new Figure(BarsDrawing.Of([.. figures.Municipalities.Where(of => of.Summary.Count > 0).Select(Bar)], BriefFirstPage.Wide, .3), text.Say("head.municipalities"), text.Say("paper.brief.bars"));
    }

    private BarLine Bar(Group of) => new(of.Name.In(text.Language), of.Summary.Reported, of.Summary.Verified, null, text.Say("paper.brief.bar", of.Summary.Executed, of.Summary.Due, of.Summary.Told, of.Summary.Count));

    private IEnumerable<Block> Bodies()
    {
        yield return new Table(
            [
                new(text.Say("control.body"), 40), new(text.Say("control.measures"), 18, CellAlign.Right), new(text.Say("paper.counts.executed"), 26, CellAlign.Right), new(text.Say("paper.counts.late"), 17, CellAlign.Right),
                new(text.Say("paper.counts.risk"), 19, CellAlign.Right), new(text.Say("paper.counts.silent"), 17, CellAlign.Right), new(text.Say("paper.brief.mean"), 33, CellAlign.Right),
            ],
            [
                .. figures.Bodies.Take(MostBodies).Select(of => Counted(text.Of(of.Name), of.Summary, RowKind.Plain)),
                Counted(text.Say("control.whole"), figures.Whole, RowKind.Total),
            ])
        { Caption = text.Say("head.bodies") };
        if (figures.Bodies.Count > MostBodies) yield return new Paragraph(text.Say("paper.brief.more-bodies", figures.Bodies.Count - MostBodies), ParagraphLook.Note);
    }

    private Row Counted(Prose name, Progress.Summary sum, RowKind kind) => new(
        [
            new(name), .. SheetBlocks.CountCells(sum, text), Cell.Percent(sum.Reported, text.Percent(sum.Reported) + " " + text.Say("paper.n-of-m", sum.Told, sum.Count)),
        ], kind);

    private IEnumerable<Block> Money()
    {
        var totals = MoneyTotals.Of(scene.Plan, lines.All.ToDictionary(line => line.Measure.Id, line => line.Money), []);
        if (totals.Whole.IsNothing)
        {
            yield return new Paragraph(text.Say("paper.summary.no-money"));
            yield break;
        }
        yield return new Table(
            [new(text.Say("money.column.source"), 62), new(text.Say("paper.brief.planned"), 42, CellAlign.Right), new(text.Say("paper.brief.paid"), 42, CellAlign.Right), new(text.Say("paper.brief.share"), 24, CellAlign.Right)],
            [.. totals.BySource.OrderBy(of => of.Key).Select(of => Sums(text.Say(of.Key.Key()), of.Value, RowKind.Plain)), Sums(text.Say("control.whole"), totals.Whole, RowKind.Total)])
        { Caption = text.Say("paper.brief.money", lines.All.Count(line => !line.Money.IsNothing), figures.Whole.Count, OfficialWords.On(scene.Today)) };
    }

    private Row Sums(string name, Figures sums, RowKind kind) => new(
        [
            new(name), Cell.Sum(sums.Planned.Som, sums.Planned.IsNothing ? "–" : text.Total(sums.Planned)), Cell.Sum(sums.Paid.Som, sums.Paid.IsNothing ? "–" : text.Total(sums.Paid)),
            Cell.Percent(sums.PaidShare, text.Percent(sums.PaidShare)),
        ], kind);

    private async Task<IReadOnlyList<Block>> OrdersAsync(CancellationToken stop)
    {
        var open = await OrderReading.OpenAsync(scene.Services.GetRequiredService<KeptReadings>(), scene.Db, scene.Plan, scene.Actor, scene.Today, stop);
        List<OrderLine> overdue = [.. open.Where(line => line.IsOverdue)];
        if (overdue.Count == 0) return [new Paragraph(text.Say("paper.brief.no-overdue", open.Count))];
        return
        [
            new Table(
                [new(text.Say("paper.sheet.orders.number"), 14), new(text.Say("paper.sheet.orders.text"), 82), new(text.Say("paper.sheet.orders.body"), 28), new(text.Say("paper.sheet.orders.due"), 46)],
                [.. overdue.Take(MostOrders).Select(line => new Row([
                    new(line.Order.Name), new(Runs.Original(line.Order.Text)), new(text.Of(line.BodyName)), new(text.Day(line.Order.Due) + ", " + text.Say("head.days-over", line.DaysOver)),
                ]))])
            { Caption = text.Say("paper.sheet.orders.caption", open.Count, overdue.Count) },
        ];
    }

    private Paragraph More(int count) => new(text.Say("head.more", count), ParagraphLook.Note);
}
