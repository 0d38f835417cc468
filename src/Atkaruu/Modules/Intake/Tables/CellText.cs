using System.Text;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// The one rule of cell text: what lies broken over lines in a file becomes the words a person reads. Line breaks and
/// line-end hyphens are undone, runs of blanks made one; spelling is never touched.
/// </summary>
/// <remarks>
/// A hyphen at a line end stays (Kyrgyz is full of compounds: Кара-Шыбак, 2025-2030-жылдар) unless the rest of the document
/// knows the word without it and never with it.
/// </remarks>
internal sealed partial class CellText
{
    private const char SoftHyphen = '\u00ad';

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    /// <param name="document">Every raw text of the document: its words decide about line-end hyphens.</param>
    public CellText(IEnumerable<string> document)
    {
        foreach (var text in document)
            foreach (Match word in Word().Matches(Normalise(text)))
                _words.Add(word.Value.ToLowerInvariant());
    }

    /// <summary>The words of one cell. Lines are told apart by <c>\n</c>.</summary>
    public string Of(string raw)
    {
        if (raw.Length == 0) return "";
        if (!_made.TryGetValue(raw, out var made)) _made[raw] = made = Make(raw);
        return made;
    }

    private string Make(string raw)
    {
        var text = "";
        foreach (var line in Normalise(raw).Split('\n').Select(Squeeze).Where(line => line.Length > 0))
            text = text.Length == 0 ? line : Join(text, line);
        return WithoutSoftHyphens(text);
    }

    /// <summary>The lines of a text, each by the same rule; empty ones left out.</summary>
    public static IEnumerable<string> Lines(string raw) =>
        Normalise(raw).Split('\n').Select(line => WithoutSoftHyphens(Squeeze(line))).Where(line => line.Length > 0);

    private string Join(string text, string line)
    {
        if (text[^1] == SoftHyphen) return text + line;
        if (!EndsInHyphen(text, line)) return text + " " + line;
        return HyphenIsOfTheLine(text, line) ? text[..^1] + line : text + line;
    }

    private static bool EndsInHyphen(string text, string line) =>
        text.Length > 1 && char.IsLetterOrDigit(text[^2]) && char.IsLetterOrDigit(line[0])
        && (text[^1] == '-' || (text[^1] == '–' && char.IsDigit(text[^2]) && char.IsDigit(line[0])));

    /// <summary>Whether only the line's end put the hyphen there: the document has the whole word, and never the compound.</summary>
    private bool HyphenIsOfTheLine(string text, string line)
    {
        var head = WordAtEnd().Match(text[..^1]).Value.ToLowerInvariant();
        var tail = WordAtStart().Match(line).Value.ToLowerInvariant();
        return _words.Contains(head + tail) && !_words.Contains(head + "-" + tail);
    }

    /// <summary>One code point for each letter and sign that files write in several ways; no control signs but the line's end.</summary>
    private static string Normalise(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var sign = raw[i];
            if (char.IsHighSurrogate(sign) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
                text.Append(sign).Append(raw[++i]);
            else if (One(sign) is { } one)
                text.Append(one);
        }
        return text.ToString();
    }

    private static char? One(char sign) => sign switch
    {
        'ӊ' => 'ң',                                                   // U+04CA, drawn alike in many fonts
        'Ӊ' => 'Ң',
        '\n' or '\r' or '\v' or '\f' or '\u2028' or '\u2029' => '\n',
        '\u2010' or '\u2011' => '-',                                  // hyphens of their own
        SoftHyphen => SoftHyphen,
        '\u200b' or '\u2060' or '\ufeff' => null,                     // of no width
        _ when char.IsSurrogate(sign) || sign is '\ufffe' or '\uffff' => null,
        _ when char.IsWhiteSpace(sign) || char.IsControl(sign) => ' ',
        _ => sign,
    };

    private static string Squeeze(string line) => Blanks().Replace(line, " ").Trim(' ');

    private static string WithoutSoftHyphens(string line) => line.Replace("\u00ad", "", StringComparison.Ordinal);

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{N}-]+\z")]
    private static partial Regex WordAtEnd();

    [GeneratedRegex(@"\A[\p{L}\p{N}-]+")]
    private static partial Regex WordAtStart();
}
