using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Meetings;

/// <summary>Orders with their state, the overdue ones first: all that the reader may see, or those of one body. Never for everybody.</summary>
public sealed class OrderList : PaperKind
{
    public override string Code => "orders";
    public override PaperAbout About => PaperAbout.Programme;
    public override IReadOnlyList<PaperAbout> AlsoAbout => [PaperAbout.Body];
    public override bool HasPeriod => false;
    public override bool IsPublic => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx, PaperFormat.Xlsx];

    private static readonly (string Name, Func<OrderLine, bool> Holds)[] Groups =
    [
        ("overdue", line => line.IsOverdue), ("open", line => line.Order.IsOpen && !line.IsOverdue), ("closed", line => !line.Order.IsOpen),
    ];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var (text, body) = (new PageText(language), scene.Request.Subject is null ? null : scene.Body);
        List<OrderLine> lines = [.. (await OrderReading.AllAsync(scene.Services.GetRequiredService<KeptReadings>(), scene.Db, scene.Plan, scene.Actor, scene.Today, stop)).Where(line => body is null || line.Order.Body == body.Code)];
        var (open, overdue) = (lines.Count(line => line.Order.IsOpen), lines.Count(line => line.IsOverdue));
        said.Add(new("paper.said.orders-open"), Count(open));
        said.Add(new("paper.said.orders-overdue"), Count(overdue));

        List<Block> blocks =
        [
            new Paragraph(Runs.Original(scene.Plan.Edition.Act.Body, RunLook.Bold), ParagraphLook.Centred),
            new Heading(1, text.Say("paper.orders.heading", scene.Today)),
        ];
        if (body is not null) blocks.Add(new Paragraph(text.Of(body.Name, RunLook.Bold), ParagraphLook.Centred));
        blocks.Add(new Paragraph(text.Say("paper.orders.counts", open, overdue, lines.Count - open), ParagraphLook.Lead));
        if (lines.Count > 0) blocks.Add(Table(lines, text));
        blocks.Add(new Paragraph(text.Say("order.not-public"), ParagraphLook.Note));
        return new(language, text.Say("paper.orders.title", scene.Today), PageShape.Landscape, blocks) { TableSize = 8.5 };
    }

    private static Table Table(List<OrderLine> lines, PageText text)
    {
        string[] heads = ["paper.orders.number", "order.what", "order.measure", "order.body", "paper.orders.given", "order.due", "order.state"];
        double[] widths = [9, 62, 44, 38, 19, 24, 56];
        List<Row> rows = [];
        foreach (var (name, holds) in Groups)
        {
            List<OrderLine> some = [.. lines.Where(holds)];
            if (some.Count == 0) continue;
            rows.Add(Writing.Row.Through(text.Say("paper.orders.group." + name, some.Count), RowKind.Section, heads.Length));
            rows.AddRange(some.Select(line => Row(line, text)));
        }
        return new([.. heads.Zip(widths, (head, width) => new Column(text.Say(head), width))], rows) { Caption = text.Say("order.title") };
    }

    private static Row Row(OrderLine line, PageText text)
    {
        var order = line.Order;
        List<Prose> due = [text.Day(order.Due)];
        if (order.FirstDue != order.Due) due.Add(new Run(text.Say("order.first-due", order.FirstDue), RunLook.Quiet));
        if (line.DaysOver > 0) due.Add(Prose.Bold(text.Say("order.days-over", line.DaysOver)));
        return new([
            new(order.Name), new(Runs.Original(order.Text)), line.Measure is { } measure ? new(Prose.Of(new Run(measure.Code + " ", RunLook.Bold), text.Of(measure.ShortName))) : new("–"),
            new(text.Of(line.Body?.Name ?? line.BodyName)), Cell.Day(order.GivenOn, text.Day(order.GivenOn)), new(due), new(State(line, text)),
        ]);
    }

    /// <summary>The state, whose move it is, and what was said last.</summary>
    private static List<Prose> State(OrderLine line, PageText text)
    {
        var order = line.Order;
        List<Prose> said = [new Run(text.Say("order.state." + line.State), RunLook.Bold) { State = Vocabulary(line) }];
        if (order.Move.Side != Side.Nobody) said.Add(new Run(text.Say(order.Move.Side == Side.Body ? "order.move.body" : "order.move.giver", order.Move.Since), RunLook.Quiet));
        if (order.IsEscalated) said.Add(new Run(text.Say("order.escalated"), RunLook.Quiet));
        if (order is { IsStopped: true, StoppedOn: { } since }) said.Add(text.Say("order.note.stopped", since, order.StopReason));
        if (order.Objection is { Length: > 0 } objection && order.State == OrderState.Objected) said.Add(text.Say("order.note.objected", objection));
        if (order.State == OrderState.Cancelled) said.Add(text.Say("order.note.cancelled", order.CancelReason));
        else if (order.DoneWords is { Length: > 0 } done) said.Add(Prose.Of(new Run(text.Say("order.done-words") + ": ", RunLook.Quiet), Runs.Original(Runs.Cut(done, 300))));
        return said;
    }

    /// <summary>Of the shapes of states those that papers have.</summary>
    private static string? Vocabulary(OrderLine line) => line.State switch
    {
        "overdue" => "late",
        "confirmed" => "done",
        "confirmedlate" => "donelate",
        "cancelled" => "gone",
        "stopped" => "pause",
        "objected" => "risk",
        "done" => "rep",
        "accepted" => "track",
        _ => "wait",
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
