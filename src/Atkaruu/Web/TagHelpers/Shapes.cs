using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Atkaruu.Web.TagHelpers;

/// <summary>A small drawing beside words; readers of the page aloud do not hear it: <c>&lt;ak-icon name="search" /&gt;</c>.</summary>
[HtmlTargetElement("ak-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Sprite sprite) : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Drawing.Write(output, "i", sprite.Use("i-" + Name));
}

/// <summary>The shape of a state, in its colour. A word must stand beside it: <c>&lt;ak-shape s="late" /&gt; Мөөнөтү өттү</c>.</summary>
[HtmlTargetElement("ak-shape", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShapeTagHelper(Sprite sprite) : TagHelper
{
    /// <summary>Id of the state: done, late, wait …</summary>
    public required string S { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Drawing.Write(output, "s", sprite.Use("s-" + S));
        output.Attributes.Add("data-s", S);
    }
}

/// <summary>
/// A state: shape, word, colour. The word is the usual one unless another is given:
/// <c>&lt;ak-status s="wait" /&gt;</c>, <c>&lt;ak-status s="risk"&gt;Эскертүү&lt;/ak-status&gt;</c>. <c>tint</c> only in the head of a page.
/// </summary>
[HtmlTargetElement("ak-status")]
public sealed class StatusTagHelper(Sprite sprite, PageText text) : TagHelper
{
    public required string S { get; set; }

    public bool Tint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Tint ? "st st-tint" : "st");
        output.Attributes.SetAttribute("data-s", S);
        output.Content.AppendHtml($"<svg class=\"s\" aria-hidden=\"true\"><use href=\"{sprite.Use("s-" + S)}\"/></svg><span class=\"word\">")
            .AppendHtml(word.IsEmptyOrWhiteSpace ? text["status." + S] : word).AppendHtml("</span>");
    }
}

/// <summary>
/// Up to about 120 things, each one small shape: <c>&lt;ak-units of="states" size="xl" /&gt;</c>. Counts are seen before they are read;
/// readers aloud skip the list, so a sentence with the same counts must stand beside it.
/// </summary>
[HtmlTargetElement("ak-units", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnitsTagHelper(Sprite sprite) : TagHelper
{
    public required IEnumerable<string> Of { get; set; }

    /// <summary>xl for the few that answer a page's question, or nothing.</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size == "xl" ? "units units-xl" : "units");
        output.Attributes.SetAttribute("aria-hidden", "true");
        foreach (var s in Of)
            output.Content.AppendHtml($"<li><svg class=\"s\" data-s=\"{s}\"><use href=\"{sprite.Use("s-" + s)}\"/></svg></li>");
    }
}

internal static class Drawing
{
    public static void Write(TagHelperOutput output, string kind, string shape)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", kind);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(new HtmlString($"<use href=\"{shape}\"/>"));
    }
}
