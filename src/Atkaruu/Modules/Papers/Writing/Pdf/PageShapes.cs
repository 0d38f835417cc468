namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>A4 and its margins, in points. The left one is wider on an upright page: there it is sewn into a file.</summary>
internal sealed record PageShapes(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    /// <summary>Points in a millimetre.</summary>
    public const double Mm = 72 / 25.4;

    public double Body => Width - Left - Right;

    public static PageShapes Of(PageShape shape) => shape == PageShape.Landscape
        ? new(297 * Mm, 210 * Mm, 15 * Mm, 15 * Mm, 18 * Mm, 20 * Mm)
        : new(210 * Mm, 297 * Mm, 25 * Mm, 15 * Mm, 20 * Mm, 23 * Mm);
}
