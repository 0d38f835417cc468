using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>One share on one bar.</summary>
public static class ShareDrawing
{
    /// <param name="reported">0…1; null draws the empty bar.</param>
    /// <param name="expected">0…1: where it would stand today.</param>
    public static Drawing Of(decimal? reported, decimal? verified, decimal? expected, double width, double tall = 4)
    {
        var sketch = new Sketch(width);
        sketch.Share(.3, 1, width - .6, tall, reported, verified, expected);
        return sketch.Done(tall + 2);
    }
}
