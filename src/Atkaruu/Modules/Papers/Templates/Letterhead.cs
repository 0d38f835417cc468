using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>
/// An administration's own Word document in which papers come out: its header and footer, its styles, and «{{title}}», «{{number}}»… where it wants
/// them, or content controls with these names as tags. The words of the paper come where «{{body}}» stands.
/// </summary>
public sealed class Letterhead
{
    private readonly byte[] _bytes;

    private Letterhead(byte[] bytes, IReadOnlyList<string> fields) => (_bytes, Fields) = (bytes, fields);

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <exception cref="RuleException">A field that nobody knows, or no place for the words: with where it stands and what to do.</exception>
    public static Letterhead Of(TemplateFile file)
    {
        if (!file.IsWord) throw TemplateFile.Refused(file.Name, new("paper.template.not-word"));
        using var stream = Copy(file.Bytes);
        try
        {
            using var word = WordprocessingDocument.Open(stream, true);
            // A template (dotx) becomes a document; that makes its main part anew.
            word.ChangeDocumentType(WordprocessingDocumentType.Document);
            var part = word.MainDocumentPart ?? throw TemplateFile.Refused(file.Name, new("paper.template.not-word"));
            TakeOff(part);
            foreach (var (root, _) in Roots(part)) WordFields.Unwrap(root);
            var fields = Checked(file.Name, part);
            word.Save();
            word.Dispose();
            return new(stream.ToArray(), fields);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw TemplateFile.Refused(file.Name, new("intake.damaged"));
        }
    }

    /// <summary>A document to be filled; a new one each time.</summary>
    internal MemoryStream Open() => Copy(_bytes);

    /// <summary>Whether the administration has placed the code by which a paper is verified; if not, it comes to the foot of every page.</summary>
    internal bool SaysCode => Fields.Contains("code");

    /// <summary>Fills every field but the body, and gives the paragraph where that comes.</summary>
    internal static W.Paragraph Fill(MainDocumentPart part, PaperDocument paper)
    {
        var values = TemplateFields.ValuesOf(paper);
        var place = Bodies(part).First();
        foreach (var (root, _) in Roots(part))
            foreach (var paragraph in root.Descendants<W.Paragraph>().Where(p => p != place)) WordFields.Fill(paragraph, name => CleanText.Of(values.GetValueOrDefault(name, "")));
        return place;
    }

    private static List<string> Checked(string name, MainDocumentPart part)
    {
        HashSet<string> asked = [];
        foreach (var (root, where) in Roots(part))
            foreach (var (paragraph, number) in root.Descendants<W.Paragraph>().Select((p, i) => (p, i + 1)))
                foreach (var field in TemplateFields.In(WordFields.Text(paragraph)))
                {
                    if (field != TemplateFields.Body && !TemplateFields.OfPaper.Contains(field)) throw Unknown(name, new("paper.template.at." + where, number), field);
                    if (field == TemplateFields.Body && !IsPlace(paragraph)) throw TemplateFile.Refused(name, new("paper.template.body-place", new Message("paper.template.at." + where, number)));
                    asked.Add(field);
                }
        if (Bodies(part).Count() is var count && count != 1) throw TemplateFile.Refused(name, new(count == 0 ? "paper.template.no-body" : "paper.template.two-bodies", TemplateFields.Written(TemplateFields.Body)));
        return [.. asked];
    }

    internal static RuleException Unknown(string name, Message where, string field) => TemplateFile.Refused(name,
        new("paper.template.unknown-field", where, TemplateFields.Written(field), string.Join(", ", TemplateFields.OfPaper.Append(TemplateFields.Body).Select(TemplateFields.Written))));

    /// <summary>Alone in its paragraph, in no table: there the words of a paper have the whole width.</summary>
    private static bool IsPlace(W.Paragraph paragraph) => paragraph.Parent is W.Body && WordFields.Text(paragraph).Trim() is { } text && TemplateFields.Fill(text, _ => "").Length == 0 && TemplateFields.In(text).Count() == 1;

    private static IEnumerable<W.Paragraph> Bodies(MainDocumentPart part) =>
        part.Document!.Body!.Elements<W.Paragraph>().Where(p => TemplateFields.In(WordFields.Text(p)).Contains(TemplateFields.Body));

    private static IEnumerable<(OpenXmlElement Root, string Where)> Roots(MainDocumentPart part)
    {
        yield return (part.Document!.Body!, "body");
        foreach (var header in part.HeaderParts) yield return (header.Header!, "header");
        foreach (var footer in part.FooterParts) yield return (footer.Footer!, "footer");
    }

    /// <summary>The template it was once made from lies on somebody's own disk.</summary>
    private static void TakeOff(MainDocumentPart part)
    {
        if (part.DocumentSettingsPart is not { Settings: { } settings } own) return;
        settings.RemoveAllChildren<W.AttachedTemplate>();
        foreach (var relation in own.ExternalRelationships.ToList()) own.DeleteExternalRelationship(relation);
    }

    private static MemoryStream Copy(byte[] bytes)
    {
        var copy = new MemoryStream();
        copy.Write(bytes);
        copy.Position = 0;
        return copy;
    }
}

/// <summary>Fields among the words of a paragraph, however Word has cut them into runs.</summary>
internal static class WordFields
{
    public static string Text(W.Paragraph paragraph) => string.Concat(Texts(paragraph).Select(text => text.Text));

    /// <summary>A value takes the look of the letter its field begins with.</summary>
    public static void Fill(W.Paragraph paragraph, Func<string, string> value)
    {
        List<W.Text> texts = [.. Texts(paragraph)];
        var whole = string.Concat(texts.Select(text => text.Text));
        if (!whole.Contains("{{", StringComparison.Ordinal)) return;
        Join(texts, whole);
        foreach (var text in texts.Where(text => text.Text.Contains("{{", StringComparison.Ordinal)))
        {
            text.Text = TemplateFields.Fill(text.Text, value).Replace('\n', ' ');
            text.Space = SpaceProcessingModeValues.Preserve;
        }
    }

    /// <summary>A field that is cut over several runs is put together in the first of them.</summary>
    private static void Join(List<W.Text> texts, string whole)
    {
        for (int i = 0, start = 0; i < texts.Count; start += texts[i].Text.Length, i++)
        {
            while (IsOpen(whole.AsSpan(start, texts[i].Text.Length)) && i + 1 < texts.Count)
            {
                var next = texts[i + 1];
                texts[i].Text += next.Text;
                next.Text = "";
                texts.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>Whether a field begins and does not end, also when only its first «{» is there.</summary>
    private static bool IsOpen(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf("{{");
        return open >= 0 ? text[open..].IndexOf("}}") < 0 : text.EndsWith("{");
    }

    private static IEnumerable<W.Text> Texts(W.Paragraph paragraph) => paragraph.Descendants<W.Text>().Where(text => text.Ancestors<W.Paragraph>().First() == paragraph);

    /// <summary>A content control whose tag is a name is the same as that name between braces.</summary>
    public static void Unwrap(OpenXmlElement root)
    {
        foreach (var control in root.Descendants<W.SdtElement>().Where(c => c.SdtProperties?.GetFirstChild<W.Tag>()?.Val?.Value is { Length: > 0 }).ToList())
        {
            var tag = control.SdtProperties!.GetFirstChild<W.Tag>()!.Val!.Value!;
            var field = TemplateFields.Written(tag);
            // Google Docs puts controls of its own round comments and suggestions.
            if (tag.StartsWith("goog_", StringComparison.Ordinal) || !TemplateFields.In(field).Any()) continue;
            if (control is W.SdtRun) control.InsertBeforeSelf(With(control.Descendants<W.Run>().FirstOrDefault(), field));
            else if (control is W.SdtBlock) control.InsertBeforeSelf(Line(control, field));
            else continue;
            control.Remove();
        }
    }

    private static W.Paragraph Line(W.SdtElement control, string field)
    {
        var first = control.Descendants<W.Paragraph>().FirstOrDefault();
        var line = new W.Paragraph();
        if (first?.ParagraphProperties is { } properties) line.ParagraphProperties = (W.ParagraphProperties)properties.CloneNode(true);
        line.AppendChild(With(first?.Descendants<W.Run>().FirstOrDefault(), field));
        return line;
    }

    private static W.Run With(W.Run? look, string field)
    {
        var run = new W.Run(new W.Text(field));
        if (look?.RunProperties is { } properties)
        {
            run.RunProperties = (W.RunProperties)properties.CloneNode(true);
            // The grey of «click here to type».
            run.RunProperties.RunStyle?.Remove();
        }
        return run;
    }
}
