using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.People.Credentials;

internal enum GuessKind { None, Common, Row, Own }

/// <summary>How much of a password a stranger would not guess.</summary>
internal static class Guess
{
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.", Cyrillic = "ёйцукенгшщзхъфывапролджэячсмитьбю";

    /// <summary>Neighbours on the keyboards, in the alphabets, among the digits.</summary>
    private static readonly string[] Rows =
    [
        "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
        "abcdefghijklmnopqrstuvwxyz", "абвгдеежзийклмнопрстуфхцчшщьыьэюя", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "йфяцычувскамепинртгоь",
    ];

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>The fewest characters that are the person's own, a guessable piece counting as one and its repetition as none; and what kind of piece is longest.</summary>
    public static (int Own, GuessKind Longest) Of(string password, FrozenSet<string> own)
    {
        var text = Folded(password);
        var best = new (int Cost, GuessKind Kind, int Length)[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            best[end] = (best[end - 1].Cost + 1, best[end - 1].Kind, best[end - 1].Length);
            for (var start = Math.Max(0, end - 40); start <= end - 3; start++)
            {
                var kind = KindOf(text.AsSpan(start, end - start), own);
                if (kind == GuessKind.None) continue;
                var again = start >= end - start && text.AsSpan(start - (end - start), end - start).SequenceEqual(text.AsSpan(start, end - start));
                var cost = best[start].Cost + (again ? 0 : 1);
                if (cost < best[end].Cost)
                    best[end] = end - start > best[start].Length ? (cost, kind, end - start) : (cost, best[start].Kind, best[start].Length);
            }
        }
        var repeated = Period(password.ToLowerInvariant());
        return repeated < best[^1].Cost ? (repeated, GuessKind.Row) : (best[^1].Cost, best[^1].Kind);
    }

    /// <summary>The words of a text, folded.</summary>
    public static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folded);

    /// <summary>A word as people type it: as it is, in Latin letters, or with the other keyboard switched on.</summary>
    public static IEnumerable<string> Writings(string word) => [word, Romanised(word), Switched(word, Cyrillic, Latin), Switched(word, Latin, Cyrillic)];

    private static GuessKind KindOf(ReadOnlySpan<char> piece, FrozenSet<string> own)
    {
        if (own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(piece)) return GuessKind.Own;
        if (Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(piece)) return GuessKind.Common;
        if (IsRow(piece) || IsYearOrDate(piece)) return GuessKind.Row;
        return GuessKind.None;
    }

    private static bool IsRow(ReadOnlySpan<char> piece)
    {
        if (piece.IndexOfAnyExcept(piece[0]) < 0) return true;
        Span<char> back = stackalloc char[piece.Length];
        piece.CopyTo(back);
        back.Reverse();
        foreach (var row in Rows)
            if (row.AsSpan().IndexOf(piece) >= 0 || row.AsSpan().IndexOf(back) >= 0) return true;
        return false;
    }

    /// <summary>1990, 2026, 311226, 31121990: a year of somebody living, or a day of it.</summary>
    private static bool IsYearOrDate(ReadOnlySpan<char> piece) => piece.IndexOfAnyExceptInRange('0', '9') < 0 && piece.Length switch
    {
        4 => piece is ['1', '9', ..] or ['2', '0', ..],
        6 or 8 => int.Parse(piece[..2], CultureInfo.InvariantCulture) is >= 1 and <= 31 && int.Parse(piece[2..4], CultureInfo.InvariantCulture) is >= 1 and <= 12,
        _ => false,
    };

    /// <summary>How long the part is that the whole repeats: abcabcabc is 3; its whole length when nothing repeats.</summary>
    private static int Period(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period))) return period;
        return text.Length;
    }

    /// <summary>Small letters, Kyrgyz ones as on an old keyboard, and digits that stand for letters as those letters.</summary>
    private static string Folded(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var folded = Folding.Fold(c);
            plain.Append(folded switch { '@' => 'a', '$' => 's', '!' => 'i', _ => folded });
        }
        // A digit between letters is read as a letter (p4ssw0rd); a run of digits is left to be a year or a row.
        for (var i = 0; i < plain.Length; i++)
            if (char.IsAsciiDigit(plain[i]) && i > 0 && char.IsLetter(plain[i - 1]) && i + 1 < plain.Length && char.IsLetter(plain[i + 1]))
                plain[i] = plain[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', var digit => digit };
        return plain.ToString();
    }

    private static string Romanised(string word)
    {
        var latin = new StringBuilder();
        foreach (var c in word)
            latin.Append(c switch
            {
                'а' => "a", 'б' => "b", 'в' => "v", 'г' => "g", 'д' => "d", 'е' or 'э' => "e", 'ж' => "j", 'з' => "z", 'и' => "i", 'й' => "y", 'к' => "k",
                'л' => "l", 'м' => "m", 'н' => "n", 'о' => "o", 'п' => "p", 'р' => "r", 'с' => "s", 'т' => "t", 'у' => "u", 'ф' => "f", 'х' => "h", 'ц' => "ts",
                'ч' => "ch", 'ш' => "sh", 'щ' => "sh", 'ы' => "y", 'ь' => "", 'ю' => "yu", 'я' => "ya", _ => c.ToString(),
            });
        return latin.ToString();
    }

    private static string Switched(string word, string from, string to) => string.Create(word.Length, (word, from, to), static (typed, keys) =>
    {
        for (var i = 0; i < typed.Length; i++)
            typed[i] = keys.from.IndexOf(keys.word[i], StringComparison.Ordinal) is >= 0 and var at ? keys.to[at] : keys.word[i];
    });

    private static FrozenSet<string> ReadCommon()
    {
        using var list = new StreamReader(typeof(Guess).Assembly.GetManifestResourceStream("words/guessed-first.txt")!);
        return list.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(Words).SelectMany(Writings).Where(word => word.Length >= 3).ToFrozenSet();
    }
}
