namespace Atkaruu.Modules.Intake.Checks;

/// <summary>
/// Old keyboards had no ң, ө, ү, and the hard sign is easily missed: жаны for жаңы, үчун for үчүн, обьект for объект.
/// A word that we do not know is given its letters back, when that makes a word that we know.
/// </summary>
internal static class LostLetters
{
    /// <summary>Beyond so many doubtful letters a word is left alone.</summary>
    private const int MostLetters = 8;

    /// <summary>The word with its letters; null when it is a known word as it stands, or no letter helps.</summary>
    public static string? Restored(string word)
    {
        if (word.Length < 4 || !MayLose(word) || KnownWords.Administrative.Knows(word)) return null;
        int[] at = [.. Enumerable.Range(0, word.Length).Where(i => Other(word[i]) is not null)];
        if (at.Length is 0 or > MostLetters) return null;

        // Few letters first: үчун needs one.
        foreach (var choice in Enumerable.Range(1, (1 << at.Length) - 1).OrderBy(c => int.PopCount(c)))
        {
            var letters = word.ToCharArray();
            for (var i = 0; i < at.Length; i++)
                if ((choice >> i & 1) == 1) letters[at[i]] = Other(word[at[i]])!.Value;
            var restored = new string(letters);
            if (KnownWords.Administrative.Knows(restored)) return restored;
        }
        return null;
    }

    /// <summary>Whether a word has letters that old keyboards lack or confuse.</summary>
    public static bool MayLose(string word) => word.Any(c => Other(c) is not null);

    private static char? Other(char letter) => letter switch
    {
        'н' => 'ң',
        'о' => 'ө',
        'у' => 'ү',
        'ь' => 'ъ',
        'ң' => 'н',
        'ө' => 'о',
        'ү' => 'у',
        'ъ' => 'ь',
        _ => null,
    };
}
