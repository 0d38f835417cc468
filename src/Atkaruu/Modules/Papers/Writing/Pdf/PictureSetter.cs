namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sets photographs, drawings and QR codes, with their captions.</summary>
internal static class PictureSetter
{
    public static List<Strip> Set(Picture picture, BlockSetter of, double width, Tag tag)
    {
        var wide = Math.Min(Math.Max(picture.Width, 1) * PageShapes.Mm, width);
        var figure = new Tag("Figure", tag) { Alt = picture.Alt };
        List<Strip> strips;
        if (of.Assets.Image(picture.Bytes) is { } image)
        {
            var tall = wide * image.Height / image.Width;
            var most = Math.Max(picture.MostHeight, 1) * PageShapes.Mm;
            if (tall > most) (wide, tall) = (wide * most / tall, most);
            strips = [new(tall, (sheet, x, y) => Place(sheet, image.Name, figure, x, y, wide, tall)) { KeepNext = true }];
        }
        else strips = Unreadable(picture, of, wide, figure);
        return Captioned(strips, picture.Caption, of, Math.Max(wide, Math.Min(width, 60 * PageShapes.Mm)), tag);
    }

    private static void Place(Sheet sheet, string name, Tag figure, double x, double y, double width, double height)
    {
        figure.Box = [x, sheet.Height - y - height, x + width, sheet.Height - y];
        sheet.As(figure).Place(name, x, y, width, height);
    }

    /// <summary>A file that is no picture: its place and what it was to show.</summary>
    private static List<Strip> Unreadable(Picture picture, BlockSetter of, double wide, Tag figure)
    {
        var words = Setter.Paragraph(picture.Alt, of.Looks.Note, Math.Max(wide - 12, 20), figure);
        var tall = Strip.Sum(words) + 12;
        return
        [
            new(tall, (sheet, x, y) =>
            {
                figure.Box = [x, sheet.Height - y - tall, x + wide, sheet.Height - y];
                Strip.DrawAll(words, sheet, x + 6, y + 6);
                var ink = sheet.As(null);
                ink.Pen(Inks.Line2, .5);
                ink.Box(x, y, wide, tall);
                ink.Op("S");
            }) { KeepNext = true },
        ];
    }

    public static List<Strip> Set(Figure block, BlockSetter of, double width, Tag tag)
    {
        var drawing = block.Drawing;
        var scale = Math.Min(1, width / (Math.Max(drawing.Width, 1) * PageShapes.Mm)) * PageShapes.Mm;
        var (wide, tall) = (drawing.Width * scale, drawing.Height * scale);
        var figure = new Tag("Figure", tag) { Alt = block.Alt };
        Strip strip = new(tall, (sheet, x, y) =>
        {
            figure.Box = [x, sheet.Height - y - tall, x + wide, sheet.Height - y];
            new DrawingPen(sheet.As(figure), x, y, scale).Draw(drawing);
        }) { KeepNext = true };
        return Captioned([strip], block.Caption, of, Math.Max(wide, Math.Min(width, 60 * PageShapes.Mm)), tag);
    }

    public static List<Strip> Set(Qr qr, BlockSetter of, double width, Tag tag)
    {
        var size = Math.Min(qr.Size * PageShapes.Mm, width);
        var (name, gap) = (of.Assets.Qr(qr.Address), 4 * PageShapes.Mm);
        var figure = new Tag("Figure", tag) { Alt = qr.Address };
        var words = qr.Words.IsEmpty || width - size - gap < 40 ? [] : Setter.Paragraph(qr.Words, of.Looks.Small, width - size - gap, tag.Child("P"));
        var tall = Math.Max(size, Strip.Sum(words));
        Strip strip = new(tall, (sheet, x, y) =>
        {
            Place(sheet, name, figure, x, y, size, size);
            Strip.DrawAll(words, sheet, x + size + gap, y + Math.Max(0, (size - Strip.Sum(words)) / 2));
        });
        // Too narrow for words beside it: they stand under it.
        return words.Count > 0 || qr.Words.IsEmpty ? [strip] : BlockSetter.Keep([strip, .. Setter.Paragraph(qr.Words, of.Looks.Small, width, tag.Child("P"))]);
    }

    private static List<Strip> Captioned(List<Strip> strips, string? caption, BlockSetter of, double width, Tag tag)
    {
        if (string.IsNullOrWhiteSpace(caption))
        {
            strips[^1].KeepNext = false;
            return strips;
        }
        var lines = Setter.Paragraph(caption, of.Looks.Note, width, tag.Child("Caption"));
        lines[0].Before = 3;
        strips.AddRange(lines);
        return BlockSetter.Keep(strips);
    }
}
