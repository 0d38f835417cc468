using System.Globalization;
using System.IO.Compression;
using PdfSharp.Pdf;
using QRCoder;
using SkiaSharp;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Pictures and QR codes of a paper, each once in the file.</summary>
internal sealed class PdfAssets(PdfDocument file)
{
    private readonly Dictionary<byte[], PdfImage?> _images = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);

    /// <summary>The resource dictionary of all pages.</summary>
    public PdfDictionary Objects { get; } = new(file);

    /// <summary>A picture by its bytes; null when they are none.</summary>
    public PdfImage? Image(byte[] bytes)
    {
        if (!_images.TryGetValue(bytes, out var image)) _images[bytes] = image = Jpeg(bytes) ?? Decoded(bytes);
        return image;
    }

    /// <summary>A JPEG goes into the file as it is: the bytes are not even copied.</summary>
    private PdfImage? Jpeg(byte[] bytes)
    {
        if (JpegHead.Read(bytes) is not { } head) return null;
        var image = New(head.Width, head.Height, head.Parts switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK" });
        image.Elements.SetName("/Filter", "/DCTDecode");
        // Four colours as Adobe writes them are turned round.
        if (head.Parts == 4) image.Elements["/Decode"] = new PdfLiteral("[1 0 1 0 1 0 1 0]");
        image.CreateStream(bytes);
        return Named(image, head.Width, head.Height);
    }

    /// <summary>Everything else is decoded; what shows through is kept apart, as PDF wants it.</summary>
    private PdfImage? Decoded(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1) return null;
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels) return null;
        using var picture = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;
        var pixels = picture.GetPixelSpan();
        var (colours, alphas) = (new byte[pixels.Length / 4 * 3], new byte[pixels.Length / 4]);
        var opaque = true;
        for (int i = 0, to = 0; i < pixels.Length; i += 4)
        {
            (colours[to++], colours[to++], colours[to++]) = (pixels[i], pixels[i + 1], pixels[i + 2]);
            opaque &= (alphas[i / 4] = pixels[i + 3]) == 255;
        }
        var image = New(picture.Width, picture.Height, "/DeviceRGB");
        Press(image, colours);
        if (!opaque)
        {
            var mask = New(picture.Width, picture.Height, "/DeviceGray");
            Press(mask, alphas);
            image.Elements["/SMask"] = mask.Reference;
        }
        return Named(image, picture.Width, picture.Height);
    }

    /// <summary>Evidence keeps no larger ones.</summary>
    private const long MostPixels = 50_000_000;

    private PdfDictionary New(int width, int height, string colours)
    {
        var image = Add(new PdfDictionary(file));
        image.Elements.SetName("/Type", "/XObject");
        image.Elements.SetName("/Subtype", "/Image");
        image.Elements.SetInteger("/Width", width);
        image.Elements.SetInteger("/Height", height);
        image.Elements.SetName("/ColorSpace", colours);
        image.Elements.SetInteger("/BitsPerComponent", 8);
        return image;
    }

    private static void Press(PdfDictionary image, byte[] bytes)
    {
        using var pressed = new MemoryStream();
        using (var zip = new ZLibStream(pressed, CompressionLevel.Fastest)) zip.Write(bytes);
        image.Elements.SetName("/Filter", "/FlateDecode");
        image.CreateStream(pressed.ToArray());
    }

    private PdfImage Named(PdfDictionary image, int width, int height) => new(Name(image), width, height);

    private string Name(PdfDictionary thing)
    {
        var name = "X" + Objects.Elements.Count.ToString(CultureInfo.InvariantCulture);
        Objects.Elements["/" + name] = thing.Reference;
        return name;
    }

    private PdfDictionary Add(PdfDictionary thing)
    {
        file.Internals.AddObject(thing);
        return thing;
    }

    /// <summary>A QR code, drawn in a square of 1 × 1 with the quiet edge that readers need.</summary>
    public string Qr(string address)
    {
        if (_forms.TryGetValue(address, out var known)) return known;
        using var code = QRCodeGenerator.GenerateQrCode(address.Length <= LongestAddress ? address : address[..LongestAddress], QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var ink = new PageInk(rows.Count);
        ink.Fill("#000000");
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x]) x++;
                if (x > from) ink.Box(from, y, x - from, 1);
            }
        ink.Op("f");
        // The four quiet modules at each edge are the margin of whoever places it.
        var one = 1.0 / (rows.Count - 8);
        return _forms[address] = Form(ink, string.Create(CultureInfo.InvariantCulture, $"4 4 {rows.Count - 4} {rows.Count - 4}"), string.Create(CultureInfo.InvariantCulture, $"{one:0.########} 0 0 {one:0.########} {-4 * one:0.########} {-4 * one:0.########}"));
    }

    /// <summary>Something that is drawn once and placed on many pages.</summary>
    private string Form(PageInk ink, string box, string matrix)
    {
        var form = Add(new PdfDictionary(file));
        form.Elements.SetName("/Type", "/XObject");
        form.Elements.SetName("/Subtype", "/Form");
        form.Elements["/BBox"] = new PdfLiteral($"[{box}]");
        form.Elements["/Matrix"] = new PdfLiteral($"[{matrix}]");
        form.Elements.SetName("/Filter", "/FlateDecode");
        form.CreateStream(ink.Press());
        return Name(form);
    }

    /// <summary>Large words over a whole page as outlines: they are seen, and do not mix with the words that are selected and read.</summary>
    public string Watermark(string words, double width, double height)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{words}|{width}|{height}");
        if (_forms.TryGetValue(key, out var known)) return known;
        var ink = new PageInk(height);
        ink.Fill("#eef1f2");
        Face.Of(serif: false, bold: true, italic: false).Outline(words, width, height, ink);
        ink.Op("f");
        return _forms[key] = Form(ink, string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.##} {height:0.##}"), "1 0 0 1 0 0");
    }

    private const int LongestAddress = 1000;
}

/// <param name="Name">In the resources of a page.</param>
/// <param name="Width">Pixels.</param>
internal sealed record PdfImage(string Name, int Width, int Height);
