using SkiaSharp;

namespace Atkaruu.Journeys;

/// <summary>A photograph from a building site, as far as a program can draw one.</summary>
internal static class Photo
{
    /// <summary>Another scene for each number, so that no two are taken for the same.</summary>
    public static byte[] Jpeg(int seed, int width = 1200, int height = 900)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(150, 190, 230));
        for (var i = 0; i < 40; i++)
        {
            using var paint = new SKPaint { Color = new SKColor((byte)random.Next(90, 200), (byte)random.Next(80, 170), (byte)random.Next(60, 140)) };
            canvas.DrawRect(random.Next(width), random.Next(height), width * (0.05f + (random.NextSingle() / 4)), height * (0.05f + (random.NextSingle() / 4)), paint);
        }
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 85).ToArray();
    }
}
