using SkiaSharp;

namespace Atkaruu.Modules.Papers.Writing;

/// <summary>A drawing as a PNG, fine enough for an office printer: for formats that have no drawings of their own.</summary>
public static class DrawingPicture
{
    private const float DotsPerInch = 200, PointsPerInch = 72, MillimetresPerInch = 25.4f;

    /// <summary>Pixels of the longer side: a sheet of A3, and no more whatever is asked for.</summary>
    private const float MostPixels = 3_400;

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("PTSans-Regular")), Bold = new(() => Load("PTSans-Bold"));

    public static byte[] Png(Drawing drawing)
    {
        var longer = (float)Math.Max(1, Math.Max(drawing.Width, drawing.Height));
        var scale = Math.Min(DotsPerInch / MillimetresPerInch, MostPixels / longer);
        var info = new SKImageInfo(Pixels(drawing.Width, scale), Pixels(drawing.Height, scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        foreach (var stroke in drawing.Strokes) Draw(surface.Canvas, stroke);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        using var png = pixels!.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 4));
        return png!.ToArray();
    }

    private static int Pixels(double millimetres, float scale) => Math.Clamp((int)Math.Ceiling(millimetres * scale), 1, (int)MostPixels + 1);

    private static void Draw(SKCanvas canvas, Stroke stroke)
    {
        switch (stroke)
        {
            case BoxStroke box: DrawBox(canvas, box); break;
            case PathStroke path: DrawPath(canvas, path); break;
            case DiscStroke disc: DrawDisc(canvas, disc); break;
            case LabelStroke label: DrawLabel(canvas, label); break;
            case StateStroke state: StatePicture.Draw(canvas, state); break;
            default: throw new NotSupportedException(stroke.GetType().Name);
        }
    }

    private static void DrawBox(SKCanvas canvas, BoxStroke box)
    {
        var place = SKRect.Create((float)box.X, (float)box.Y, (float)Math.Max(0, box.Width), (float)Math.Max(0, box.Height));
        if (box.Fill is { } fill) canvas.DrawRect(place, Filled(fill));
        if (box.Hatch is { } hatch) DrawHatch(canvas, place, hatch);
        if (box.Line is { } line) canvas.DrawRect(place, Lined(line, box.Weight, dashed: false));
    }

    /// <summary>Slanting lines: what is reported and not verified, also where there is no colour.</summary>
    private static void DrawHatch(SKCanvas canvas, SKRect place, string ink)
    {
        const float Step = 1.1f;
        using var pen = Lined(ink, .38, dashed: false);
        canvas.Save();
        canvas.ClipRect(place);
        // In the same places however wide the box is: neighbours look alike.
        for (var at = MathF.Floor((place.Left + place.Top) / Step) * Step; at < place.Right + place.Bottom; at += Step)
            canvas.DrawLine(at - place.Top, place.Top, at - place.Bottom, place.Bottom, pen);
        canvas.Restore();
    }

    private static void DrawPath(SKCanvas canvas, PathStroke stroke)
    {
        if (stroke.Points.Count == 0) return;
        using var builder = new SKPathBuilder();
        builder.MoveTo((float)stroke.Points[0].X, (float)stroke.Points[0].Y);
        foreach (var (x, y) in stroke.Points.Skip(1)) builder.LineTo((float)x, (float)y);
        if (stroke.Closed) builder.Close();
        using var path = builder.Detach();
        if (stroke.Fill is { } fill) canvas.DrawPath(path, Filled(fill));
        if (stroke.Line is { } line) canvas.DrawPath(path, Lined(line, stroke.Weight, stroke.Dashed));
    }

    private static void DrawDisc(SKCanvas canvas, DiscStroke disc)
    {
        var (x, y, radius) = ((float)disc.X, (float)disc.Y, (float)Math.Max(0, disc.Radius));
        if (disc.Fill is { } fill) canvas.DrawCircle(x, y, radius, Filled(fill));
        if (disc.Line is { } line) canvas.DrawCircle(x, y, radius, Lined(line, disc.Weight, disc.Dashed));
    }

    private static void DrawLabel(SKCanvas canvas, LabelStroke label)
    {
        using var font = new SKFont((label.Bold ? Bold : Regular).Value, (float)label.Size * MillimetresPerInch / PointsPerInch) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
        var align = label.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        canvas.DrawText(CleanText.Line(label.Text), (float)label.X, (float)label.Y, align, font, Filled(label.Ink));
    }

    internal static SKPaint Filled(string ink) => new() { Color = Colour(ink), IsAntialias = true };

    internal static SKPaint Lined(string ink, double weight, bool dashed)
    {
        var paint = new SKPaint { Color = Colour(ink), IsAntialias = true, IsStroke = true, StrokeWidth = (float)weight, StrokeCap = SKStrokeCap.Butt, StrokeJoin = SKStrokeJoin.Round };
        if (dashed) paint.PathEffect = SKPathEffect.CreateDash([(float)Math.Max(.6, weight * 3), (float)Math.Max(.5, weight * 2.4)], 0);
        return paint;
    }

    internal static SKColor Colour(string ink) => SKColor.TryParse(ink, out var colour) ? colour : SKColor.Parse(Inks.Ink);

    private static SKTypeface Load(string name)
    {
        using var file = typeof(Web.Texts).Assembly.GetManifestResourceStream($"fonts/{name}.ttf") ?? throw new InvalidOperationException($"The font {name} is not in the program.");
        return SKTypeface.FromStream(file);
    }
}

/// <summary>The shapes of states as on the pages (<c>Web/Sprite</c>), in a field of 16 × 16.</summary>
internal static class StatePicture
{
    private const string Ring = "M1.3 8a6.7 6.7 0 1 0 13.4 0a6.7 6.7 0 1 0 -13.4 0z", Disc = "M.5 8a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0z";

    public static void Draw(SKCanvas canvas, StateStroke stroke)
    {
        var ink = Inks.OfState(stroke.State);
        canvas.Save();
        canvas.Translate((float)(stroke.X - stroke.Size / 2), (float)(stroke.Y - stroke.Size / 2));
        canvas.Scale((float)stroke.Size / 16);
        switch (stroke.State)
        {
            case "done" or "ver": Fill(canvas, Disc, ink); Line(canvas, "M4.5 8.4l2.4 2.4 4.6-5", Inks.Paper, 1.9f); break;
            case "rep": Line(canvas, Ring, ink, 1.6f); Line(canvas, "M4.9 8.3l2.1 2.1 4.1-4.5", ink, 1.7f); break;
            case "donelate": Line(canvas, "M8 .9L15.1 8 8 15.1.9 8z", Inks.Late, 1.6f); Line(canvas, "M5.3 8.2l2 2 3.4-3.9", Inks.Done, 1.6f); break;
            case "track": Line(canvas, Ring, ink, 1.6f); Fill(canvas, "M8 3.4a4.6 4.6 0 0 1 0 9.2z", ink); break;
            case "risk": Fill(canvas, "M8 1.1L15.4 14.4H.6z", ink); Line(canvas, "M8 6v4", Inks.Paper, 1.8f); Fill(canvas, "M7 12.2a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z", Inks.Paper); break;
            case "late": Fill(canvas, "M8 .2L15.8 8 8 15.8.2 8z", ink); Line(canvas, "M8 4.6v4", Inks.Paper, 1.8f); Fill(canvas, "M7 11.2a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z", Inks.Paper); break;
            case "silent": Line(canvas, Ring, ink, 1.7f, 2.6f); Fill(canvas, "M6.5 8a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z", ink); break;
            case "pause": Line(canvas, "M1.3 1.3H14.7V14.7H1.3z", ink, 1.5f); Line(canvas, "M6 5v6M10 5v6", ink, 1.8f); break;
            case "gone": Line(canvas, Ring, ink, 1.5f); Line(canvas, "M3.4 12.6l9.2-9.2", ink, 1.6f); break;
            default: Line(canvas, Ring, ink, 1.3f); break;
        }
        canvas.Restore();
    }

    private static void Fill(SKCanvas canvas, string shape, string ink)
    {
        using var path = SKPath.ParseSvgPathData(shape);
        using var paint = DrawingPicture.Filled(ink);
        canvas.DrawPath(path, paint);
    }

    private static void Line(SKCanvas canvas, string shape, string ink, float weight, float dash = 0)
    {
        using var path = SKPath.ParseSvgPathData(shape);
        using var paint = DrawingPicture.Lined(ink, weight, dashed: false);
        (paint.StrokeCap, paint.StrokeJoin) = (SKStrokeCap.Round, SKStrokeJoin.Round);
        if (dash > 0) (paint.StrokeCap, paint.PathEffect) = (SKStrokeCap.Butt, SKPathEffect.CreateDash([dash, dash], 0));
        canvas.DrawPath(path, paint);
    }
}
