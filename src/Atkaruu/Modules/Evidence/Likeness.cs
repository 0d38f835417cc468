using System.Numerics;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// How alike two pictures are: of each of 8 rows of 9 averaged fields, whether it grows darker to the right. Scaling, pressing
/// again and small retouches change few of the 64 bits; another picture changes about half.
/// </summary>
internal static class Likeness
{
    /// <summary>Differences up to this many bits are «the same picture».</summary>
    public const int Near = 6;

    private const int Columns = 9, Rows = 8;

    /// <param name="luma">Brightness 0…255 by rows.</param>
    /// <returns>Null for a picture without features (a wall, a sky): everything would be like it.</returns>
    public static long? Of(ReadOnlySpan<byte> luma, int width, int height)
    {
        if (width < Columns || height < Rows) return null;
        Span<double> fields = stackalloc double[Columns * Rows];
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
                fields[(row * Columns) + column] = Mean(luma, width, (column * width / Columns)..((column + 1) * width / Columns), (row * height / Rows)..((row + 1) * height / Rows));

        var (bits, flat) = (0UL, 0);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns - 1; column++)
            {
                var fall = fields[(row * Columns) + column] - fields[(row * Columns) + column + 1];
                if (Math.Abs(fall) < 0.5) flat++;
                if (fall > 0) bits |= 1UL << ((row * (Columns - 1)) + column);
            }
        return flat > 32 || BitOperations.PopCount(bits) is < 4 or > 60 ? null : unchecked((long)bits);
    }

    public static bool AreNear(long a, long b) => BitOperations.PopCount(unchecked((ulong)(a ^ b))) <= Near;

    /// <summary>The four quarters of the bits, each with its place.</summary>
    public static IEnumerable<int> Pieces(long? likeness) =>
        likeness is { } bits ? Enumerable.Range(0, 4).Select(place => Piece(place, (int)((ulong)bits >> (16 * place)) & 0xFFFF)) : [];

    /// <summary>
    /// Every piece that a near picture can have: where at most six bits differ in all, some quarter differs in at most one. So
    /// alike pictures are found by an index, among a few and not among all.
    /// </summary>
    public static IEnumerable<int> PiecesNear(long likeness) =>
        from place in Enumerable.Range(0, 4)
        let own = (int)((ulong)likeness >> (16 * place)) & 0xFFFF
        from change in Enumerable.Range(0, 16).Select(bit => 1 << bit).Prepend(0)
        select Piece(place, own ^ change);

    private static int Piece(int place, int bits) => (place << 16) | bits;

    private static double Mean(ReadOnlySpan<byte> luma, int width, Range columns, Range rows)
    {
        long sum = 0;
        for (var y = rows.Start.Value; y < rows.End.Value; y++)
            foreach (var value in luma[((y * width) + columns.Start.Value)..((y * width) + columns.End.Value)])
                sum += value;
        return sum / (double)((rows.End.Value - rows.Start.Value) * (columns.End.Value - columns.Start.Value));
    }
}
