using Atkaruu.Web;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>Words with their looks as runs of a Word paragraph.</summary>
/// <param name="part">Where the words stand: addresses of links are kept beside it.</param>
/// <param name="main">Language of the whole document; runs in another say so.</param>
internal sealed class WordProse(OpenXmlPartContainer part, WordStyles styles, string main)
{
    private readonly Dictionary<string, string> _links = [];

    /// <param name="language">Language of the part of the paper.</param>
    /// <param name="size">Points, where it is not that of the style.</param>
    /// <param name="room">Millimetres of a line, where it is narrow: words that would not fit get places to break.</param>
    public IEnumerable<OpenXmlElement> Runs(Prose prose, string language, double? size = null, double? room = null)
    {
        foreach (var run in prose.Runs)
        {
            var spoken = run.Language ?? language;
            if (StateSigns.Of(run.State) is { Length: > 0 } sign) yield return Sign(sign, run, size);
            var text = Broken(CleanText.Of(run.Text), room, size ?? styles.TableSize);
            if (text.Length == 0) continue;
            var link = LinkOf(run.Link);
            var set = new W.Run(Properties(run.Look, spoken, size, link is not null));
            Letters(set, text);
            yield return link is null ? set : new W.Hyperlink(set) { Id = link, History = true };
        }
    }

    public static W.Run Plain(string text, W.RunProperties? properties = null)
    {
        var run = new W.Run();
        if (properties is not null) run.RunProperties = properties;
        Letters(run, CleanText.Of(text));
        return run;
    }

    /// <summary>ky-KG, ru-RU, en-GB: what the spelling checker of an office knows.</summary>
    public static string Tag(string language) => language switch { "ru" => "ru-RU", "en" => "en-GB", _ => "ky-KG" };

    private static W.Run Sign(string sign, Run run, double? size)
    {
        var properties = new W.RunProperties
        {
            RunFonts = new() { Ascii = StateSigns.Font, HighAnsi = StateSigns.Font, EastAsia = StateSigns.Font, ComplexScript = StateSigns.Font },
            Color = new() { Val = StateSigns.Colour(run.State!) },
        };
        if (size is { } points) properties.FontSize = new() { Val = WordStyles.HalfPoints(points) };
        return new(properties, new W.Text(run.Text.Length == 0 ? sign : sign + "\u00a0"));
    }

    private W.RunProperties Properties(RunLook look, string language, double? size, bool isLink)
    {
        var properties = new W.RunProperties();
        if (isLink) properties.RunStyle = new() { Val = styles[WordStyles.Link] };
        if (look.HasFlag(RunLook.Bold)) properties.Bold = new();
        if (look.HasFlag(RunLook.Italic)) properties.Italic = new();
        if (look.HasFlag(RunLook.Struck)) properties.Strike = new();
        if (look.HasFlag(RunLook.Quiet)) properties.Color = new() { Val = Inks.Ink3[1..] };
        if (look.HasFlag(RunLook.Inserted)) properties.Underline = new() { Val = W.UnderlineValues.Single };
        if (size is { } points) properties.FontSize = new() { Val = WordStyles.HalfPoints(points) };
        if (language != main) properties.Languages = new() { Val = Tag(language) };
        return properties;
    }

    /// <summary>Line breaks and places where a word may break are elements of their own in Word.</summary>
    private static void Letters(W.Run run, string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\u00ad');
            var piece = end < 0 ? text[start..] : text.Substring(start, end);
            if (piece.Length > 0) run.AppendChild(new W.Text(piece) { Space = SpaceProcessingModeValues.Preserve });
            if (end < 0) return;
            run.AppendChild<OpenXmlElement>(text[start + end] == '\n' ? new W.Break() : new W.SoftHyphen());
            start += end + 1;
        }
    }

    /// <summary>Word knows no Kyrgyz hyphenation: in a narrow column a long word would be cut anywhere.</summary>
    private static string Broken(string text, double? room, double points) =>
        room is { } width && LongestWord(text) * points * LetterWidth > width ? Kyrgyz.SoftHyphens(text) : text;

    /// <summary>Millimetres of an average letter a point high, bold and wide ones in mind.</summary>
    private const double LetterWidth = .225;

    private static int LongestWord(string text)
    {
        var (longest, length) = (0, 0);
        foreach (var sign in text) longest = Math.Max(longest, length = char.IsWhiteSpace(sign) || sign == '-' ? 0 : length + 1);
        return longest;
    }

    /// <summary>Only addresses of the web and of letters lead anywhere; any other is not a link but words.</summary>
    private string? LinkOf(string? address)
    {
        if (address is null || address.Length > 2_000 || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "mailto")) return null;
        if (_links.TryGetValue(address, out var known)) return known;
        return _links[address] = part.AddHyperlinkRelationship(uri, true).Id;
    }
}
