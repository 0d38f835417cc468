using System.Diagnostics;
using System.Text;
using Atkaruu.Modules.Papers.Writing;
using UglyToad.PdfPig.Tokens;

namespace Atkaruu.Tests.Papers.Writing;

using Page = UglyToad.PdfPig.Content.Page;

/// <summary>What a screen reader is told of a PDF (ISO 14289-1, as far as it can be measured here).</summary>
public class PdfTagTests
{
    [Fact]
    public void The_file_says_its_title_its_language_and_that_it_is_tagged()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        Assert.Equal("Отчет", pdf.File.Information.Title);
        Assert.Equal("ky", ((StringToken)pdf.Catalog.Data["Lang"]).Data);
        Assert.Equal("true", ((DictionaryToken)pdf.Catalog.Data["MarkInfo"]).Data["Marked"].ToString(), ignoreCase: true);
        Assert.True(pdf.File.TryGetXmpMetadata(out var about));
        var xmp = Encoding.UTF8.GetString(about.GetXmlBytes());
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains(">Отчет<", xmp, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", Encoding.Latin1.GetString(pdf.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_block_has_its_tag_in_the_order_of_reading()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());
        var tags = pdf.Tags();

        foreach (var role in (string[])["Document", "Part", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Figure", "Link", "Span", "Div"])
            Assert.Contains(tags, tag => tag.Role == role);
        Assert.Equal("Аткарылышы тууралуу маалымат", tags.Single(tag => tag.Role == "H1").Words.Trim());
        Assert.Equal("ачык барак", tags.Single(tag => tag.Role == "Link").Words);
        Assert.True(Place("H1") < Place("H2") && Place("H2") < Place("L") && Place("L") < Place("Caption"));

        int Place(string role) => tags.ToList().FindIndex(tag => tag.Role == role);
    }

    [Fact]
    public void Pictures_say_what_they_show()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        var said = pdf.Tags().Where(tag => tag.Role == "Figure").Select(tag => Said(tag.About.Data["Alt"])).ToList();
        Assert.Equal(["Суу түтүгү", "Аткаруу 64 %", "https://example.kg/measure/CA-017"], said);
    }

    [Fact]
    public void Words_in_another_language_say_in_which()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        var other = pdf.Tags().Single(tag => tag.Words == "по-русски" && tag.Role == "Span");
        Assert.Equal("ru", ((StringToken)other.About.Data["Lang"]).Data);
    }

    [Fact]
    public void What_was_struck_out_and_put_in_is_said_and_not_only_seen()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        var attributes = pdf.Tags().Where(tag => tag.Role == "Span" && tag.About.Data.ContainsKey("A")).Select(tag => (tag.Words.Trim(), tag.About.Data["A"].ToString())).ToList();
        Assert.Contains(attributes, of => of.Item1 == "12 км" && of.Item2!.Contains("LineThrough", StringComparison.Ordinal));
        Assert.Contains(attributes, of => of.Item1 == "18 км" && of.Item2!.Contains("Underline", StringComparison.Ordinal));
    }

    /// <summary>Nothing is drawn that is neither tagged nor an artifact, and each mark on a page is known to the tree.</summary>
    [Fact]
    public void Everything_on_a_page_is_either_read_or_decoration()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        foreach (var page in pdf.Pages)
        {
            var marked = page.GetMarkedContents().Sum(Count);
            Assert.Equal(page.Letters.Count, marked);
        }

        static int Count(UglyToad.PdfPig.Content.MarkedContentElement of) => of.Letters.Count + of.Children.Sum(Count);
    }

    [Fact]
    public void The_foot_of_a_page_is_not_read_among_its_words()
    {
        using var pdf = PdfReading.Of(PdfWriterTests.Everything());

        Assert.DoesNotContain("7K2M", string.Concat(pdf.Tags().Select(tag => tag.Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_has_no_error_that_qpdf_knows()
    {
        var file = Path.Combine(Path.GetTempPath(), $"atkaruu-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(file, PdfReading.Write(PdfReading.Paper(PageShape.Portrait, PdfWriterTests.Everything())));
            using var qpdf = Start(file);
            var said = qpdf.StandardOutput.ReadToEnd() + qpdf.StandardError.ReadToEnd();
            qpdf.WaitForExit();
            Assert.True(qpdf.ExitCode == 0, said);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("qpdf", ["--check", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("qpdf is not installed: apt-get install qpdf");
            throw;
        }
    }

    private static string Said(IToken token) => token switch
    {
        StringToken words => words.Data,
        HexToken words => Encoding.BigEndianUnicode.GetString(words.Bytes.ToArray()).TrimStart('\ufeff'),
        _ => token.ToString()!,
    };
}
