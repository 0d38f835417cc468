namespace Atkaruu.Kernel;

/// <summary>A text prepared for being searched many times.</summary>
public sealed class SearchableText(string text)
{
    /// <summary>Words, and beside them words joined by a hyphen as one: Кара-Мык is also карамык.</summary>
    internal IReadOnlyList<FoldedWord> Words { get; } = Folding.Words(text);

    /// <summary>The joined word that begins at a place in <see cref="Words"/>; null where it stands alone.</summary>
    internal FoldedWord? JoinedAt(int index)
    {
        if (!Words[index].Joined || index + 1 >= Words.Count) return null;
        var (first, second) = (Words[index], Words[index + 1]);
        return new(first.Text + second.Text, first.Start, second.End - first.Start, second.Joined);
    }
}

/// <summary>
/// What somebody typed into a search field. Words joined by a hyphen must stand side by side; others may stand anywhere,
/// but all of them must be found. Letters are folded, endings and slips of the pen forgiven; numbers must be exact.
/// </summary>
public sealed class SearchQuery
{
    public const int MaxLength = 200, MaxTerms = 12;

    private readonly List<Term> _terms;

    // Two neighbours as one word: «кара мык» finds Карамык.
    private readonly List<Term> _pairs;

    public SearchQuery(string text)
    {
        _terms = Terms([.. Folding.Words(text.Length > MaxLength ? text[..MaxLength] : text).Take(MaxTerms)]);
        _pairs = [.. _terms.Zip(_terms.Skip(1), (one, next) => new Term([one.Whole + next.Whole], glued: true))];
    }

    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Whether all terms are found, each in any of the texts: title, result, number of one measure.</summary>
    public bool Finds(IReadOnlyList<SearchableText> texts) => Enumerable.Range(0, _terms.Count).All(i => texts.Any(text => Answers(i).Any(term => term.In(text).Any())));

    /// <summary>The parts of a text to highlight, whether or not all of the query is found in it; in order, not overlapping.</summary>
    public IReadOnlyList<(int Start, int Length)> Marks(SearchableText text) => Merged([.. _terms.Concat(_pairs).SelectMany(term => term.In(text))]);

    /// <summary>See <see cref="Folding.Matches"/>.</summary>
    public IReadOnlyList<(int Start, int Length)>? Matches(string text)
    {
        var searchable = new SearchableText(text);
        return Finds([searchable]) ? Marks(searchable) : null;
    }

    private IEnumerable<Term> Answers(int term)
    {
        yield return _terms[term];
        if (term > 0) yield return _pairs[term - 1];
        if (term < _pairs.Count) yield return _pairs[term];
    }

    private static List<Term> Terms(IReadOnlyList<FoldedWord> words)
    {
        List<Term> terms = [];
        for (var i = 0; i < words.Count; i++)
        {
            List<string> side = [words[i].Text];
            while (words[i].Joined && i + 1 < words.Count) side.Add(words[++i].Text);
            terms.Add(new(side));
        }
        return terms;
    }

    private static List<(int Start, int Length)> Merged(List<(int Start, int Length)> marks)
    {
        List<(int Start, int Length)> merged = [];
        foreach (var (start, length) in marks.Order())
        {
            if (merged.Count > 0 && merged[^1] is var last && start <= last.Start + last.Length)
                merged[^1] = (last.Start, Math.Max(last.Length, start + length - last.Start));
            else
                merged.Add((start, length));
        }
        return merged;
    }

    /// <summary>One word of the query, or several side by side.</summary>
    private sealed class Term(IReadOnlyList<string> words, bool glued = false)
    {
        private readonly IReadOnlyList<QueryWord> _words = [.. words.Select(w => new QueryWord(w, glued))];
        private readonly QueryWord? _whole = words.Count > 1 ? new(string.Concat(words), glued: true) : null;

        public string Whole { get; } = string.Concat(words);

        public IEnumerable<(int Start, int Length)> In(SearchableText text)
        {
            for (var i = 0; i < text.Words.Count; i++)
            {
                if (SideBySide(text, i)) yield return (text.Words[i].Start, text.Words[i + _words.Count - 1].End - text.Words[i].Start);
                else if (_whole is not null && _whole.Is(text.Words[i])) yield return (text.Words[i].Start, text.Words[i].Length);
                else if (_words.Count == 1 && text.JoinedAt(i) is { } joined && _words[0].IsLongerThan(text.Words[i]) && _words[0].Is(joined)) yield return (joined.Start, joined.Length);
            }
        }

        private bool SideBySide(SearchableText text, int at) =>
            at + _words.Count <= text.Words.Count && _words.Select((word, i) => word.Is(text.Words[at + i])).All(found => found);
    }

    // Words glued together are a name, and keep their endings: кара-суу is not кара with an ending.
    private sealed class QueryWord(string word, bool glued)
    {
        private readonly string _word = Misprints.Corrected(word);
        private readonly string[] _stems = glued ? [] : [.. Stems.Of(word)];
        private readonly int _slips = Misprints.Allowed(word.Length);

        public bool IsLongerThan(FoldedWord other) => _word.Length > other.Text.Length;

        public bool Is(FoldedWord other)
        {
            if (char.IsDigit(_word[0]) || other.IsNumber) return _word == other.Text;

            var text = Misprints.Corrected(other.Text);
            return text.StartsWith(_word, StringComparison.Ordinal) || Softened(text) || _stems.Any(stem => Stems.IsFormOf(stem, text)) || Slipped(text);
        }

        // мектеп finds мектебинде, also before the word has been typed to its end.
        private bool Softened(string text) =>
            _word.Length >= 3 && text.Length > _word.Length && text.AsSpan().StartsWith(_word.AsSpan(0, _word.Length - 1), StringComparison.Ordinal)
            && Stems.Hardened(text[_word.Length - 1]) == _word[^1] && Stems.IsVowel(text[_word.Length]);

        private bool Slipped(string text) =>
            _slips > 0 && text[0] == _word[0] && Misprints.EndOf(_word, text, _slips) is > 0 and var end && (end == text.Length || Stems.IsFormOf(text[..end], text));
    }
}
