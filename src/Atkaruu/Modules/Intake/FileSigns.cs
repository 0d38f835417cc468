using System.Text;

namespace Atkaruu.Modules.Intake;

/// <summary>What the first bytes of a file say about it.</summary>
internal enum FileSign { Zip, Pdf, OldOffice, Text, Unknown }

/// <summary>Tells the kind of a file by its content.</summary>
internal static class FileSigns
{
    /// <summary>Readers of PDF look for its mark in the first kilobyte.</summary>
    private const int PdfMarkWithin = 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static FileSign Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8) => FileSign.Zip,
        _ when content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => FileSign.OldOffice,
        _ when content[..Math.Min(content.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 => FileSign.Pdf,
        _ when content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]) => FileSign.Text,
        _ when content.IndexOf((byte)0) >= 0 || content.StartsWith("{\\rtf"u8) => FileSign.Unknown,
        _ => FileSign.Text,
    };

    /// <summary>The text, in UTF-8, UTF-16 with its mark, or the Cyrillic Windows code page of older machines.</summary>
    public static string TextOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF])) content = content[3..];
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(content);
        }
    }

    /// <summary>Whether a text is a plan.yaml: its first line after comments names the format.</summary>
    public static bool IsPlanYaml(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = line.Trim();
            if (words.IsEmpty || words[0] == '#' || words.SequenceEqual("---")) continue;
            return words.StartsWith("format:", StringComparison.OrdinalIgnoreCase) && words.Contains("atkaruu.plan", StringComparison.Ordinal);
        }
        return false;
    }
}
