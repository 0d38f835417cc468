using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>One line of bars: a municipality, a body, a section, an indicator.</summary>
/// <param name="Reported">0…1; null where nothing can be said, which is drawn as nothing and never as 0.</param>
/// <param name="Verified">0…1.</param>
/// <param name="Expected">0…1: where it would stand today.</param>
/// <param name="Figure">What stands at its end: «3 / 5», «64 %», «134,0 млн сом».</param>
public readonly record struct BarLine(string Name, decimal? Reported, decimal? Verified, decimal? Expected, string Figure);

/// <summary>Bars under each other with one scale: names on the left, figures on the right.</summary>
public static class BarsDrawing
{
    private const double Size = 8.5, Tall = 3.6, Gap = 2, Line = 3.7;

    /// <param name="names">Share of the width for the names.</param>
    public static Drawing Of(IReadOnlyList<BarLine> lines, double width, double names = .36)
    {
        var sketch = new Sketch(width);
        var (left, right) = (width * names, lines.Count == 0 ? 0 : lines.Max(line => Letters.Width(line.Figure, Size)) + 1);
        var (room, y) = (width - left - right - 3, .8);
        foreach (var line in lines)
        {
            var name = Letters.Wrap(line.Name, Size, left - 2, 2);
            var tall = Math.Max(Tall, name.Count * Line);
            foreach (var (i, words) in name.Index()) sketch.Words(0, y + tall / 2 + 1.1 + (i - (name.Count - 1) / 2.0) * Line, words, Size);
            sketch.Share(left, y + (tall - Tall) / 2, room, Tall, line.Reported, line.Verified, line.Expected);
            sketch.Words(width, y + tall / 2 + 1.1, line.Figure, Size, Anchor.End, line.Reported is null ? Inks.Ink3 : Inks.Ink, bold: line.Reported is not null);
            y += tall + Gap;
        }
        return sketch.Done(Math.Max(y - Gap + .8, 1));
    }

    /// <summary>Sums beside each other: grey what is planned, hatched what is contracted, solid what is paid.</summary>
    /// <param name="lines">In one unit.</param>
    public static Drawing OfSums(IReadOnlyList<(string Name, decimal Planned, decimal Committed, decimal Paid, string Figure)> lines, double width, double names = .36)
    {
        var most = lines.Select(line => Math.Max(line.Planned, Math.Max(line.Committed, line.Paid))).DefaultIfEmpty().Max();
        var (sketch, y) = (new Sketch(width), .0);
        var (left, right) = (width * names, lines.Count == 0 ? 0 : lines.Max(line => Letters.Width(line.Figure, Size)) + 1);
        double Wide(decimal sum) => most == 0 ? 0 : (width - left - right - 3) * (double)(sum / most);
        foreach (var (name, planned, committed, paid, figure) in lines)
        {
            var words = Letters.Wrap(name, Size, left - 2, 2);
            var tall = Math.Max(6.2, words.Count * Line);
            foreach (var (i, word) in words.Index()) sketch.Words(0, y + tall / 2 + 1.1 + (i - (words.Count - 1) / 2.0) * Line, word, Size);
            sketch.Box(left, y + .3, Wide(planned), 1.7, Inks.Ground, Inks.Line2);
            sketch.Hatched(left, y + 2.3, Wide(committed), 1.7, Inks.Mute, Inks.Mute);
            sketch.Box(left, y + 4.3, Wide(paid), 1.7, Inks.Lake);
            sketch.Words(width, y + tall / 2 + 1.1, figure, Size, Anchor.End, bold: true);
            y += tall + Gap;
        }
        return sketch.Done(Math.Max(y - Gap, 1));
    }
}
