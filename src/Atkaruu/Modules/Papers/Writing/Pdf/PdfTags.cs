using System.Globalization;
using PdfSharp.Pdf;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Writes the tags of a paper into its file: the structure tree, and from each mark on a page back to its tag.</summary>
internal sealed class PdfTags(PdfDocument file, IReadOnlyList<(Sheet Sheet, PdfPage Page)> pages)
{
    private readonly Dictionary<Sheet, PdfPage> _pages = pages.ToDictionary(pair => pair.Sheet, pair => pair.Page);
    private readonly Dictionary<Tag, PdfDictionary> _written = [];
    private readonly Dictionary<Tag, List<PdfDictionary>> _links = [];

    /// <summary>The place of a link among the tags; its page knows it as an annotation.</summary>
    public void Link(Tag tag, PdfDictionary annotation)
    {
        if (!_links.TryGetValue(tag, out var known)) _links[tag] = known = [];
        known.Add(annotation);
    }

    public void Write(Tag root)
    {
        var tree = New("/StructTreeRoot");
        tree.Elements["/K"] = new PdfArray(file, Element(root, tree).Reference!);
        var numbers = new PdfArray(file);
        for (var i = 0; i < pages.Count; i++)
        {
            var (sheet, page) = pages[i];
            page.Elements.SetInteger("/StructParents", i);
            var marks = new PdfArray(file);
            foreach (var tag in sheet.Marks) marks.Elements.Add(_written[tag].Reference!);
            numbers.Elements.Add(new PdfInteger(i));
            numbers.Elements.Add(marks);
        }
        var next = pages.Count;
        foreach (var (tag, annotations) in _links)
            foreach (var annotation in annotations)
            {
                annotation.Elements.SetInteger("/StructParent", next);
                numbers.Elements.Add(new PdfInteger(next++));
                numbers.Elements.Add(_written[tag].Reference!);
            }
        var parents = new PdfDictionary(file);
        parents.Elements["/Nums"] = numbers;
        tree.Elements["/ParentTree"] = parents;
        tree.Elements.SetInteger("/ParentTreeNextKey", next);
        file.Internals.Catalog.Elements["/StructTreeRoot"] = tree.Reference;
        file.Internals.Catalog.Elements["/MarkInfo"] = new PdfLiteral("<</Marked true>>");
    }

    private PdfDictionary New(string type)
    {
        var thing = new PdfDictionary(file);
        file.Internals.AddObject(thing);
        thing.Elements.SetName("/Type", type);
        return thing;
    }

    private PdfDictionary Element(Tag tag, PdfDictionary parent)
    {
        var element = New("/StructElem");
        _written[tag] = element;
        element.Elements.SetName("/S", "/" + tag.Role);
        element.Elements["/P"] = parent.Reference;
        if (tag.Alt is { } alt) element.Elements["/Alt"] = Words(alt.Length == 0 ? " " : alt);
        if (tag.Language is { } language) element.Elements["/Lang"] = new PdfString(language);
        if (Attributes(tag) is { } attributes) element.Elements["/A"] = new PdfLiteral(attributes);
        var page = tag.Kids.OfType<Mark>().Select(mark => mark.Sheet).FirstOrDefault();
        if (page is not null) element.Elements["/Pg"] = _pages[page].Reference;
        var kids = new PdfArray(file);
        foreach (var kid in tag.Kids) kids.Elements.Add(kid is Tag child ? Element(child, element).Reference! : Content((Mark)kid, page!));
        foreach (var link in _links.GetValueOrDefault(tag, [])) kids.Elements.Add(Reference(link));
        if (kids.Elements.Count > 0) element.Elements["/K"] = kids;
        return element;
    }

    private PdfItem Content(Mark mark, Sheet page)
    {
        if (ReferenceEquals(mark.Sheet, page)) return new PdfInteger(mark.Number);
        var elsewhere = new PdfDictionary(file);
        elsewhere.Elements.SetName("/Type", "/MCR");
        elsewhere.Elements["/Pg"] = _pages[mark.Sheet].Reference;
        elsewhere.Elements.SetInteger("/MCID", mark.Number);
        return elsewhere;
    }

    private PdfDictionary Reference(PdfDictionary annotation)
    {
        var reference = new PdfDictionary(file);
        reference.Elements.SetName("/Type", "/OBJR");
        reference.Elements["/Obj"] = annotation.Reference;
        reference.Elements["/Pg"] = annotation.Elements["/P"];
        return reference;
    }

    private static string? Attributes(Tag tag)
    {
        if (tag.Box is { } box) return string.Create(CultureInfo.InvariantCulture, $"<</O /Layout /Placement /Block /BBox [{box[0]:0.##} {box[1]:0.##} {box[2]:0.##} {box[3]:0.##}]>>");
        if (tag.Decoration is { } decoration) return $"<</O /Layout /TextDecorationType /{decoration}>>";
        var span = tag.Span > 1 ? string.Create(CultureInfo.InvariantCulture, $" /ColSpan {tag.Span}") : "";
        var scope = tag.Scope is { } heads ? " /Scope /" + heads : "";
        return span.Length + scope.Length == 0 ? null : $"<</O /Table{scope}{span}>>";
    }

    private static PdfLiteral Words(string words) => new(PdfText.Hex(words));
}
