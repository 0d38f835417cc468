namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sizes and distances of what stands on a paper, in points.</summary>
internal sealed class BlockLooks(double scale)
{
    public double Scale => scale;

    public TextStyle Body { get; } = new(true, 11 * scale, 1.36);

    /// <summary>Words beside figures, captions, labels of forms.</summary>
    public TextStyle Small { get; } = new(false, 9 * scale, 1.3);

    public TextStyle Note { get; } = new(false, 8.5 * scale, 1.34, Inks.Ink2);

    public TextStyle OfHeading(int level) => level switch
    {
        1 => new(true, 16 * scale, 1.24) { Bold = true },
        2 => new(false, 12.5 * scale, 1.26) { Bold = true },
        3 => new(false, 10.5 * scale, 1.28) { Bold = true },
        _ => new(false, 9.5 * scale, 1.3, Inks.Ink2) { Bold = true },
    };

    public TextStyle OfParagraph(ParagraphLook look, double width) => look switch
    {
        ParagraphLook.Lead => Body with { Size = 13 * scale, Lead = 1.34 },
        ParagraphLook.Note => Note,
        ParagraphLook.Centred => Body with { Align = CellAlign.Centre },
        ParagraphLook.Right => Body with { Size = 10 * scale, Align = CellAlign.Right },
        _ => Body with { Justify = width > Body.Size * 32 },
    };

    /// <summary>Room between two blocks.</summary>
    public double Room(Block above, Block below) => scale * (above, below) switch
    {
        (_, Space) or (Space, _) or (_, PageBreak) or (PageBreak, _) => 0,
        (_, Heading { Level: 1 }) => 16,
        (Heading { Level: 1 }, Heading) => 14,
        (Heading, Heading) => 8,
        (_, Heading { Level: 2 }) => 20,
        (_, Heading) => 14,
        (Heading { Level: 1 }, _) => 10,
        (Heading, _) => 5,
        (_, Signatures) => 28,
        (Paragraph { Look: ParagraphLook.Centred }, Paragraph { Look: ParagraphLook.Centred }) => 1,
        (Paragraph { Look: ParagraphLook.Right }, Paragraph { Look: ParagraphLook.Right }) => 1,
        (Paragraph, Paragraph { Look: ParagraphLook.Note }) or (Table, Paragraph { Look: ParagraphLook.Note }) => 5,
        (Paragraph, Paragraph) or (Paragraph, Bullets) or (Bullets, Paragraph) => 6,
        (Table, _) or (_, Table) or (Figure, _) or (_, Figure) or (Picture, _) or (_, Picture) or (Tally, _) or (_, Tally) => 12,
        _ => 9,
    };
}
