namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>
/// How wide words are on a drawing, in millimetres. No font is at hand here, so each letter is taken a little wider than it is in PT Sans,
/// in which labels are set: what is kept apart by this stays apart.
/// </summary>
internal static class Letters
{
    /// <summary>Millimetres in a point.</summary>
    public const double Point = 25.4 / 72;

    public static double Width(string text, double size) => text.Sum(Wide) * size * Point;

    /// <summary>The words if there is room for them, else as many as there is room for and «…».</summary>
    public static string Fit(string text, double size, double room)
    {
        if (Width(text, size) <= room) return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size) > room) length--;
        var space = text.LastIndexOf(' ', length - 1);
        if (space > length / 2) length = space;
        return text[..length].TrimEnd(' ', ',', '-', '–') + "…";
    }

    /// <summary>The words in lines; what finds no room in the last of them is left out with «…».</summary>
    /// <param name="most">Lines.</param>
    public static IReadOnlyList<string> Wrap(string text, double size, double room, int most)
    {
        List<string> lines = [];
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            if (lines.Count == most - 1)
            {
                lines.Add(Fit(string.Join(' ', words[i..]), size, room));
                break;
            }
            var line = words[i++];
            while (i < words.Length && Width(line + " " + words[i], size) <= room) line += " " + words[i++];
            lines.Add(Fit(line, size, room));
        }
        return lines;
    }

    /// <summary>In parts of the size of the letters.</summary>
    private static double Wide(char letter) => letter switch
    {
        ' ' or '\u00a0' => .28,
        '.' or ',' or ':' or ';' or '·' or 'i' or 'j' or 'l' => .31,
        '(' or ')' or '-' or '/' => .41,
        '№' => 1.04,
        '%' => .85,
        '–' or '…' => .85,
        'ж' or 'ф' or 'ы' or 'м' => .71,
        'ш' or 'щ' or 'ю' or 'w' or 'm' => .8,
        'Ж' or 'М' or 'Ф' or 'Ы' or 'W' => .85,
        'Ш' or 'Щ' or 'Ю' => .92,
        _ when char.IsUpper(letter) => .71,
        _ => .575,
    };
}
