using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Works;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>What is built against what is paid: two curves with one scale, as on the page of a measure.</summary>
public static class SCurveDrawing
{
    private const double Size = 7.5, Above = 4, Foot = 5, Aside = 10;

    public static Drawing Of(SCurve curve, DrawingWords words, double width, double height = 42)
    {
        var (sketch, floor, room) = (new Sketch(width), height - Foot, width - Aside);
        double Y(decimal share) => floor - (floor - Above) * (double)(share / curve.Top);
        double X(DateOnly on) => room * curve.X(on) / 100;

        foreach (var share in new[] { 0m, 50, 100 })
        {
            sketch.Line(0, Y(share), room, Y(share), share == 0 ? Inks.Line2 : Inks.Line);
            sketch.Words(width, Y(share) + 1, Axis.Percent(share), Size, Anchor.End, Inks.Ink3);
        }
        Axis.Years(sketch, curve.From, curve.To, X, Above, floor, Size);
        Draw(sketch, curve.Paid, X, Y, Inks.Ink2, dashed: true);
        Draw(sketch, curve.Physical, X, Y, Inks.Track, dashed: false);
        foreach (var point in curve.Physical) sketch.Disc(X(point.On), Y(point.Share), .9, Inks.Paper, Inks.Track, .5);

        var key = Key.Draw(sketch, height + 1, Entries());
        return sketch.Done(height + 1 + key);

        IEnumerable<KeyEntry> Entries()
        {
            if (curve.Physical is [.., var built]) yield return new(Sample.Built, $"{words.Built} – {Axis.Percent(built.Share)}");
            if (curve.Paid is [.., var paid]) yield return new(Sample.Paid, $"{words.Paid} – {Axis.Percent(paid.Share)}");
        }
    }

    private static void Draw(Sketch sketch, IReadOnlyList<CurvePoint> curve, Func<DateOnly, double> x, Func<decimal, double> y, string ink, bool dashed)
    {
        if (curve.Count > 1) sketch.Path([.. curve.Select(point => (x(point.On), y(point.Share)))], ink, dashed ? .5 : .7, dashed: dashed);
        else if (curve is [var only] && dashed) sketch.Disc(x(only.On), y(only.Share), .9, ink);
    }
}

/// <summary>Lines and words that several charts have at their edges.</summary>
internal static class Axis
{
    /// <summary>«64 %», with a blank that does not break.</summary>
    public static string Percent(decimal percent) => decimal.Round(percent).ToString(System.Globalization.CultureInfo.InvariantCulture) + "\u00a0%";

    public static string Share(decimal share) => Kernel.Shares.Percent(share).ToString(System.Globalization.CultureInfo.InvariantCulture) + "\u00a0%";

    /// <summary>A line at the beginning of each year, its number beside it where there is room.</summary>
    public static void Years(Sketch sketch, DateOnly from, DateOnly to, Func<DateOnly, double> x, double top, double floor, double size)
    {
        var free = 0.0;
        foreach (var year in Enumerable.Range(from.Year, to.Year - from.Year + 1))
        {
            var first = new DateOnly(year, 1, 1);
            var at = first > from ? x(first) : 0;
            if (first >= from) sketch.Line(at, top, at, floor, Inks.Line);
            var words = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var wide = Letters.Width(words, size);
            if (at < free || at + wide > x(to) + 8) continue;
            sketch.Words(at + (at > 0 ? .6 : 0), floor + 3.6, words, size, ink: Inks.Ink3);
            free = at + wide + 2;
        }
    }
}
