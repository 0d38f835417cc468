using Atkaruu.Modules.Papers.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>
/// A paper on an administration's own letterhead: its pages, edges and styles, our words. What makes a paper one of ours, its code at the foot and the
/// mark of invented data, is never left out.
/// </summary>
internal static class WordOnLetterhead
{
    public static void Compose(PaperDocument document, WordprocessingDocument word, Letterhead letterhead)
    {
        var part = word.MainDocumentPart!;
        var place = Letterhead.Fill(part, document);
        var styles = new WordStyles(document.Parts[0].Scale, document.Parts[0].TableSize);
        styles.AddTo((part.StyleDefinitionsPart ?? part.AddNewPart<StyleDefinitionsPart>()).Styles ??= new());
        WordParts.AddFonts((part.FontTablePart ?? part.AddNewPart<FontTablePart>()).Fonts ??= new());
        var bullets = WordParts.AddBullets((part.NumberingDefinitionsPart ?? part.AddNewPart<NumberingDefinitionsPart>()).Numbering ??= new());

        // The letterhead may be in another language than the paper: every run says its own.
        var blocks = new WordBlocks(new WordProse(part, styles, ""), styles, new WordMedia(part, NextPicture(part)), bullets);
        var section = SectionOf(place);
        foreach (var paper in document.Parts)
        {
            var last = ReferenceEquals(paper, document.Parts[^1]);
            var pages = last ? section : (W.SectionProperties)section.CloneNode(true);
            Turn(pages, paper.Shape == PageShape.Landscape);
            var below = ReferenceEquals(paper, document.Parts[0]) ? TemplateFields.Below(paper, letterhead.Fields) : paper.Blocks;
            foreach (var element in blocks.Of(below, new(WordFrame.Room(pages), paper.Language, paper.TableSize, InCell: false))) place.InsertBeforeSelf(element);
            if (!last) place.InsertBeforeSelf(new W.Paragraph(new W.ParagraphProperties(pages)));
        }
        if (place.PreviousSibling() is W.Table or null && place.NextSibling() is not W.Paragraph) place.InsertBeforeSelf(WordLayouts.Gap());
        place.Remove();
        Mark(document, part, styles, letterhead);
        WordParts.Describe(word, document);
    }

    /// <summary>The pages on which a paragraph stands: Word writes them down where they end.</summary>
    private static W.SectionProperties SectionOf(W.Paragraph place)
    {
        foreach (var next in place.ElementsAfter())
            if ((next as W.SectionProperties ?? next.GetFirstChild<W.ParagraphProperties>()?.SectionProperties) is { } section) return section;
        return place.Parent!.AppendChild(new W.SectionProperties(WordFrame.Size(wide: false)));
    }

    /// <summary>The longer side of the letterhead's own paper lies where the paper wants it.</summary>
    private static void Turn(W.SectionProperties section, bool wide)
    {
        if (section.GetFirstChild<W.PageSize>() is not { Width.Value: var width, Height.Value: var height } size)
        {
            section.AddChild(WordFrame.Size(wide));
            return;
        }
        if (width > height == wide) return;
        (size.Width, size.Height) = (height, width);
        size.Orient = wide ? W.PageOrientationValues.Landscape : null;
    }

    private static uint NextPicture(MainDocumentPart part) =>
        part.HeaderParts.Select(h => (OpenXmlElement)h.Header!).Concat(part.FooterParts.Select(f => f.Footer!)).Append(part.Document!.Body!)
            .SelectMany(root => root.Descendants<Wp.DocProperties>()).Select(p => p.Id?.Value ?? 0).DefaultIfEmpty().Max() + 1;

    private static void Mark(PaperDocument document, MainDocumentPart part, WordStyles styles, Letterhead letterhead)
    {
        var frame = new WordFrame(part, styles, document.Mark);
        var first = part.Document!.Body!.Descendants<W.SectionProperties>().First();
        var (language, room) = (document.Parts[0].Language, WordFrame.Room(first));
        if (!letterhead.SaysCode)
        {
            Complete<FooterPart, W.FooterReference>(part, first, made => made.Footer = new(new W.Paragraph()));
            foreach (var foot in part.FooterParts) foot.Footer!.Append(frame.FootLines(foot, language, room));
        }
        if (!document.Mark.Invented) return;
        Complete<HeaderPart, W.HeaderReference>(part, first, made => made.Header = new(new W.Paragraph()));
        foreach (var top in part.HeaderParts) (top.Header!.Elements<W.Paragraph>().FirstOrDefault() ?? top.Header.AppendChild(new W.Paragraph())).AppendChild(frame.Watermark(language));
    }

    /// <summary>A head or foot for each kind of page that has none.</summary>
    private static void Complete<TPart, TReference>(MainDocumentPart part, W.SectionProperties section, Action<TPart> fill) where TPart : OpenXmlPart, IFixedContentTypePart where TReference : W.HeaderFooterReferenceType, new()
    {
        List<W.HeaderFooterValues> kinds = [W.HeaderFooterValues.Default];
        if (section.GetFirstChild<W.TitlePage>() is { } title && title.Val?.Value != false) kinds.Add(W.HeaderFooterValues.First);
        if (part.DocumentSettingsPart?.Settings?.GetFirstChild<W.EvenAndOddHeaders>() is { } even && even.Val?.Value != false) kinds.Add(W.HeaderFooterValues.Even);
        foreach (var kind in kinds.Except(section.Elements<TReference>().Select(r => r.Type?.Value ?? W.HeaderFooterValues.Default)))
        {
            var made = part.AddNewPart<TPart>();
            fill(made);
            section.PrependChild(new TReference { Type = kind, Id = part.GetIdOfPart(made) });
        }
    }
}
