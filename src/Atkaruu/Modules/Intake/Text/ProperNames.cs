namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// Which words the document itself writes with a capital in the middle of a line: names. Any other capital at the
/// beginning of a line begins a cell or a sentence.
/// </summary>
internal sealed class ProperNames
{
    /// <summary>Names take endings; their first letters stay.</summary>
    private const int Stem = 5;

    private readonly HashSet<string> _names = [];

    public ProperNames(IEnumerable<Piece> pieces)
    {
        foreach (var piece in pieces)
            for (var i = 1; i < piece.Words.Length; i++)
                if (IsCapital(piece.Words[i]) && !piece.Words[i - 1].EndsClause && char.IsLetter(piece.Words[i - 1].Text[^1])) _names.Add(StemOf(piece.Words[i]));
    }

    /// <summary>A capital that is not the capital of a name, of an abbreviation or of initials.</summary>
    public bool IsPlainCapital(Word word) =>
        IsCapital(word) && !word.Bare.Contains('-') && !word.Bare.Contains('.') && !BodyNames.IsCapitals(word.Bare) && !_names.Contains(StemOf(word));

    private static bool IsCapital(Word word) => char.IsUpper(word.Text[0]) && word.Bare.Length > 2 && char.IsLower(word.Bare[1]);

    private static string StemOf(Word word) => word.Folded.Length <= Stem ? word.Folded : word.Folded[..Stem];
}
