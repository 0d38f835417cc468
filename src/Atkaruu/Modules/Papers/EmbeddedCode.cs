using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Atkaruu.Modules.Papers;

/// <summary>The code that a file carries in its own words: at the foot of its pages, or among its properties.</summary>
internal static partial class EmbeddedCode
{
    private const int MostParts = 40, MostPages = 3;
    private const long MostText = 4 << 20;

    /// <summary>Null where there is none, or where the file cannot be read.</summary>
    public static string? Of(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith("%PDF"u8) ? OfPdf(file) : file.AsSpan().StartsWith("PK"u8) ? OfOffice(file) : null;
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string? OfPdf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var words = string.Join(' ', pdf.Information.Keywords, pdf.Information.Subject, string.Join(' ', Enumerable.Range(1, Math.Min(pdf.NumberOfPages, MostPages)).Select(page => pdf.GetPage(page).Text)));
        return First(words);
    }

    private static string? OfOffice(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && e.Length < MostText)
                     .OrderBy(e => e.FullName.StartsWith("docProps/", StringComparison.Ordinal) ? 0 : e.FullName.Contains("footer", StringComparison.Ordinal) ? 1 : 2).Take(MostParts))
        {
            using var text = new StreamReader(part.Open(), Encoding.UTF8);
            var buffer = new char[MostText];
            var read = text.ReadBlock(buffer, 0, buffer.Length);
            if (First(Tag().Replace(new string(buffer, 0, read), "")) is { } code) return code;
        }
        return null;
    }

    private static string? First(string words) => Code().Match(words) is { Success: true } found ? PaperCode.Read(found.Value) : null;

    /// <summary>Only as it is printed: a looser pattern would find codes in telephone numbers.</summary>
    [GeneratedRegex(@"(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z-])")]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
