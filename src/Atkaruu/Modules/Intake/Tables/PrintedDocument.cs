using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// A document as it lies on paper, before anybody knows what its columns mean: lines and tables in their order. Word, Excel
/// and PDF readers make one; <see cref="PlanTable"/> finds the plan in it.
/// </summary>
internal sealed record PrintedDocument(string FileName, SourceFormat Format, IReadOnlyList<PrintedPiece> Pieces);

/// <summary>A line or a table.</summary>
internal abstract record PrintedPiece;

/// <summary>A paragraph outside tables; its own lines are told apart by <c>\n</c>.</summary>
internal sealed record PrintedLine(string Text) : PrintedPiece;

/// <summary>A table, or as much of it as stands in one place: one page of a PDF.</summary>
internal sealed record PrintedTable(IReadOnlyList<PrintedRow> Rows) : PrintedPiece;

/// <summary>A row of a grid.</summary>
/// <param name="Where">Where a person finds it.</param>
/// <param name="StartsPage">Whether a page or a table begins here, so that the row may be the rest of the one before.</param>
internal sealed record PrintedRow(Message Where, IReadOnlyList<PrintedCell> Cells, bool StartsPage = false);

/// <summary>
/// A cell with its reach across the table. The unit of <paramref name="Left"/> and <paramref name="Right"/> is the format's
/// own (columns of a sheet, twentieths of a point, points): only the order and the overlaps count.
/// </summary>
/// <param name="Text">Raw, lines told apart by <c>\n</c>. A merged cell has its text in its first row only.</param>
/// <param name="FromAbove">Whether the cell is the lower part of one merged down.</param>
internal sealed record PrintedCell(double Left, double Right, string Text, bool FromAbove = false)
{
    public double Confidence { get; init; } = 1;
    public Message? Doubt { get; init; }
}
