using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Puts the letters that were used into a file. PDFsharp cuts them out of the typeface; how they are named and read is ours.</summary>
internal static class PdfFonts
{
    /// <param name="resources">Fonts of all pages, by name.</param>
    public static void Add(PdfDocument file, UsedLetters used, PdfDictionary resources)
    {
        foreach (var face in Face.All)
        {
            var letters = used.Of(face);
            if (letters.Length > 0) resources.Elements[string.Create(CultureInfo.InvariantCulture, $"/F{face.Number}")] = One(file, face, letters).Reference;
        }
    }

    private static PdfDictionary One(PdfDocument file, Face face, string letters)
    {
        var known = file.Internals.GetAllObjects().ToHashSet();
        var style = (face.IsBold ? XFontStyleEx.Bold : 0) | (face.IsItalic ? XFontStyleEx.Italic : 0);
        file.AddCharacters(new XFont(face.Family, 10, style, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset)), letters);
        var outlines = file.Internals.GetAllObjects().OfType<PdfDictionary>().First(thing => !known.Contains(thing) && thing.Elements.GetName("/Subtype") == "/CIDFontType2");
        // Six letters say that it is a part; the same part is named the same every time.
        var name = string.Create(CultureInfo.InvariantCulture, $"/{Mark(letters)}+{face.File}");
        outlines.Elements.SetName("/BaseFont", name);
        if (outlines.Elements.GetDictionary("/FontDescriptor") is { } about)
        {
            about.Elements.SetName("/FontName", name);
            about.Elements.SetInteger("/Descent", -Math.Abs(about.Elements.GetInteger("/Descent")));
        }
        var font = New(file);
        font.Elements.SetName("/Type", "/Font");
        font.Elements.SetName("/Subtype", "/Type0");
        font.Elements.SetName("/BaseFont", name);
        font.Elements.SetName("/Encoding", "/Identity-H");
        font.Elements["/DescendantFonts"] = new PdfArray(file, outlines.Reference!);
        var reading = New(file);
        reading.CreateStream(Encoding.ASCII.GetBytes(Reading(face, letters)));
        font.Elements["/ToUnicode"] = reading.Reference;
        return font;
    }

    private static PdfDictionary New(PdfDocument file)
    {
        var thing = new PdfDictionary(file);
        file.Internals.AddObject(thing);
        return thing;
    }

    private static string Mark(string letters)
    {
        var sum = 17u;
        foreach (var letter in letters) sum = unchecked(sum * 31 + letter);
        return string.Create(6, sum, static (mark, number) =>
        {
            for (var i = 0; i < mark.Length; i++, number /= 26) mark[i] = (char)('A' + number % 26);
        });
    }

    /// <summary>Which letter each drawing is (ISO 32000-1 9.10.3): a hundred in a block at most.</summary>
    private static string Reading(Face face, string letters)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var block in letters.DistinctBy(face.Glyph).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var letter in block) map.Append(CultureInfo.InvariantCulture, $"<{face.Glyph(letter):X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
