using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>Things counted by state as shapes, one for each, as on the home page: how much of what was due is done is seen before it is read.</summary>
public static class UnitsDrawing
{
    /// <param name="units">Ids of the vocabulary: ver, rep, track, late … They are drawn in the order of the pages.</param>
    /// <param name="width">Millimetres.</param>
    /// <param name="size">Of a shape.</param>
    public static Drawing Of(IEnumerable<string> units, double width, double size = 4.6)
    {
        var (sketch, step) = (new Sketch(width), size * 1.28);
        List<string> ordered = [.. units.OrderBy(Standing.Units.Index)];
        var row = Math.Max(1, (int)((width - size) / step) + 1);
        foreach (var (i, unit) in ordered.Index()) sketch.State(size / 2 + i % row * step, size / 2 + i / row * step, size, unit);
        return sketch.Done(size + Math.Max(0, (ordered.Count - 1) / row) * step);
    }

    /// <summary>What falls due when: a column for each year, with its shapes standing on its line.</summary>
    /// <param name="current">The running year has the line of today.</param>
    public static Drawing ByYear(IReadOnlyList<(int Year, IReadOnlyList<string> Units)> years, int current, double width, double size = 3.4)
    {
        const double Gap = 3, Foot = 5;
        var (sketch, column, step) = (new Sketch(width), (width + Gap) / years.Count, size * 1.22);
        var row = Math.Max(1, (int)((column - Gap - size) / step) + 1);
        var floor = years.Max(year => (year.Units.Count + row - 1) / row) * step;
        foreach (var (i, (year, units)) in years.Index())
        {
            var x = i * column;
            foreach (var (at, unit) in units.OrderBy(Standing.Units.Index).Index())
                sketch.State(x + size / 2 + at % row * step, floor - step / 2 - at / row * step, size, unit);
            sketch.Line(x, floor + .6, x + column - Gap, floor + .6, year == current ? Inks.Felt : Inks.Line2, year == current ? .7 : .25);
            sketch.Words(x, floor + Foot - .6, Figures(year), 8, ink: year == current ? Inks.Ink : Inks.Ink2, bold: year == current);
            sketch.Words(x + column - Gap, floor + Foot - .6, Figures(units.Count), 8, Anchor.End, Inks.Ink3);
        }
        return sketch.Done(floor + Foot);
    }

    private static string Figures(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
