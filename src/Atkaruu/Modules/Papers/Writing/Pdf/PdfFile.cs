using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>The file that becomes of a paper. PDFsharp keeps its objects and cuts the typefaces; pages, tags and links are ours.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly PdfDocument _file;
    private readonly PdfDictionary _resources;
    private readonly List<(Sheet Sheet, PdfPage Page)> _pages = [];
    private readonly UsedLetters _used = new();
    private readonly PaperMark _mark;

    public PdfFile(string title, string language, PaperMark mark)
    {
        FontResolver.Set();
        (_file, _mark) = (new PdfDocument(), mark);
        _file.Info.Title = CleanText.Line(title);
        _file.Info.Creator = "Atkaruu";
        _file.Info.CreationDate = mark.Moment;
        _file.Language = language;
        _file.Internals.FirstDocumentID = _file.Internals.SecondDocumentID = Id(mark);
        _file.ViewerPreferences.DisplayDocTitle = true;
        Assets = new(_file);
        _resources = New(new PdfDictionary(_file));
        _resources.Elements["/XObject"] = Assets.Objects;
        Root = new("Document", null) { Language = language };
    }

    /// <summary>The same paper has the same name every time it is made.</summary>
    private static string Id(PaperMark mark) => Encoding.Latin1.GetString(SHA256.HashData(Encoding.UTF8.GetBytes(mark.Address)), 0, 16);

    public PdfAssets Assets { get; }
    public Tag Root { get; }

    public void Add(Sheet sheet, int index, int count, SheetFrame frame)
    {
        frame.Draw(sheet, PageShapes.Of(sheet.Part.Shape), index + 1, count);
        _used.Add(sheet.Ink.Used);
        var page = _file.AddPage();
        page.Elements["/MediaBox"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"[0 0 {sheet.Width:0.##} {sheet.Height:0.##}]"));
        page.Elements["/Resources"] = _resources.Reference;
        var content = New(new PdfDictionary(_file));
        content.Elements.SetName("/Filter", "/FlateDecode");
        content.CreateStream(sheet.Ink.Press(sheet.Under));
        page.Elements["/Contents"] = content.Reference;
        page.Elements.SetName("/Tabs", "/S");
        _pages.Add((sheet, page));
    }

    public void Save(Outline outline, Stream to)
    {
        var fonts = new PdfDictionary(_file);
        _resources.Elements["/Font"] = fonts;
        PdfFonts.Add(_file, _used, fonts);
        var tags = new PdfTags(_file, _pages);
        foreach (var (sheet, page) in _pages) Links(sheet, page, tags);
        tags.Write(Root);
        Bookmarks(outline);
        // Whose stream it is, closes it.
        var buffered = new BufferedStream(to, 1 << 16);
        using var counted = new AboutStream(buffered, About());
        _file.Save(counted, closeStream: false);
        buffered.Flush();
    }

    private T New<T>(T thing) where T : PdfObject
    {
        _file.Internals.AddObject(thing);
        return thing;
    }

    private void Links(Sheet sheet, PdfPage page, PdfTags tags)
    {
        if (sheet.Links.Count == 0) return;
        var annotations = new PdfArray(_file);
        foreach (var link in sheet.Links)
        {
            var annotation = New(new PdfDictionary(_file));
            annotation.Elements.SetName("/Type", "/Annot");
            annotation.Elements.SetName("/Subtype", "/Link");
            annotation.Elements["/P"] = page.Reference;
            annotation.Elements["/Rect"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture,
                $"[{link.X:0.##} {sheet.Height - link.Y - link.Height:0.##} {link.X + link.Width:0.##} {sheet.Height - link.Y:0.##}]"));
            annotation.Elements["/Border"] = new PdfLiteral("[0 0 0]");
            annotation.Elements.SetInteger("/F", 4);
            annotation.Elements["/Contents"] = new PdfLiteral(PdfText.Hex(link.Words));
            var action = new PdfDictionary(_file);
            action.Elements.SetName("/S", "/URI");
            action.Elements["/URI"] = new PdfString(new Uri(link.Address).AbsoluteUri);
            annotation.Elements["/A"] = action;
            annotations.Elements.Add(annotation.Reference!);
            tags.Link(link.Tag, annotation);
        }
        page.Elements["/Annots"] = annotations;
    }

    /// <summary>Title and language for readers of files (XMP), and that this is a tagged paper (ISO 14289-1).</summary>
    private byte[] About()
    {
        var title = SecurityElement.Escape(_file.Info.Title);
        var moment = _mark.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{_file.Language}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>Atkaruu</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """);
    }

    private void Bookmarks(Outline outline)
    {
        var pages = _pages.ToDictionary(pair => pair.Sheet, pair => pair.Page);
        Stack<(int Level, PdfOutline Entry)> over = new();
        foreach (var (level, title, sheet, y) in outline.Entries)
        {
            while (over.TryPeek(out var last) && last.Level >= level) over.Pop();
            var entry = new PdfOutline(title, pages[sheet], opened: level < 2)
            {
                PageDestinationType = PdfPageDestinationType.Xyz, Left = 0, Top = Math.Min(sheet.Height, sheet.Height - y + 12),
            };
            (over.TryPeek(out var above) ? above.Entry.Outlines : _file.Outlines).Add(entry);
            over.Push((level, entry));
        }
        if (outline.Entries.Count > 2) _file.PageMode = PdfPageMode.UseOutlines;
    }

    public void Dispose() => _file.Dispose();
}
