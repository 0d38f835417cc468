namespace Atkaruu.Modules.Intake.Text;

/// <summary>The headings of the table, and which lines they take up.</summary>
/// <param name="First">Index of the first line of the head.</param>
/// <param name="End">Index of the first line after it.</param>
internal sealed record TableHead(int First, int End, IReadOnlyList<SourceColumn> Columns, IReadOnlyList<string> Words)
{
    /// <summary>A head is short: no more words, no more lines.</summary>
    private const int MaxWords = 40, MaxLines = 40, MaxWordsOfHeading = 8, MinRoles = 4;

    /// <summary>Beginnings of the words that name a column, folded. The first that fits wins.</summary>
    private static readonly (ColumnRole Role, string[] Stems)[] Stems =
    [
        (ColumnRole.Number, ["№", "п/п", "п.п", "к/н"]),
        (ColumnRole.Task, ["милдет", "задач", "цел"]),
        (ColumnRole.Title, ["иш-чара", "чара", "аракет", "мероприят", "меры", "мера"]),
        (ColumnRole.Schedule, ["моонот", "мезгил", "срок"]),
        (ColumnRole.Result, ["жыйынты", "натыйжа", "результат"]),
        (ColumnRole.Responsible, ["жооптуу", "аткаруучу", "ответствен", "исполнител"]),
        (ColumnRole.Funding, ["каржыл", "финансир", "источник"]),
        (ColumnRole.Amount, ["сумма", "каражат", "стоимост", "объем"]),
    ];

    /// <summary>The first place where enough headings stand close together, each once; null where there is none.</summary>
    public static TableHead? Find(IReadOnlyList<PrintedLine> lines)
    {
        TableHead? best = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (best is not null && i > best.First + MaxLines) break;
            if (!lines[i].Text.Split(' ').Any(word => RoleOf(word) is not null)) continue;
            if (At(lines, i) is { } head && head.Columns.Count > (best?.Columns.Count ?? 0)) best = head;
        }
        return best;
    }

    /// <summary>Whether the same head is printed again at this line, as on every page; the number of lines it takes.</summary>
    public int RepeatedAt(IReadOnlyList<PrintedLine> lines, int index)
    {
        var (word, i) = (0, index);
        for (; i < lines.Count && word < Words.Count; i++)
            foreach (var printed in lines[i].Text.Split(' '))
                if (word >= Words.Count || Words[word++] != printed) return 0;
        return word == Words.Count ? i - index : 0;
    }

    /// <summary>A row of bare column numbers under the head, «1 2 3 4 5 6»; the number of lines it takes.</summary>
    public int NumbersAt(IReadOnlyList<PrintedLine> lines, int index)
    {
        var (expected, i) = (1, index);
        for (; i < lines.Count && expected <= Columns.Count; i++)
            foreach (var printed in lines[i].Text.Split(' '))
                if (printed != $"{expected++}") return 0;
        return expected == Columns.Count + 1 ? i - index : 0;
    }

    private static TableHead? At(IReadOnlyList<PrintedLine> lines, int first)
    {
        var words = WordsFrom(lines, first);
        var hits = Hits(words);
        if (hits.Select(hit => hit.Role).Distinct().Count() < MinRoles || hits.TrueForAll(hit => hit.Role != ColumnRole.Title)) return null;

        var end = EndOfHead(words, hits[^1].Word);
        var starts = Starts(words, hits);
        var columns = starts.Select((start, i) =>
            new SourceColumn(hits[HitOf(hits, i)].Role, string.Join(' ', words[start..(i + 1 < starts.Count ? starts[i + 1] : end)].Select(w => w.Text))));
        return new(first, words[end - 1].Line + 1, [.. columns], [.. words[..end].Select(w => w.Text)]);
    }

    private static List<(string Text, int Line)> WordsFrom(IReadOnlyList<PrintedLine> lines, int first)
    {
        var words = new List<(string, int)>();
        for (var i = first; i < lines.Count && i < first + MaxLines && words.Count < MaxWords; i++)
            foreach (var word in lines[i].Text.Split(' ')) words.Add((word, i));
        return words;
    }

    /// <summary>The naming words in their order, until a role comes again that had its turn.</summary>
    private static List<(int Word, ColumnRole Role)> Hits(List<(string Text, int Line)> words)
    {
        var hits = new List<(int Word, ColumnRole Role)>();
        for (var i = 0; i < words.Count; i++)
        {
            // Figures and long sentences are the table's own words already.
            if (hits.Count > 0 && (i - hits[^1].Word > MaxWordsOfHeading || char.IsAsciiDigit(words[i].Text[0]))) break;
            if (RoleOf(words[i].Text) is not { } role) continue;
            if (hits.Count > 0 && hits[^1].Role == role) continue;
            if (hits.Exists(hit => hit.Role == role)) break;
            hits.Add((i, role));
        }
        return hits;
    }

    /// <summary>A heading begins at the last capital before its naming word, else at the naming word itself.</summary>
    private static List<int> Starts(List<(string Text, int Line)> words, List<(int Word, ColumnRole Role)> hits)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < hits.Count; i++)
        {
            var start = hits[i].Word;
            for (var j = hits[i].Word; j > hits[i - 1].Word; j--)
                if (char.IsUpper(words[j].Text[0]))
                {
                    start = j;
                    break;
                }
            starts.Add(start);
        }
        return starts;
    }

    private static int HitOf(List<(int Word, ColumnRole Role)> hits, int i) => Math.Min(i, hits.Count - 1);

    /// <summary>The rest of the last heading: more naming words, and small words up to the next capital or figure.</summary>
    private static int EndOfHead(List<(string Text, int Line)> words, int lastHit)
    {
        var end = lastHit + 1;
        while (end < words.Count && words[end].Line - words[lastHit].Line <= 2
            && (RoleOf(words[end].Text) == RoleOf(words[lastHit].Text) || char.IsLower(words[end].Text[0]))) end++;
        return end;
    }

    private static ColumnRole? RoleOf(string word)
    {
        var folded = WordEndings.Folded(word.TrimStart('/', '(', '"', '«'));
        foreach (var (role, stems) in Stems)
            foreach (var stem in stems)
                if (folded.StartsWith(stem, StringComparison.Ordinal) && (stem != "№" || folded.Length == 1 || folded.StartsWith("№п", StringComparison.Ordinal))) return role;
        return null;
    }
}
