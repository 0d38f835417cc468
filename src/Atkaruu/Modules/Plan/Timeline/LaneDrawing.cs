using System.Globalization;
using System.Text;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>Draws a lane of the timeline into a page: x in per cent, so that it fits any width; colours come from the styles.</summary>
public static class LaneDrawing
{
    /// <param name="label">The same in words, for those who do not see it.</param>
    public static IHtmlContent Draw(this Sprite sprite, Lane lane, string label)
    {
        var svg = new StringBuilder("<svg class=\"lane\" height=\"20\" role=\"img\" aria-label=\"").Append(PageText.Encoder.Encode(label)).Append("\">");
        Bar(svg, lane);
        Progress(svg, lane);
        foreach (var mark in lane.Marks) Mark(svg, sprite, lane.Form, mark);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>A lane that stands alone: with the years under it and the line of today.</summary>
    public static IHtmlContent DrawWithYears(this Sprite sprite, Lane lane, TimelineChart chart, string label)
    {
        var svg = new StringBuilder("<svg class=\"lane lone\" height=\"40\" role=\"img\" aria-label=\"").Append(PageText.Encoder.Encode(label)).Append("\">");
        var step = 100d / chart.Scale.Years.Count;
        foreach (var (i, year) in chart.Scale.Years.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Percent(i * step)}\" x2=\"{Percent(i * step)}\" y2=\"26\" class=\"tick\"/><svg x=\"{Percent(i * step)}\" class=\"mk\"><text y=\"38\" class=\"yr\">{year}</text></svg>");
        svg.Append("<line x1=\"100%\" x2=\"100%\" y2=\"26\" class=\"tick\"/>");
        Bar(svg, lane);
        Progress(svg, lane);
        if (chart.Today is { } today) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Percent(today)}\" x2=\"{Percent(today)}\" y2=\"26\" class=\"today\"/>");
        foreach (var mark in lane.Marks) Mark(svg, sprite, lane.Form, mark);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>«29.63%», as svg reads it in every language.</summary>
    public static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static void Bar(StringBuilder svg, Lane lane)
    {
        var (from, to, width) = (Percent(lane.Run.From), Percent(lane.Run.To), Percent(lane.Run.Width));
        svg.Append(lane.Form switch
        {
            LaneForm.Yearly => $"<line x1=\"{from}\" x2=\"{to}\" y1=\"10\" y2=\"10\" class=\"rec\"/>",
            LaneForm.Endless => $"<line x1=\"{from}\" x2=\"{to}\" y1=\"10\" y2=\"10\" class=\"cont\"/><svg x=\"{to}\" class=\"mk\"><path d=\"M-7 5.5L0 10l-7 4.5\" class=\"arrow\"/></svg>",
            LaneForm.Undated => $"<rect x=\"{from}\" width=\"{width}\" y=\"6.5\" height=\"7\" rx=\"2\" class=\"span miss\"/><svg x=\"{to}\" class=\"mk\"><circle cx=\"-13\" cy=\"10\" r=\"7.5\"/><text x=\"-16.5\" y=\"14.5\" class=\"q\">?</text></svg>",
            _ => $"<rect x=\"{from}\" width=\"{width}\" y=\"6.5\" height=\"7\" rx=\"2\" class=\"span\"/>",
        });
    }

    private static void Progress(StringBuilder svg, Lane lane)
    {
        if (lane.Done is { Width: > 0 } done) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Percent(done.From)}\" width=\"{Percent(done.Width)}\" y=\"6.5\" height=\"7\" rx=\"2\" class=\"fill\" data-s=\"{lane.State}\"/>");
        if (lane.Tail is { } tail) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Percent(tail.From)}\" x2=\"{Percent(tail.To)}\" y1=\"10\" y2=\"10\" class=\"{(lane.State == "donelate" ? "tail ok" : "tail")}\"/>");
        if (lane.Ahead is { } ahead)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Percent(lane.Run.To)}\" x2=\"{Percent(ahead.From)}\" y1=\"10\" y2=\"10\" class=\"hope\"/><rect x=\"{Percent(ahead.From)}\" width=\"{Percent(Math.Max(.6, ahead.Width))}\" y=\"6.5\" height=\"7\" rx=\"2\" class=\"range missed\"/>");
    }

    // A yearly mark sits on its line, before the new year; any other stands behind its bar.
    private static void Mark(StringBuilder svg, Sprite sprite, LaneForm form, LaneMark mark)
    {
        var centre = form switch { LaneForm.Yearly => -9, LaneForm.Endless => 0, _ => 11 };
        svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{Percent(mark.At)}\" class=\"mk\"><circle cx=\"{centre}\" cy=\"10\" r=\"7.5\"/>")
            .Append(CultureInfo.InvariantCulture, $"<use href=\"{sprite.Use("s-" + mark.State)}\" x=\"{centre - 7}\" y=\"3\" width=\"14\" height=\"14\" data-s=\"{mark.State}\"/></svg>");
    }
}
