namespace Atkaruu.Modules.Papers.Writing;

/// <summary>
/// The shapes of the state vocabulary as characters, for Word and Excel: the nearest that every office machine has (Segoe UI Symbol on Windows, DejaVu
/// or Noto on Linux). Told apart without colour, as on the pages.
/// </summary>
internal static class StateSigns
{
    public const string Font = "Segoe UI Symbol";

    /// <summary>The sign; empty for a state that has no shape.</summary>
    public static string Of(string? state) => state switch
    {
        "done" or "ver" => "✔",
        "rep" => "◎",
        "donelate" => "◈",
        "track" => "◑",
        "risk" => "▲",
        "late" => "◆",
        "silent" => "⊙",
        "wait" => "○",
        "pause" => "▥",
        "gone" => "⊘",
        _ => "",
    };

    /// <summary>Its colour, six figures without #.</summary>
    public static string Colour(string state) => (state == "donelate" ? Inks.Late : Inks.OfState(state))[1..];
}
