using Atkaruu.Kernel;
using Atkaruu.Web;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>What stands round the words on every page: title at the top, code, moment and page numbers at the foot, the mark of invented data behind.</summary>
internal sealed class WordFrame(MainDocumentPart part, WordStyles styles, PaperMark mark)
{
    private int _marks;

    /// <summary>A section of A4 pages with the head and foot of one part of the paper.</summary>
    public W.SectionProperties Section(PaperPart paper)
    {
        var (foot, wide) = (Foot(paper), paper.Shape == PageShape.Landscape);
        var section = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = Top(paper, paper.Title) }, new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = Top(paper, "") },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = foot }, new W.FooterReference { Type = W.HeaderFooterValues.First, Id = foot },
            new W.SectionType { Val = W.SectionMarkValues.NextPage });
        section.Append(Size(wide), Margins(wide), new W.TitlePage());
        return section;
    }

    public static W.PageSize Size(bool wide) => wide
        ? new() { Width = 16838, Height = 11906, Orient = W.PageOrientationValues.Landscape }
        : new() { Width = 11906, Height = 16838 };

    /// <summary>The edge that is bound is the wider one.</summary>
    private static W.PageMargin Margins(bool wide) => wide
        ? new() { Top = 1134, Bottom = 964, Left = 850, Right = 850, Header = 510, Footer = 454, Gutter = 0 }
        : new() { Top = 1134, Bottom = 1077, Left = 1418, Right = 850, Header = 567, Footer = 454, Gutter = 0 };

    /// <summary>Twips between the margins.</summary>
    public static int Room(W.SectionProperties section)
    {
        var (size, margins) = (section.GetFirstChild<W.PageSize>(), section.GetFirstChild<W.PageMargin>());
        return Math.Max(2_000, (int)(size?.Width?.Value ?? 11906) - (int)(margins?.Left?.Value ?? 1134) - (int)(margins?.Right?.Value ?? 1134));
    }

    private string Top(PaperPart paper, string title)
    {
        var line = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[WordStyles.Top] } });
        if (mark.Invented) line.AppendChild(Watermark(paper.Language));
        if (title.Length > 0) line.AppendChild(WordProse.Plain(CleanText.Line(title), Spoken(paper.Language)));
        var header = part.AddNewPart<HeaderPart>();
        header.Header = new W.Header(line);
        return part.GetIdOfPart(header);
    }

    private string Foot(PaperPart paper)
    {
        var footer = part.AddNewPart<FooterPart>();
        var wide = paper.Shape == PageShape.Landscape;
        var section = new W.SectionProperties(Size(wide), Margins(wide));
        footer.Footer = new W.Footer(FootLines(footer, paper.Language, Room(section)));
        return part.GetIdOfPart(footer);
    }

    /// <summary>Two lines: by which code and where the paper is verified, and the page; which moment it shows and in what state its data are.</summary>
    public IEnumerable<W.Paragraph> FootLines(OpenXmlPartContainer foot, string language, int room)
    {
        string Say(string key, params object?[] args) => Texts.All.Say(language, key, args);
        var prose = new WordProse(foot, styles, "");
        var moment = mark.Moment.InBishkek();
        var first = Line(room, border: true);
        first.Append(prose.Runs(Prose.Of(new(Say("paper.foot.code", mark.Code), RunLook.Bold), new(" · "), new(Say("paper.foot.verify", mark.Address)) { Link = mark.Address }), language));
        first.Append(new W.Run(new W.TabChar()));
        first.Append(Counted(Say("paper.foot.page", "\u0001", "\u0002"), language));
        var second = Line(room, border: false);
        second.Append(prose.Runs(Say("paper.foot.moment", moment.ToString("dd.MM.yyyy HH:mm", Texts.Cultures[language]), mark.DataState), language));
        if (!mark.Invented) return [first, second];
        var third = Line(room, border: false);
        third.Append(prose.Runs(Prose.Bold(Say("paper.foot.invented")), language));
        return [first, second, third];
    }

    private W.Paragraph Line(int room, bool border)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[WordStyles.Foot] }, Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = room }) };
        if (border) properties.ParagraphBorders = new() { TopBorder = new() { Val = W.BorderValues.Single, Size = 4, Space = 4, Color = Inks.Line[1..] } };
        return new(properties);
    }

    /// <summary>The number of the page and of all pages: Word counts them, the words round them are ours.</summary>
    private static IEnumerable<OpenXmlElement> Counted(string words, string language)
    {
        var from = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not ('\u0001' or '\u0002')) continue;
            if (i > from) yield return WordProse.Plain(words[from..i], Spoken(language));
            yield return new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = words[i] == '\u0001' ? " PAGE " : " NUMPAGES " };
            from = i + 1;
        }
        if (from < words.Length) yield return WordProse.Plain(words[from..], Spoken(language));
    }

    private static W.RunProperties Spoken(string language) => new() { Languages = new() { Val = WordProse.Tag(language) } };

    /// <summary>Pale letters across the page, behind the words, as Word makes them itself.</summary>
    public W.Run Watermark(string language)
    {
        var number = ++_marks;
        var words = Texts.All.Say(language, "paper.foot.watermark");
        var shape = new V.Shape(
            new V.Fill { Opacity = ".35" },
            new V.TextPath { Style = "font-family:\"PT Serif\";font-size:1pt", String = words })
        {
            Id = $"PaperWatermark{number}", Type = "#_x0000_t136", OptionalString = $"_x0000_s{20_480 + number}", FillColor = "#d9dfe2", Stroked = false, AllowInCell = false, Alternate = words,
            Style = "position:absolute;margin-left:0;margin-top:0;width:470pt;height:40pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
        };
        return new(new W.RunProperties(new W.NoProof()), new W.Picture(ShapeType(), shape));
    }

    /// <summary>What Word calls plain WordArt.</summary>
    private static V.Shapetype ShapeType() => new(
        new V.Formulas(new V.Formula { Equation = "sum #0 0 10800" }, new V.Formula { Equation = "prod #0 2 1" }, new V.Formula { Equation = "sum 21600 0 @1" },
            new V.Formula { Equation = "sum 0 0 @2" }, new V.Formula { Equation = "sum 21600 0 @3" }, new V.Formula { Equation = "if @0 @3 0" }, new V.Formula { Equation = "if @0 21600 @1" },
            new V.Formula { Equation = "if @0 0 @2" }, new V.Formula { Equation = "if @0 @4 21600" }, new V.Formula { Equation = "mid @5 @6" }, new V.Formula { Equation = "mid @8 @5" },
            new V.Formula { Equation = "mid @7 @8" }, new V.Formula { Equation = "mid @6 @7" }, new V.Formula { Equation = "sum @6 0 @5" }),
        new V.Path { AllowTextPath = true, ConnectionPointType = DocumentFormat.OpenXml.Vml.Office.ConnectValues.Custom, ConnectionPoints = "@9,0;@10,10800;@11,21600;@12,10800", ConnectAngles = "270,180,90,0" },
        new V.TextPath { On = true, FitShape = true })
    { Id = "_x0000_t136", CoordinateSize = "21600,21600", OptionalNumber = 136, Adjustment = "10800", EdgePath = "m@7,l@8,m@5,21600l@6,21600e" };
}
