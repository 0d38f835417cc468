using System.Globalization;
using System.Xml.Linq;
using Atkaruu.Web;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>
/// Draws the timeline as a picture that stands alone: one sheet of A3 across, two columns, in points. Everything it needs is in
/// its attributes, so it looks the same in a browser, a drawing program and a printing house.
/// </summary>
public sealed class TimelineSheet(TimelineView view, PageText text)
{
    private const double Width = 1190.55, Height = 841.89, Margin = 30, Gutter = 26, Top = 92, Foot = 46, Labels = 186, Tail = 16;
    private const double Column = (Width - 2 * Margin - Gutter) / 2;

    /// <summary>Heights in rows: a line of a task's title, the space over it, the years over a section.</summary>
    private const double TitleLine = .9, Gap = .4, Axis = 2.8;
    private const double TallestRow = 15;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly TimelineChart _chart = view.Chart;
    private double _row = TallestRow;

    /// <summary>Letters are set in proportion to the rows.</summary>
    private double Letter => _row * .7;

    public XElement Draw()
    {
        var columns = Columns();
        var tallest = columns.Max(Rows);
        if (tallest > 0) _row = Math.Min(TallestRow, (Height - Top - Foot) / tallest);
        return new(Svg + "svg",
            Is("width", "420mm"), Is("height", "297mm"), Is("viewBox", $"0 0 {Number(Width)} {Number(Height)}"),
            new XAttribute(XNamespace.Xml + "lang", text.Language), Is("role", "img"), Is("font-family", "PT Sans, Segoe UI, Roboto, Noto Sans, sans-serif"), Is("fill", SheetInk.Ink),
            new XElement(Svg + "title", Title), new XElement(Svg + "desc", Description),
            new XElement(Svg + "rect", Is("width", Width), Is("height", Height), Is("fill", "#ffffff")),
            Head(), columns.Select((column, i) => DrawColumn(column, Margin + i * (Column + Gutter))), Key());
    }

    private string Title => text.Say("timeline.heading", view.Register.Answer.Total, view.Plan.Programme.FromYear, view.Plan.Programme.ToYear);

    private string Description => view.Answer(text);

    private XElement Head() => new(Svg + "g",
        Text(Margin, 42, 9, $"{text.Say("app.name")} · {view.Plan.Place(view.Plan.Programme.District)?.Name.In(text.Language)} · {text.Say("timeline.over", view.Plan.Edition.Number, view.Today)}", SheetInk.Second),
        Text(Margin, 62, 20, Title, bold: true),
        Text(Margin, 77, 9, Description, SheetInk.Second));

    /// <summary>Tasks fall into two columns of about one height; a break between sections is worth a quarter of the sheet.</summary>
    private IReadOnlyList<IReadOnlyList<SectionLanes>> Columns()
    {
        var tasks = _chart.Sections.SelectMany(section => section.Tasks.Select(task => (section.Section, task))).ToList();
        IReadOnlyList<SectionLanes> Part(Range range) => [.. tasks[range].GroupBy(t => t.Section).Select(g => new SectionLanes(g.Key, [.. g.Select(t => t.task)]))];
        if (tasks.Count < 2) return [Part(..)];

        var best = Enumerable.Range(1, tasks.Count - 1).MinBy(at =>
            Math.Abs(Rows(Part(..at)) - Rows(Part(at..))) + (tasks[at - 1].Section == tasks[at].Section ? Rows(Part(..)) / 4 : 0));
        return [Part(..best), Part(best..)];
    }

    private double Rows(IReadOnlyList<SectionLanes> column) =>
        column.Sum(section => Axis + section.Tasks.Sum(task => Gap + TitleLine * SheetWords.Wrap(task.Task.Title.In(text.Language)).Count + task.Lanes.Count));

    private IEnumerable<XElement> DrawColumn(IReadOnlyList<SectionLanes> column, double left)
    {
        var y = Top;
        foreach (var section in column)
        {
            var height = Rows([section]) * _row;
            yield return new XElement(Svg + "g", Is("transform", $"translate({Number(left)} {Number(y)})"), DrawSection(section, height));
            y += height;
        }
    }

    private IEnumerable<XElement> DrawSection(SectionLanes section, double height)
    {
        foreach (var part in Ground(height)) yield return part;
        yield return Text(0, (Axis - .9) * _row, _row * .9, section.Section.Title.In(text.Language), bold: true);
        var y = Axis * _row;
        foreach (var task in section.Tasks)
        {
            y += Gap * _row;
            foreach (var line in SheetWords.Wrap(task.Task.Title.In(text.Language)))
            {
                yield return SheetInk.Haloed(Text(0, y + Letter, Letter * .9, line, SheetInk.Second, bold: true));
                y += TitleLine * _row;
            }
            foreach (var lane in task.Lanes)
            {
                yield return DrawLane(lane, y);
                y += _row;
            }
        }
    }

    private IEnumerable<XElement> Ground(double height)
    {
        var (top, years) = ((Axis - .4) * _row, _chart.Scale.Years);
        foreach (var winter in _chart.Scale.Closed())
            yield return new(Svg + "rect", Is("x", X(winter.From)), Is("width", X(winter.To) - X(winter.From)), Is("y", top), Is("height", height - top), Is("fill", SheetInk.Closed));
        for (var i = 0; i <= years.Count; i++)
        {
            var x = X(100d * i / years.Count);
            yield return SheetInk.Line(x, top, x, height, SheetInk.Hair, .6);
            if (i < years.Count) yield return Text(x + 4, (Axis - .9) * _row, Letter, years[i].ToString(CultureInfo.InvariantCulture), years[i] == view.Today.Year ? SheetInk.FeltInk : SheetInk.Ink, bold: true);
        }
        yield return SheetInk.Line(0, top, Column, top, SheetInk.Edge, .8);
        if (_chart.Today is not { } today) yield break;
        yield return SheetInk.Line(X(today), top - _row, X(today), height, SheetInk.Felt, 1.4);
        yield return Text(X(today), top - 1.2 * _row, Letter, text.Say("timeline.today"), SheetInk.FeltInk, bold: true, "middle");
    }

    private XElement DrawLane(Lane lane, double y)
    {
        var (middle, from, to) = (y + _row / 2, X(lane.Run.From), X(lane.Run.To));
        var name = SheetWords.Shorten(lane.Measure.ShortName.In(text.Language));
        return new(Svg + "g",
            new XElement(Svg + "title", $"{lane.Measure.Title.In(text.Language)}: {text.Say(view.Plan, lane)}"),
            Text(0, middle + Letter * .36, Letter * .86, lane.Measure.Number ?? "–", SheetInk.Third),
            Text(20, middle + Letter * .36, Letter, name, struck: lane.State == "gone"),
            SheetInk.Bar(lane.Form, from, to, middle, _row),
            lane.Done is { Width: > 0 } done ? SheetInk.Fill(lane.State, X(done.From), X(done.To), middle, _row) : null,
            lane.Tail is { } tail ? SheetInk.Tail(lane.State, X(tail.From), X(tail.To), middle) : null,
            lane.Ahead is { } ahead ? SheetInk.Ahead(to, X(ahead.From), X(ahead.To), middle, _row) : null,
            lane.Marks.Select(mark => SheetInk.Mark(mark.State, X(mark.At) + lane.Form switch { LaneForm.Yearly => -.6, LaneForm.Endless => 0, _ => .6 } * _row, middle, _row * .34)));
    }

    private XElement Key()
    {
        var (x, key) = (Margin, new XElement(Svg + "g"));
        foreach (var (form, name) in new[] { (LaneForm.Span, "span"), (LaneForm.Undated, "undated"), (LaneForm.Yearly, "yearly"), (LaneForm.Endless, "endless") })
            Add(text.Say("timeline.key." + name), SheetInk.Bar(form, x, x + 22, Height - 24, 12));
        Add(text.Say("timeline.key.winter"), [new(Svg + "rect", Is("x", x), Is("y", Height - 29), Is("width", 22), Is("height", 10), Is("fill", SheetInk.Closed))]);
        if (view.Lanes.Any(lane => lane.Done is not null)) Add(text.Say("timeline.key.done-part"), [.. SheetInk.Bar(LaneForm.Span, x, x + 22, Height - 24, 12), SheetInk.Fill("track", x, x + 13, Height - 24, 12)]);
        if (view.Lanes.Any(lane => lane.Ahead is not null)) Add(text.Say("timeline.key.ahead"), SheetInk.Ahead(x, x + 2, x + 22, Height - 24, 12).Take(2));
        foreach (var state in view.Lanes.SelectMany(lane => lane.Marks).Select(mark => mark.State).Distinct().Order(StringComparer.Ordinal))
            Add(text.Say(state is "silent" or "wait" or "pause" or "gone" ? "timeline.key." + state : "status." + state), SheetInk.Mark(state, x + 16, Height - 24, 4.2));
        return key;

        void Add(string words, IEnumerable<XElement> drawing)
        {
            key.Add(drawing, Text(x + 28, Height - 21, 8.5, words, SheetInk.Second));
            x += 46 + words.Length * 4.7;
        }
    }

    private static double X(double share) => Labels + share / 100 * (Column - Labels - Tail);

    private static XElement Text(double x, double y, double size, string words, string fill = SheetInk.Ink, bool bold = false, string? anchor = null, bool struck = false) =>
        new(Svg + "text", Is("x", x), Is("y", y), Is("font-size", size), Is("fill", fill), bold ? Is("font-weight", "600") : null,
            anchor is null ? null : Is("text-anchor", anchor), struck ? Is("text-decoration", "line-through") : null, words);

    private static XAttribute Is(string name, object value) => SheetInk.Is(name, value);

    private static string Number(double value) => SheetInk.Number(value);
}
