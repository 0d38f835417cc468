using Atkaruu.Modules.People;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SkiaSharp;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>Photographs, drawings and QR codes inside a line of Word, each with words for those who do not see it.</summary>
/// <param name="firstId">Pictures of a letterhead have numbers of their own; ours begin above them.</param>
internal sealed class WordMedia(MainDocumentPart part, uint firstId)
{
    private const int MostAlt = 1_000;
    private const double EmuPerMillimetre = 36_000, DotsPerInch = 220;

    private readonly Dictionary<(byte[], int), byte[]> _printed = [];
    private readonly Dictionary<byte[], string> _parts = [];
    private uint _id = firstId;

    /// <summary>A photograph no wider than its place; null where the bytes are no picture.</summary>
    /// <param name="room">Millimetres.</param>
    public W.Run? Photograph(Picture picture, double room)
    {
        using var data = SKData.CreateCopy(picture.Bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png) || codec.Info.Width < 1 || codec.Info.Height < 1) return null;
        var width = Math.Min(Math.Max(picture.Width, 1), room);
        var height = width * codec.Info.Height / codec.Info.Width;
        if (height > picture.MostHeight) (width, height) = (width * picture.MostHeight / height, picture.MostHeight);
        return Inline(Printed(picture.Bytes, codec, width), codec.EncodedFormat, width, height, picture.Alt);
    }

    /// <summary>No finer than a printer shows it: two hundred photographs as they were taken would make a file that no post takes.</summary>
    private byte[] Printed(byte[] bytes, SKCodec codec, double width)
    {
        var share = width / 25.4 * DotsPerInch / codec.Info.Width;
        if (share > .6 || codec.EncodedFormat != SKEncodedImageFormat.Jpeg) return bytes;
        if (_printed.TryGetValue((bytes, (int)width), out var known)) return known;
        var size = codec.GetScaledDimensions((float)share);
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success) return bytes;
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return _printed[(bytes, (int)width)] = jpeg.ToArray();
    }

    /// <summary>A drawing as a picture; smaller where it is wider than its place.</summary>
    public W.Run Drawing(Drawing drawing, string alt, double room)
    {
        var share = Math.Min(1, room / Math.Max(drawing.Width, 1));
        return Inline(DrawingPicture.Png(drawing), SKEncodedImageFormat.Png, drawing.Width * share, drawing.Height * share, alt);
    }

    /// <summary>Null where the address is longer than a code can hold.</summary>
    public W.Run? Qr(string address, double size)
    {
        if (address.Length > 1_000) return null;
        return Inline(QrPicture.Png(address, 8, edge: false), SKEncodedImageFormat.Png, size, size, "QR: " + address);
    }

    private W.Run Inline(byte[] bytes, SKEncodedImageFormat format, double width, double height, string alt)
    {
        var (cx, cy, id) = ((long)(Math.Max(width, .1) * EmuPerMillimetre), (long)(Math.Max(height, .1) * EmuPerMillimetre), _id++);
        var (name, words) = ($"Picture {id}", CleanText.Short(alt, MostAlt));
        var picture = new P.Picture(
            new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = id, Name = name, Description = words }, new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(new A.Blip { Embed = PartOf(bytes, format) }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new(new W.Drawing(new Wp.Inline(
            new Wp.Extent { Cx = cx, Cy = cy },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = id, Name = name, Description = words },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }

    private string PartOf(byte[] bytes, SKEncodedImageFormat format)
    {
        if (_parts.TryGetValue(bytes, out var known)) return known;
        var image = part.AddImagePart(format == SKEncodedImageFormat.Jpeg ? ImagePartType.Jpeg : ImagePartType.Png);
        using (var file = new MemoryStream(bytes, writable: false)) image.FeedData(file);
        return _parts[bytes] = part.GetIdOfPart(image);
    }
}
