using SkiaSharp;

namespace Atkaruu.Tests.Papers.Writing;

/// <summary>Pictures that look like nothing, for papers in tests.</summary>
internal static class PdfPhotographs
{
    public static byte[] Jpeg(int width, int height) => Draw(width, height, SKEncodedImageFormat.Jpeg, SKColors.White);

    /// <summary>Half of it can be seen through.</summary>
    public static byte[] Png(int width, int height) => Draw(width, height, SKEncodedImageFormat.Png, SKColors.Transparent);

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format, SKColor ground)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground);
        using var paint = new SKPaint { Color = SKColors.SteelBlue };
        canvas.DrawRect(0, 0, width / 2f, height, paint);
        using var data = bitmap.Encode(format, 85);
        return data.ToArray();
    }
}
