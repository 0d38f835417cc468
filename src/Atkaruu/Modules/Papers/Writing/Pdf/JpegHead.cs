using System.Buffers.Binary;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>What a PDF has to know of a JPEG it takes as it is.</summary>
/// <param name="Parts">Colours: 1, 3 or 4.</param>
internal readonly record struct JpegHead(int Width, int Height, int Parts)
{
    /// <summary>Null when these bytes are no JPEG that every reader of PDFs draws.</summary>
    public static JpegHead? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8) return null;
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xff) return null;
            var marker = bytes[at + 1];
            if (marker is 0xff)
            {
                at++;
                continue;
            }
            if (marker is 0xc0 or 0xc1 or 0xc2) return Of(bytes[(at + 4)..]);
            if (marker is 0xd9 or 0xda) return null;
            at += marker is 0x01 or (>= 0xd0 and <= 0xd7) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    private static JpegHead? Of(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8) return null;
        var head = new JpegHead(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), frame[5]);
        return head is { Width: > 0, Height: > 0, Parts: 1 or 3 or 4 } ? head : null;
    }
}
