using System.Collections.Frozen;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Web;

/// <summary>
/// The shapes of a page: states (s-…), icons (i-…) and the mark. A page uses shapes by name; the frame then draws those that
/// were used, once each.
/// </summary>
public sealed class Sprite
{
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Remembers that a shape is used and gives the reference to it.</summary>
    /// <exception cref="KeyNotFoundException">No such shape: a mistake of ours.</exception>
    public string Use(string shape)
    {
        if (!Shapes.ContainsKey(shape)) throw new KeyNotFoundException($"No shape '{shape}'.");
        _used.Add(shape);
        return "#" + shape;
    }

    /// <summary>The shapes that have been used so far.</summary>
    public IHtmlContent Draw()
    {
        var svg = new StringBuilder("<svg class=\"ak-sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\">");
        foreach (var shape in _used)
        {
            var (box, drawing) = Shapes[shape];
            svg.Append("<symbol id=\"").Append(shape).Append("\" viewBox=\"").Append(box).Append("\">").Append(drawing).Append("</symbol>");
        }
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static readonly FrozenDictionary<string, (string Box, string Drawing)> Shapes = new Dictionary<string, (string, string)>
    {
        ["s-done"] = ("0 0 16 16", """<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.5 8.4l2.4 2.4 4.6-5" fill="none" stroke="var(--ak-bg)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-ver"] = ("0 0 16 16", """<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.5 8.4l2.4 2.4 4.6-5" fill="none" stroke="var(--ak-bg)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-rep"] = ("0 0 16 16", """<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M4.9 8.3l2.1 2.1 4.1-4.5" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-donelate"] = ("0 0 16 16", """<path d="M8 .9L15.1 8 8 15.1.9 8z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M5.3 8.2l2 2 3.4-3.9" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-track"] = ("0 0 16 16", """<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor"/>"""),
        ["s-risk"] = ("0 0 16 16", """<path d="M8 1.1L15.4 14.4H.6z" fill="currentColor" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round"/><path d="M8 6v4" stroke="var(--ak-bg)" stroke-width="1.8" stroke-linecap="round"/><circle cx="8" cy="12.2" r="1" fill="var(--ak-bg)"/>"""),
        ["s-late"] = ("0 0 16 16", """<path d="M8 .2L15.8 8 8 15.8.2 8z" fill="currentColor"/><path d="M8 4.6v4" stroke="var(--ak-bg)" stroke-width="1.8" stroke-linecap="round"/><circle cx="8" cy="11.2" r="1" fill="var(--ak-bg)"/>"""),
        ["s-silent"] = ("0 0 16 16", """<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.6 2.66"/><circle cx="8" cy="8" r="1.5" fill="currentColor"/>"""),
        ["s-wait"] = ("0 0 16 16", """<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.3"/>"""),
        ["s-pause"] = ("0 0 16 16", """<rect x="1.3" y="1.3" width="13.4" height="13.4" rx="2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 5v6M10 5v6" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>"""),
        ["s-gone"] = ("0 0 16 16", """<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M3.4 12.6l9.2-9.2" stroke="currentColor" stroke-width="1.6"/>"""),
        ["s-part"] = ("0 0 16 16", """<path d="M1.5 8.6l3 3 5.4-6.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/><path d="M9.2 11.4L14.6 5.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-dasharray="1.6 2.6"/>"""),
        ["s-ok"] = ("0 0 16 16", """<path d="M.9 8.6l3 3 5.4-6.2M8.2 11l.7.6 5.6-6.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-no"] = ("0 0 16 16", """<path d="M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>"""),
        ["s-none"] = ("0 0 16 16", """<path d="M3.5 8h9" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>"""),
        ["s-held"] = ("0 0 16 16", """<rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor"/><path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.7"/>"""),
        ["s-disp"] = ("0 0 16 16", """<path d="M2.5 5.7h11M2.5 10.3h11M11 2L5 14" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>"""),
        ["s-sent"] = ("0 0 16 16", """<path d="M1.2 2.2L15 8 1.2 13.8 3.4 8z" fill="currentColor"/><path d="M3.4 8H9" stroke="var(--ak-bg)" stroke-width="1.4"/>"""),
        ["s-back"] = ("0 0 16 16", """<path d="M6 2.5L2 6.5l4 4M2.4 6.5h7.1a4 4 0 0 1 0 8H7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>"""),
        ["s-draft"] = ("0 0 16 16", """<path d="M2 14l.8-3.6 8-8a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8 8z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>"""),
        ["i-search"] = ("0 0 16 16", """<circle cx="7" cy="7" r="4.8"/><path d="M10.6 10.6L14 14"/>"""),
        ["s-note"] = ("0 0 16 16", """<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="3.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 7.4v3.8" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/><circle cx="8" cy="4.7" r="1.05" fill="currentColor"/>"""),
        ["i-left"] = ("0 0 16 16", """<path d="M10 3.5L5.5 8l4.5 4.5"/>"""),
        ["i-right"] = ("0 0 16 16", """<path d="M6 3.5L10.5 8 6 12.5"/>"""),
        ["i-down"] = ("0 0 16 16", """<path d="M3.5 6L8 10.5 12.5 6"/>"""),
        ["i-menu"] = ("0 0 16 16", """<path d="M2 4h12M2 8h12M2 12h12"/>"""),
        ["i-print"] = ("0 0 16 16", """<path d="M4.5 5.5V2h7v3.5M4.5 11.5H2.8A.8.8 0 0 1 2 10.7V6.3a.8.8 0 0 1 .8-.8h10.4a.8.8 0 0 1 .8.8v4.4a.8.8 0 0 1-.8.8h-1.7M4.5 9.5h7V14h-7z"/>"""),
        ["i-save"] = ("0 0 16 16", """<path d="M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11"/>"""),
        ["i-pin"] = ("0 0 16 16", """<path d="M8 14.5C5 11 3.5 8.6 3.5 6.4a4.5 4.5 0 0 1 9 0c0 2.2-1.5 4.6-4.5 8.1z"/><circle cx="8" cy="6.4" r="1.6"/>"""),
        ["i-camera"] = ("0 0 16 16", """<path d="M2 5.2h2.6L5.8 3.2h4.4l1.2 2H14v8H2z"/><circle cx="8" cy="8.9" r="2.4"/>"""),
        ["i-clip"] = ("0 0 16 16", """<path d="M12.6 7.4l-4.9 4.9a3 3 0 0 1-4.2-4.2l5.4-5.4a2 2 0 0 1 2.8 2.8L6.4 10.8a1 1 0 0 1-1.4-1.4l4.6-4.6"/>"""),
        ["i-bell"] = ("0 0 16 16", """<path d="M3.4 11.5c.9-1 1.1-2.2 1.1-4.2a3.5 3.5 0 0 1 7 0c0 2 .2 3.2 1.1 4.2zM6.7 13.6a1.4 1.4 0 0 0 2.6 0"/>"""),
        ["i-talk"] = ("0 0 16 16", """<path d="M2.2 3h11.6v8H7.4L4.2 13.6V11h-2z"/>"""),
        ["i-off"] = ("0 0 16 16", """<path d="M2 2l12 12M4.6 8.6A5 5 0 0 1 8 7.3M2.3 6.2A8 8 0 0 1 4.9 4.6M7.6 3.9a8 8 0 0 1 6.1 2.3M10.4 8a5 5 0 0 1 1 .6"/><circle cx="8" cy="12" r=".6"/>"""),
        ["i-season"] = ("0 0 16 16", """<path d="M1 13.5L6 4.5l2.6 4.5L10.3 6.5 15 13.5zM4.6 7l1.4 1.2L7.3 6.9"/>"""),
        ["i-doc"] = ("0 0 16 16", """<path d="M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3M5.6 8.2h4.8M5.6 11h4.8"/>"""),
        ["i-plus"] = ("0 0 16 16", """<path d="M8 3v10M3 8h10"/>"""),
        ["i-person"] = ("0 0 16 16", """<circle cx="8" cy="5" r="2.8"/><path d="M2.8 14a5.2 5.2 0 0 1 10.4 0"/>"""),
        ["mark"] = ("0 0 40 40", """<rect width="40" height="40" rx="9" fill="#0d5c70"/><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M20 33V18.4C20 12 24 8 28.4 8c4 0 6.6 2.8 6.6 6.2 0 3.2-2.3 5.4-5 5.4-2.3 0-3.9-1.6-3.9-3.5"/><path d="M20 33V18.4C20 12 16 8 11.6 8 7.6 8 5 10.8 5 14.2c0 3.2 2.3 5.4 5 5.4 2.3 0 3.9-1.6 3.9-3.5"/></g><path d="M13 26.5l3.5 3.5-3.5 3.5L9.5 30zM27 26.5l3.5 3.5-3.5 3.5-3.5-3.5z" fill="#e3a53f"/>"""),
    }.ToFrozenDictionary();
}
