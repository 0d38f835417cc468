using System.Globalization;
using System.Xml.Linq;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>Colours and shapes of the sheet: those of the pages in light, written out, because a file has no stylesheet.</summary>
internal static class SheetInk
{
    public const string Ink = "#12262d", Second = "#42565e", Third = "#5a6d75", Hair = "#dbe3e6", Edge = "#7c9098", Empty = "#e8eef0", Closed = "#f1f4f5";
    public const string Felt = "#c47f12", FeltInk = "#7c4f00", Track = "#1c7d95", Risk = "#c2640a", Silent = "#75609c", Done = "#1e7f4c", Late = "#c22d27";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IEnumerable<XElement> Bar(LaneForm form, double from, double to, double y, double row)
    {
        var half = row * .18;
        XElement Box(string fill, string stroke, string? dash) => new(Svg + "rect",
            Is("x", from), Is("width", Math.Max(0, to - from)), Is("y", y - half), Is("height", 2 * half), Is("rx", 1.5),
            Is("fill", fill), Is("stroke", stroke), Is("stroke-width", .7), dash is null ? null : Is("stroke-dasharray", dash));
        return form switch
        {
            LaneForm.Yearly => [Line(from, y, to, y, Edge, .8)],
            LaneForm.Endless => [Line(from, y, to - 1, y, Track, 1.4), new(Svg + "path", Is("d", $"M{Number(to - 5)} {Number(y - 3)}L{Number(to)} {Number(y)}L{Number(to - 5)} {Number(y + 3)}"), Is("fill", "none"), Is("stroke", Track), Is("stroke-width", 1.4))],
            LaneForm.Undated => [Box("#ffffff", Risk, "3 2"), new(Svg + "text", Is("x", to - 6), Is("y", y + row * .24), Is("font-size", row * .66), Is("font-weight", "700"), Is("fill", Risk), Is("text-anchor", "middle"), Is("stroke", "#ffffff"), Is("stroke-width", 3), Is("paint-order", "stroke"), "?")],
            _ => [Box(Empty, Edge, null)],
        };
    }

    /// <summary>The same shapes as on the pages: a ring, a dashed ring with a dot, a square with two bars, a struck ring.</summary>
    public static IEnumerable<XElement> Mark(string state, double x, double y, double r) => state switch
    {
        "silent" => [Ring(x, y, r, Silent, Number(r * .39 * 2) + " " + Number(r * .39 * 2)), new(Svg + "circle", Is("cx", x), Is("cy", y), Is("r", r * .24), Is("fill", Silent))],
        "done" => [Disc(x, y, r, Done), Tick(x, y, r, "#ffffff")],
        "donelate" => [Shape($"M{Number(x)} {Number(y - r)}L{Number(x + r)} {Number(y)}L{Number(x)} {Number(y + r)}L{Number(x - r)} {Number(y)}Z", "#ffffff", Done), Tick(x, y, r * .8, Done)],
        "track" => [Ring(x, y, r, Track), Shape($"M{Number(x)} {Number(y - r * .7)}A{Number(r * .7)} {Number(r * .7)} 0 0 1 {Number(x)} {Number(y + r * .7)}Z", Track, Track)],
        "risk" => [Shape($"M{Number(x)} {Number(y - r)}L{Number(x + r)} {Number(y + r * .85)}L{Number(x - r)} {Number(y + r * .85)}Z", Risk, Risk), Line(x, y - r * .3, x, y + r * .5, "#ffffff", .9)],
        "late" => [Shape($"M{Number(x)} {Number(y - r)}L{Number(x + r)} {Number(y)}L{Number(x)} {Number(y + r)}L{Number(x - r)} {Number(y)}Z", Late, Late), Line(x, y - r * .5, x, y + r * .45, "#ffffff", .9)],
        "pause" => [new(Svg + "rect", Is("x", x - r), Is("y", y - r), Is("width", 2 * r), Is("height", 2 * r), Is("rx", r * .2), Is("fill", "#ffffff"), Is("stroke", Edge)), Line(x - r * .3, y - r * .4, x - r * .3, y + r * .4, Edge, 1), Line(x + r * .3, y - r * .4, x + r * .3, y + r * .4, Edge, 1)],
        "gone" => [Ring(x, y, r, Edge), Line(x - r * .6, y + r * .6, x + r * .6, y - r * .6, Edge, 1)],
        _ => [Ring(x, y, r, Edge)],
    };

    /// <summary>The colour of a state.</summary>
    public static string Of(string state) => state switch { "done" or "donelate" => Done, "late" => Late, "risk" => Risk, "silent" => Silent, "track" => Track, _ => Edge };

    public static XElement Fill(string state, double from, double to, double y, double row) =>
        new(Svg + "rect", Is("x", from), Is("width", Math.Max(0, to - from)), Is("y", y - row * .18), Is("height", row * .36), Is("rx", 1.5), Is("fill", Of(state)));

    /// <summary>Dots from the end to where it has run over.</summary>
    public static XElement Tail(string state, double from, double to, double y)
    {
        var line = Line(from, y, to, y, Of(state), 1.2);
        line.Add(Is("stroke-dasharray", "1 2"));
        return line;
    }

    /// <summary>Dots to a dashed frame round the days on which it may end.</summary>
    public static IEnumerable<XElement> Ahead(double end, double from, double to, double y, double row)
    {
        yield return Tail("risk", end, from, y);
        yield return new(Svg + "rect", Is("x", from), Is("width", Math.Max(2, to - from)), Is("y", y - row * .18), Is("height", row * .36), Is("rx", 1.5), Is("fill", "#ffffff"), Is("stroke", Risk), Is("stroke-width", .8), Is("stroke-dasharray", "3 1.5"));
    }

    private static XElement Disc(double x, double y, double r, string fill) => new(Svg + "circle", Is("cx", x), Is("cy", y), Is("r", r), Is("fill", fill));

    private static XElement Shape(string d, string fill, string stroke) => new(Svg + "path", Is("d", d), Is("fill", fill), Is("stroke", stroke), Is("stroke-width", .8), Is("stroke-linejoin", "round"));

    private static XElement Tick(double x, double y, double r, string stroke) => new(Svg + "path",
        Is("d", $"M{Number(x - r * .45)} {Number(y)}L{Number(x - r * .1)} {Number(y + r * .35)}L{Number(x + r * .5)} {Number(y - r * .35)}"), Is("fill", "none"), Is("stroke", stroke), Is("stroke-width", 1));

    public static XElement Line(double x1, double y1, double x2, double y2, string stroke, double width) =>
        new(Svg + "line", Is("x1", x1), Is("y1", y1), Is("x2", x2), Is("y2", y2), Is("stroke", stroke), Is("stroke-width", width));

    public static XAttribute Is(string name, object value) => new(name, value is double number ? Number(number) : value);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>White round the letters, so that they can be read over lines.</summary>
    public static XElement Haloed(XElement text)
    {
        text.Add(Is("stroke", "#ffffff"), Is("stroke-width", 2.5), Is("paint-order", "stroke"));
        return text;
    }

    private static XElement Ring(double x, double y, double r, string stroke, string? dash = null) => new(Svg + "circle",
        Is("cx", x), Is("cy", y), Is("r", r), Is("fill", "#ffffff"), Is("stroke", stroke), Is("stroke-width", .9), dash is null ? null : Is("stroke-dasharray", dash));
}

/// <summary>Lines of text where nothing measures letters for us: by their number.</summary>
internal static class SheetWords
{
    private const int LettersInLine = 124, LettersInName = 36;

    public static IReadOnlyList<string> Wrap(string words)
    {
        List<string> lines = [""];
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > LettersInLine) lines.Add(word);
            else lines[^1] = lines[^1].Length == 0 ? word : lines[^1] + ' ' + word;
        }
        return lines;
    }

    public static string Shorten(string name) => name.Length <= LettersInName ? name : name[..(LettersInName - 1)].TrimEnd() + "…";
}
