using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan.Timeline;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>A line of a timeline: a measure, or a heading between them.</summary>
/// <param name="Lane">Null for a heading.</param>
public sealed record TimelineLine(string Name, Lane? Lane)
{
    /// <summary>What was verified of it, 0…1.</summary>
    public decimal? Verified { get; init; }
}

/// <summary>When things are due and how far they have come, on the programme's years: one measure by itself, or many under each other.</summary>
public static class TimelineDrawing
{
    /// <summary>Months in which nobody builds.</summary>
    internal const string Winter = "#f1f4f5";

    private const double Head = 5, Row = 5.2, HeadingRow = 6.4, Size = 7.5, YearSize = 8, Bar = 2.4;

    /// <summary>One measure: its schedule, what was reported and verified of it, today, and where it will end at its pace.</summary>
    /// <param name="today">Per cent from the left, as <see cref="TimelineChart"/> has it; null outside the programme.</param>
    /// <param name="closed">Whether the months closed for building are shown.</param>
    public static Drawing Strip(TimelineLine line, TimelineScale scale, double? today, bool closed, DrawingWords words, double width)
    {
        const double Tall = 5;
        var sketch = new Sketch(width);
        Ground(sketch, scale, 0, width, Head + Tall + 5, closed);
        var y = Head + 2.5 + Tall / 2;
        Draw(sketch, line, 0, width, y, 3.4);
        Today(sketch, today, 0, width, Head + Tall + 5, words.Today);
        var key = Key.Draw(sketch, Head + Tall + 10, Entries([line], closed, words));
        return sketch.Done(Head + Tall + 10 + key);
    }

    /// <summary>Many measures with their names.</summary>
    /// <param name="names">Share of the width for the names.</param>
    public static Drawing Of(IReadOnlyList<TimelineLine> lines, TimelineScale scale, double? today, bool closed, DrawingWords words, double width, double names = .36)
    {
        var (sketch, left) = (new Sketch(width), width * names);
        var floor = Head + lines.Sum(line => line.Lane is null ? HeadingRow : Row) + 1;
        Ground(sketch, scale, left, width, floor, closed);
        var y = Head;
        foreach (var line in lines)
        {
            if (line.Lane is { } lane)
            {
                sketch.Words(0, y + Row / 2 + 1, Letters.Fit(line.Name, Size, left - 2), Size, ink: lane.State == "gone" ? Inks.Ink3 : Inks.Ink);
                Draw(sketch, line, left, width, y + Row / 2, Bar);
                y += Row;
            }
            else
            {
                var name = Letters.Fit(line.Name, Size, width - 2);
                sketch.Box(0, y + .2, Letters.Width(name, Size) + 2, HeadingRow - .8, Inks.Paper);
                sketch.Words(0, y + HeadingRow - 1.7, name, Size, bold: true);
                sketch.Line(0, y + HeadingRow - .6, width, y + HeadingRow - .6, Inks.Line);
                y += HeadingRow;
            }
        }
        Today(sketch, today, left, width, floor, words.Today);
        var key = Key.Draw(sketch, floor + 5, Entries(lines, closed, words));
        return sketch.Done(floor + 5 + key);
    }

    private static void Ground(Sketch sketch, TimelineScale scale, double left, double right, double floor, bool closed)
    {
        double X(double at) => left + (right - left) * at / 100;
        if (closed)
            foreach (var winter in scale.Closed()) sketch.Box(X(winter.From), Head, X(winter.To) - X(winter.From), floor - Head, Winter);
        var step = (right - left) / scale.Years.Count;
        foreach (var (i, year) in scale.Years.Index())
        {
            sketch.Line(left + i * step, Head, left + i * step, floor, Inks.Line);
            sketch.Words(left + i * step + 1, Head - 1.4, year.ToString(System.Globalization.CultureInfo.InvariantCulture), YearSize, ink: Inks.Ink2);
        }
        sketch.Line(right, Head, right, floor, Inks.Line);
        sketch.Line(left, floor, right, floor, Inks.Line2);
    }

    private static void Today(Sketch sketch, double? today, double left, double right, double floor, string words)
    {
        if (today is not { } at) return;
        var x = left + (right - left) * at / 100;
        sketch.Line(x, Head - .6, x, floor + 1, Inks.Felt, .6);
        sketch.WordsAt(x, floor + 4, words, Size, Inks.Ink2);
    }

    private static void Draw(Sketch sketch, TimelineLine line, double left, double right, double y, double tall)
    {
        var lane = line.Lane!;
        double X(double at) => left + (right - left) * at / 100;
        var (from, to) = (X(lane.Run.From), X(lane.Run.To));
        switch (lane.Form)
        {
            case LaneForm.Yearly: sketch.Line(from, y, to, y, Inks.Line2, .4); break;
            case LaneForm.Endless:
                sketch.Line(from, y, to, y, Inks.Track, .5);
                sketch.Path([(to - 2, y - 1.2), (to, y), (to - 2, y + 1.2)], Inks.Track, .5);
                break;
            case LaneForm.Undated:
                Frame(sketch, from, to, y, tall, Inks.Risk);
                sketch.Words(to - 6, y + 1, "?", Size, Anchor.Middle, Inks.Risk, bold: true);
                break;
            default: sketch.Box(from, y - tall / 2, to - from, tall, Inks.Ground, Inks.Line2); break;
        }
        if (lane.Done is { } done)
        {
            sketch.Hatched(from, y - tall / 2, X(done.To) - from, tall);
            if (line.Verified is { } seen) sketch.Box(from, y - tall / 2, (to - from) * (double)Math.Clamp(seen, 0, 1), tall, Inks.Done);
        }
        if (lane.Tail is { } tail) sketch.Line(X(tail.From), y, X(tail.To), y, lane.State == "donelate" ? Inks.Done : Inks.Late, .7, dashed: true);
        if (lane.Ahead is { } ahead)
        {
            sketch.Line(to, y, Math.Max(to, X(ahead.From)), y, Inks.Risk, .4, dashed: true);
            Frame(sketch, X(ahead.From), Math.Max(X(ahead.From) + 1.2, X(ahead.To)), y, tall, Inks.Risk);
        }
        foreach (var mark in lane.Marks) Mark(sketch, lane.Form, mark, X(mark.At), right, y);
    }

    // A yearly mark sits on its line, before the new year; any other stands behind its bar, where there is room for it.
    private static void Mark(Sketch sketch, LaneForm form, LaneMark mark, double x, double right, double y)
    {
        const double Shape = 3.6;
        var middle = Math.Min(right - Shape / 2, form switch { LaneForm.Yearly => x - Shape * .62, LaneForm.Endless => x, _ => x + Shape * .75 });
        sketch.Disc(middle, y, Shape * .58, Inks.Paper);
        sketch.State(middle, y, Shape, mark.State);
    }

    private static void Frame(Sketch sketch, double from, double to, double y, double tall, string ink) =>
        sketch.Path([(from, y - tall / 2), (to, y - tall / 2), (to, y + tall / 2), (from, y + tall / 2)], ink, .3, Inks.Paper, closed: true, dashed: true);

    /// <summary>Only what is there is explained.</summary>
    private static IEnumerable<KeyEntry> Entries(IReadOnlyList<TimelineLine> lines, bool closed, DrawingWords words)
    {
        List<Lane> lanes = [.. lines.Select(line => line.Lane).OfType<Lane>()];
        if (lanes.Exists(lane => lane.Form == LaneForm.Span)) yield return new(Sample.Promised, words.Promised);
        if (lanes.Exists(lane => lane.Form == LaneForm.Undated)) yield return new(Sample.Undated, words.Undated);
        if (lanes.Exists(lane => lane.Form == LaneForm.Yearly)) yield return new(Sample.Yearly, words.Yearly);
        if (lanes.Exists(lane => lane.Done is { Width: > 0 })) yield return new(Sample.Reported, words.Reported);
        if (lines.Any(line => line.Lane?.Done is not null && line.Verified > 0)) yield return new(Sample.Verified, words.Verified);
        if (lanes.Exists(lane => lane.Tail is not null && lane.State != "donelate")) yield return new(Sample.Overdue, words.Overdue);
        if (lanes.Exists(lane => lane.Tail is not null && lane.State == "donelate")) yield return new(Sample.DoneLate, words.DoneLate);
        if (lanes.Exists(lane => lane.Ahead is not null)) yield return new(Sample.Ahead, words.Ahead);
        if (closed) yield return new(Sample.Closed, words.ClosedMonths);
    }
}
