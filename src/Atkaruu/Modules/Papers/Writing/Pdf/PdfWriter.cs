namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Puts a paper on the pages of a PDF: letters that can be selected, bookmarks, tags for those who do not see it.</summary>
public static class PdfWriter
{
    public static void Write(PaperDocument document, Stream to)
    {
        using var file = new PdfFile(document.Title, document.Parts.Count > 0 ? document.Parts[0].Language : "ky", document.Mark);
        var (assets, outline) = (file.Assets, new Outline());
        List<Sheet> sheets = [];
        foreach (var part in document.Parts)
        {
            var shape = PageShapes.Of(part.Shape);
            var tag = new Tag("Part", file.Root) { Language = part.Language };
            var paging = new Paging(part, shape, sheets);
            var (first, before) = (sheets.Count, outline.Entries.Count);
            paging.Put(new BlockSetter(part, assets, outline).Set(part.Blocks, shape.Body, tag));
            if (document.Parts.Count > 1) outline.Part(part.Title, sheets[first], before);
        }
        var frame = new SheetFrame(document.Mark, assets);
        for (var i = 0; i < sheets.Count; i++) file.Add(sheets[i], i, sheets.Count, frame);
        file.Save(outline, to);
    }
}
