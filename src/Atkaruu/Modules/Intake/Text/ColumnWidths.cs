namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// How wide each column was on paper, learned from where its lines broke: no line is wider than its column, and a
/// line broke because the next word did not fit any more. A line that broke although there was room ended a cell.
/// </summary>
internal sealed class ColumnWidths(int columns)
{
    /// <summary>Too few broken lines teach nothing.</summary>
    private const int Enough = 5;

    private readonly int[] _widths = new int[columns];
    private readonly List<(int Line, int WithNext)>[] _breaks = [.. Enumerable.Range(0, columns).Select(_ => new List<(int, int)>())];

    /// <summary>What a reading of the table teaches.</summary>
    public static ColumnWidths From(IReadOnlyList<Trail> trails, Piece[] pieces, int columns)
    {
        var widths = new ColumnWidths(columns);
        foreach (var trail in trails)
            if (trail is { Step: Step.Stay, Column: >= 0, Back: { } before } && pieces[trail.Piece] is { StartsLine: true } piece)
                widths._breaks[trail.Column].Add((before.LineWidth, before.LineWidth + (pieces[trail.Piece - 1].Ends == Ending.Hyphen ? 0 : Glyphs.Blank) + piece.FirstWordWidth));
        widths.Learn();
        return widths;
    }

    public bool Equals(ColumnWidths other) => _widths.AsSpan().SequenceEqual(other._widths);

    /// <summary>Width of a column; 0 where it is not known.</summary>
    public int this[int column] => _widths[column];

    /// <summary>Takes for each column the width that the fewest line breaks contradict.</summary>
    private void Learn()
    {
        for (var column = 0; column < _widths.Length; column++)
            if (_breaks[column].Count >= Enough) _widths[column] = BestWidth(_breaks[column]);
    }

    private static int BestWidth(List<(int Line, int WithNext)> breaks)
    {
        int[] lines = [.. breaks.Select(b => b.Line).Order()];
        int[] withNext = [.. breaks.Select(b => b.WithNext).Order()];
        var (best, fewest, room) = (0, int.MaxValue, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            while (room < withNext.Length && withNext[room] <= lines[i]) room++;
            var against = lines.Length - 1 - i + room;
            if (against <= fewest) (best, fewest) = (lines[i], against);
        }
        return best;
    }
}
