using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Atkaruu.Web.TagHelpers;

/// <summary>Stands beside every computed number and opens its arithmetic: formula, inputs, "n of m", a link to the list.</summary>
[HtmlTargetElement("ak-how")]
public sealed class HowTagHelper(Sprite sprite, PageText text) : TagHelper
{
    public bool Open { get; set; }

    /// <summary>The words that open it; «Кантип эсептелди?» unless others are given.</summary>
    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "how");
        if (Open) output.Attributes.SetAttribute(new("open"));
        output.PreContent.AppendHtml($"<summary><svg class=\"i\" aria-hidden=\"true\"><use href=\"{sprite.Use("i-right")}\"/></svg><span>")
            .Append(Title ?? text.Say("how.title")).AppendHtml("</span></summary><div>");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>A list with nothing in it: what will be here, and one thing to do.</summary>
[HtmlTargetElement("ak-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "ak-empty");
        output.PreContent.AppendHtml("<h2>").Append(Title).AppendHtml("</h2>");
    }
}

/// <summary>One step on the way from the top to this page.</summary>
public sealed record Crumb(IHtmlContent Text, string Href);

/// <summary>The way from the top to this page: <c>&lt;ak-crumbs steps="…" /&gt;</c>.</summary>
[HtmlTargetElement("ak-crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(PageText text) : TagHelper
{
    public required IEnumerable<Crumb> Steps { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-label", text.Say("frame.way"));
        output.Content.AppendHtml("<ol class=\"ak-crumbs\">");
        foreach (var step in Steps)
            output.Content.AppendHtml("<li><a class=\"plain\" href=\"").Append(step.Href).AppendHtml("\">").AppendHtml(step.Text).AppendHtml("</a></li>");
        output.Content.AppendHtml("</ol>");
    }
}

/// <summary>
/// One choice of a filter: a link with a count, pressed when it is the one chosen.
/// <c>&lt;ak-facet href="…" count="8" here="false" s="wait"&gt;Мөөнөтү келе элек&lt;/ak-facet&gt;</c>, inside <c>ul.facets</c>.
/// </summary>
[HtmlTargetElement("ak-facet")]
public sealed class FacetTagHelper(Sprite sprite) : TagHelper
{
    public required string Href { get; set; }
    public int? Count { get; set; }
    public bool Here { get; set; }
    public string? S { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.PreContent.AppendHtml("<a class=\"facet\" href=\"").Append(Href).AppendHtml(Here ? "\" aria-current=\"true\">" : "\">");
        if (S is not null) output.PreContent.AppendHtml($"<svg class=\"s\" data-s=\"{S}\" aria-hidden=\"true\"><use href=\"{sprite.Use("s-" + S)}\"/></svg>");
        if (Count is not null) output.PostContent.AppendHtml($" <b>{Count}</b>");
        output.PostContent.AppendHtml("</a>");
    }
}
