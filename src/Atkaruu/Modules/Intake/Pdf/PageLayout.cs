namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>What is printed on one page of a PDF: letters and straight lines. Points, from the lower left corner.</summary>
internal sealed record PageLayout(int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Ruling> Rulings);

/// <summary>A printed letter; a blank is one too.</summary>
/// <param name="Base">The height of its baseline.</param>
/// <param name="Size">The size of its font on paper.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Base, double Size)
{
    public double Middle => (Left + Right) / 2;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A straight line along the page, drawn as a line or as a thin rectangle.</summary>
/// <param name="At">Its height when level, its distance from the left when upright.</param>
internal readonly record struct Ruling(bool IsLevel, double At, double From, double To)
{
    public double Length => To - From;
}
