namespace Atkaruu.Kernel;

/// <summary>Limits of stored texts, in characters. The longest cell of the real plan has under 600.</summary>
public static class Limits
{
    public const int Line = 200, Cell = 4_000, Measures = 5_000;
}
