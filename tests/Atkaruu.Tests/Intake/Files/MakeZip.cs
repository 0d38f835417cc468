using System.IO.Compression;
using System.Text;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>Zips as no honest program writes them.</summary>
internal static class MakeZip
{
    /// <param name="Declared">The size it claims to unpack to; null for the truth.</param>
    /// <param name="SharesWith">The number of an earlier entry whose bytes this one claims too.</param>
    public sealed record Entry(string Name, byte[] Content, long? Declared = null, bool Encrypted = false, int? SharesWith = null);

    public const string WordTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    public const string SheetTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
        """;

    /// <summary>A Word file around a main part of any bytes.</summary>
    public static byte[] Word(byte[] document, params Entry[] more) =>
        Of([.. Start(WordTypes, "word/document.xml"), new("word/document.xml", document), .. more]);

    public static byte[] Word(string document, params Entry[] more) => Word(Encoding.UTF8.GetBytes(document), more);

    /// <summary>An Excel file with one sheet of any XML.</summary>
    public static byte[] Sheet(byte[] sheet, params Entry[] more) => Of(
    [
        .. Start(SheetTypes, "xl/workbook.xml"),
        Text("xl/workbook.xml", """<workbook xmlns:r="r"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        Text("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        new("xl/worksheets/sheet1.xml", sheet), .. more,
    ]);

    public static Entry Text(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    public static byte[] Of(params Entry[] entries)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        List<long> offsets = [];
        foreach (var entry in entries)
        {
            offsets.Add(entry.SharesWith is { } other ? offsets[other] : zip.Position);
            var packed = Deflate(entry.Content);
            var (name, flags) = (Encoding.UTF8.GetBytes(entry.Name), (ushort)(entry.Encrypted ? 0x801 : 0x800));
            var size = (uint)(entry.Declared ?? entry.Content.Length);
            if (entry.SharesWith is null)
            {
                Write(zip, 0x04034b50u, (ushort)20, flags, (ushort)8, 0u, 0u, (uint)packed.Length, size, (ushort)name.Length, (ushort)0);
                zip.Write(name);
                zip.Write(packed);
            }
            Write(directory, 0x02014b50u, (ushort)20, (ushort)20, flags, (ushort)8, 0u, 0u, (uint)packed.Length, size,
                (ushort)name.Length, (ushort)0, (ushort)0, (ushort)0, (ushort)0, 0u, (uint)offsets[^1]);
            directory.Write(name);
        }
        var start = zip.Position;
        directory.WriteTo(zip);
        Write(zip, 0x06054b50u, (ushort)0, (ushort)0, (ushort)entries.Length, (ushort)entries.Length, (uint)directory.Length, (uint)start, (ushort)0);
        return zip.ToArray();
    }

    private static Entry[] Start(string types, string main) =>
    [
        Text("[Content_Types].xml", types),
        Text("_rels/.rels", $"""<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/></Relationships>"""),
    ];

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(content);
        return packed.ToArray();
    }

    private static void Write(Stream stream, params object[] numbers)
    {
        foreach (var number in numbers)
            stream.Write(number is ushort two ? BitConverter.GetBytes(two) : BitConverter.GetBytes((uint)number));
    }
}
