using SkiaSharp;

namespace Atkaruu.Demo;

/// <summary>Photographs of the story, drawn: mountains, and before them whatever is being built, as far as it has got. Each says that it is invented.</summary>
internal static class DemoPictures
{
    private const int Width = 960, Height = 720;

    /// <param name="progress">0…1: how high the walls stand, how far the road goes.</param>
    /// <returns>A JPEG.</returns>
    public static byte[] Draw(Random luck, double progress, bool road)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        Sky(canvas, luck);
        Mountains(canvas, luck, 0.45f, Shade(luck, 0x9a, 0xae, 0xbb));
        Mountains(canvas, luck, 0.58f, Shade(luck, 0x7d, 0x93, 0x8c));
        Ground(canvas, luck);
        if (road) Road(canvas, luck, (float)progress);
        else Building(canvas, luck, (float)progress);
        Grain(canvas, luck);
        Watermark(canvas);
        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 82);
        return jpeg.ToArray();
    }

    private static void Sky(SKCanvas canvas, Random luck)
    {
        using var paint = new SKPaint();
        var light = (byte)luck.Next(150, 235);
        paint.Shader = SKShader.CreateLinearGradient(new(luck.Next(Width), 0), new(luck.Next(Width), Height * 0.7f),
            [new SKColor((byte)(light - 60), (byte)(light - 20), 240), new SKColor(240, 240, light)], SKShaderTileMode.Clamp);
        canvas.DrawPaint(paint);
        using var cloud = new SKPaint { Color = new SKColor(255, 255, 255, 150), IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 14) };
        for (var i = luck.Next(0, 5); i > 0; i--) canvas.DrawOval(luck.Next(Width), luck.Next(Height / 3), luck.Next(60, 220), luck.Next(15, 45), cloud);
    }

    private static void Mountains(SKCanvas canvas, Random luck, float at, SKColor color)
    {
        var ridge = new SKPathBuilder();
        ridge.MoveTo(0, Height);
        for (var x = 0f; x <= Width; x += luck.Next(70, 190)) ridge.LineTo(x, (Height * at) - luck.Next(20, 210));
        ridge.LineTo(Width, Height * at);
        ridge.LineTo(Width, Height);
        ridge.Close();
        using var path = ridge.Detach();
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private static void Ground(SKCanvas canvas, Random luck)
    {
        using var paint = new SKPaint { Color = luck.Happens(0.3) ? new SKColor(226, 229, 230) : Shade(luck, 0xb6, 0xb0, 0x86) };
        canvas.DrawRect(0, Height * 0.6f, Width, Height * 0.4f, paint);
    }

    private static void Building(SKCanvas canvas, Random luck, float progress)
    {
        float left = luck.Next(60, 330), width = luck.Next(330, 560), bottom = Height * 0.86f, full = luck.Next(170, 290);
        var height = Math.Max(18, full * Math.Min(1, progress * 1.3f));
        using var wall = new SKPaint { Color = Shade(luck, 0xd9, 0xc8, 0xa8), IsAntialias = true };
        canvas.DrawRect(left, bottom - height, width, height, wall);
        using var dark = new SKPaint { Color = new SKColor(70, 84, 94), IsAntialias = true };
        if (progress > 0.45)
            for (var x = left + 30; x + 40 < left + width; x += 88) canvas.DrawRect(x, bottom - (full * 0.72f), 46, 60, dark);
        if (progress > 0.7)
        {
            using var roof = new SKPathBuilder();
            roof.MoveTo(left - 24, bottom - height);
            roof.LineTo(left + (width / 2), bottom - height - luck.Next(50, 120));
            roof.LineTo(left + width + 24, bottom - height);
            roof.Close();
            using var path = roof.Detach();
            using var paint = new SKPaint { Color = Shade(luck, 0x8c, 0x4a, 0x3c), IsAntialias = true };
            canvas.DrawPath(path, paint);
        }
        if (progress < 0.95) canvas.DrawRect(left + width + luck.Next(20, 80), bottom - luck.Next(40, 330), 12, 330, dark); // a crane
    }

    private static void Road(SKCanvas canvas, Random luck, float progress)
    {
        float bend = luck.Next(-260, 260), top = Height * 0.6f;
        using var gravel = new SKPaint { Color = Shade(luck, 0xa8, 0x9c, 0x88), IsAntialias = true };
        using var asphalt = new SKPaint { Color = new SKColor(66, 68, 72), IsAntialias = true };
        Strip(0, 1, gravel);
        Strip(0, Math.Max(0.05f, progress), asphalt);

        void Strip(float from, float to, SKPaint paint)
        {
            var path = new SKPathBuilder();
            (float y0, float y1) = (Height - ((Height - top) * from), Height - ((Height - top) * to));
            path.MoveTo(Middle(y0) - Half(y0), y0);
            path.LineTo(Middle(y1) - Half(y1), y1);
            path.LineTo(Middle(y1) + Half(y1), y1);
            path.LineTo(Middle(y0) + Half(y0), y0);
            path.Close();
            using var made = path.Detach();
            canvas.DrawPath(made, paint);
        }

        float Middle(float y) => (Width / 2f) + (bend * (Height - y) / (Height - top));
        float Half(float y) => 24 + (260 * (y - top) / (Height - top));
    }

    /// <summary>Real pictures are never smooth; without it all of these would look alike to the check for copies.</summary>
    private static void Grain(SKCanvas canvas, Random luck)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var i = 0; i < 26; i++)
        {
            paint.Color = new SKColor((byte)luck.Next(256), (byte)luck.Next(256), (byte)luck.Next(256), (byte)luck.Next(25, 80));
            canvas.DrawOval(luck.Next(Width), luck.Next(Height), luck.Next(30, 150), luck.Next(20, 110), paint);
        }
    }

    private static void Watermark(SKCanvas canvas)
    {
        using var font = new SKFont(SKTypeface.FromFamilyName("DejaVu Sans") ?? SKTypeface.Default, 40);
        using var paint = new SKPaint { Color = new SKColor(255, 255, 255, 215), IsAntialias = true };
        using var shade = new SKPaint { Color = new SKColor(0, 0, 0, 120) };
        canvas.DrawRect(0, Height - 70, Width, 70, shade);
        canvas.DrawText("ойдон чыгарылган сүрөт", 24, Height - 22, SKTextAlign.Left, font, paint);
    }

    private static SKColor Shade(Random luck, int r, int g, int b)
    {
        var by = luck.Next(-26, 27);
        return new((byte)Math.Clamp(r + by, 0, 255), (byte)Math.Clamp(g + by, 0, 255), (byte)Math.Clamp(b + by, 0, 255));
    }
}
