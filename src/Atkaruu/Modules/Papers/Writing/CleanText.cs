using System.Buffers;
using System.Text;
using System.Xml;

namespace Atkaruu.Modules.Papers.Writing;

/// <summary>
/// Words as a file can hold them: without control characters, halves of surrogate pairs and what XML has no place for, and without the
/// invisible marks that turn the direction of what follows (they make «gnp.exe» look like «exe.png»).
/// </summary>
internal static class CleanText
{
    private const char SoftHyphen = '\u00ad';

    /// <summary>Whatever may need a second look; nearly every text has none of it.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(Enumerable.Range(0, 0x10000).Select(i => (char)i).Where(IsSuspect).ToArray());

    /// <summary>With line breaks as «\n»; tabs are blanks.</summary>
    public static string Of(string? text) => string.IsNullOrEmpty(text) ? "" : !text.AsSpan().ContainsAny(Suspects) ? text : Cleaned(text);

    /// <summary>On one line.</summary>
    public static string Line(string? text) => Of(text).Replace('\n', ' ').Trim();

    /// <summary>Without places where a word may break.</summary>
    public static string Whole(string? text) => Of(text).Replace(SoftHyphen.ToString(), "", StringComparison.Ordinal);

    /// <summary>No longer than a field of a file may be; what is left out is shown by «…».</summary>
    public static string Short(string? text, int most)
    {
        var line = Line(text);
        if (line.Length <= most) return line;
        var end = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..end] + "…";
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(sign).Append(text[++i]);
            else if (sign == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (sign is '\t') clean.Append(' ');
            else if (sign is '\u2028' or '\u2029' or '\v' or '\f') clean.Append('\n');
            else if (XmlConvert.IsXmlChar(sign) && !IsUnwanted(sign)) clean.Append(sign);
        }
        return clean.ToString();
    }

    private static bool IsSuspect(char sign) =>
        sign is '\r' or '\t' or '\u2028' or '\u2029' || char.IsSurrogate(sign) || IsUnwanted(sign) || !XmlConvert.IsXmlChar(sign);

    private static bool IsUnwanted(char sign) => sign != '\n' && char.IsControl(sign)
        || sign is '\u200e' or '\u200f' or '\u061c' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or (>= '\ufff9' and <= '\uffff');
}
