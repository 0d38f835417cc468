namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// How wide words are on paper, in thousandths of the type size. Official papers are set in Times New Roman, whose
/// widths these are; in other types the proportions between letters are much the same.
/// </summary>
internal static class Glyphs
{
    private const int Usual = 500;

    public const int Blank = 250;

    private static readonly ushort[] Widths = Table(
        (250, " .,"), (280, ";:/'"), (330, "-()"), (440, "аеёст“”«»"), (400, "з"), (410, "г\""), (460, "вяьэ"), (490, "к"), (520, "ъ"),
        (540, "ийнңпц"), (640, "мф"), (680, "жы"), (760, "шщю"),
        (500, "ЗС№"), (570, "БГРЭ"), (610, "ЕЁТ"), (660, "ВКСЧЯҮ"), (700, "АДИЙЛНҢОӨПХЦУ"), (880, "МЖЫФ"), (1010, "ШЩЮ"), (830, "%"), (950, "№"));

    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += c < Widths.Length ? Widths[c] : Usual;
        return width;
    }

    private static ushort[] Table(params ReadOnlySpan<(int Width, string Letters)> groups)
    {
        var table = new ushort[0x2200];
        Array.Fill(table, (ushort)Usual);
        foreach (var (width, letters) in groups)
            foreach (var letter in letters) table[letter] = (ushort)width;
        return table;
    }
}
