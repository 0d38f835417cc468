using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>What a mark on a drawing means.</summary>
internal enum Sample { Promised, Undated, Reported, Verified, Expected, Today, Closed, Overdue, DoneLate, Ahead, Built, Paid, State, Yearly, Said, Seen, Even }

/// <summary>One entry of a key.</summary>
/// <param name="State">For <see cref="Sample.State"/>.</param>
internal readonly record struct KeyEntry(Sample Sample, string Words, string State = "");

/// <summary>The key under a drawing: samples with their words, in as many lines as they need.</summary>
internal static class Key
{
    public const double Size = 7;

    private const double Row = 4, Mark = 6, Air = 1.4, Gap = 5;

    /// <param name="y">Its upper edge.</param>
    /// <returns>How tall it is.</returns>
    public static double Draw(Sketch sketch, double y, IEnumerable<KeyEntry> entries)
    {
        var (x, rows) = (0.0, 0);
        foreach (var entry in entries)
        {
            var room = sketch.Width - Mark - Air;
            var words = Letters.Fit(entry.Words, Size, room);
            var wide = Mark + Air + Letters.Width(words, Size);
            if (x > 0 && x + wide > sketch.Width) (x, rows) = (0, rows + 1);
            var middle = y + rows * Row + Row / 2;
            Draw(sketch, entry, x, middle);
            sketch.Words(x + Mark + Air, middle + .9, words, Size, ink: Inks.Ink2);
            x += wide + Gap;
        }
        return x == 0 && rows == 0 ? 0 : (rows + 1) * Row;
    }

    private static void Draw(Sketch sketch, KeyEntry entry, double x, double y)
    {
        const double Half = 1.1;
        switch (entry.Sample)
        {
            case Sample.Promised: sketch.Box(x, y - Half, Mark, 2 * Half, Inks.Ground, Inks.Line2); break;
            case Sample.Undated:
                Frame(sketch, x, y);
                sketch.Words(x + Mark / 2, y + .9, "?", Size, Anchor.Middle, Inks.Risk, bold: true);
                break;
            case Sample.Reported: sketch.Hatched(x, y - Half, Mark, 2 * Half); break;
            case Sample.Verified: sketch.Box(x, y - Half, Mark, 2 * Half, Inks.Done); break;
            case Sample.Expected: sketch.Line(x + Mark / 2, y - 1.5, x + Mark / 2, y + 1.5, Inks.Ink, .5); break;
            case Sample.Today: sketch.Line(x + Mark / 2, y - 1.5, x + Mark / 2, y + 1.5, Inks.Felt, .5); break;
            case Sample.Closed: sketch.Box(x, y - Half, Mark, 2 * Half, TimelineDrawing.Winter); break;
            case Sample.Overdue: sketch.Line(x, y, x + Mark, y, Inks.Late, .6, dashed: true); break;
            case Sample.DoneLate: sketch.Line(x, y, x + Mark, y, Inks.Done, .6, dashed: true); break;
            case Sample.Ahead: Frame(sketch, x, y); break;
            case Sample.Built: sketch.Line(x, y, x + Mark, y, Inks.Track, .7); break;
            case Sample.Paid: sketch.Line(x, y, x + Mark, y, Inks.Ink2, .5, dashed: true); break;
            case Sample.Said: Dotted(sketch, x, y, Inks.Track, Inks.Paper); break;
            case Sample.Seen: Dotted(sketch, x, y, Inks.Done, Inks.Done); break;
            case Sample.Even: sketch.Line(x, y, x + Mark, y, Inks.Line2, .3, dashed: true); break;
            case Sample.Yearly: sketch.Line(x, y, x + Mark, y, Inks.Line2, .3); break;
            default: sketch.State(x + Mark / 2, y, 3.2, entry.State); break;
        }
    }

    private static void Frame(Sketch sketch, double x, double y)
    {
        const double Half = 1.1;
        sketch.Path([(x, y - Half), (x + Mark, y - Half), (x + Mark, y + Half), (x, y + Half)], Inks.Risk, .3, Inks.Paper, closed: true, dashed: true);
    }

    private static void Dotted(Sketch sketch, double x, double y, string ink, string fill)
    {
        sketch.Line(x, y, x + Mark, y, ink, .7);
        sketch.Disc(x + Mark / 2, y, .9, fill, ink, .5);
    }
}
