namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Strips in columns beside each other, as one strip. Higher than a page, it is cut across all of them.</summary>
internal static class Columns
{
    /// <summary>Less room than this at the foot of a page is left empty.</summary>
    private const double Least = 40;

    /// <param name="sides">Where each column begins, and what stands in it.</param>
    public static Strip Of(IReadOnlyList<(double X, IReadOnlyList<Strip> Strips)> sides)
    {
        var height = sides.Count == 0 ? 0 : sides.Max(side => Strip.Sum(side.Strips));
        return new(height, (sheet, x, y) =>
        {
            foreach (var side in sides) Strip.DrawAll(side.Strips, sheet, x + side.X, y);
        })
        {
            Cut = room => Cut(sides, room) is { } cut ? (Of(cut.First), Of(cut.Next)) : null,
        };
    }

    /// <summary>What of each column fits into a height, and what does not. Null when nothing does.</summary>
    public static (IReadOnlyList<(double X, IReadOnlyList<Strip> Strips)> First, IReadOnlyList<(double X, IReadOnlyList<Strip> Strips)> Next)? Cut(
        IReadOnlyList<(double X, IReadOnlyList<Strip> Strips)> sides, double room)
    {
        if (room < Least) return null;
        List<(double, IReadOnlyList<Strip>)> first = [], rest = [];
        var any = false;
        foreach (var (x, strips) in sides)
        {
            var (upper, lower) = Cut(strips, room);
            any |= upper.Count > 0;
            first.Add((x, upper));
            rest.Add((x, lower));
        }
        return any ? (first, rest) : null;
    }

    private static (IReadOnlyList<Strip> Upper, IReadOnlyList<Strip> Lower) Cut(IReadOnlyList<Strip> strips, double room)
    {
        var fits = Strip.Fitting(strips, room);
        // What must stay with the next goes over with it.
        while (fits > 1 && fits < strips.Count && strips[fits - 1].KeepNext) fits--;
        if (fits < strips.Count && fits < 2 && strips[0].Cut is { } cut && strips[0].Height > room && cut(room) is { } parts)
            return ([parts.First], [parts.Next, .. strips.Skip(1)]);
        return ([.. strips.Take(fits)], [.. strips.Skip(fits)]);
    }
}
