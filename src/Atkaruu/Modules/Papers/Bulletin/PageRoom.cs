using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Bulletin;

/// <summary>
/// How tall blocks will be on an upright A4 page, taken generously, because no writer is asked: a bulletin decides what it leaves out before
/// it is written, and is the same in every format.
/// </summary>
internal static class PageRoom
{
    /// <summary>Points of a page between its margins, less what writers may differ by.</summary>
    public const double Page = 720 * .98;

    private const double Wide = 482, Hand = 23, Millimetre = 72 / 25.4;

    /// <param name="scale">Of the part.</param>
    public static double Of(IEnumerable<Block> blocks, double scale) => blocks.Sum(block => Of(block, scale, Wide) + Above(block) * scale);

    private static double Of(Block block, double scale, double wide) => block switch
    {
        Heading { Level: 1 } heading => Lines(heading.Text.Plain, 16 * scale, wide, 1.27),
        Heading { Level: 2 } heading => Lines(heading.Text.Plain, 12.5 * scale, wide, 1.3),
        Heading heading => Lines(heading.Text.Plain, 10.5 * scale, wide, 1.3),
        Paragraph { Look: ParagraphLook.Lead } lead => Lines(lead.Text.Plain, 13 * scale, wide, 1.36),
        Paragraph { Look: ParagraphLook.Note } note => Lines(note.Text.Plain, 8.5 * scale, wide, 1.36),
        Paragraph paragraph => Lines(paragraph.Text.Plain, 11 * scale, wide, 1.38),
        Bullets bullets => bullets.Items.Sum(item => Lines(item.Plain, 11 * scale, wide - 26 * scale, 1.38) + 2.5 * scale),
        Beside beside => beside.Columns.Max(column => column.Blocks.Select((inner, i) => Of(inner, scale, wide * column.Share / beside.Columns.Sum(c => c.Share) - 14) + (i > 0 ? Above(inner) * scale : 0)).Sum()),
        Picture picture => picture.MostHeight * Millimetre + (picture.Caption is { } caption ? Lines(caption, 9 * scale, wide, 1.34) + 4 : 0),
        Qr qr => Math.Max(qr.Size * Millimetre, Lines(qr.Words.Plain, 9 * scale, wide - qr.Size * Millimetre - 14, 1.34)),
        CutLine cut => Lines(cut.Words, 8.5 * scale, wide - 40, 1.36) + 8 * scale,
        AnswerLine answer => answer.Lines * Hand + (Letters.Width(answer.Label, 9 * scale) / Letters.Point > wide * .45 ? 9 * scale * 1.34 : 0),
        Choices choices => Lines(choices.Label, 9.9 * scale, wide, 1.34) + Rows(choices.Options, scale, wide) * (9.9 * scale * 1.34 + 4),
        _ => 12 * scale,
    };

    private static double Above(Block block) => block switch { Heading { Level: 1 } => 12, Heading { Level: 2 } => 18, Heading => 13, Picture or Beside or Qr => 11, Bullets => 5, _ => 7 };

    /// <summary>Labels are measured generously already; a line never fills, and that evens out.</summary>
    private static double Lines(string words, double size, double wide, double lead)
    {
        if (words.Length == 0) return 0;
        var lines = words.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Letters.Width(line, size) / Letters.Point * .97 / Math.Max(wide, 40))));
        return lines * size * lead;
    }

    private static double Rows(IReadOnlyList<string> options, double scale, double wide)
    {
        var (rows, x) = (1, 0.0);
        foreach (var option in options)
        {
            var one = Letters.Width(option, 9.9 * scale) / Letters.Point * 1.06 + 34 * scale;
            if (x > 0 && x + one > wide) (rows, x) = (rows + 1, 0);
            x += one;
        }
        return rows;
    }
}
