using Atkaruu.Kernel;
using SkiaSharp;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>One cut of a typeface as it is needed for setting: which letters it has and how wide they are.</summary>
internal sealed class Face
{
    /// <summary>Nothing in our fonts stands above this; what does is drawn as <see cref="Missing"/>.</summary>
    public const int Reach = 0x2800;

    /// <summary>Stands for a letter that no font of ours has: it is seen that something was here.</summary>
    public const char Missing = '¤';

    private readonly ushort[] _glyphs;
    private readonly float[] _widths = new float[Reach];

    /// <param name="file">Name of the embedded font without its ending: PTSerif-Bold.</param>
    /// <param name="number">Number of its resource on a page: /F1.</param>
    private Face(string family, string file, int number, bool bold, bool italic)
    {
        (Family, File, Number, IsBold, IsItalic) = (family, file, number, bold, italic);
        Bytes = Read(file);
        using var data = SKData.CreateCopy(Bytes);
        using var typeface = SKTypeface.FromData(data);
        using var font = new SKFont(typeface, 1000) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        _glyphs = font.GetGlyphs(string.Create(Reach, 0, (span, _) => { for (var i = 0; i < span.Length; i++) span[i] = (char)i; }));
        var widths = font.GetGlyphWidths(_glyphs);
        for (var i = 0; i < Reach; i++) _widths[i] = widths[i] / 1000f;
    }

    public string Family { get; }
    public string File { get; }
    public int Number { get; }
    public bool IsBold { get; }
    public bool IsItalic { get; }
    public byte[] Bytes { get; }

    public bool Has(char letter) => letter < Reach && _glyphs[letter] != 0;

    /// <summary>Number of the letter's drawing in the font file.</summary>
    public ushort Glyph(char letter) => letter < Reach ? _glyphs[letter] : (ushort)0;

    /// <summary>In points.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var sum = 0.0;
        foreach (var letter in text) sum += letter < Reach ? _widths[letter] : 0;
        return sum * size;
    }

    public double Width(char letter, double size) => letter < Reach ? _widths[letter] * size : 0;

    public static readonly Face[] All =
    [
        new("PT Serif", "PTSerif-Regular", 0, false, false), new("PT Serif", "PTSerif-Bold", 1, true, false),
        new("PT Serif", "PTSerif-Italic", 2, false, true), new("PT Serif", "PTSerif-BoldItalic", 3, true, true),
        new("PT Sans", "PTSans-Regular", 4, false, false), new("PT Sans", "PTSans-Bold", 5, true, false),
        new("PT Sans", "PTSans-Italic", 6, false, true), new("PT Sans", "PTSans-BoldItalic", 7, true, true),
    ];

    public static Face Of(bool serif, bool bold, bool italic) => All[(serif ? 0 : 4) + (bold ? 1 : 0) + (italic ? 2 : 0)];

    /// <summary>Words as shapes, from corner to corner of a page.</summary>
    public void Outline(string words, double width, double height, PageInk ink)
    {
        var diagonal = Math.Sqrt(width * width + height * height);
        var size = Math.Min(72, diagonal * .74 / Math.Max(Width(words, 1), 1));
        using var data = SKData.CreateCopy(Bytes);
        using var typeface = SKTypeface.FromData(data);
        using var font = new SKFont(typeface, (float)size) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        using var flat = font.GetTextPath(words, new SKPoint((float)(-Width(words, size) / 2), (float)(size * .25)));
        var turn = SKMatrix.CreateRotation((float)-Math.Atan2(height, width)).PostConcat(SKMatrix.CreateTranslation((float)width / 2, (float)height / 2));
        flat.Transform(in turn);
        using var each = flat.CreateRawIterator();
        Span<SKPoint> p = stackalloc SKPoint[4];
        for (var verb = each.Next(p); verb != SKPathVerb.Done; verb = each.Next(p))
            switch (verb)
            {
                case SKPathVerb.Move: ink.MoveTo(p[0].X, p[0].Y); break;
                case SKPathVerb.Line: ink.LineTo(p[1].X, p[1].Y); break;
                // TrueType bends by one point, PDF by two.
                case SKPathVerb.Quad: ink.CurveTo(p[0].X + (p[1].X - p[0].X) * 2 / 3, p[0].Y + (p[1].Y - p[0].Y) * 2 / 3, p[2].X + (p[1].X - p[2].X) * 2 / 3, p[2].Y + (p[1].Y - p[2].Y) * 2 / 3, p[2].X, p[2].Y); break;
                case SKPathVerb.Cubic: ink.CurveTo(p[1].X, p[1].Y, p[2].X, p[2].Y, p[3].X, p[3].Y); break;
                case SKPathVerb.Close: ink.Op("h"); break;
            }
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(Message).Assembly.GetManifestResourceStream($"fonts/{file}.ttf")
            ?? throw new InvalidOperationException($"The font {file} is not in the program: build the assets.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
