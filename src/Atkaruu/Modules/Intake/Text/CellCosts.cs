namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// What speaks against a step of a reading, in a common small change: about how many times e rarer such a thing is
/// than its opposite. Every cost has a reason that can be said in one sentence.
/// </summary>
internal sealed class CellCosts(Piece[] pieces, ColumnRole[] columns, ColumnWidths widths)
{
    private const double Never = double.PositiveInfinity;

    /// <summary>Letters of another type are a little wider or narrower than ours.</summary>
    private const int Tolerance = 150;

    /// <summary>Few cells have more lines.</summary>
    private const int LongCell = 12;

    private readonly PlaceCosts _place = new(pieces);
    private readonly SectionHeads _sections = new(pieces);

    /// <summary>What speaks against the step; infinite where it cannot be taken.</summary>
    /// <param name="end">The piece after the step.</param>
    public double Of(Trail trail, Step step, int column, int end) => step switch
    {
        Step.Stay => trail.Column < 0 ? StayInSection(trail) : Stay(trail),
        Step.Open => Open(trail, column, end),
        Step.Row => Row(trail, column),
        Step.Section => Section(trail),
        _ => Resume(trail, column),
    };

    /// <summary>What speaks against the table ending here.</summary>
    public double Finish(Trail trail) => Leaving(trail) + MissingCells(trail, columns.Length);

    private double Stay(Trail trail)
    {
        var piece = pieces[trail.Next];
        var role = columns[trail.Column];
        if (role == ColumnRole.Number || role == ColumnRole.Schedule && !IsRest(trail, piece)) return Never;
        return Going(trail, role, pieces[trail.Next - 1], piece) + Holding(trail, trail.Column, piece, trail.WidthAfter(Step.Stay, piece));
    }

    private double StayInSection(Trail trail)
    {
        var piece = pieces[trail.Next];
        if (trail.Back is null) return Never;
        return piece.StartsLine ? 3 + (piece.Begins == Beginning.Small ? 0 : 3) + (piece.Spacer ? 3 : 0) : 0;
    }

    private double Open(Trail trail, int column, int end)
    {
        var (role, from) = (columns[column], columns[trail.Column]);
        var again = trail.Cells[column] >= 0;
        if (role == ColumnRole.Number || again && !trail.Resumed) return Never;

        var (before, piece) = (pieces[trail.Next - 1], pieces[trail.Next]);
        return Leaving(trail) + PlaceCosts.Break(before, piece, from, role) + Holding(trail, column, piece, piece.Width)
            + (again ? Returning(trail, column, piece) : PlaceCosts.Begin(role, piece, from) + Skipped(trail.Column, column, piece) + MissingCells(trail, column))
            + (role == ColumnRole.Schedule ? Deadline(piece, end) : 0);
    }

    private double Row(Trail trail, int column)
    {
        var role = columns[column];
        var piece = pieces[trail.Next];
        if (!piece.StartsLine) return Never;
        if (role == ColumnRole.Number ? piece.Number is null : role is not (ColumnRole.Task or ColumnRole.Title)) return Never;

        return Leaving(trail) + MissingCells(trail, columns.Length)
            + (trail.Column < 0 ? 0 : PlaceCosts.Break(pieces[trail.Next - 1], piece, columns[trail.Column], role))
            + (role == ColumnRole.Number
                ? Numbered(trail, piece.Number!.Value)
                : Unnumbered(trail, piece) + PlaceCosts.Begin(role, piece, null) + Holding(trail, column, piece, piece.Width));
    }

    private double Resume(Trail trail, int column)
    {
        var role = columns[column];
        var piece = pieces[trail.Next];
        if (role == ColumnRole.Number || role == ColumnRole.Schedule && !piece.IsShred || trail.Cells[column] < 0 && column > trail.Column) return Never;
        return 1 + Leaving(trail) + Returning(trail, column, piece) + Holding(trail, column, piece, piece.Width);
    }

    private double Section(Trail trail)
    {
        var piece = pieces[trail.Next];
        if (!piece.StartsLine) return Never;
        return Leaving(trail) + MissingCells(trail, columns.Length) + _sections.Cost(trail.Next);
    }

    /// <summary>A deadline goes on after the end of a page only: «2025-2030-» … «жылдар».</summary>
    private static bool IsRest(Trail trail, Piece piece) => trail.Step == Step.Resume && piece.IsShred;

    /// <summary>A piece in a column: its words, its width, the number it might rather be.</summary>
    private double Holding(Trail trail, int column, Piece piece, int width) =>
        _place.Words(columns[column], trail.Next) + TooWide(column, width) + Ignoring(trail, piece);

    private double Leaving(Trail trail) => trail.Column < 0 ? 0 : _place.End(columns[trail.Column], trail.Next - 1);

    /// <summary>A cell that was left at the end of the page is taken up again: there its end was none.</summary>
    private double Returning(Trail trail, int column, Piece piece)
    {
        var last = trail.Cells[column];
        if (last < 0) return 3 - PlaceCosts.Missing(columns[column]);
        var before = pieces[last];
        var goesOn = piece.Begins == Beginning.Small || before.Ends is Ending.Hyphen or Ending.Comma or Ending.Stop;
        // A deadline that begins anew is another row's.
        if (columns[column] == ColumnRole.Schedule && char.IsDigit(piece.Text[0])) return 6;
        return (goesOn ? 0.3 : 1.5) - _place.End(columns[column], last) + (Room(column, before.Width, before, piece) > Tolerance ? 1.5 : 0);
    }

    /// <summary>Cells left out between the last one of the row and another column.</summary>
    private double MissingCells(Trail trail, int before)
    {
        if (trail.Column < 0) return 0;
        var cost = 0.0;
        for (var column = before - 1; column >= 0 && trail.Cells[column] < 0; column--) cost += PlaceCosts.Missing(columns[column]);
        return cost;
    }

    /// <summary>A line break inside a cell.</summary>
    private double Going(Trail trail, ColumnRole role, Piece before, Piece piece)
    {
        if (!piece.StartsLine) return 0;
        var cost = PlaceCosts.GoOn(role, before, piece) + (trail.Lines < LongCell ? 0 : Math.Min(3, (trail.Lines - LongCell) * 0.2));
        if (piece.Gap > 0 && trail.Tight) cost += 1.5;
        var room = Room(trail.Column, trail.LineWidth, before, piece);
        if (room <= Tolerance) return cost;
        // Bodies are often written one below the other, and a new sentence on a new line.
        var surprise = Math.Min(4, 1.5 + room / 1000.0);
        return cost + (role == ColumnRole.Responsible ? surprise / 4 : before.Ends == Ending.Stop ? surprise / 2 : surprise);
    }

    /// <summary>How much room was left for the next word; 0 or less where there was none, or where nobody knows.</summary>
    private int Room(int column, int lineWidth, Piece before, Piece piece) =>
        widths[column] == 0 ? 0 : widths[column] - lineWidth - (before.Ends == Ending.Hyphen ? 0 : Glyphs.Blank) - piece.FirstWordWidth;

    private double TooWide(int column, int width)
    {
        var over = widths[column] == 0 ? 0 : width - widths[column] - Tolerance;
        return over <= 0 ? 0 : Math.Min(8, 2 + 3 * over / 1000.0);
    }

    /// <summary>An empty cell between two leaves a blank, or a line of blanks.</summary>
    private double Skipped(int from, int to, Piece piece)
    {
        for (var column = from + 1; column < to; column++)
            if (columns[column] != ColumnRole.Task) return piece.Indent > 0 || piece.Spacer ? -1 : 0.5;
        return 0;
    }

    private double Deadline(Piece piece, int end)
    {
        var last = pieces[end - 1];
        var next = end < pieces.Length ? pieces[end] : null;
        var cost = (piece.StartsLine ? 0 : 1.0) + (piece.Begins == Beginning.Small && piece.Words[0].Text.Length > 2 ? 2 : 0);
        if (!last.EndsLine) cost += next?.Begins == Beginning.Small ? 3 : 0.7;
        else if (next is { Begins: Beginning.Small, IsShred: true }) cost += 3;
        return last.Text.EndsWith("чейин", StringComparison.OrdinalIgnoreCase) ? cost + 1.5 : cost;
    }

    /// <summary>Numbers count up, here and there one is repeated or left out. «15 км» is no number of a row.</summary>
    private double Numbered(Trail trail, int number)
    {
        var step = number - trail.LastNumber;
        var form = _sections.NumberForm(pieces[trail.Next]);
        if (step == 1) return form;
        return form + OutOfTurn(trail, step);
    }

    private double OutOfTurn(Trail trail, int step)
    {
        if (!StandsBeforeCapital(trail.Next)) return step switch { 0 => 2.5, 2 or 3 => 1.5, > 3 and < 12 => 3, _ => 4.5 };
        return trail.Column < 0 ? 0.3 : step switch { 0 => 1.5, 2 or 3 => 1, _ => 2 };
    }

    private bool StandsBeforeCapital(int number) =>
        number + 1 < pieces.Length && pieces[number + 1] is { StartsLine: false, Begins: Beginning.Capital or Beginning.Quote } text && text.Words[0].Ending != Ending.Figure;

    /// <summary>A row without a number: an empty cell leaves a blank at the line's beginning, and seldom stands alone.</summary>
    private static double Unnumbered(Trail trail, Piece piece) =>
        1.5 + (trail.Column >= 0 && trail.Numbered ? 1 : 0) + (piece.Indent > 0 || piece.Spacer ? 0 : 2) + (piece.Begins == Beginning.Small ? 1 : 0);

    /// <summary>A number that may well be the next row's is not taken for one.</summary>
    private double Ignoring(Trail trail, Piece piece) =>
        piece.Number is not { } number || !piece.StartsLine ? 0 : number == trail.LastNumber + 1 ? 4 : StandsBeforeCapital(trail.Next) ? 2 : 0.5;
}
