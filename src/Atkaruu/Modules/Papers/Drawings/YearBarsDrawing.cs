using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using YearBar = Atkaruu.Web.TagHelpers.YearBar;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>A number year by year: the frame is the plan, hatched is what was reported, solid is what was seen. A year nobody spoke of stays empty.</summary>
public static class YearBarsDrawing
{
    private const double Size = 8, Above = 5, Foot = 9;

    /// <param name="value">A number as people read it, without its unit.</param>
    /// <param name="current">The running year stands on the line of today.</param>
    public static Drawing Of(ByYear numbers, Func<decimal, string> value, DrawingWords words, int current, double width, double height = 40)
    {
        var (sketch, years, floor) = (new Sketch(width), numbers.Years, height - Foot);
        var most = years.SelectMany(year => new[] { year.Plan, year.Reported }).Max() ?? 0;
        var column = width / years.Count;
        var bar = Math.Min(16, column * .62);
        double Tall(decimal? number) => number is > 0 && most > 0 ? (floor - Above) * (double)(number.Value / most) : 0;

        foreach (var (i, year) in years.Index())
        {
            var (x, middle) = (i * column + (column - bar) / 2, i * column + column / 2);
            if (year.Plan is not null) sketch.Box(x, floor - Tall(year.Plan), bar, Tall(year.Plan), Inks.Ground, Inks.Line2);
            var inner = bar * .64;
            if (year.Reported is not null) sketch.Hatched(middle - inner / 2, floor - Tall(year.Reported), inner, Tall(year.Reported));
            if (year.Verified is not null) sketch.Box(middle - inner / 2, floor - Tall(year.Verified), inner, Tall(year.Verified), Inks.Done);
            var now = year.Year == current;
            sketch.Line(i * column + 1, floor + .2, (i + 1) * column - 1, floor + .2, now ? Inks.Felt : Inks.Line2, now ? .7 : .3);
            sketch.Words(middle, floor + 3.8, year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), Size, Anchor.Middle, now ? Inks.Ink : Inks.Ink2, now);
            if (year.Reported is { } said) Number(sketch, middle, floor - Math.Max(Tall(year.Plan), Tall(said)) - 1.2, value(said), column, Inks.Ink, bold: true);
            if (year.Plan is { } plan) Number(sketch, middle, floor + 7.6, value(plan), column, Inks.Ink3, bold: false);
        }
        var key = Key.Draw(sketch, height + .5, Entries(years, words));
        return sketch.Done(height + .5 + key);
    }

    private static void Number(Sketch sketch, double x, double y, string number, double room, string ink, bool bold) =>
        sketch.WordsAt(x, y, Letters.Fit(number, Size, room), Size, ink, bold);

    private static IEnumerable<KeyEntry> Entries(IReadOnlyList<YearBar> years, DrawingWords words)
    {
        if (years.Any(year => year.Plan is not null)) yield return new(Sample.Promised, words.Promised);
        if (years.Any(year => year.Reported is not null)) yield return new(Sample.Reported, words.Reported);
        if (years.Any(year => year.Verified is not null)) yield return new(Sample.Verified, words.Verified);
    }
}
