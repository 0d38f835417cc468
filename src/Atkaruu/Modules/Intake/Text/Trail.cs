using System.Runtime.CompilerServices;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>How a piece joins what stands before it.</summary>
internal enum Step
{
    /// <summary>Goes on in the same cell.</summary>
    Stay,

    /// <summary>Begins a further cell of the same row.</summary>
    Open,

    /// <summary>Begins a new row.</summary>
    Row,

    /// <summary>Names a section.</summary>
    Section,

    /// <summary>Goes on with a cell of the row that the end of a page cut.</summary>
    Resume,
}

/// <summary>The last piece of each cell of a row, so far; −1 for a cell not begun.</summary>
[InlineArray(Count)]
internal struct RowCells
{
    public const int Count = 8;

    private int _last;

    public static readonly RowCells Empty = MakeEmpty();

    private static RowCells MakeEmpty()
    {
        var cells = new RowCells();
        ((Span<int>)cells).Fill(-1);
        return cells;
    }
}

/// <summary>One reading of the pieces up to some point: which piece stands in which column, and what speaks against it.</summary>
internal sealed class Trail
{
    public static readonly Trail Start = new() { Step = Step.Section, Column = -1, Piece = -1, Cells = RowCells.Empty };

    public Trail? Back { get; init; }
    public Step Step { get; init; }

    /// <summary>Index of the column; −1 outside the rows.</summary>
    public int Column { get; init; }

    /// <summary>The pieces from here up to <see cref="Next"/> were taken with this step.</summary>
    public int Piece { get; init; }
    public int Next { get; init; }
    public double Cost { get; init; }

    /// <summary>The last printed row number.</summary>
    public int LastNumber { get; init; }

    /// <summary>The row has a printed number.</summary>
    public bool Numbered { get; init; }

    /// <summary>The row goes on after the end of a page.</summary>
    public bool Resumed { get; init; }

    /// <summary>The last line break inside this cell had no empty line.</summary>
    public bool Tight { get; init; }

    /// <summary>Width of the cell's words in the present line.</summary>
    public int LineWidth { get; init; }

    /// <summary>Lines of the present cell.</summary>
    public int Lines { get; init; }

    public RowCells Cells { get; init; }

    /// <summary>Goes one step on.</summary>
    /// <param name="piece">The first piece of the step.</param>
    /// <param name="number">The row's printed number, where the step takes one.</param>
    public Trail Then(Step step, int column, int end, double cost, Piece piece, int? number)
    {
        var newRow = step is Step.Row or Step.Section;
        var cells = newRow ? RowCells.Empty : Cells;
        if (column >= 0) cells[column] = end - 1;
        return new()
        {
            Back = this,
            Step = step,
            Column = column,
            Piece = Next,
            Next = end,
            Cost = cost,
            Cells = cells,
            LastNumber = number ?? LastNumber,
            Numbered = newRow ? number is not null : Numbered,
            Resumed = step == Step.Resume || !newRow && Resumed,
            Tight = step == Step.Stay && (piece.StartsLine ? piece.Gap == 0 : Tight),
            LineWidth = WidthAfter(step, piece),
            Lines = step != Step.Stay ? 1 : piece.StartsLine ? Lines + 1 : Lines,
        };
    }

    /// <summary>Width of the cell's words in the line of a further piece.</summary>
    public int WidthAfter(Step step, Piece piece) =>
        step == Step.Stay && !piece.StartsLine ? LineWidth + Glyphs.Blank + piece.Width : piece.Width;

    public IReadOnlyList<Trail> FromStart()
    {
        var steps = new List<Trail>();
        for (var trail = this; trail.Back is not null; trail = trail.Back) steps.Add(trail);
        steps.Reverse();
        return steps;
    }
}
