using System.Security.Cryptography;
using SkiaSharp;

namespace Atkaruu.Modules.Evidence;

/// <summary>Bytes to keep under their hash.</summary>
internal sealed record Copy(byte[] Bytes)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>
/// A photograph decoded and drawn anew: whatever else the file was besides a picture (a page, a program, an archive) and
/// whatever it told besides what is seen (place, time, device) does not come over.
/// </summary>
/// <param name="Width">Pixels of the original as it is seen, turned the right way up.</param>
internal sealed record Photograph(Copy Public, Copy Thumb, int Width, int Height, long? Likeness)
{
    private const int PublicQuality = 82, ThumbQuality = 76;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Null where the bytes are not a whole picture.</summary>
    public static Photograph? Make(byte[] file, PictureHeader header)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != Format(header.Kind) || (long)codec.Info.Width * codec.Info.Height > header.Pixels) return null;

        using var decoded = Decode(codec);
        if (decoded is null) return null;
        var (width, height) = Turned(codec.EncodedOrigin) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        using var shown = Draw(decoded, codec.EncodedOrigin, width, height, EvidenceRules.PublicSide);
        using var thumb = Draw(shown, SKEncodedOrigin.TopLeft, width, height, EvidenceRules.ThumbSide);
        return new(Press(shown, PublicQuality), Press(thumb, ThumbQuality), width, height, Evidence.Likeness.Of(Luma(thumb), thumb.Width, thumb.Height));
    }

    private static SKEncodedImageFormat Format(PictureKind kind) => kind switch { PictureKind.Jpeg => SKEncodedImageFormat.Jpeg, PictureKind.Png => SKEncodedImageFormat.Png, _ => SKEncodedImageFormat.Webp };

    /// <summary>A JPEG can be made smaller while it is decoded, in eighths: never smaller than what is to be shown.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var scale = (float)EvidenceRules.PublicSide / Math.Max(codec.Info.Width, codec.Info.Height);
        var size = scale < 1 && codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? codec.GetScaledDimensions(Math.Min(1, scale + 0.0625f)) : new(codec.Info.Width, codec.Info.Height);
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            bitmap.SetImmutable(); // so that drawing it does not copy it
            return bitmap;
        }
        bitmap.Dispose();
        return null;
    }

    /// <param name="width">Of the picture as it is seen.</param>
    private static SKBitmap Draw(SKBitmap from, SKEncodedOrigin origin, int width, int height, int side)
    {
        var scale = Math.Min(1f, (float)side / Math.Max(width, height));
        int w = Math.Max(1, (int)Math.Round(width * scale)), h = Math.Max(1, (int)Math.Round(height * scale));
        var drawn = new SKBitmap(new SKImageInfo(w, h, SKColorType.Rgba8888, SKAlphaType.Opaque)); // without colour space: no profile is written
        using var canvas = new SKCanvas(drawn);
        using var image = SKImage.FromBitmap(from);
        canvas.Clear(SKColors.White);
        var (fromWidth, fromHeight) = Turned(origin) ? (from.Height, from.Width) : (from.Width, from.Height);
        canvas.Scale((float)w / fromWidth, (float)h / fromHeight);
        canvas.Concat(Turning(origin, from.Width, from.Height));
        canvas.DrawImage(image, 0, 0, Smooth);
        canvas.Flush();
        drawn.SetImmutable();
        return drawn;
    }

    private static bool Turned(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>From how the sensor lay to how the picture is seen (EXIF orientation 1…8).</summary>
    private static SKMatrix Turning(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static Copy Press(SKBitmap bitmap, int quality)
    {
        using var pixels = bitmap.PeekPixels();
        using var jpeg = pixels.Encode(SKEncodedImageFormat.Jpeg, quality) ?? throw new InvalidOperationException("The encoder gave nothing.");
        return new(jpeg.ToArray());
    }

    private static byte[] Luma(SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        var luma = new byte[bitmap.Width * bitmap.Height];
        for (var y = 0; y < bitmap.Height; y++)
            for (var x = 0; x < bitmap.Width; x++)
            {
                var rgb = pixels.Slice((y * bitmap.RowBytes) + (x * 4), 3);
                luma[(y * bitmap.Width) + x] = (byte)(((rgb[0] * 299) + (rgb[1] * 587) + (rgb[2] * 114)) / 1000);
            }
        return luma;
    }
}
