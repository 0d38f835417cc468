namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>The shapes of states as on the pages (<c>Web/Sprite</c>), in a field of 16 × 16.</summary>
internal static class StateShapes
{
    /// <param name="x">Left edge of the field.</param>
    /// <param name="size">Points.</param>
    public static void Draw(PageInk ink, string state, double x, double y, double size)
    {
        var pen = new ShapePen(ink, x, y, size / 16, Inks.OfState(state));
        ink.Save();
        ink.Op("1 J 1 j");
        switch (state)
        {
            case "done" or "ver": pen.Disc(8, 8, 7.5); pen.Line(Inks.Paper, 1.9, (4.5, 8.4), (6.9, 10.8), (11.5, 5.8)); break;
            case "rep": pen.Ring(8, 8, 6.7, 1.6); pen.Line(pen.Ink, 1.7, (4.9, 8.3), (7, 10.4), (11.1, 5.9)); break;
            case "donelate": pen.Outline(1.6, (8, .9), (15.1, 8), (8, 15.1), (.9, 8)); pen.Line(pen.Ink, 1.6, (5.3, 8.2), (7.3, 10.2), (10.7, 6.3)); break;
            case "track": pen.Ring(8, 8, 6.7, 1.6); pen.HalfDisc(8, 8, 4.6); break;
            case "risk": pen.Shape((8, 1.1), (15.4, 14.4), (.6, 14.4)); pen.Line(Inks.Paper, 1.8, (8, 6), (8, 10)); pen.Disc(8, 12.2, 1, Inks.Paper); break;
            case "late": pen.Shape((8, .2), (15.8, 8), (8, 15.8), (.2, 8)); pen.Line(Inks.Paper, 1.8, (8, 4.6), (8, 8.6)); pen.Disc(8, 11.2, 1, Inks.Paper); break;
            case "silent": pen.Dashes(2.6, 2.66); pen.Ring(8, 8, 6.7, 1.7); pen.Disc(8, 8, 1.5); break;
            case "pause": pen.Outline(1.5, (1.3, 1.3), (14.7, 1.3), (14.7, 14.7), (1.3, 14.7)); pen.Line(pen.Ink, 1.8, (6, 5), (6, 11)); pen.Line(pen.Ink, 1.8, (10, 5), (10, 11)); break;
            case "gone": pen.Ring(8, 8, 6.7, 1.5); pen.Line(pen.Ink, 1.6, (3.4, 12.6), (12.6, 3.4)); break;
            default: pen.Ring(8, 8, 6.7, 1.3); break;
        }
        ink.Restore();
    }

    private readonly struct ShapePen(PageInk to, double x, double y, double scale, string ink)
    {
        public string Ink => ink;

        public void Disc(double cx, double cy, double radius, string? fill = null)
        {
            to.Fill(fill ?? ink);
            to.Circle(x + cx * scale, y + cy * scale, radius * scale);
            to.Op("f");
        }

        public void Ring(double cx, double cy, double radius, double weight)
        {
            to.Pen(ink, weight * scale);
            to.Circle(x + cx * scale, y + cy * scale, radius * scale);
            to.Op("S");
        }

        /// <summary>The right half.</summary>
        public void HalfDisc(double cx, double cy, double radius)
        {
            var (mx, my, r, k) = (x + cx * scale, y + cy * scale, radius * scale, radius * scale * .5523);
            to.Fill(ink);
            to.MoveTo(mx, my - r);
            to.CurveTo(mx + k, my - r, mx + r, my - k, mx + r, my);
            to.CurveTo(mx + r, my + k, mx + k, my + r, mx, my + r);
            to.Op("f");
        }

        public void Dashes(double on, double off) => to.Op("[").Number(on * scale).Number(off * scale).Op("] 0 d");

        public void Line(string line, double weight, params ReadOnlySpan<(double X, double Y)> points)
        {
            to.Pen(line, weight * scale);
            Path(points);
            to.Op("S");
        }

        public void Outline(double weight, params ReadOnlySpan<(double X, double Y)> points)
        {
            to.Pen(ink, weight * scale);
            Path(points);
            to.Op("s");
        }

        public void Shape(params ReadOnlySpan<(double X, double Y)> points)
        {
            to.Fill(ink);
            Path(points);
            to.Op("f");
        }

        private void Path(ReadOnlySpan<(double X, double Y)> points)
        {
            to.MoveTo(x + points[0].X * scale, y + points[0].Y * scale);
            for (var i = 1; i < points.Length; i++) to.LineTo(x + points[i].X * scale, y + points[i].Y * scale);
        }
    }
}
