using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.PeriodSheets;

/// <summary>What the sheets of a body and of a municipality have in common, besides their measures.</summary>
internal sealed class SheetBlocks(PaperScene scene, PageText text)
{
    /// <summary>More orders than these are on no sheet of a few pages.</summary>
    private const int MostOrders = 20;

    public IEnumerable<Block> Heading(Words name, string what)
    {
        yield return OfficialWords.Administration(scene.Plan, text);
        yield return new Heading(1, text.Of(name));
        yield return new Paragraph(text.Say(what, scene.Period!.Value), ParagraphLook.Centred);
    }

    /// <summary>Executed of due, returns that came of those owed, what is late, what may be.</summary>
    public IEnumerable<Block> Standing(IReadOnlyList<MeasureLine> lines, IReadOnlyList<OwedLine> owed, PaperSaid said)
    {
        var sum = Summary.Of(lines.Select(line => line.Progress));
        var (executed, came) = (sum.Due == 0 ? "–" : $"{sum.Executed} / {sum.Due}", owed.Count == 0 ? "–" : $"{owed.Count(o => o.Came)} / {owed.Count}");
        said.Add(new("paper.said.executed"), executed);
        said.Add(new("paper.said.came"), came);
        said.Add(new("paper.said.late"), text.Number(lines.Count(line => line.IsLate)));
        yield return new Tally([
            (executed, text.Say(sum.Due == 0 ? "paper.tally.none-due" : "paper.tally.executed")), (came, text.Say("paper.tally.came")),
            (text.Number(lines.Count(line => line.IsLate)), text.Say("paper.tally.late")), (text.Number(sum.In("risk")), text.Say("paper.tally.risk")),
        ]);
    }

    /// <summary>How many returns were owed, and what came of them; the last day for them while it is not over.</summary>
    /// <param name="whose">Named in the sentence where the sheet is not its own.</param>
    public static string Sent(string key, Words? whose, PaperScene scene, IReadOnlyList<OwedLine> owed, PageText text)
    {
        var span = scene.Period!.Value;
        if (owed.Count == 0) return text.Say("paper.sheet.nothing-owed", span);
        var parts = string.Join(", ", ReportSummary.Parts(owed, text));
        var said = whose is null ? text.Say(key, span, owed.Count, parts) : text.Say(key, whose, span, owed.Count, parts);
        var last = owed.Max(o => o.Period.Due);
        return last < scene.Today ? said : said + " " + text.Say("paper.sheet.until", last);
    }

    /// <summary>Its own figures beside the middle of the others', as everybody may know them; each with its «n of m».</summary>
    /// <param name="kind">body or place.</param>
    public IEnumerable<Block> Compared(Compared? of, string kind)
    {
        if (of is not { AnythingTold: true, Own: var own }) yield break;
        var share = own.Due == 0 ? null : (decimal?)own.Executed / own.Due;
        yield return new Table(
            [new(text.Say("paper.compared"), 40), new(text.Say("compared.own"), 26, CellAlign.Right), new(text.Say("compared.median." + kind), 30, CellAlign.Right)],
            [
                new([new(text.Say("compared.executed")), Cell.Percent(share, own.Due == 0 ? "0 / 0" : $"{own.Executed} / {own.Due} ({text.Percent(share)})"), Middle(of.Executed)]),
                new([new(text.Say("paper.compared.mean")), Cell.Percent(own.Reported, text.Percent(own.Reported) + " " + text.Say("paper.n-of-m", own.Told, own.Count)), Middle(of.Reported)]),
                new([new(text.Say("paper.compared.verified")), Cell.Percent(own.Verified, text.Percent(own.Verified) + " " + text.Say("paper.n-of-m", own.Looked, own.Count)), new("–") { Align = CellAlign.Right }]),
            ])
        { Caption = text.Say("paper.compared.caption") };
    }

    private Cell Middle((decimal? Middle, int Of) others) => Cell.Percent(others.Middle, text.Percent(others.Middle) + " " + text.Say("paper.of-others", others.Of));

    /// <summary>Open orders; never on a paper for everybody.</summary>
    public async Task<IReadOnlyList<Block>> OrdersAsync(Func<OrderLine, bool> about, CancellationToken stop)
    {
        if (scene.Request.Audience == Audience.Public) return [];
        List<OrderLine> orders = [.. (await OrderReading.OpenAsync(scene.Services.GetRequiredService<KeptReadings>(), scene.Db, scene.Plan, scene.Actor, scene.Today, stop)).Where(about)];
        if (orders.Count == 0) return [new Paragraph(text.Say("paper.sheet.orders.none"))];
        return
        [
            new Table(
                [
                    new(text.Say("paper.sheet.orders.number"), 10), new(text.Say("paper.sheet.orders.text"), 58), new(text.Say("paper.sheet.orders.body"), 20), new(text.Say("paper.sheet.orders.due"), 14), new(text.Say("paper.sheet.orders.state"), 24),
                ],
                [.. orders.Take(MostOrders).Select(Order)])
            { Caption = text.Say("paper.sheet.orders.caption", orders.Count, orders.Count(o => o.IsOverdue)) },
            .. orders.Count > MostOrders ? (Block[])[new Paragraph(text.Say("paper.sheet.orders.more", orders.Count - MostOrders), ParagraphLook.Note)] : [],
        ];
    }

    private Row Order(OrderLine line) => new([
        new(line.Order.Name), new(Runs.Original(line.Order.Text)), new(text.Of(line.BodyName)), Cell.Day(line.Order.Due, text.Day(line.Order.Due)),
        new(text.Say("order.state." + line.State) + (line.IsOverdue ? ", " + text.Say("head.days-over", line.DaysOver) : "")),
    ]);

    /// <summary>Columns that count measures.</summary>
    public static readonly IReadOnlyList<string> Counts = ["measures", "executed", "late", "risk", "silent"];

    public static IEnumerable<Cell> CountCells(Summary sum, PageText text) =>
    [
        Cell.Number(sum.Count, text.Number(sum.Count)), new(sum.Due == 0 ? "–" : $"{sum.Executed} / {sum.Due}") { Align = CellAlign.Right },
        Cell.Number(sum.In("late"), text.Number(sum.In("late"))), Cell.Number(sum.In("risk"), text.Number(sum.In("risk"))), Cell.Number(sum.In("silent"), text.Number(sum.In("silent"))),
    ];
}
