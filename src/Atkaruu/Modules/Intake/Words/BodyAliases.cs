using System.Collections.Frozen;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;

namespace Atkaruu.Modules.Intake;

/// <summary>All spellings of the names of bodies, word by word, found by their first letter.</summary>
internal sealed class BodyAliases
{
    private readonly FrozenDictionary<char, Alias[]> _byFirstLetter;

    public BodyAliases(IReadOnlyList<Body> bodies) =>
        _byFirstLetter = bodies.SelectMany(body => Spellings(body).Select(spelling => new Alias(body, Words(spelling))))
            .Where(alias => alias.Words.Length > 0)
            .OrderByDescending(alias => alias.Words.Length)
            .GroupBy(alias => alias.Words[0].Text[0])
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The longest name that begins at a word of a text; among equals the one with fewer slips. Null where none does.</summary>
    public BodyMatch? At(string text, IReadOnlyList<FoldedWord> words, int at)
    {
        BodyMatch? best = null;
        foreach (var alias in _byFirstLetter.GetValueOrDefault(words[at].Text[0], []))
        {
            if (best is not null && alias.Words.Length < best.Count) break;
            if (Slips(alias, text, words, at) is { } slips && (best is null || slips < best.Slips)) best = new(alias.Body, alias.Words.Length, slips, alias.Words[0].IsAbbreviation);
        }
        return best;
    }

    private static int? Slips(Alias alias, string text, IReadOnlyList<FoldedWord> words, int at)
    {
        if (at + alias.Words.Length > words.Count) return null;

        var slips = 0;
        for (var i = 0; i < alias.Words.Length; i++)
        {
            if (Slips(alias.Words[i], text, words[at + i]) is not { } more) return null;
            slips += more;
        }
        return slips;
    }

    // 0 for the word itself or a form of it, more for slips of the pen, null for another word.
    private static int? Slips(AliasWord known, string text, FoldedWord printed)
    {
        if (known.Text == printed.Text && (!known.IsAbbreviation || known.Text.Length > 2 || char.IsUpper(text[printed.Start]))) return 0;
        if (printed.IsNumber) return null;
        if (known.IsAbbreviation) return char.IsUpper(text[printed.Start]) && Stems.IsCaseOf(known.Text, printed.Text) ? 0 : null;
        if (known.Stems.Any(stem => Stems.IsFormOf(stem, printed.Text))) return 0;

        var most = Misprints.Allowed(known.Text.Length);
        var word = Misprints.Corrected(printed.Text);
        return most > 0 && word[0] == known.Text[0] && Misprints.EndOf(known.Text, word, most) is > 0 and var end && (end == word.Length || Stems.IsFormOf(word[..end], word)) ? 1 : null;
    }

    private static IEnumerable<string> Spellings(Body body) =>
        body.Aliases.Concat([body.Name.Ky, body.Name.Ru, body.Name.En, body.ShortName.Ky, body.ShortName.Ru]).OfType<string>().Distinct();

    private static AliasWord[] Words(string spelling) => [.. Folding.Words(spelling).Select(w => new AliasWord(w.Text, IsAbbreviation(spelling.AsSpan(w.Start, w.Length))))];

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter)) return false;
        return word.Length > 1;
    }

    private sealed record Alias(Body Body, AliasWord[] Words);

    private sealed record AliasWord(string Text, bool IsAbbreviation)
    {
        /// <summary>The word, and the word without the ending of belonging: башкармалыгы, башкармалык.</summary>
        public string[] Stems { get; } = IsAbbreviation || Text.Length < 5 || Text[^1] is not ('ы' or 'и' or 'у')
            ? [Text]
            : Kernel.Stems.Hardened(Text[^2]) is { } hard ? [Text, Text[..^1], Text[..^2] + hard] : [Text, Text[..^1]];
    }
}

/// <param name="Count">How many words of the text the name takes.</param>
/// <param name="Slips">How many of them have a slip of the pen.</param>
internal sealed record BodyMatch(Body Body, int Count, int Slips, bool IsAbbreviation);
