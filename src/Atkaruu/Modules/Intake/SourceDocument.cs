namespace Atkaruu.Modules.Intake;

/// <summary>What kind of file a plan came in.</summary>
public enum SourceFormat { Text, Word, Excel, Pdf, Yaml }

/// <summary>What a column of a plan's table holds, recognised by its heading in Kyrgyz or Russian.</summary>
public enum ColumnRole { Number, Task, Title, Schedule, Result, Responsible, Funding, Amount, Other }

/// <summary>One column as printed.</summary>
/// <param name="Role">What it holds; <see cref="ColumnRole.Other"/> is kept under its heading.</param>
/// <param name="Heading">The printed heading, line breaks undone.</param>
public sealed record SourceColumn(ColumnRole Role, string Heading);

/// <summary>
/// The words of one cell: line breaks and line-end hyphens undone, runs of blanks made one, spelling untouched.
/// </summary>
/// <param name="Text">The words; empty for an empty cell.</param>
/// <param name="Confidence">How sure the reader is that these words, and no others, stood in this cell: 0…1.</param>
/// <param name="Doubt">Why it is not sure, when it is not.</param>
public sealed record SourceCell(string Text, double Confidence = 1, Kernel.Message? Doubt = null)
{
    public static readonly SourceCell Empty = new("");
}

/// <summary>One row of the table, in the order of the document.</summary>
/// <param name="Where">Where a person finds it: page and line, sheet and row. Shown, never parsed.</param>
public abstract record SourceRow(string Where);

/// <summary>A row across the whole table that names a section: «4.1.1. Өнөр жайы».</summary>
public sealed record SectionRow(string Where, string Title, double Confidence = 1) : SourceRow(Where);

/// <summary>
/// A row that holds a measure. The cell of the task is empty where the document leaves it to the row above
/// (also where it is merged down): the task in force is carried by <see cref="Understanding"/>, not by the readers.
/// </summary>
public sealed record MeasureRow(
    string Where, SourceCell Number, SourceCell Task, SourceCell Title, SourceCell Schedule, SourceCell Result, SourceCell Responsible)
    : SourceRow(Where)
{
    /// <summary>Cells of further columns by heading: funding source, sum, anything we do not know.</summary>
    public IReadOnlyDictionary<SourceColumn, SourceCell> Further { get; init; } = new Dictionary<SourceColumn, SourceCell>();
}

/// <summary>
/// A plan as it lies on paper: the lines above the table, the table, the lines below it. Every reader makes one of
/// these, whatever the file; <see cref="Understanding"/> makes a draft of it.
/// </summary>
public sealed record SourceDocument(
    string FileName, SourceFormat Format, IReadOnlyList<string> Preamble, IReadOnlyList<SourceColumn> Columns,
    IReadOnlyList<SourceRow> Rows, IReadOnlyList<string> Closing)
{
    public IEnumerable<MeasureRow> MeasureRows => Rows.OfType<MeasureRow>();
}
