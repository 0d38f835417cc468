using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// Recognises the bodies named in the cell of those responsible: abbreviations, full names, endings, slips of the pen,
/// missing commas. The first named is the lead. Names that nobody known answers to are given back as printed.
/// </summary>
public sealed partial class BodyNames
{
    private readonly BodyAliases _aliases;
    private readonly string[] _district;

    public BodyNames(Vocabulary vocabulary)
    {
        _aliases = new(vocabulary.Bodies);
        var name = vocabulary.Places.FirstOrDefault(p => p.Kind == PlaceKind.District)?.Name.Ky ?? "";
        _district = [.. Folding.Words(name).Select(w => w.Text).Where(w => !w.StartsWith("район", StringComparison.Ordinal))];
    }

    public Responsible Read(string text)
    {
        if (text.Length > Limits.Cell) text = text[..Limits.Cell];

        var words = Folding.Words(text);
        var pieces = Pieces(text, words);
        List<string> codes = [.. pieces.Where(p => p.Body is not null).Select(p => p.Body!.Code).Distinct()];
        List<string> unknown = [.. pieces.Where(p => p.Body is null).Select(p => text[words[p.First].Start..words[p.Last].End]).Distinct()];
        return new(text, codes.FirstOrDefault(), codes, unknown);
    }

    // A piece is a known body, or words that belong to none. Words of joining and agreeing belong to neither.
    private List<Piece> Pieces(string text, IReadOnlyList<FoldedWord> words)
    {
        List<Piece> pieces = [];
        for (var i = 0; i < words.Count;)
        {
            var begins = i == 0 || Break().IsMatch(text[words[i - 1].End..words[i].Start]);
            if (!begins && pieces.LastOrDefault() is { Body: null } open && open.Last == i - 1 && !IsFiller(words[i]) && !StartsAnew(text, words, i))
            {
                pieces[^1] = open with { Last = i++ };
                continue;
            }
            i = Next(text, words, i, pieces);
        }
        return pieces;
    }

    private int Next(string text, IReadOnlyList<FoldedWord> words, int at, List<Piece> pieces)
    {
        var own = OwnDistrict(words, at);
        if (own > 0 && at + own < words.Count && _aliases.At(text, words, at) is null && _aliases.At(text, words, at + own) is not null) return at + own;
        if (_aliases.At(text, words, at) is { } match)
        {
            pieces.Add(new(match.Body, at, at + match.Count - 1));
            return at + match.Count;
        }
        if (!IsFiller(words[at])) pieces.Add(new(null, at, at));
        return at + 1;
    }

    // «Ленин айыл өкмөтү» is not all village governments, and «облустук билим берүү бөлүмү» not ours: a common noun behind
    // an unknown word belongs to it. Where a comma was left out, only an abbreviation, a number sign or the name of our district begins anew.
    private bool StartsAnew(string text, IReadOnlyList<FoldedWord> words, int at) =>
        _aliases.At(text, words, at) is { } match && !words[at - 1].IsNumber
        && (match.IsAbbreviation || text[words[at - 1].End..words[at].Start].Contains('№') || OwnDistrict(words, at) > 0);

    // «Чоң-Алай», «Чоң-Алай району», «Чон-Алайский» in front of the name of a body of our own district.
    private int OwnDistrict(IReadOnlyList<FoldedWord> words, int at)
    {
        if (_district.Length == 0 || at + _district.Length > words.Count) return 0;
        for (var i = 0; i < _district.Length; i++)
            if (!words[at + i].Text.StartsWith(_district[i], StringComparison.Ordinal)) return 0;
        var end = at + _district.Length;
        return end < words.Count && words[end].Text.StartsWith("район", StringComparison.Ordinal) ? _district.Length + 1 : _district.Length;
    }

    private static bool IsFiller(FoldedWord word) => Filler().IsMatch(word.Text);

    private sealed record Piece(Body? Body, int First, int Last);

    [GeneratedRegex(@"[,;:()\n\r]|\.\s|\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    // Joining, agreeing («макулдашуу боюнча»), and those who act for a body that has been named.
    [GeneratedRegex(
        "^(?:жана|менен|бирге|биргелик[а-я]*|биргелеш[а-я]*|макулдаш[а-я]*|боюнча|ошондой|эле|тиешелуу|райондук|райондогу|райондун|башчы[а-я]*|окул[а-я]*|кызматкер[а-я]*|аппарат[а-я]*|жооптуу"
        + "|и|с|со|по|совместно|согласовани[а-я]*|районн[а-я]*|представител[а-я]*|глава|главы)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
