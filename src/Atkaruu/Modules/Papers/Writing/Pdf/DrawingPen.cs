namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Draws a chart or map of ours as lines and letters.</summary>
/// <param name="scale">Points for a millimetre of the drawing.</param>
internal sealed class DrawingPen(PageInk ink, double left, double top, double scale)
{
    /// <summary>Between the lines of a hatching, in millimetres.</summary>
    private const double HatchStep = 1.1;

    public void Draw(Drawing drawing)
    {
        ink.Save();
        ink.Op("1 j");
        foreach (var stroke in drawing.Strokes)
            switch (stroke)
            {
                case BoxStroke box: Box(box); break;
                case PathStroke path: Path(path); break;
                case DiscStroke disc: Disc(disc); break;
                case LabelStroke label: Label(label); break;
                case StateStroke state: StateShapes.Draw(ink, state.State, X(state.X - state.Size / 2), Y(state.Y - state.Size / 2), state.Size * scale); break;
                default: throw new NotSupportedException($"The PDF writer does not know the stroke {stroke.GetType().Name}.");
            }
        ink.Restore();
    }

    private double X(double x) => left + x * scale;

    private double Y(double y) => top + y * scale;

    private void Box(BoxStroke box)
    {
        if (box.Width <= 0 || box.Height <= 0) return;
        if (box.Fill is { } fill)
        {
            ink.Fill(fill);
            Outline(box);
            ink.Op("f");
        }
        if (box.Hatch is { } hatch) Hatch(box, hatch);
        if (box.Line is null) return;
        ink.Pen(box.Line, box.Weight * scale);
        Outline(box);
        ink.Op("S");
    }

    private void Outline(BoxStroke box) => ink.Box(X(box.X), Y(box.Y), box.Width * scale, box.Height * scale);

    /// <summary>Lines upwards to the right, in the same places however wide the box is.</summary>
    private void Hatch(BoxStroke box, string line)
    {
        ink.Save();
        Outline(box);
        ink.Op("W n");
        ink.Pen(line, .38 * scale);
        var first = Math.Floor((box.X + box.Y) / HatchStep) * HatchStep;
        for (var at = first; at < box.X + box.Y + box.Width + box.Height; at += HatchStep)
        {
            // Along x + y = at, from the upper edge of the box to its lower one.
            ink.MoveTo(X(at - box.Y), Y(box.Y));
            ink.LineTo(X(at - box.Y - box.Height), Y(box.Y + box.Height));
        }
        ink.Op("S");
        ink.Restore();
    }

    private void Path(PathStroke path)
    {
        if (path.Points.Count < 2) return;
        if (path.Line is { } line) ink.Pen(line, path.Weight * scale);
        if (path.Fill is { } fill) ink.Fill(fill);
        Dashes(path.Dashed, path.Weight);
        ink.MoveTo(X(path.Points[0].X), Y(path.Points[0].Y));
        foreach (var (x, y) in path.Points.Skip(1)) ink.LineTo(X(x), Y(y));
        if (path.Closed) ink.Op("h");
        ink.Op((path.Fill, path.Line) switch { (not null, not null) => "B", (not null, null) => "f", (null, not null) => "S", _ => "n" });
        if (path.Dashed) ink.Op("[] 0 d");
    }

    private void Disc(DiscStroke disc)
    {
        if (disc.Line is { } line) ink.Pen(line, disc.Weight * scale);
        if (disc.Fill is { } fill) ink.Fill(fill);
        Dashes(disc.Dashed, disc.Weight);
        ink.Circle(X(disc.X), Y(disc.Y), disc.Radius * scale);
        ink.Op((disc.Fill, disc.Line) switch { (not null, not null) => "B", (not null, null) => "f", (null, not null) => "S", _ => "n" });
        if (disc.Dashed) ink.Op("[] 0 d");
    }

    private void Dashes(bool dashed, double weight)
    {
        if (dashed) ink.Op("[").Number(Math.Max(weight * 3, .9) * scale).Number(Math.Max(weight * 2.4, .7) * scale).Op("] 0 d");
    }


    private void Label(LabelStroke label)
    {
        var face = Face.Of(serif: false, label.Bold, italic: false);
        var size = label.Size * scale / PageShapes.Mm;
        var text = string.Concat(DrawnText.Of(label.Text ?? "", face).Select(part => part.Drawn)).Replace('\n', ' ').Replace("\u00ad", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal);
        var width = face.Width(text, size);
        var x = X(label.X) - label.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 };
        ink.Letters(face, size, label.Ink, x, Y(label.Y), text);
    }
}
