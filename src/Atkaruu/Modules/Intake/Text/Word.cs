namespace Atkaruu.Modules.Intake.Text;

/// <summary>One word, and what its form tells.</summary>
internal sealed class Word
{
    private static readonly char[] Marks = ['(', ')', '“', '”', '"', '«', '»', ',', '.', ';', ':', '„', '‟'];

    public Word(string text)
    {
        Text = text;
        Bare = text.Trim(Marks) is { Length: > 0 } bare ? bare : text;
        Folded = WordEndings.Folded(Bare);
        Ending = WordEndings.OfWord(Folded);
        IsBody = BodyNames.IsBody(Bare, Folded);
    }

    public string Text { get; }

    /// <summary>Without brackets, quotation marks and stops; the text itself where nothing else is left.</summary>
    public string Bare { get; }

    /// <summary>Small folded letters.</summary>
    public string Folded { get; }

    public Ending Ending { get; }

    /// <summary>Names an office in the basic case.</summary>
    public bool IsBody { get; }

    /// <summary>A comma or stop follows.</summary>
    public bool EndsClause => Text[^1] is ',' or ';' or '.';
}

/// <summary>The words of a document, each looked at once.</summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, Word> _words = [];

    public Word[] Of(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(AtCommas).Select(Find)];

    private Word Find(string text)
    {
        if (!_words.TryGetValue(text, out var word)) _words[text] = word = new(text);
        return word;
    }

    /// <summary>«ишканасы,Чон-Алай» is two words, «32,0» is one.</summary>
    private static IEnumerable<string> AtCommas(string word)
    {
        var start = 0;
        for (var i = 0; i < word.Length - 1; i++)
            if (word[i] is ',' or ';' && char.IsLetter(word[i + 1]))
            {
                yield return word[start..(i + 1)];
                start = i + 1;
            }
        yield return start == 0 ? word : word[start..];
    }
}
