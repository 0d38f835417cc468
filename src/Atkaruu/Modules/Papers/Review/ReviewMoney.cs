using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Review;

/// <summary>Planned, committed and paid, by source and by year, as the page of money has them.</summary>
internal sealed class ReviewMoney(PaperScene scene, MeasureLines lines, PageText text)
{
    public IEnumerable<Block> Blocks()
    {
        var totals = MoneyTotals.Of(scene.Plan, lines.All.ToDictionary(line => line.Measure.Id, line => line.Money), []);
        yield return new Heading(2, text.Say("paper.review.money"));
        yield return new Paragraph(new ReportSummary(scene, [.. lines.All], text).Money());
        if (totals.Whole.IsNothing) yield break;

        List<(string Name, Figures Figures)> sources = [.. totals.BySource.OrderBy(s => s.Key).Select(s => (text.Say("money.source." + s.Key.ToString().ToLowerInvariant()), s.Value))];
        yield return new Figure(BarsDrawing.OfSums([.. sources.Select(Bar)], ReviewFigures.Width), text.Say("paper.review.money-bars"), text.Say("paper.review.money-bars"));
        yield return Table(text.Say("paper.review.source"), sources, totals.Whole);
        yield return Table(text.Say("paper.review.year"), [.. totals.ByYear.OrderBy(y => y.Key).Select(y => (y.Key.ToString(text.Culture), y.Value))], totals.Whole);
    }

    private (string, decimal, decimal, decimal, string) Bar((string Name, Figures Figures) of) =>
        (of.Name, of.Figures.Planned.Som, of.Figures.Committed.Som, of.Figures.Paid.Som, text.Total(of.Figures.Planned));

    private Table Table(string what, IReadOnlyList<(string Name, Figures Figures)> rows, Figures whole) => new(
        [new(what, 40), new(text.Say("paper.review.planned"), 22, CellAlign.Right), new(text.Say("paper.review.committed"), 22, CellAlign.Right), new(text.Say("paper.review.paid"), 22, CellAlign.Right)],
        [.. rows.Select(row => Row(row.Name, row.Figures, RowKind.Plain)), Row(text.Say("paper.review.whole"), whole, RowKind.Total)]) { Caption = what };

    private Row Row(string name, Figures figures, RowKind kind) => new([new(name), Sum(figures.Planned), Sum(figures.Committed), Sum(figures.Paid)], kind);

    private Cell Sum(Total total) => total.IsNothing ? new("–") { Align = CellAlign.Right } : Cell.Sum(total.WithoutRate.Any() ? null : total.Som, text.Total(total));
}
