using System.Buffers.Binary;

namespace Atkaruu.Modules.Evidence;

internal enum PictureKind { Jpeg, Png, WebP }

/// <summary>
/// What a picture says of itself in its first bytes, read by hand: its size is known, and refused, before any decoder has set
/// aside memory for it.
/// </summary>
/// <param name="Whole">The decoder must hold all of it at once (progressive, interlaced, not scalable), so it may have fewer pixels.</param>
internal sealed record PictureHeader(PictureKind Kind, int Width, int Height, bool Whole)
{
    /// <summary>Pixels: a phone's best camera; and what fits into 150 MB when it cannot be made smaller while decoding.</summary>
    private const long MaxPixels = 50_000_000, MaxWhole = 24_000_000, MaxPng = 16_000_000;
    private const int MaxSide = 20_000, MaxScans = 200;

    public string ContentType => Kind switch { PictureKind.Jpeg => "image/jpeg", PictureKind.Png => "image/png", _ => "image/webp" };

    public string Ending => Kind switch { PictureKind.Jpeg => ".jpg", PictureKind.Png => ".png", _ => ".webp" };

    public bool IsTooLarge => Width > MaxSide || Height > MaxSide || (long)Width * Height > (Kind == PictureKind.Png ? MaxPng : Whole ? MaxWhole : MaxPixels);

    public long Pixels => (long)Width * Height;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xFF, 0xD8, 0xFF]);
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
    public static bool IsWebP(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    /// <summary>The pictures of newer telephones (HEIF, AVIF), which the decoder at hand does not know.</summary>
    public static bool IsHeif(ReadOnlySpan<byte> file) => file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8)
        && (file[8..12].SequenceEqual("heic"u8) || file[8..12].SequenceEqual("heix"u8) || file[8..12].SequenceEqual("hevc"u8) || file[8..12].SequenceEqual("heif"u8)
            || file[8..12].SequenceEqual("mif1"u8) || file[8..12].SequenceEqual("msf1"u8) || file[8..12].SequenceEqual("avif"u8));

    /// <summary>Null where the header is damaged.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = IsJpeg(file) ? Jpeg(file) : IsPng(file) ? Png(file) : IsWebP(file) ? WebP(file) : null;
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length;)
        {
            if (file[at] != 0xFF) return null;
            var mark = file[at + 1];
            if (mark == 0xFF) { at++; continue; }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (mark is 0xDA or 0xD9 || length < 2) return null; // the picture begins, and nobody has said how large it is
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Scans(file) > MaxScans ? null : new(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), mark is not (0xC0 or 0xC1));
            at += 2 + length;
        }
        return null;
    }

    /// <summary>Each scan goes over the whole picture again: thousands of them in a small file would keep a processor busy for minutes.</summary>
    private static int Scans(ReadOnlySpan<byte> file)
    {
        var scans = 0;
        for (int at; (at = file.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])) >= 0; file = file[(at + 2)..]) scans++;
        return scans;
    }

    private static PictureHeader? Png(ReadOnlySpan<byte> file) => file.Length < 33 || !file[12..16].SequenceEqual("IHDR"u8) ? null
        : new(PictureKind.Png, Big(file[16..]), Big(file[20..]), Whole: true);

    private static PictureHeader? WebP(ReadOnlySpan<byte> file) => file.Length < 30 ? null : file[12..16] switch
    {
        var part when part.SequenceEqual("VP8X"u8) => new(PictureKind.WebP, 1 + Three(file[24..]), 1 + Three(file[27..]), Whole: true),
        var part when part.SequenceEqual("VP8 "u8) => new(PictureKind.WebP, BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF, Whole: true),
        var part when part.SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(file[21..]) is var bits => new(PictureKind.WebP, 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), Whole: true),
        _ => null,
    };

    private static int Big(ReadOnlySpan<byte> four) => BinaryPrimitives.ReadUInt32BigEndian(four) is <= int.MaxValue and var value ? (int)value : int.MaxValue;

    private static int Three(ReadOnlySpan<byte> three) => three[0] | (three[1] << 8) | (three[2] << 16);
}
