using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Office;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// The fonts of a page, looked at before they are loaded. A font may say in twenty bytes that four thousand million letters have
/// a width and a meaning, and PdfPig would write them all down.
/// </summary>
internal sealed partial class GuardedResources(IResourceStore inner, IPdfTokenScanner scanner, ILookupFilterProvider filters, PdfBudget budget) : IResourceStore
{
    private const int MaxFonts = 2_000;

    private readonly HashSet<IndirectReference> _seen = [];

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (resourceDictionary.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts))
        {
            if (fonts.Data.Count > MaxFonts) throw ZipDirectory.Bomb();
            foreach (var font in fonts.Data.Values) Check(font);
        }
        inner.LoadResourceDictionary(resourceDictionary);
    }

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        Check(fontReferenceToken);
        return inner.GetFontDirectly(fontReferenceToken);
    }

    private void Check(IToken token)
    {
        if (token is IndirectReferenceToken reference && !_seen.Add(reference.Data)) return;
        if (!DirectObjectFinder.TryGet(token, scanner, out DictionaryToken? font)) return;

        if (font.TryGet(NameToken.ToUnicode, scanner, out StreamToken? unicode)) CheckMap(unicode);
        if (font.TryGet(NameToken.Encoding, scanner, out StreamToken? encoding)) CheckMap(encoding);
        CheckWidths(font, NameToken.W, values: 1);
        CheckWidths(font, NameToken.W2, values: 3);
        if (font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants))
            foreach (var descendant in descendants.Data.Take(4)) Check(descendant);
    }

    /// <summary>A map of letters: every range in it must be written plainly, and be as long as an alphabet, not as a number.</summary>
    private void CheckMap(StreamToken stream)
    {
        var map = Encoding.Latin1.GetString(stream.Decode(filters, scanner).Span);
        for (var at = 0; (at = map.IndexOf("beginbfrange", at, StringComparison.Ordinal)) >= 0;)
        {
            at += "beginbfrange".Length;
            var ranges = Ranges().Match(map, at);
            if (!ranges.Success || ranges.Index != at) throw ZipDirectory.Damaged();
            foreach (Match range in Range().Matches(ranges.Value)) budget.Letters(Code(range.Groups[2]) - Code(range.Groups[1]) + 1);
        }
    }

    private static long Code(Group hex)
    {
        var digits = string.Concat(hex.Value.Where(char.IsAsciiHexDigit));
        return digits.Length is 0 or > 8 ? throw ZipDirectory.Damaged() : long.Parse(digits.PadRight(digits.Length + (digits.Length & 1), '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>Widths are written «first [w w w]» or «first last w»; upright ones have three values.</summary>
    private void CheckWidths(DictionaryToken font, NameToken name, int values)
    {
        if (!font.TryGet(name, scanner, out ArrayToken? widths)) return;
        for (var i = 0; i + 1 < widths.Data.Count;)
        {
            if (Number(widths.Data[i + 1]) is not { } last) i += 2;
            else
            {
                budget.Letters((long)Math.Clamp(last - (Number(widths.Data[i]) ?? 0) + 1, 0, int.MaxValue));
                i += 2 + values;
            }
        }
    }

    private double? Number(IToken token) => DirectObjectFinder.TryGet(token, scanner, out NumericToken? number) ? number.Double : null;

    [GeneratedRegex(@"[\s\0]*(?:<[0-9A-Fa-f\s]*>[\s\0]*<[0-9A-Fa-f\s]*>[\s\0]*(?:<[0-9A-Fa-f\s]*>|\[[^\]%(]*\])[\s\0]*)*endbfrange", RegexOptions.NonBacktracking)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"<([0-9A-Fa-f\s]*)>[\s\0]*<([0-9A-Fa-f\s]*)>[\s\0]*(?:<[0-9A-Fa-f\s]*>|\[[^\]%(]*\])")]
    private static partial Regex Range();

    public void UnloadResourceDictionary() => inner.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => inner.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);
}
