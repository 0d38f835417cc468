using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>How a line of a trend is drawn.</summary>
public enum TrendLook { Reported, Verified, Expected }

/// <summary>Shares at the end of each period, 0…1; null where nothing was said: the line stops there and is not led through.</summary>
public sealed record TrendLine(string Name, TrendLook Look, IReadOnlyList<decimal?> Shares);

/// <summary>How shares went from period to period.</summary>
public static class TrendDrawing
{
    private const double Size = 7.5, Above = 4.5, Foot = 5, Aside = 10;

    /// <param name="periods">Short names: «III 2026».</param>
    public static Drawing Of(IReadOnlyList<string> periods, IReadOnlyList<TrendLine> lines, double width, double height = 40)
    {
        var (sketch, floor, room) = (new Sketch(width), height - Foot, width - Aside);
        var step = room / Math.Max(1, periods.Count);
        double X(int i) => step * (i + .5);
        double Y(decimal share) => floor - (floor - Above) * (double)Math.Clamp(share, 0, 1);

        foreach (var share in new[] { 0, .5m, 1 })
        {
            sketch.Line(0, Y(share), room, Y(share), share == 0 ? Inks.Line2 : Inks.Line);
            sketch.Words(width, Y(share) + 1, Axis.Share(share), Size, Anchor.End, Inks.Ink3);
        }
        foreach (var (i, period) in periods.Index())
            sketch.WordsAt(X(i), floor + 3.8, Letters.Fit(period, Size, step), Size, Inks.Ink3);
        foreach (var line in lines.OrderByDescending(line => line.Look)) Draw(sketch, line, X, Y);

        var key = Key.Draw(sketch, height + .5, lines.Select(line => new KeyEntry(Of(line.Look), line.Shares.LastOrDefault(share => share is not null) is { } last ? $"{line.Name} – {Axis.Share(last)}" : line.Name)));
        return sketch.Done(height + .5 + key);
    }

    private static void Draw(Sketch sketch, TrendLine line, Func<int, double> x, Func<decimal, double> y)
    {
        var ink = line.Look switch { TrendLook.Reported => Inks.Track, TrendLook.Verified => Inks.Done, _ => Inks.Line2 };
        List<(double X, double Y)> run = [];
        for (var i = 0; i <= line.Shares.Count; i++)
        {
            if (i < line.Shares.Count && line.Shares[i] is { } share)
            {
                run.Add((x(i), y(share)));
                continue;
            }
            if (run.Count > 1) sketch.Path([.. run], ink, line.Look == TrendLook.Expected ? .3 : .7, dashed: line.Look == TrendLook.Expected);
            if (line.Look != TrendLook.Expected)
                foreach (var (px, py) in run) sketch.Disc(px, py, .9, line.Look == TrendLook.Verified ? ink : Inks.Paper, ink, .5);
            run.Clear();
        }
    }

    private static Sample Of(TrendLook look) => look switch { TrendLook.Reported => Sample.Said, TrendLook.Verified => Sample.Seen, _ => Sample.Even };
}
