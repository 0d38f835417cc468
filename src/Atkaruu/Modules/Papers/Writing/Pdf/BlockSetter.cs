namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sets the blocks of a part, one under the other, into the strips of a column.</summary>
internal sealed class BlockSetter(PaperPart part, PdfAssets assets, Outline outline)
{
    private readonly BlockLooks _looks = new(part.Scale);

    public PaperPart Part => part;
    public PdfAssets Assets => assets;
    public BlockLooks Looks => _looks;

    public List<Strip> Set(IReadOnlyList<Block> blocks, double width, Tag tag)
    {
        List<Strip> strips = [];
        Block? above = null;
        foreach (var block in blocks)
        {
            var set = One(block, above, width, tag);
            if (set.Count == 0) continue;
            if (block is Signatures) StandUnder(strips);
            if (above is not null) set[0].Before = Math.Max(set[0].Before, _looks.Room(above, block));
            strips.AddRange(set);
            above = block;
        }
        return strips;
    }

    /// <summary>Nobody signs an empty page: the last of what is signed comes along.</summary>
    private static void StandUnder(List<Strip> strips)
    {
        var height = 0.0;
        for (var i = strips.Count - 1; i >= 0 && height < LeastOverSignatures; i--)
        {
            if (strips[i].BreaksPage) return;
            strips[i].KeepNext = true;
            height += strips[i].Height;
        }
    }

    private const double LeastOverSignatures = 24;

    private List<Strip> One(Block block, Block? above, double width, Tag tag) => block switch
    {
        Heading heading => Heading(heading, above, width, tag),
        Paragraph paragraph => Paragraph(paragraph, width, tag),
        Bullets bullets => Bullets(bullets, width, tag),
        Together together => Keep(Set(together.Blocks, width, tag)),
        Beside beside => Beside(beside, width, tag),
        Space space => [Strip.Room(space.Height * PageShapes.Mm)],
        PageBreak => [new(0, static (_, _, _) => { }) { BreaksPage = true }],
        Table table => new TableSetter(table, this, width, tag).Set(),
        Facts facts => FactsSetter.Set(facts, this, width, tag),
        Tally tally => FactsSetter.Set(tally, this, width, tag),
        Picture picture => PictureSetter.Set(picture, this, width, tag),
        Figure figure => PictureSetter.Set(figure, this, width, tag),
        Qr qr => PictureSetter.Set(qr, this, width, tag),
        Signatures signatures => FormSetter.Set(signatures, this, width, tag),
        CutLine cut => FormSetter.Set(cut, this, width, tag),
        AnswerLine answer => FormSetter.Set(answer, this, width, tag),
        Choices choices => FormSetter.Set(choices, this, width, tag),
        _ => throw new NotSupportedException($"The PDF writer does not know the block {block.GetType().Name}."),
    };

    private List<Strip> Heading(Heading heading, Block? above, double width, Tag tag)
    {
        if (heading.Text.IsEmpty) return [];
        var level = Math.Clamp(heading.Level, 1, 6);
        // A title under the name of the administration stands in the middle as that does.
        var centred = level == 1 && above is Paragraph { Look: ParagraphLook.Centred or ParagraphLook.Right };
        var style = _looks.OfHeading(level) with { Align = centred ? CellAlign.Centre : CellAlign.Left };
        var of = tag.Child("H" + level);
        var strips = Setter.Paragraph(heading.Text, style, width, of);
        strips[0] = outline.Entry(strips[0], level, heading.Text.Plain);
        foreach (var strip in strips) strip.KeepNext = true;
        return strips;
    }

    private List<Strip> Paragraph(Paragraph paragraph, double width, Tag tag)
    {
        if (paragraph.Text.IsEmpty) return [];
        var style = _looks.OfParagraph(paragraph.Look, width);
        var of = tag.Child("P");
        if (paragraph.Look != ParagraphLook.Right) return Setter.Paragraph(paragraph.Text, style, width, of);
        var narrow = Math.Max(width * .55, Math.Min(width, 200));
        return Moved(Setter.Paragraph(paragraph.Text, style, narrow, of), width - narrow);
    }

    private List<Strip> Bullets(Bullets bullets, double width, Tag tag)
    {
        var style = _looks.OfParagraph(ParagraphLook.Body, width) with { Justify = false };
        var (list, indent) = (tag.Child("L"), style.Size * 1.2);
        List<Strip> strips = [];
        foreach (var item in bullets.Items.Where(item => !item.IsEmpty))
        {
            var li = list.Child("LI");
            var (label, body) = (li.Child("Lbl"), li.Child("LBody"));
            var lines = Moved(Setter.Paragraph(item, style, width - indent, body), indent);
            var first = lines[0];
            lines[0] = new(first.Height, (sheet, x, y) =>
            {
                sheet.As(label).Letters(style.Face(RunLook.Plain), style.Size, style.Ink, x + style.Size * .25, y + style.Rise, "– ");
                first.Draw(sheet, x, y);
            }) { KeepNext = first.KeepNext, Before = strips.Count == 0 ? 0 : style.Size * .3 };
            strips.AddRange(lines);
        }
        return strips;
    }

    private List<Strip> Beside(Beside beside, double width, Tag tag)
    {
        if (beside.Columns.Count == 0) return [];
        var gap = 6 * PageShapes.Mm;
        var free = width - gap * (beside.Columns.Count - 1);
        var shares = beside.Columns.Sum(column => Math.Max(column.Share, .01));
        List<(double, IReadOnlyList<Strip>)> sides = [];
        var x = 0.0;
        foreach (var (share, blocks) in beside.Columns)
        {
            var own = free * Math.Max(share, .01) / shares;
            sides.Add((x, Set(blocks, own, tag.Child("Div"))));
            x += own + gap;
        }
        return [Columns.Of(sides)];
    }

    /// <summary>All on one page, when they fit on one.</summary>
    public static List<Strip> Keep(List<Strip> strips)
    {
        for (var i = 0; i < strips.Count - 1; i++) strips[i].KeepNext = true;
        return strips;
    }

    public static List<Strip> Moved(List<Strip> strips, double right) =>
        strips.ConvertAll(strip => new Strip(strip.Height, (sheet, x, y) => strip.Draw(sheet, x + right, y)) { KeepNext = strip.KeepNext, Before = strip.Before });
}
