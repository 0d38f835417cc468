namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>How words are set. Points.</summary>
/// <param name="Lead">Height of a line, as a multiple of the size.</param>
internal sealed record TextStyle(bool Serif, double Size, double Lead = 1.32, string Ink = Inks.Ink)
{
    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public CellAlign Align { get; init; }

    /// <summary>Both edges are straight.</summary>
    public bool Justify { get; init; }

    public double Line => Size * Lead;

    /// <summary>From the top of a line to where its letters stand.</summary>
    public double Rise => (Line - Size) / 2 + Size * .79;

    public Face Face(RunLook look) => Pdf.Face.Of(Serif, Bold || look.HasFlag(RunLook.Bold), Italic || look.HasFlag(RunLook.Italic));
}
