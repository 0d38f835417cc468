using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>The blocks of a paper as paragraphs and tables of Word.</summary>
internal sealed class WordBlocks(WordProse prose, WordStyles styles, WordMedia media, int bullets)
{
    private readonly WordTable _tables = new(prose, styles);
    private readonly WordLayouts _layouts = new(prose, styles);

    public IEnumerable<OpenXmlElement> Of(IEnumerable<Block> blocks, WordPlace place)
    {
        OpenXmlElement? last = null;
        IReadOnlyList<Block> all = [.. blocks];
        foreach (var element in all.SelectMany((block, i) => block is Heading { Level: 1 } heading ? [Title(heading, all, i, place)] : Of(block, place)))
        {
            // Two tables that touch become one in Word.
            if (element is W.Table && last is W.Table) yield return WordLayouts.Gap();
            yield return last = element;
        }
    }

    private IEnumerable<OpenXmlElement> Of(Block block, WordPlace place) => block switch
    {
        Heading heading => [Line(heading.Text, WordStyles.Heading + Math.Clamp(heading.Level, 1, 4), place)],
        Paragraph paragraph => [Line(paragraph.Text, StyleOf(paragraph.Look), place)],
        Bullets list => list.Items.Select(item => Item(item, place)),
        Facts facts => _layouts.Facts(facts, place),
        Tally tally => _layouts.Tally(tally, place),
        Table table => TableOf(table, place),
        Picture picture => Pictured(media.Photograph(picture, place.Millimetres), picture.Alt, picture.Caption, place),
        Figure figure => Pictured(media.Drawing(figure.Drawing, figure.Alt, place.Millimetres), figure.Alt, figure.Caption, place),
        Qr qr => WordLayouts.Beside(place, [((qr.Size + 4), inner => [Holder(media.Qr(qr.Address, qr.Size), qr.Address)]), (place.Millimetres - qr.Size - 4, inner => [Line(qr.Words, WordStyles.Note, inner)])], centred: true),
        Beside beside => WordLayouts.Beside(place, [.. beside.Columns.Select(column => (column.Share, (Func<WordPlace, IEnumerable<OpenXmlElement>>)(inner => Of(column.Blocks, inner))))]),
        Signatures signatures => _layouts.Signatures(signatures, place),
        PageBreak => place.InCell ? [] : [new W.Paragraph(new W.Run(new W.Break { Type = W.BreakValues.Page }))],
        CutLine cut => [_layouts.CutLine(cut, place)],
        AnswerLine answer => _layouts.AnswerLines(answer, place),
        Choices choices => [_layouts.Choices(choices, place)],
        Space space => [WordLayouts.Gap(space.Height)],
        Together together => Kept([.. Of(together.Blocks, place)]),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>In the middle where the name of the administration stands in the middle, as official papers have it.</summary>
    private W.Paragraph Title(Heading heading, IReadOnlyList<Block> all, int at, WordPlace place)
    {
        var line = Line(heading.Text, WordStyles.Heading + "1", place);
        if (IsCentred(at - 1) || IsCentred(at + 1)) line.ParagraphProperties!.Justification = new() { Val = W.JustificationValues.Center };
        return line;

        bool IsCentred(int i) => i >= 0 && i < all.Count && all[i] is Paragraph { Look: ParagraphLook.Centred };
    }

    private W.Paragraph Line(Prose text, string style, WordPlace place) =>
        new([new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[style] } }, .. prose.Runs(text, place.Language)]);

    private static string StyleOf(ParagraphLook look) => look switch
    {
        ParagraphLook.Lead => WordStyles.Lead,
        ParagraphLook.Note => WordStyles.Note,
        ParagraphLook.Centred => WordStyles.Centred,
        ParagraphLook.Right => WordStyles.Right,
        _ => WordStyles.Body,
    };

    private W.Paragraph Item(Prose text, WordPlace place) => new([
        new W.ParagraphProperties
        {
            ParagraphStyleId = new() { Val = styles[WordStyles.Bullet] },
            NumberingProperties = new(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = bullets }),
        },
        .. prose.Runs(text, place.Language)]);

    private IEnumerable<OpenXmlElement> TableOf(Table table, WordPlace place)
    {
        if (table.Caption is { } caption) yield return Line(caption, WordStyles.Caption, place);
        if (table.Columns.Count > 0) yield return _tables.Of(table, place);
    }

    /// <summary>What cannot be shown is said in its words.</summary>
    private IEnumerable<OpenXmlElement> Pictured(W.Run? picture, string alt, string? caption, WordPlace place)
    {
        var line = Holder(picture, alt);
        if (caption is not null) line.ParagraphProperties!.KeepNext = new();
        yield return line;
        if (caption is not null) yield return Line(caption, WordStyles.Note, place);
    }

    private W.Paragraph Holder(W.Run? picture, string otherwise) =>
        new(new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[WordStyles.Picture] } }, picture ?? WordProse.Plain($"[{otherwise}]"));

    /// <summary>Every line asks to stay with the next one, but the last.</summary>
    private static OpenXmlElement[] Kept(OpenXmlElement[] elements)
    {
        for (var i = 0; i < elements.Length; i++)
        {
            var last = i == elements.Length - 1;
            var end = last && elements[i] is W.Table table ? table.Elements<W.TableRow>().Last() : null;
            foreach (var paragraph in elements[i] is W.Paragraph self ? [self] : elements[i].Descendants<W.Paragraph>())
            {
                var properties = paragraph.ParagraphProperties ??= new();
                properties.KeepLines = new();
                if (!last || (end is not null && !paragraph.Ancestors<W.TableRow>().Contains(end))) properties.KeepNext = new();
            }
        }
        return elements;
    }
}
