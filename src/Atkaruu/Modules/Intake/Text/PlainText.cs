using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// From the bytes of a text file to its letters: UTF-8, UTF-16 (with or without a byte order mark) or windows-1251,
/// told by the bytes themselves. Anything else is refused with one sentence, never read as gibberish.
/// </summary>
public static class PlainText
{
    /// <summary>The text layer of a plan has some tens of kilobytes; ten megabytes is a library.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <exception cref="IntakeException">Empty, too large, binary, or in an encoding we do not read.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) throw new IntakeException(new("intake.text.too-large", MaxBytes / (1024 * 1024)));
        var text = Letters(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw new IntakeException(new("intake.text.empty"));
        return text;
    }

    private static string Letters(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..]) ?? throw NotText();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Utf16(bytes[2..], bigEndian: false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Utf16(bytes[2..], bigEndian: true);
        if (bytes.Contains((byte)0)) return Utf16(bytes, bigEndian: BlanksLieBigEndian(bytes));
        if (Utf8(bytes) is { } utf8) return utf8;

        var cyrillic = Windows1251.GetString(bytes);
        return LooksRussian(cyrillic) ? cyrillic : throw NotText();
    }

    /// <summary>Null where the bytes are not UTF-8. A last letter cut in half, as a broken copy leaves it, is dropped.</summary>
    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut <= 3 && cut <= bytes.Length; cut++)
        {
            try
            {
                return StrictUtf8.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException trouble) when (trouble.Index < bytes.Length - 4)
            {
                return null;
            }
            catch (DecoderFallbackException)
            {
                // Trouble at the very end: try without the last byte.
            }
        }
        return null;
    }

    private static string Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var text = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetString(bytes[..(bytes.Length & ~1)]);
        // Pairs of chance bytes are letters of every alphabet of the world; a plan has those of ours and of Latin.
        var ours = text.Count(c => c is >= ' ' and < '\u0530' or '\n' or '\r' or '\t' or '\f' or >= '\u2010' and <= '\u2122');
        return ours * 100L >= text.Length * 98L ? text : throw NotText();
    }

    /// <summary>Blanks and line ends are the commonest signs; their zero byte comes first in big-endian text.</summary>
    private static bool BlanksLieBigEndian(ReadOnlySpan<byte> bytes)
    {
        var (big, little) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) big++;
            if (bytes[i + 1] == 0) little++;
        }
        return big > little;
    }

    /// <summary>Other single-byte encodings, read as windows-1251, come out as capitals and signs.</summary>
    private static bool LooksRussian(string text)
    {
        var (small, strange) = (0, 0);
        foreach (var c in text)
        {
            if (c is >= 'а' and <= 'я' or 'ё') small++;
            else if (c is >= '\u0080' and not (>= 'А' and <= 'Я') and not ('Ё' or '№' or '«' or '»' or '–' or '—' or '“' or '”' or '„' or '…' or '\u00A0' or '’')) strange++;
            else if (c < ' ' && c is not ('\n' or '\r' or '\t' or '\f')) return false;
        }
        return small > 0 && strange * 20 <= small && text.Count(c => c is >= 'А' and <= 'Я') <= small;
    }

    private static IntakeException NotText() => new(new Message("intake.text.not-text"));
}
