using System.Collections;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Which letters of which cuts were drawn: only they go into the file.</summary>
internal sealed class UsedLetters
{
    private readonly BitArray?[] _used = new BitArray?[Face.All.Length];

    public void Add(Face face, string text)
    {
        var used = _used[face.Number] ??= new(Face.Reach);
        foreach (var letter in text) used[letter] = true;
    }

    public void Add(UsedLetters others)
    {
        for (var i = 0; i < _used.Length; i++)
            if (others._used[i] is { } theirs) (_used[i] ??= new(Face.Reach)).Or(theirs);
    }

    /// <summary>The letters of a cut, each once; empty when it was not used.</summary>
    public string Of(Face face)
    {
        if (_used[face.Number] is not { } used) return "";
        List<char> letters = [];
        for (var i = 0; i < used.Length; i++)
            if (used[i]) letters.Add((char)i);
        return string.Concat(letters);
    }
}
