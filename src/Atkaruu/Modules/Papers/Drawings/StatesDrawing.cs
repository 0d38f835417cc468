using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>So many of a state.</summary>
/// <param name="State">Id of the vocabulary.</param>
/// <param name="Words">Its word.</param>
public readonly record struct StateCount(string State, int Count, string Words);

/// <summary>One bar of all states, each as long as its share, with shape, word and count under it: no state is told by its colour alone.</summary>
public static class StatesDrawing
{
    private const double Tall = 7, Narrowest = 4.5;

    public static Drawing Of(IReadOnlyList<StateCount> states, double width)
    {
        var (sketch, x) = (new Sketch(width), 0.0);
        List<StateCount> there = [.. states.Where(state => state.Count > 0)];
        double all = Math.Max(1, there.Sum(state => state.Count));
        foreach (var state in there)
        {
            var wide = width * state.Count / all;
            Segment(sketch, state, x, wide);
            x += wide;
        }
        if (there.Count == 0) sketch.Box(0, 0, width, Tall, Inks.Ground);
        var key = Key.Draw(sketch, Tall + 1.5, there.Select(state => new KeyEntry(Sample.State, $"{state.Words} – {Figure(state.Count)}", state.State)));
        return sketch.Done(Tall + 1.5 + key);
    }

    // What is only said stands hatched, what has been seen solid, and what nobody can judge yet empty.
    private static void Segment(Sketch sketch, StateCount state, double x, double wide)
    {
        var (ink, inner) = (Inks.OfState(state.State), Math.Max(.4, wide - .5));
        if (state.State is "wait" or "pause" or "gone") sketch.Box(x, 0, inner, Tall, Inks.Ground, Inks.Line2);
        else if (state.State is "rep" or "silent") sketch.Hatched(x, 0, inner, Tall, ink, ink);
        else sketch.Box(x, 0, inner, Tall, ink);
        if (wide < Narrowest || state.State is "rep" or "silent") return;
        sketch.Words(x + inner / 2, Tall / 2 + 1.2, Figure(state.Count), 9, Anchor.Middle, state.State is "wait" or "pause" or "gone" ? Inks.Ink2 : Inks.Paper, bold: true);
    }

    private static string Figure(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
