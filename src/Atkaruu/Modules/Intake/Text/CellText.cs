using System.Text;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>Undoes what the page did to the words of a cell: line breaks and line-end hyphens. Spelling stays.</summary>
internal sealed class CellText
{
    private readonly HashSet<string> _words = [];

    /// <param name="lines">The whole document: it knows how its own words are written.</param>
    public CellText(IEnumerable<PrintedLine> lines)
    {
        foreach (var line in lines)
            foreach (var word in line.Text.Split(' '))
                _words.Add(Bare(word));
    }

    /// <summary>Trimmed, runs of blanks made one.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        if (tidy.Length > 0 && tidy[^1] == ' ') tidy.Length--;
        return tidy.ToString();
    }

    /// <summary>The words of a cell from the lines it was printed on.</summary>
    public string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length == 0) text.Append(line);
            else if (!EndsInHyphen(text)) text.Append(' ').Append(line);
            else
            {
                if (text[^1] == '\u00AD' || IsOneWord(LastWord(text), FirstWord(line))) text.Length--;
                text.Append(line);
            }
        }
        return text.ToString();
    }

    /// <summary>A hyphen at the end of a line, fast to a letter or figure: the word goes on in the next line.</summary>
    public static bool EndsInHyphen(StringBuilder text) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' or '\u2011' or '–' or '\u00AD' && text.Length > 1 && char.IsLetterOrDigit(text[^2]);

    public static bool EndsInHyphen(string text) =>
        text is [.., var before, '-' or '\u2010' or '\u2011' or '–' or '\u00AD'] && char.IsLetterOrDigit(before);

    /// <summary>The hyphen was put by the page only if the document elsewhere writes the word without it and never with it.</summary>
    private bool IsOneWord(string before, string after)
    {
        var head = before[..^1];
        return _words.Contains(Bare(head + after)) && !_words.Contains(Bare($"{head}-{after}"));
    }

    private static string FirstWord(string line) => line.IndexOf(' ') is > 0 and var end ? line[..end] : line;

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] != ' ') start--;
        return text.ToString(start, text.Length - start);
    }

    private static string Bare(string word) => word.Trim('(', ')', '“', '”', '"', '«', '»', ',', '.', ';', ':').ToLowerInvariant();
}
