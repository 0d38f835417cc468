using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>PDFs written object by object, as no honest program writes them.</summary>
internal static class MakeRawPdf
{
    /// <summary>One page with this drawing.</summary>
    public static byte[] Drawing(byte[] content, bool packed, string more = "") => Of("",
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {more} >> >>",
        Stream(content, packed), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");

    /// <summary>A stream object; Latin-1 keeps its bytes.</summary>
    public static string Stream(byte[] content, bool packed, string more = "")
    {
        var bytes = packed ? Zlib(content) : content;
        return $"<< /Length {bytes.Length} {(packed ? "/Filter /FlateDecode" : "")} {more} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";
    }

    /// <param name="trailer">Further entries of the trailer.</param>
    /// <param name="objects">The objects from 1 on; the first is the catalogue.</param>
    public static byte[] Of(string trailer, params IEnumerable<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> offsets = [];
        foreach (var (i, body) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n").Append(body).Append("\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static byte[] Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(content);
        return packed.ToArray();
    }
}
