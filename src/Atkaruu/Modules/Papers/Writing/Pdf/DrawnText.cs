using System.Buffers;
using System.Globalization;
using System.Text;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Words as our fonts can draw them.</summary>
internal static class DrawnText
{
    /// <summary>What stands for letters that the fonts lack, where something near them is there.</summary>
    private static readonly Dictionary<char, char> Near = new()
    {
        ['→'] = '›', ['←'] = '‹', ['➔'] = '›', ['⇒'] = '»', ['✓'] = '√', ['✔'] = '√', ['●'] = '•', ['■'] = '•', ['○'] = '◦', ['☐'] = '◊', ['□'] = '◊',
        ['ӊ'] = 'ң', ['Ӊ'] = 'Ң',
    };

    /// <summary>
    /// Cuts a run into words to draw and what is read instead of them (null: themselves). Control characters and marks of direction are gone,
    /// letters are composed, and what no font has is seen as a sign and read as itself.
    /// </summary>
    public static IEnumerable<(string Drawn, string? Read)> Of(string text, Face face)
    {
        text = Composed(text);
        var from = 0;
        for (var i = 0; i < text.Length;)
        {
            if (face.Has(text[i]) || text[i] is '\n' or '\u200b')
            {
                i++;
                continue;
            }
            if (i > from) yield return (text[from..i], null);
            var length = Unknown(text, i, face);
            var read = text.Substring(i, length);
            yield return (Sign(read, face), read);
            from = i += length;
        }
        if (from < text.Length) yield return (text[from..], null);
    }

    /// <summary>A letter that is not there goes with the marks that sit on it: a face made of four code points is one sign.</summary>
    private static int Unknown(string text, int from, Face face)
    {
        var length = StringInfo.GetNextTextElementLength(text, from);
        for (var i = from + 1; i < from + length; i++)
            if (face.Has(text[i])) return i - from;
        return Math.Max(1, length);
    }

    private static string Sign(string read, Face face)
    {
        if (read.Length == 1 && Near.TryGetValue(read[0], out var near) && face.Has(near)) return near.ToString();
        return Face.Missing.ToString();
    }

    private static string Composed(string text)
    {
        text = CleanText.Of(text);
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(rune, clean);
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Marks over letters, and the many blanks, hyphens and joints of Unicode.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Range(0x300, 0x36f), .. Range(0x2000, 0x2012), .. Range(0x2028, 0x206f), '\u3000', .. Range(0xd800, 0xdfff), .. Range(0xfe00, 0xfe0f)]);

    private static IEnumerable<char> Range(int from, int to) => Enumerable.Range(from, to - from + 1).Select(code => (char)code);

    private static void Append(Rune rune, StringBuilder to)
    {
        switch (rune.Value)
        {
            case '\n' or 0x200b: to.Append((char)rune.Value); break;
            case 0x2010: to.Append('-'); break;
            case 0x202f or 0x2007 or 0x2009 or 0x200a: to.Append('\u00a0'); break;
            case >= 0x2000 and <= 0x2008 or 0x205f or 0x3000: to.Append(' '); break;
            case >= 0xfe00 and <= 0xfe0f: break; // how an emoji is drawn
            default:
                if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format) || rune.Value == 0xad) to.Append(rune.ToString());
                break;
        }
    }
}
