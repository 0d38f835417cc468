using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>What stands on every page round its body: title, number, and by what this paper can be verified.</summary>
internal sealed class SheetFrame(PaperMark mark, PdfAssets assets)
{
    private static readonly Face Plain = Face.Of(serif: false, bold: false, italic: false);
    private static readonly Face Bold = Face.Of(serif: false, bold: true, italic: false);

    private const double Size = 7.5, Line = 9.4;

    /// <param name="number">From 1; with <paramref name="count"/> «3 / 12».</param>
    public void Draw(Sheet sheet, PageShapes shape, int number, int count)
    {
        if (mark.Invented) Watermark(sheet);
        if (number > 1) RunningHead(sheet, shape);
        Foot(sheet, shape, number, count);
        sheet.Finish();
    }

    private static void RunningHead(Sheet sheet, PageShapes shape)
    {
        var y = shape.Top - 5.5 * PageShapes.Mm;
        sheet.As(null).Letters(Plain, Size, Inks.Ink3, shape.Left, y, Shortened(sheet.Part.Title, shape.Body));
        sheet.Rule(shape.Left, y + 4, shape.Width - shape.Right, y + 4, TableLook.Hair, .4);
    }

    private void Foot(Sheet sheet, PageShapes shape, int number, int count)
    {
        var (language, top) = (sheet.Part.Language, shape.Height - shape.Bottom + 4.5 * PageShapes.Mm);
        var qr = 10 * PageShapes.Mm;
        sheet.Rule(shape.Left, top - 4, shape.Width - shape.Right, top - 4, TableLook.Hair, .4);
        var ink = sheet.As(null);
        ink.Place(assets.Qr(mark.Address), shape.Left, top, qr, qr);
        var x = shape.Left + qr + 2.5 * PageShapes.Mm;
        var (first, second) = (top + 7.4, top + 7.4 + Line);
        var code = Say(language, "paper.foot.code", mark.Code);
        ink.Letters(Bold, Size, Inks.Ink2, x, first, code);
        ink.Letters(Plain, Size, Inks.Ink3, x + Bold.Width(code, Size) + 7, first, Say(language, "paper.foot.verify", Short(mark.Address)));
        var state = Say(language, "paper.foot.moment", mark.Moment.InBishkek().ToString("dd.MM.yyyy HH:mm", Texts.Cultures[language]), mark.DataState);
        var pages = Say(language, "paper.foot.page", number, count);
        var room = shape.Width - shape.Right - x - Plain.Width(pages, 9) - 12;
        ink.Letters(Plain, Size, Inks.Ink3, x, second, Shortened(state, room));
        if (mark.Invented) ink.Letters(Bold, Size, Inks.Late, x, second + Line, Shortened(Say(language, "paper.foot.invented"), room));
        ink.Letters(Bold, 9, Inks.Ink2, shape.Width - shape.Right - Bold.Width(pages, 9), first, pages);
    }

    /// <summary>So pale that the words over it are read, so large that a copy still shows it.</summary>
    private void Watermark(Sheet sheet)
    {
        sheet.Under.Op("/Artifact BMC");
        sheet.Under.Place(assets.Watermark(Say(sheet.Part.Language, "paper.foot.watermark"), sheet.Width, sheet.Height), 0, sheet.Height - 1, 1, 1);
        sheet.Under.Op("EMC");
    }

    private static string Short(string address)
    {
        var from = address.IndexOf("://", StringComparison.Ordinal);
        return Drawable(from < 0 ? address : address[(from + 3)..]);
    }

    private static string Say(string language, string key, params object?[] args) =>
        Drawable(Texts.All.Say(Texts.Languages.Contains(language) ? language : "ky", key, args));

    private static string Drawable(string text) => string.Concat(DrawnText.Of(text, Plain).Select(part => part.Drawn)).Replace('\n', ' ').Replace("\u00ad", "", StringComparison.Ordinal);

    private static string Shortened(string text, double width)
    {
        text = Drawable(text);
        if (Plain.Width(text, Size) <= width) return text;
        var end = text.Length;
        while (end > 0 && Plain.Width(text.AsSpan(0, end), Size) + Plain.Width('…', Size) > width) end--;
        return text[..end].TrimEnd() + "…";
    }
}
