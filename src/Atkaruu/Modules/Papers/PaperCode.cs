using System.Security.Cryptography;

namespace Atkaruu.Modules.Papers;

/// <summary>
/// The code by which a paper is verified: 40 random bits in eight letters and figures, 7K2M-9QXA. What a hand writes alike is the
/// same: O is 0, I and L are 1, and Cyrillic letters are the Latin ones they look like.
/// </summary>
public static class PaperCode
{
    /// <summary>Crockford's base 32.</summary>
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => With(RandomNumberGenerator.GetString(Signs, 8));

    /// <summary>The code as somebody typed it, in any case, with or without the dash; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: > 0 and <= 40 }) return null;
        Span<char> signs = stackalloc char[8];
        var count = 0;
        foreach (var typedSign in typed.ToUpperInvariant())
        {
            if (char.IsWhiteSpace(typedSign) || typedSign is '.' or '_' || char.GetUnicodeCategory(typedSign) == System.Globalization.UnicodeCategory.DashPunctuation) continue;
            var sign = Plain(typedSign);
            if (count == 8 || !Signs.Contains(sign, StringComparison.Ordinal)) return null;
            signs[count++] = sign;
        }
        return count == 8 ? With(new string(signs)) : null;
    }

    private static string With(string eight) => $"{eight[..4]}-{eight[4..]}";

    private static char Plain(char sign) => sign switch
    {
        'O' or 'О' or 'Ө' => '0',
        'I' or 'L' or 'І' or '|' or '!' => '1',
        'U' => 'V',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' or 'Ё' => 'E',
        'Н' or 'Ң' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' or 'Ү' => 'Y',
        'З' => '3',
        _ => sign,
    };
}
