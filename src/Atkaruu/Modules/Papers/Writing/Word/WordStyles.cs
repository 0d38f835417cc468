using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>
/// The styles of a paper in Word. Whoever edits the paper changes a style and not eighty paragraphs. Sizes are points of an office paper; a notice
/// for a wall is set larger as a whole.
/// </summary>
internal sealed class WordStyles(double scale, double tableSize)
{
    public const string Body = "Normal", Title = "Title", Heading = "Heading", Lead = "Lead", Note = "Note", Centred = "Centred", Right = "RightAligned",
        Caption = "Caption", Bullet = "ListBullet", Cell = "TableText", Head = "TableHead", Section = "TableSection", Group = "TableGroup",
        FactName = "FactName", Figure = "TallyFigure", FigureWords = "TallyWords", Top = "Header", Foot = "Footer", Signature = "Signature", Picture = "PictureLine",
        Link = "Hyperlink", Grid = "PaperTable";

    public const string Font = "PT Serif";

    private readonly Dictionary<string, string> _theirs = [];

    /// <summary>The id of our style in this document: that of the letterhead where it has a style of the same name.</summary>
    public string this[string style] => _theirs.GetValueOrDefault(style, style);

    public double TableSize => tableSize;

    /// <summary>A whole sheet of styles, where there was none.</summary>
    public W.Styles Sheet(string language) => new([Defaults(language), .. Own()]);

    /// <summary>Adds what a letterhead has not; its own styles win.</summary>
    public void AddTo(W.Styles sheet)
    {
        var known = sheet.Elements<W.Style>().Where(s => s.StyleName?.Val?.Value is not null).ToLookup(s => s.StyleName!.Val!.Value!.ToLowerInvariant());
        var ids = sheet.Elements<W.Style>().Select(s => s.StyleId?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var style in Own())
        {
            if (known[style.StyleName!.Val!.Value!.ToLowerInvariant()].FirstOrDefault(s => s.Type?.Value == style.Type!.Value) is { } theirs) _theirs[style.StyleId!.Value!] = theirs.StyleId!.Value!;
            else if (ids.Contains(style.StyleId!.Value)) Rename(style, ids);
        }
        foreach (var style in Own().Where(s => !_theirs.TryGetValue(s.StyleId!.Value!, out var id) || !ids.Contains(id)))
        {
            style.StyleId = this[style.StyleId!.Value!];
            if (sheet.Elements<W.Style>().Any(s => s.Default?.Value == true && s.Type?.Value == style.Type!.Value)) style.Default = null;
            foreach (var other in style.ChildElements.Where(e => e is W.BasedOn or W.NextParagraphStyle).Cast<W.String253Type>()) other.Val = this[other.Val!.Value!];
            sheet.AppendChild(style);
        }
    }

    private void Rename(W.Style style, HashSet<string?> ids)
    {
        var id = style.StyleId!.Value!;
        for (var i = 1; ids.Contains(_theirs[id] = $"Paper{id}{i}"); i++) { }
    }

    private static W.DocDefaults Defaults(string language) => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
            new W.RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            new W.FontSize { Val = "22" }, new W.FontSizeComplexScript { Val = "22" },
            new W.Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
        new W.ParagraphPropertiesDefault());

    private IEnumerable<W.Style> Own()
    {
        yield return Paragraph(Body, "Normal", 11, after: 6, line: 1.12, isDefault: true);
        yield return new W.Style(new W.StyleName { Val = "Default Paragraph Font" }, new W.UIPriority { Val = 1 }, new W.SemiHidden()) { Type = W.StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true };
        yield return Paragraph(Title, "Title", 17, after: 6, bold: true, align: W.JustificationValues.Center, keepNext: true);
        yield return Paragraph(Heading + "1", "heading 1", 16, before: 4, after: 6, bold: true, keepNext: true, outline: 0);
        yield return Paragraph(Heading + "2", "heading 2", 13, before: 14, after: 5, bold: true, keepNext: true, outline: 1);
        yield return Paragraph(Heading + "3", "heading 3", 11.5, before: 10, after: 4, bold: true, keepNext: true, outline: 2);
        yield return Paragraph(Heading + "4", "heading 4", 11, before: 8, after: 3, bold: true, italic: true, keepNext: true, outline: 3);
        yield return Paragraph(Lead, "Lead", 13, before: 4, after: 8, line: 1.15);
        yield return Paragraph(Note, "Note", 9, before: 3, after: 4, ink: Inks.Ink3);
        yield return Paragraph(Centred, "Centred", 11, after: 4, align: W.JustificationValues.Center);
        yield return Paragraph(Right, "Right aligned", 11, after: 4, align: W.JustificationValues.Right);
        yield return Paragraph(Caption, "caption", 10, before: 10, after: 4, bold: true, keepNext: true);
        yield return Paragraph(Bullet, "List Bullet", 11, after: 4, line: 1.1);
        yield return Paragraph(Cell, "Table text", tableSize / scale, after: 0);
        yield return Paragraph(Head, "Table head", tableSize / scale, after: 0, bold: true, keepNext: true, basedOn: Cell);
        yield return Paragraph(Section, "Table section", tableSize / scale, after: 0, bold: true, keepNext: true, basedOn: Cell);
        yield return Paragraph(Group, "Table group", tableSize / scale, after: 0, italic: true, keepNext: true, basedOn: Cell);
        yield return Paragraph(FactName, "Fact name", 10, after: 2, ink: Inks.Ink3);
        yield return Paragraph(Figure, "Tally figure", 24, after: 0, bold: true, ink: Inks.Lake, keepNext: true);
        yield return Paragraph(FigureWords, "Tally words", 9.5, after: 4, ink: Inks.Ink2);
        yield return Paragraph(Picture, "Picture line", 11, before: 4, after: 4);
        yield return Paragraph(Signature, "Signature", 11, before: 16, after: 0);
        yield return Paragraph(Top, "header", 8.5 / scale, after: 0, ink: Inks.Ink3, align: W.JustificationValues.Right);
        yield return Paragraph(Foot, "footer", 8 / scale, after: 0, ink: Inks.Ink3);
        yield return new W.Style(new W.StyleName { Val = "Hyperlink" }, new W.StyleRunProperties(new W.Color { Val = Inks.Lake[1..] }, new W.Underline { Val = W.UnderlineValues.Single })) { Type = W.StyleValues.Character, StyleId = Link };
        yield return new W.Style(new W.StyleName { Val = "Normal Table" }, new W.SemiHidden(), new W.StyleTableProperties(new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }, Margins(108, 0))) { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true };
        yield return new W.Style(new W.StyleName { Val = "Paper table" }, new W.BasedOn { Val = "TableNormal" },
            new W.StyleTableProperties(Rules(), Margins(68, 34))) { Type = W.StyleValues.Table, StyleId = Grid };
    }

    private W.Style Paragraph(string id, string name, double points, double before = 0, double after = 0, double line = 1, bool bold = false, bool italic = false, string? ink = null,
        W.JustificationValues? align = null, bool keepNext = false, int? outline = null, string? basedOn = null, bool isDefault = false)
    {
        var paragraph = new W.StyleParagraphProperties { SpacingBetweenLines = new() { Before = Twentieths(before * scale), After = Twentieths(after * scale), Line = Twentieths(line * 12), LineRule = W.LineSpacingRuleValues.Auto } };
        if (keepNext) (paragraph.KeepNext, paragraph.KeepLines) = (new(), new());
        if (align is { } side) paragraph.Justification = new() { Val = side };
        if (outline is { } level) paragraph.OutlineLevel = new() { Val = level };
        var run = new W.StyleRunProperties(new W.RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (bold) run.Bold = new();
        if (italic) run.Italic = new();
        if (ink is not null) run.Color = new() { Val = ink[1..] };
        run.FontSize = new() { Val = HalfPoints(points * scale) };
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id, StyleName = new() { Val = name }, StyleParagraphProperties = paragraph, StyleRunProperties = run, PrimaryStyle = new() };
        if (isDefault) style.Default = true;
        else (style.BasedOn, style.CustomStyle) = (new() { Val = basedOn ?? Body }, IsOurs(name) ? true : null);
        if (outline is not null || id == Title) style.NextParagraphStyle = new() { Val = Body };
        return style;
    }

    /// <summary>Names that Word itself knows begin small or are these.</summary>
    private static bool IsOurs(string name) => !char.IsLower(name[0]) && name is not ("Title" or "List Bullet" or "Signature");

    private static W.TableBorders Rules()
    {
        var ink = Inks.Line2[1..];
        return new()
        {
            TopBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink }, LeftBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink },
            BottomBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink }, RightBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink },
            InsideHorizontalBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink }, InsideVerticalBorder = new() { Val = W.BorderValues.Single, Size = 4, Color = ink },
        };
    }

    private static W.TableCellMarginDefault Margins(short sides, short ends) => new()
    {
        TopMargin = new() { Width = ends.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
        TableCellLeftMargin = new() { Width = sides, Type = W.TableWidthValues.Dxa },
        BottomMargin = new() { Width = ends.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
        TableCellRightMargin = new() { Width = sides, Type = W.TableWidthValues.Dxa },
    };

    internal static string HalfPoints(double points) => Math.Clamp((int)Math.Round(points * 2), 2, 3276).ToString(CultureInfo.InvariantCulture);

    internal static string Twentieths(double points) => Math.Clamp((int)Math.Round(points * 20), 0, 31_680).ToString(CultureInfo.InvariantCulture);
}
