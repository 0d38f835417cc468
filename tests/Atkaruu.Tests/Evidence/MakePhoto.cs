using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Atkaruu.Tests.Evidence;

/// <summary>Photographs drawn by the test, honest and otherwise.</summary>
internal static class MakePhoto
{
    /// <summary>A landscape of its own for each seed: hills, sky, spots.</summary>
    public static SKBitmap Draw(int width, int height, int seed)
    {
        var random = new Random(seed);
        var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor((byte)random.Next(100, 255), (byte)random.Next(100, 255), 255));
        for (var i = 0; i < 40; i++)
        {
            using var paint = new SKPaint { Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)) };
            canvas.DrawRect(random.Next(width), random.Next(height), width * (0.05f + random.NextSingle() / 4), height * (0.05f + random.NextSingle() / 4), paint);
        }
        return bitmap;
    }

    public static byte[] Jpeg(int width = 800, int height = 600, int seed = 1, int quality = 90) => Encode(SKEncodedImageFormat.Jpeg, width, height, seed, quality);
    public static byte[] Png(int width = 800, int height = 600, int seed = 1) => Encode(SKEncodedImageFormat.Png, width, height, seed, 100);
    public static byte[] WebP(int width = 800, int height = 600, int seed = 1) => Encode(SKEncodedImageFormat.Webp, width, height, seed, 80);

    /// <summary>A JPEG as a phone writes it: taken 12 October 2026, 14:05, in Daroot-Korgon, by «SecretCam 77».</summary>
    public static byte[] WithExif(byte[] jpeg, int orientation = 1, double latitude = 39.5561, double longitude = 72.2094)
    {
        var exif = Exif(orientation, latitude, longitude);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG header that promises more pixels than any memory holds.</summary>
    public static byte[] PngBomb(int side = 50_000)
    {
        var png = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), side);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), side);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), System.IO.Hashing.Crc32.HashToUInt32(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] Encode(SKEncodedImageFormat format, int width, int height, int seed, int quality)
    {
        using var bitmap = Draw(width, height, seed);
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    private static byte[] Exif(int orientation, double latitude, double longitude)
    {
        // TIFF, little-endian: IFD0 (make, orientation, EXIF, GPS), then EXIF (taken), then GPS.
        using var tiff = new MemoryStream();
        var w = new BinaryWriter(tiff);
        w.Write("II"u8); w.Write((ushort)42); w.Write(8);
        const int ifd0 = 8, exifAt = ifd0 + 2 + (4 * 12) + 4, gpsAt = exifAt + 2 + 12 + 4, dataAt = gpsAt + 2 + (4 * 12) + 4;
        var make = Encoding.ASCII.GetBytes("SecretCam 77\0");
        var taken = Encoding.ASCII.GetBytes("2026:10:12 14:05:00\0");
        int makeAt = dataAt, takenAt = makeAt + make.Length, latitudeAt = takenAt + taken.Length, longitudeAt = latitudeAt + 24;
        w.Write((ushort)4);
        Entry(w, 0x010F, 2, make.Length, makeAt);
        Entry(w, 0x0112, 3, 1, orientation);
        Entry(w, 0x8769, 4, 1, exifAt);
        Entry(w, 0x8825, 4, 1, gpsAt);
        w.Write(0);
        w.Write((ushort)1);
        Entry(w, 0x9003, 2, taken.Length, takenAt);
        w.Write(0);
        w.Write((ushort)4);
        Entry(w, 1, 2, 2, latitude >= 0 ? 'N' : 'S');
        Entry(w, 2, 5, 3, latitudeAt);
        Entry(w, 3, 2, 2, longitude >= 0 ? 'E' : 'W');
        Entry(w, 4, 5, 3, longitudeAt);
        w.Write(0);
        w.Write(make); w.Write(taken);
        Degrees(w, Math.Abs(latitude)); Degrees(w, Math.Abs(longitude));
        return [.. "Exif\0\0"u8, .. tiff.ToArray()];
    }

    private static void Entry(BinaryWriter w, int tag, int type, int count, int value)
    {
        w.Write((ushort)tag); w.Write((ushort)type); w.Write(count); w.Write(value);
    }

    private static void Degrees(BinaryWriter w, double degrees)
    {
        var minutes = (degrees - Math.Floor(degrees)) * 60;
        w.Write((int)Math.Floor(degrees)); w.Write(1);
        w.Write((int)Math.Floor(minutes)); w.Write(1);
        w.Write((int)Math.Round((minutes - Math.Floor(minutes)) * 60 * 10000)); w.Write(10000);
    }
}
