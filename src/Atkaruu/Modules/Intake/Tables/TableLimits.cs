using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// How much a plan may hold. The longest plans have some hundred rows of a dozen columns; whatever passes these limits is no
/// plan, and is refused before it costs time or memory.
/// </summary>
internal static class TableLimits
{
    public const int Rows = 2 * Limits.Measures, Columns = 60, Cells = 200_000, RawCell = 4 * Limits.Cell, Lines = 20_000;

    /// <summary>Characters of the whole document, in all cells and lines.</summary>
    public const int Characters = 8_000_000;

    public static IntakeException TooManyRows() => new(new Message("intake.too-many-rows", Rows));

    public static IntakeException TooMuchText() => new(new Message("intake.too-much-text"));

    public static IntakeException CellTooLong(Message where) => new(new Message("intake.cell-too-long", Limits.Cell, where), Tables.Where.Say(where));
}
