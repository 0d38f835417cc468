using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>What speaks against a line being a row across the table that names a section.</summary>
internal sealed partial class SectionHeads(Piece[] pieces)
{
    /// <summary>Rows are numbered «1.» in this document: a point after a number says nothing about sections.</summary>
    private readonly bool _rowsPointed = pieces.Count(piece => piece.Pointed) > pieces.Count(piece => piece.Number is not null && !piece.Pointed);

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVX]{1,5}\.)\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\d{1,2}\.\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Pointed();

    [GeneratedRegex(@"^(?:раздел|болум|багыт|артыкчылык\p{L}*|приоритет|направление)\s+(?:\d|[IVX])|\b(?:онугуу|онуктуруу|развитие|чойро|тармак|тармагы|сфера|политика|саясат)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    private readonly float[] _costs = [.. Enumerable.Repeat(float.NaN, pieces.Length)];

    /// <param name="index">A piece that begins a line.</param>
    public double Cost(int index) => float.IsNaN(_costs[index]) ? _costs[index] = (float)CostOf(index) : _costs[index];

    private double CostOf(int index)
    {
        var piece = pieces[index];
        var line = piece.Line.Text;
        if (Numbered().IsMatch(line)) return -2;
        if (line.Length > 80 || WordEndings.Of(line) is Ending.Comma or Ending.Hyphen) return 12;
        if (Pointed().IsMatch(line)) return _rowsPointed ? 5 : 0.5;
        if (piece.Begins != Beginning.Capital || !piece.EndsLine) return 12;

        var next = index + 1 < pieces.Length ? pieces[index + 1] : null;
        return 5.5 - (Telling().IsMatch(WordEndings.Folded(line)) ? 2 : 0) - (piece.Spacer ? 1.5 : 0) - (next is null or { Spacer: true } ? 1 : 0)
            - (next?.Number is not null ? 0.5 : 0) + (piece.NamesBody ? 2 : 0) + (piece.Ends == Ending.Open ? 4 : 0);
    }

    /// <summary>A number written otherwise than the numbers of rows are.</summary>
    public double NumberForm(Piece number) => number.Pointed == _rowsPointed ? 0 : 2;
}
