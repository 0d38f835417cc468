using Atkaruu.Modules.Papers.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>
/// A paper as a Word document that can be worked on: styles instead of looks, headings with levels, real tables, fields for page numbers. In PT Serif; an
/// office machine that has not got it takes Times New Roman, which has Ң Ө Ү too.
/// </summary>
public static class WordWriter
{
    /// <param name="letterhead">The administration's own, into which the words come.</param>
    public static void Write(PaperDocument document, Stream to, Letterhead? letterhead = null)
    {
        using var file = letterhead?.Open() ?? new MemoryStream();
        using (var word = letterhead is null ? WordprocessingDocument.Create(file, WordprocessingDocumentType.Document) : WordprocessingDocument.Open(file, true))
        {
            if (letterhead is null) Compose(document, word);
            else WordOnLetterhead.Compose(document, word, letterhead);
        }
        file.Position = 0;
        file.CopyTo(to);
    }

    private static void Compose(PaperDocument document, WordprocessingDocument word)
    {
        var language = document.Parts[0].Language;
        var part = word.AddMainDocumentPart();
        var styles = new WordStyles(document.Parts[0].Scale, document.Parts[0].TableSize);
        part.AddNewPart<StyleDefinitionsPart>().Styles = styles.Sheet(WordProse.Tag(language));
        part.AddNewPart<FontTablePart>().Fonts = WordParts.Fonts();
        var bullets = WordParts.AddBullets(part.AddNewPart<NumberingDefinitionsPart>().Numbering = new());
        part.AddNewPart<DocumentSettingsPart>().Settings = WordParts.Settings(language);
        WordParts.Describe(word, document);

        var body = new W.Body();
        var frame = new WordFrame(part, styles, document.Mark);
        var blocks = new WordBlocks(new WordProse(part, styles, language), styles, new WordMedia(part, 1), bullets);
        foreach (var paper in document.Parts)
        {
            var section = frame.Section(paper);
            body.Append(blocks.Of(paper.Blocks, new(WordFrame.Room(section), paper.Language, paper.TableSize, InCell: false)));
            if (ReferenceEquals(paper, document.Parts[^1])) Close(body, section);
            else body.AppendChild(new W.Paragraph(new W.ParagraphProperties(section)));
        }
        part.Document = new W.Document(body);
    }

    /// <summary>Word wants a paragraph after a table at the end of the body.</summary>
    private static void Close(W.Body body, W.SectionProperties section)
    {
        if (body.LastChild is not W.Paragraph) body.AppendChild(WordLayouts.Gap());
        body.AppendChild(section);
    }
}

/// <summary>The parts of a Word file beside its words.</summary>
internal static class WordParts
{
    private const int MostTitle = 250;

    /// <summary>What stands in for a font where it is missing.</summary>
    public static W.Fonts Fonts() => new(OurFonts());

    /// <summary>Adds what a letterhead's own list has not.</summary>
    public static void AddFonts(W.Fonts fonts)
    {
        var known = fonts.Elements<W.Font>().Select(font => font.Name?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        fonts.Append(OurFonts().Where(font => !known.Contains(font.Name!.Value)));
    }

    private static W.Font[] OurFonts() =>
    [
        Font(WordStyles.Font, "Times New Roman", W.FontFamilyValues.Roman, "02020603050405020304"),
        Font(StateSigns.Font, "DejaVu Sans", W.FontFamilyValues.Swiss, "020B0502040204020203"),
        Font("Times New Roman", null, W.FontFamilyValues.Roman, "02020603050405020304"),
    ];

    private static W.Font Font(string name, string? instead, W.FontFamilyValues family, string panose)
    {
        var font = new W.Font { Name = name };
        if (instead is not null) font.AltName = new() { Val = instead };
        font.Append(new W.Panose1Number { Val = panose }, new W.FontCharSet { Val = "CC" }, new W.FontFamily { Val = family }, new W.Pitch { Val = W.FontPitchValues.Variable });
        return font;
    }

    /// <summary>Adds our list to those of a document; all kinds of list stand before all lists.</summary>
    /// <returns>Its number.</returns>
    public static int AddBullets(W.Numbering numbering)
    {
        var kind = numbering.Elements<W.AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty().Max() + 1;
        var list = numbering.Elements<W.NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty().Max() + 1;
        var (ours, after) = (Bullets(kind), numbering.Elements<W.AbstractNum>().LastOrDefault());
        if (after is null) numbering.PrependChild(ours);
        else numbering.InsertAfter(ours, after);
        var instance = new W.NumberingInstance(new W.AbstractNumId { Val = kind }) { NumberID = list };
        if (numbering.Elements<W.NumberingInstance>().LastOrDefault() is { } last) numbering.InsertAfter(instance, last);
        else numbering.InsertAfter(instance, ours);
        return list;
    }

    private static W.AbstractNum Bullets(int id) => new(
        new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
        new W.Level(new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = W.NumberFormatValues.Bullet }, new W.LevelText { Val = "•" }, new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = "397", Hanging = "284" })) { LevelIndex = 0 })
    { AbstractNumberId = id };

    public static W.Settings Settings(string language) => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 708 },
        new W.AutoHyphenation { Val = language == "ru" },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new W.ThemeFontLanguages { Val = WordProse.Tag(language) },
        new W.DecimalSymbol { Val = "," },
        new W.ListSeparator { Val = ";" });

    /// <summary>What the file says about itself where it is listed.</summary>
    public static void Describe(OpenXmlPackage file, PaperDocument document)
    {
        var about = file.PackageProperties;
        about.Title = CleanText.Short(document.Title, MostTitle);
        about.Language = WordProse.Tag(document.Parts[0].Language);
        about.Identifier = CleanText.Short(document.Mark.Code, MostTitle);
        about.Creator = "Atkaruu";
        about.Created = about.Modified = document.Mark.Moment;
    }
}
