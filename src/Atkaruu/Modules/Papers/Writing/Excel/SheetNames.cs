namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>Names of sheets as Excel takes them: at most 31 letters, without signs of its own, none twice.</summary>
internal sealed class SheetNames
{
    public const int Most = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="caption">What the table shows.</param>
    /// <param name="otherwise">Where it says nothing that may stand in a name.</param>
    public string Of(string? caption, string otherwise)
    {
        var name = Allowed(caption);
        if (name.Length == 0) name = Allowed(otherwise);
        if (name.Length == 0) name = "1";
        var free = Cut(name, Most);
        for (var number = 2; !_taken.Add(free); number++)
        {
            var tail = $" ({number})";
            free = Cut(name, Most - tail.Length) + tail;
        }
        return free;
    }

    private static string Allowed(string? words)
    {
        var letters = CleanText.Whole(words).Select(sign => sign is ':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\n' ? ' ' : sign);
        var name = string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'', ' ');
        // Excel keeps this name for itself.
        return name.Equals("History", StringComparison.OrdinalIgnoreCase) ? name + " 1" : name;
    }

    /// <summary>At the end of a word where there is one, never within a letter.</summary>
    private static string Cut(string name, int most)
    {
        if (name.Length <= most) return name;
        var end = name.LastIndexOf(' ', most);
        if (end < most / 2) end = char.IsHighSurrogate(name[most - 1]) ? most - 1 : most;
        return name[..end].TrimEnd(' ', '\'', ',', '.', '(', '–', '-');
    }
}
