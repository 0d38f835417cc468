using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>What speaks against a line being a row across the table that names a section.</summary>
internal static partial class SectionHeads
{
    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVX]{1,5}\.)\s+\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:раздел|бөлүм|багыт|артыкчылык\p{L}*|приоритет|направление)\s+(?:\d|[IVX])|\b(?:өнүгүү|өнүктүрүү|развитие|чөйрө|тармак|тармагы|сфера|политика|саясат)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telling();

    public static double Cost(Piece piece, Piece? next)
    {
        if (Numbered().IsMatch(piece.Text)) return -2;
        if (piece.Begins != Beginning.Capital || piece.Text.Length > 80 || !piece.EndsLine) return 12;
        return 5.5 - (Telling().IsMatch(piece.Text) ? 2 : 0) - (piece.Spacer ? 1.5 : 0) - (next is null or { Spacer: true } ? 1 : 0)
            - (next?.Number is not null ? 0.5 : 0) + (piece.Naming > 0 ? 2 : 0) + (piece.Ends is Ending.Comma or Ending.Hyphen or Ending.Open ? 4 : 0);
    }
}
