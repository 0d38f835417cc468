namespace Atkaruu.Modules.Intake;

/// <summary>What the first bytes of a file say about it.</summary>
internal enum FileSign { Zip, Pdf, OldOffice, Text, Unknown }

/// <summary>Tells the kind of a file by its content.</summary>
internal static class FileSigns
{
    /// <summary>Readers of PDF look for its mark in the first kilobyte.</summary>
    private const int PdfMarkWithin = 1024;

    public static FileSign Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8) => FileSign.Zip,
        _ when content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => FileSign.OldOffice,
        _ when content[..Math.Min(content.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 => FileSign.Pdf,
        _ when content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]) => FileSign.Text,
        _ when content.IndexOf((byte)0) >= 0 || content.StartsWith("{\\rtf"u8) => FileSign.Unknown,
        _ => FileSign.Text,
    };

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
