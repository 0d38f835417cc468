using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>A drawing while it is being made. Millimetres; sizes of letters in points.</summary>
internal sealed class Sketch(double width)
{
    private const double Hair = .2;

    private readonly List<Stroke> _strokes = [];

    public double Width => width;

    public Drawing Done(double height) => new(width, height, _strokes);

    public void Box(double x, double y, double wide, double tall, string? fill, string? line = null, double weight = Hair)
    {
        if (wide > 0 && tall > 0) _strokes.Add(new BoxStroke(x, y, wide, tall, fill, line, weight));
    }

    /// <summary>What is reported and not verified.</summary>
    public void Hatched(double x, double y, double wide, double tall, string ink = Inks.Hatch, string? line = Inks.Track)
    {
        if (wide > 0 && tall > 0) _strokes.Add(new BoxStroke(x, y, wide, tall, null, line, Hair) { Hatch = ink });
    }

    public void Line(double x1, double y1, double x2, double y2, string ink, double weight = Hair, bool dashed = false) =>
        _strokes.Add(new PathStroke([(x1, y1), (x2, y2)], ink, weight) { Dashed = dashed });

    public void Path(IReadOnlyList<(double X, double Y)> points, string? ink, double weight, string? fill = null, bool closed = false, bool dashed = false) =>
        _strokes.Add(new PathStroke(points, ink, weight) { Closed = closed, Fill = fill, Dashed = dashed });

    public void Disc(double x, double y, double radius, string? fill, string? line = null, double weight = .3, bool dashed = false) =>
        _strokes.Add(new DiscStroke(x, y, radius, fill, line, weight) { Dashed = dashed });

    public void Words(double x, double y, string text, double size, Anchor anchor = Anchor.Start, string ink = Inks.Ink, bool bold = false)
    {
        if (text.Length > 0) _strokes.Add(new LabelStroke(x, y, text, size, anchor, ink, bold));
    }

    /// <summary>Words in the middle of a place, and never over the edge of the drawing.</summary>
    public void WordsAt(double x, double y, string text, double size, string ink = Inks.Ink, bool bold = false)
    {
        var half = Letters.Width(text, size) / 2;
        if (x - half < 0) Words(0, y, text, size, Anchor.Start, ink, bold);
        else if (x + half > width) Words(width, y, text, size, Anchor.End, ink, bold);
        else Words(x, y, text, size, Anchor.Middle, ink, bold);
    }

    public void State(double x, double y, double size, string state) => _strokes.Add(new StateStroke(x, y, size, state));

    /// <summary>A share on a bar: grey what is promised, hatched what is reported, solid what is verified, a black tick where it would stand today.</summary>
    public void Share(double x, double y, double wide, double tall, decimal? reported, decimal? verified, decimal? expected)
    {
        Box(x, y, wide, tall, Inks.Ground);
        if (reported is { } said) Hatched(x, y, wide * Held(said), tall);
        if (verified is { } seen) Box(x, y, wide * Held(seen), tall, Inks.Done);
        if (expected is { } now) Line(x + wide * Held(now), y - .7, x + wide * Held(now), y + tall + .7, Inks.Ink, .5);
    }

    private static double Held(decimal share) => (double)Math.Clamp(share, 0, 1);
}
