using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Atkaruu.Tests.Papers.Writing;

using Page = UglyToad.PdfPig.Content.Page;

/// <summary>A paper as PDF, opened again by another library than the one that wrote it.</summary>
internal sealed class PdfReading : IDisposable
{
    public static readonly PaperMark Mark = new("7K2M-9QXA", "https://example.kg/verify/7K2M-9QXA", new(2026, 10, 12, 6, 30, 0, DateTimeKind.Utc), new Message("paper.foot.watermark"), Invented: true);

    public PdfReading(byte[] bytes) => (Bytes, File) = (bytes, PdfDocument.Open(bytes));

    public byte[] Bytes { get; }
    public PdfDocument File { get; }

    public static PdfReading Of(params Block[] blocks) => Of(PageShape.Portrait, blocks);

    public static PdfReading Of(PageShape shape, params Block[] blocks) => new(Write(Paper(shape, blocks)));

    public static PaperDocument Paper(PageShape shape, params Block[] blocks) => new("Отчет", [new("ky", "Аткарылышы тууралуу маалымат", shape, blocks)], Mark);

    public static byte[] Write(PaperDocument paper)
    {
        using var stream = new MemoryStream();
        PdfWriter.Write(paper, stream);
        return stream.ToArray();
    }

    private IReadOnlyList<Page>? _pages;
    private string? _text;

    public IReadOnlyList<Page> Pages => _pages ??= [.. File.GetPages()];

    /// <summary>The words of a page without blanks, and without the hyphens at the ends of lines.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u00ad' or '\u00a0')));

    public string Text => _text ??= Squeezed(string.Concat(Pages.Select(page => page.Text)));

    /// <summary>All words in the order in which they are read, without heads and feet of pages.</summary>
    public string Said() => Squeezed(Tags()[0].Words);

    public DictionaryToken Catalog => File.Structure.Catalog.CatalogDictionary;

    /// <summary>Every tag in the order of reading: its role, its attributes and the words in it.</summary>
    public IReadOnlyList<(string Role, string Words, DictionaryToken About)> Tags()
    {
        var marks = new Dictionary<(int Page, int Mark), string>();
        foreach (var page in Pages)
            foreach (var content in page.GetMarkedContents())
                if (content.MarkedContentIdentifier >= 0) marks[(page.Number, content.MarkedContentIdentifier)] = Letters(content);
        List<(string, string, DictionaryToken)> tags = [];
        Walk(Dictionary(Dictionary(Catalog.Data["StructTreeRoot"]).Data["K"]), marks, PagesByReference(), tags);
        return tags;
    }

    private static string Letters(MarkedContentElement content) => string.Concat(content.Letters.Select(letter => letter.Value)) + string.Concat(content.Children.Select(Letters));

    private Dictionary<IndirectReference, int> PagesByReference()
    {
        Dictionary<IndirectReference, int> numbers = [];
        Kids(File.Structure.Catalog.CatalogDictionary.Data["Pages"]);
        return numbers;

        void Kids(IToken node)
        {
            var dictionary = Dictionary(node);
            if (dictionary.Data.TryGetValue("Kids", out var kids))
                foreach (var kid in ((ArrayToken)Resolve(kids)).Data) Kids(kid);
            else numbers[((IndirectReferenceToken)node).Data] = numbers.Count + 1;
        }
    }

    private string Walk(DictionaryToken element, Dictionary<(int, int), string> marks, Dictionary<IndirectReference, int> pages, List<(string, string, DictionaryToken)> tags)
    {
        var at = tags.Count;
        tags.Add(("", "", element));
        var page = element.Data.TryGetValue("Pg", out var on) ? pages[((IndirectReferenceToken)on).Data] : 0;
        var words = new StringBuilder();
        if (element.Data.TryGetValue("K", out var kids))
            foreach (var kid in Resolve(kids) is ArrayToken many ? many.Data : [kids])
                words.Append(Resolve(kid) switch
                {
                    NumericToken number => marks.GetValueOrDefault((page, number.Int)),
                    DictionaryToken mark when mark.Data.ContainsKey("MCID") => marks.GetValueOrDefault((pages[((IndirectReferenceToken)mark.Data["Pg"]).Data], ((NumericToken)mark.Data["MCID"]).Int)),
                    DictionaryToken link when link.Data.ContainsKey("Obj") => "",
                    DictionaryToken child => Walk(child, marks, pages, tags),
                    var strange => throw new InvalidOperationException($"A tag has a {strange?.GetType().Name} in it."),
                });
        tags[at] = (((NameToken)element.Data["S"]).Data, words.ToString(), element);
        return words.ToString();
    }

    private IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? File.Structure.GetObject(reference.Data).Data : token;

    private DictionaryToken Dictionary(IToken token) => Resolve(token) switch
    {
        DictionaryToken dictionary => dictionary,
        ArrayToken { Data: [var only] } => Dictionary(only),
        var strange => throw new InvalidOperationException($"{strange} is no dictionary."),
    };

    public void Dispose() => File.Dispose();
}
