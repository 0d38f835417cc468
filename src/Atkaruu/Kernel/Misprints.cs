namespace Atkaruu.Kernel;

/// <summary>Slips of the pen: how many letters must be added, left out, exchanged or swapped with their neighbour. For folded words.</summary>
public static class Misprints
{
    // Slips too far from the right word to be told by counting letters; met in real plans. Folded.
    private static readonly (string Slip, string Right)[] Known = [("эсплутатц", "эксплуатац"), ("коот", "кочот"), ("окот", "окмот"), ("эсплуатац", "эксплуатац")];

    /// <summary>How many slips a word of this length may have and still be itself. Short words are too near each other.</summary>
    public static int Allowed(int length) => length switch { >= 10 => 2, >= 6 => 1, _ => 0 };

    /// <summary>The word as it should have been written, where it begins with a slip we know; otherwise the word itself.</summary>
    public static string Corrected(string word)
    {
        foreach (var (slip, right) in Known)
            if (word.StartsWith(slip, StringComparison.Ordinal)) return right + word[slip.Length..];
        return word;
    }

    /// <summary>The number of slips between two words; more than <paramref name="most"/> is not counted further.</summary>
    public static int Between(string one, string other, int most) =>
        Math.Abs(one.Length - other.Length) > most ? most + 1 : Rows(one, other)[other.Length] is var slips && slips > most ? most + 1 : slips;

    /// <summary>Where a word that begins like another, but for some slips, ends; −1 where it does not begin so.</summary>
    public static int EndOf(string beginning, string word, int most)
    {
        var longest = Math.Min(word.Length, beginning.Length + most);
        if (longest < beginning.Length - most) return -1;

        var slips = Rows(beginning, word[..longest]);
        var best = longest;
        for (var end = longest; end >= Math.Max(beginning.Length - most, 1); end--)
            if (slips[end] < slips[best]) best = end;
        return slips[best] <= most ? best : -1;
    }

    // Distances from the whole of one word to every beginning of the other (optimal string alignment).
    private static int[] Rows(string one, string other)
    {
        int[] before = [], above = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, above) = (above, row);
        }
        return above;
    }
}
