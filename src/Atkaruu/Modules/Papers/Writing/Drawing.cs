namespace Atkaruu.Modules.Papers.Writing;

/// <summary>
/// A picture made of lines, boxes and words, in millimetres from the left upper corner. A PDF has it as lines and letters; Word gets it
/// as a PNG (<c>DrawingPicture</c>).
/// </summary>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Stroke> Strokes);

public abstract record Stroke;

/// <param name="Fill">Hex, or null for none.</param>
public sealed record BoxStroke(double X, double Y, double Width, double Height, string? Fill, string? Line = null, double Weight = .2) : Stroke
{
    /// <summary>Hatched with this ink instead of filled: what is reported and not verified.</summary>
    public string? Hatch { get; init; }
}

/// <summary>A line through points, or a shape when it is closed.</summary>
/// <param name="Weight">Millimetres.</param>
public sealed record PathStroke(IReadOnlyList<(double X, double Y)> Points, string? Line, double Weight = .3) : Stroke
{
    public bool Closed { get; init; }
    public string? Fill { get; init; }
    public bool Dashed { get; init; }
}

public sealed record DiscStroke(double X, double Y, double Radius, string? Fill, string? Line = null, double Weight = .3) : Stroke
{
    public bool Dashed { get; init; }
}

public enum Anchor { Start, Middle, End }

/// <param name="Y">The line the letters stand on.</param>
/// <param name="Size">Points.</param>
public sealed record LabelStroke(double X, double Y, string Text, double Size = 8, Anchor Anchor = Anchor.Start, string Ink = Inks.Ink, bool Bold = false) : Stroke;

/// <summary>The shape of a state of the vocabulary, drawn as on the pages.</summary>
/// <param name="X">Its middle.</param>
public sealed record StateStroke(double X, double Y, double Size, string State) : Stroke;

/// <summary>The colours of the pages in their light form (docs: the look), for paper.</summary>
public static class Inks
{
    public const string Ink = "#12262d", Ink2 = "#42565e", Ink3 = "#5a6d75";
    public const string Paper = "#ffffff", Ground = "#e8eef0", Line = "#dbe3e6", Line2 = "#7c9098", Lake = "#0d5c70", Felt = "#c47f12";
    public const string Done = "#1e7f4c", Track = "#1c7d95", Hatch = "#72aebd", Risk = "#c2640a", Late = "#c22d27", Silent = "#75609c", Mute = "#7c9098";

    /// <summary>The colour of a state of the vocabulary.</summary>
    public static string OfState(string state) => state switch
    {
        "done" or "donelate" or "ver" or "rep" => Done,
        "track" => Track,
        "risk" => Risk,
        "late" => Late,
        "silent" => Silent,
        _ => Mute,
    };
}
