using System.IO.Compression;
using System.Text;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// Whether a PDF may be kept as evidence: not locked, and nothing in it that runs, starts a program or hides another file.
/// The bytes are searched for the names of such things, compressed lists of objects unpacked for it. This is a simple look
/// and no proof: names written as fragments, or behind a filter other than Flate, are not found. That is why documents are
/// only ever given as attachments.
/// </summary>
internal static class PdfLook
{
    private const int MarkWithin = 1024, MaxUnpacked = 32 << 20;

    private static readonly string[] Active = ["JavaScript", "JS", "Launch", "RichMedia", "XFA", "SubmitForm", "ImportData"];

    public static bool IsPdf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, MarkWithin)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The key of why not; null when nothing was found.</summary>
    public static string? WhyNot(byte[] file)
    {
        if (file.AsSpan()[Math.Max(0, file.Length - 2048)..].IndexOf("%%EOF"u8) < 0) return "evidence.rule.damaged";
        var left = MaxUnpacked;
        return Search(file) ?? ObjectStreams(file).Select(packed => Search(Unpack(packed, ref left))).FirstOrDefault(found => found is not null) ?? (left <= 0 ? "evidence.rule.bomb" : null);
    }

    /// <summary>Looks at every name: «/» and what follows to the next delimiter, «#4A» being J.</summary>
    private static string? Search(ReadOnlySpan<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(at + 1)..];
            switch (NameAt(bytes))
            {
                case "Encrypt": return "evidence.rule.locked";
                case "EmbeddedFile" or "EmbeddedFiles": return "evidence.rule.embedded";
                case { } name when Active.Contains(name): return "evidence.rule.active";
            }
        }
        return null;
    }

    private static string NameAt(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder(16);
        for (var i = 0; i < bytes.Length && name.Length < 16; i++)
        {
            if (bytes[i] == '#' && i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var letter))
            {
                name.Append((char)letter);
                i += 2;
            }
            else if (char.IsAsciiLetterOrDigit((char)bytes[i])) name.Append((char)bytes[i]);
            else break;
        }
        return name.ToString();
    }

    private static List<ReadOnlyMemory<byte>> ObjectStreams(byte[] file)
    {
        List<ReadOnlyMemory<byte>> found = [];
        for (var at = 0; at < file.Length && found.Count < 5_000;)
        {
            var mark = file.AsSpan(at).IndexOf("ObjStm"u8);
            if (mark < 0) break;
            at += mark + 6;
            var begin = file.AsSpan(at, Math.Min(1024, file.Length - at)).IndexOf("stream"u8);
            if (begin < 0) continue;
            begin += at + 6;
            while (begin < file.Length && file[begin] is (byte)'\r' or (byte)'\n') begin++;
            var end = file.AsSpan(begin).IndexOf("endstream"u8);
            found.Add(file.AsMemory(begin, end < 0 ? file.Length - begin : end));
        }
        return found;
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> packed, ref int left)
    {
        using var plain = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var piece = new byte[64 << 10];
            for (int read; left > 0 && (read = stream.Read(piece)) > 0; left -= read) plain.Write(piece, 0, read);
        }
        catch (InvalidDataException)
        {
            // not Flate, or cut off: what could be unpacked is looked at
        }
        return plain.ToArray();
    }
}
