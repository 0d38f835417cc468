namespace Atkaruu.Modules.Papers.Writing;

/// <summary>Rows as a grid can hold them.</summary>
internal static class RowCells
{
    /// <summary>Cells over as many columns as the table has, whatever was given: a row that is too short or too long makes no broken table.</summary>
    public static IEnumerable<Cell> Filled(IReadOnlyList<Cell> cells, int columns)
    {
        var left = columns;
        foreach (var cell in cells)
        {
            if (left <= 0) yield break;
            var span = Math.Clamp(cell.Span, 1, left);
            left -= span;
            yield return span == cell.Span ? cell : cell with { Span = span };
        }
        for (; left > 0; left--) yield return Cell.Empty;
    }

    /// <summary>The tables among blocks, also those that stand beside something.</summary>
    public static IEnumerable<Table> Tables(IEnumerable<Block> blocks) => Flat(blocks).OfType<Table>();

    /// <summary>Blocks one under the other: what stands beside something follows it.</summary>
    public static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Together together => Flat(together.Blocks),
        Beside beside => Flat(beside.Columns.SelectMany(column => column.Blocks)),
        _ => [block],
    });
}
