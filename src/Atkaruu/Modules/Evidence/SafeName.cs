using System.Globalization;
using System.Text;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// Makes the name a file came with harmless: no folders, no characters that hide or reverse others, no names that a system
/// keeps for itself, and always the ending of what the file really is, so that nothing runs when it is opened.
/// </summary>
internal static class SafeName
{
    private const int Longest = 100;

    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];

    /// <param name="ending">By content, with its dot: «.jpg».</param>
    public static string Of(string? name, string ending)
    {
        var stem = Clean(name ?? "");
        while (Path.GetExtension(stem) is { Length: > 1 and <= 6 } last && !last.Contains(' ') && stem.Length > last.Length) stem = stem[..^last.Length].TrimEnd(' ', '.', '_');
        if (stem.Length == 0) stem = "file";
        if (Reserved.Contains(stem.ToLowerInvariant())) stem = "_" + stem;
        return Cut(stem, Longest - ending.Length) + ending;
    }

    private static string Clean(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(Math.Min(name.Length, 1000));
        foreach (var rune in name.EnumerateRunes())
        {
            if (clean.Length >= 1000) break;
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune.Value is '\t' or '\r' or '\n') clean.Append(' ');
            else if (kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar) continue;
            else if (rune.IsAscii && "<>:\"|?*%;`$&'#{}=+@".Contains((char)rune.Value)) clean.Append('_');
            else clean.Append(rune.ToString());
        }
        var words = clean.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim(' ', '.', '-', '_');
    }

    /// <summary>Never through the middle of a letter.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = 0;
        foreach (var letter in StringInfo.ParseCombiningCharacters(text).Append(text.Length))
            if (letter <= length) end = letter;
        return text[..(end == 0 ? length : end)].TrimEnd(' ', '.');
    }
}
