using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Atkaruu.Web.TagHelpers;

/// <summary>
/// One share on a line from nothing to all: hatched as reported, solid as verified, a tick where it is expected today. The numbers
/// must stand beside it in words: readers of the page aloud skip it. <c>&lt;ak-rule reported="0.64m" expected="0.29m" /&gt;</c>.
/// </summary>
[HtmlTargetElement("ak-rule", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RuleTagHelper : TagHelper
{
    /// <summary>0…1; nothing is drawn where it is not known.</summary>
    public decimal? Reported { get; set; }
    public decimal? Verified { get; set; }
    public decimal? Expected { get; set; }

    /// <summary>«s» in a table.</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (height, middle) = Size == "s" ? (12, 6) : (20, 10);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size == "s" ? "rule rule-s" : "rule");
        output.Attributes.SetAttribute("height", height);
        output.Attributes.SetAttribute("aria-hidden", "true");
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<line x2=\"100%\" y1=\"{middle}\" y2=\"{middle}\" class=\"bed\"/>");
        if (Reported is { } reported) Line(Line(svg, reported, middle, "rep-b"), reported, middle, "rep");
        if (Verified is { } verified) Line(svg, verified, middle, "ver");
        if (Expected is { } expected) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Percent(expected)}\" x2=\"{Percent(expected)}\" y2=\"{height}\" class=\"exp\"/>");
        output.Content.SetHtmlContent(new HtmlString(svg.ToString()));
    }

    /// <summary>«64%», as svg reads it in every language.</summary>
    internal static string Percent(decimal share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static StringBuilder Line(StringBuilder svg, decimal share, int y, string kind) => share <= 0 ? svg
        : svg.Append(CultureInfo.InvariantCulture, $"<line x2=\"{Percent(share)}\" y1=\"{y}\" y2=\"{y}\" class=\"{kind}\"/>");
}

/// <summary>A number in one year: what was planned for it, what was reported, what was seen by others.</summary>
public sealed record YearBar(int Year, decimal? Plan, decimal? Reported, decimal? Verified);

/// <summary>
/// A number by year: a frame for the plan, hatched as reported, solid as verified, on one scale. A table with the numbers must stand
/// beside it. <c>&lt;ak-bars of="bars" now="2026" /&gt;</c>.
/// </summary>
[HtmlTargetElement("ak-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTagHelper : TagHelper
{
    private const int Height = 100, Foot = 20;

    public required IReadOnlyList<YearBar> Of { get; set; }

    /// <summary>The running year, marked as here and now.</summary>
    public int Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ak-bars");
        output.Attributes.SetAttribute("height", Height + Foot);
        output.Attributes.SetAttribute("aria-hidden", "true");
        var most = Of.SelectMany(bar => new[] { bar.Plan, bar.Reported, bar.Verified }).Max() is > 0 and var max ? max : 1;
        var svg = new StringBuilder();
        foreach (var (i, bar) in Of.Index())
        {
            var at = RuleTagHelper.Percent((i + 0.5m) / Of.Count);
            svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{at}\" class=\"mk\">");
            if (bar.Plan is { } plan) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M-16 {Height}V{Y(plan)}H16V{Height}\" class=\"p\"/>");
            if (bar.Reported is > 0 and var reported) svg.Append(CultureInfo.InvariantCulture, $"<line y1=\"{Height}\" y2=\"{Y(reported)}\" class=\"f-b\"/><line y1=\"{Height}\" y2=\"{Y(reported)}\" class=\"f\"/>");
            if (bar.Verified is > 0 and var verified) svg.Append(CultureInfo.InvariantCulture, $"<line y1=\"{Height}\" y2=\"{Y(verified)}\" class=\"v\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"-24\" x2=\"24\" y1=\"{Height}\" y2=\"{Height}\" class=\"{(bar.Year == Now ? "base now" : "base")}\"/><text y=\"{Height + 16}\" text-anchor=\"middle\" class=\"{(bar.Year == Now ? "yr now" : "yr")}\">{bar.Year}</text></svg>");
        }
        output.Content.SetHtmlContent(new HtmlString(svg.ToString()));

        string Y(decimal value) => (Height - 90 * Math.Clamp(value / most, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
    }
}

/// <summary>
/// How a share went from period to period, as a small line; a period without a share is a gap. The numbers stand in a table beside it.
/// </summary>
[HtmlTargetElement("ak-spark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SparkTagHelper : TagHelper
{
    private const int Width = 160, Height = 40;

    public required IReadOnlyList<decimal?> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "spark");
        output.Attributes.SetAttribute("width", Width);
        output.Attributes.SetAttribute("height", Height);
        output.Attributes.SetAttribute("aria-hidden", "true");
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<line x2=\"{Width}\" y1=\"{Height - 1}\" y2=\"{Height - 1}\" class=\"base\"/>");
        var path = new StringBuilder();
        var (gap, last) = (true, ((string, string)?)null);
        foreach (var (i, share) in Of.Index())
        {
            if (share is not { } known) { gap = true; continue; }
            var (x, y) = (Number(4 + (decimal)i / Math.Max(1, Of.Count - 1) * (Width - 8)), Number(Height - 4 - known * (Height - 8)));
            path.Append(CultureInfo.InvariantCulture, $"{(gap ? 'M' : 'L')}{x} {y}");
            (gap, last) = (false, (x, y));
        }
        if (path.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\"/>");
        if (last is var (lastX, lastY)) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{lastX}\" cy=\"{lastY}\" r=\"3\"/>");
        output.Content.SetHtmlContent(new HtmlString(svg.ToString()));
    }

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
