using System.Collections.Frozen;
using System.Text;

namespace Atkaruu.Web;

/// <summary>
/// What Kyrgyz asks of a writer beyond words: endings after figures, which follow the number's name as it is read aloud
/// (8и – сегизи, 2026га – алтыга), and places where a long word may break, which no browser knows.
/// </summary>
public static class Kyrgyz
{
    /// <summary>Possessive, dative, locative, genitive of each word that a number can end in.</summary>
    private static readonly FrozenDictionary<long, (string Own, string To, string At, string Of)> Endings =
        new Dictionary<long, (string, string, string, string)>
        {
            [0] = ("ү", "гө", "дө", "дүн"), // нөл
            [1] = ("и", "ге", "де", "дин"), // бир
            [2] = ("си", "ге", "де", "нин"), // эки
            [3] = ("ү", "кө", "тө", "түн"), // үч
            [4] = ("ү", "кө", "тө", "түн"), // төрт
            [5] = ("и", "ке", "те", "тин"), // беш
            [6] = ("сы", "га", "да", "нын"), // алты
            [7] = ("си", "ге", "де", "нин"), // жети
            [8] = ("и", "ге", "де", "дин"), // сегиз
            [9] = ("у", "га", "да", "дун"), // тогуз
            [10] = ("у", "го", "до", "дун"), // он
            [20] = ("сы", "га", "да", "нын"), // жыйырма
            [30] = ("у", "га", "да", "дун"), // отуз
            [40] = ("ы", "ка", "та", "тын"), // кырк
            [50] = ("сү", "гө", "дө", "нүн"), // элүү
            [60] = ("ы", "ка", "та", "тын"), // алтымыш
            [70] = ("и", "ке", "те", "тин"), // жетимиш
            [80] = ("и", "ге", "де", "дин"), // сексен
            [90] = ("у", "го", "до", "дун"), // токсон
            [100] = ("ү", "гө", "дө", "дүн"), // жүз
            [1_000] = ("и", "ге", "де", "дин"), // миң
            [1_000_000] = ("у", "го", "до", "дун"), // миллион
            [1_000_000_000] = ("ы", "га", "да", "дын"), // миллиард
        }.ToFrozenDictionary();

    /// <summary>The ending of a number. <paramref name="sample"/> names the case by its common form: и, га, да, дан, нын or ны.</summary>
    public static string Ending(long number, string sample)
    {
        var (own, to, at, of) = Endings[LastWord(Math.Abs(number))];
        return sample switch
        {
            "и" => own,
            "га" => to,
            "да" => at,
            "дан" => at + "н",
            "нын" => of,
            "ны" => of[..^1],
            _ => throw new FormatException($"No Kyrgyz case is called '{sample}'."),
        };
    }

    private static long LastWord(long number)
    {
        if (number < 10) return number;
        foreach (var unit in (ReadOnlySpan<long>)[10, 100, 1_000, 1_000_000, 1_000_000_000])
            if (number % unit != 0)
            {
                var below = unit switch { 10 => 1, 100 => 10, 1_000 => 100, 1_000_000 => 1_000, _ => 1_000_000 };
                return below <= 10 ? number % unit / below * below : below;
            }
        return 1_000_000_000;
    }

    /// <summary>Words shorter than this are left whole.</summary>
    private const int LongWord = 11;

    /// <summary>Puts soft hyphens into long words: before the last consonant in front of a vowel, three letters from either end.</summary>
    public static string SoftHyphens(string text)
    {
        if (text.Length < LongWord) return text;
        var softened = new StringBuilder(text.Length + 16);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (end == start) softened.Append(text[start++]);
            else
            {
                Soften(text.AsSpan(start, end - start), softened);
                start = end;
            }
        }
        return softened.ToString();
    }

    private static void Soften(ReadOnlySpan<char> word, StringBuilder into)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word.Length >= LongWord && i >= 3 && word.Length - i >= 3 && !IsVowel(word[i]) && word[i] is not ('ь' or 'ъ') && IsVowel(word[i + 1]))
                into.Append('\u00ad');
            into.Append(word[i]);
        }
    }

    private static bool IsVowel(char letter) => "аеёиоөуүыэюя".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);
}
