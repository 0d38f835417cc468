namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Where each heading came to stand: the bookmarks.</summary>
internal sealed class Outline
{
    private const int LongestTitle = 120;

    public List<(int Level, string Title, Sheet Sheet, double Y)> Entries { get; } = [];

    /// <summary>A strip that says where it was drawn.</summary>
    public Strip Entry(Strip strip, int level, string title) =>
        new(strip.Height, (sheet, x, y) =>
        {
            Add(level, title, sheet, y);
            strip.Draw(sheet, x, y);
        }) { Before = strip.Before, KeepNext = strip.KeepNext };

    /// <summary>A language of the paper: its headings stand under it.</summary>
    public void Part(string title, Sheet sheet, int before) => Entries.Insert(before, (0, Clean(title), sheet, 0));

    private void Add(int level, string title, Sheet sheet, double y)
    {
        Entries.Add((level, Clean(title), sheet, y));
    }

    private static string Clean(string title)
    {
        var clean = string.Join(' ', CleanText.Whole(title).Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
        return CleanText.Short(clean, LongestTitle);
    }
}
