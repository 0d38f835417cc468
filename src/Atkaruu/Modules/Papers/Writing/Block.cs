namespace Atkaruu.Modules.Papers.Writing;

/// <summary>Something that stands on a paper, one under the other.</summary>
public abstract record Block;

/// <summary>A heading of the outline: bookmark in a PDF, style «Heading n» in Word.</summary>
/// <param name="Level">1 for the title of the paper, then 2…4.</param>
public sealed record Heading(int Level, Prose Text) : Block;

public enum ParagraphLook
{
    Body,

    /// <summary>The answer, before everything else: larger.</summary>
    Lead,

    /// <summary>Sources, how it was computed: smaller and quieter.</summary>
    Note,

    /// <summary>Name of the administration, approval: in the middle.</summary>
    Centred,

    /// <summary>«Тиркеме №2…»: against the right edge.</summary>
    Right,
}

public sealed record Paragraph(Prose Text, ParagraphLook Look = ParagraphLook.Body) : Block;

public sealed record Bullets(IReadOnlyList<Prose> Items) : Block;

/// <summary>Names and what they are: a real table of two columns, without rules.</summary>
public sealed record Facts(IReadOnlyList<(string Name, Prose Value)> Pairs) : Block;

/// <summary>A few large figures side by side, each with its words; «8 / 12» is the first of them.</summary>
public sealed record Tally(IReadOnlyList<(string Figure, string Words)> Figures) : Block;

/// <summary>A photograph: JPEG or PNG, looked at and re-encoded by Evidence.</summary>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Width">Millimetres; never wider than where it stands. Higher than <paramref name="MostHeight"/> it is drawn smaller.</param>
public sealed record Picture(byte[] Bytes, string Alt, string? Caption, double Width, double MostHeight = 120) : Block;

/// <summary>A chart or map of ours.</summary>
public sealed record Figure(Drawing Drawing, string Alt, string? Caption = null) : Block;

/// <summary>A QR code of an address, with words beside it.</summary>
/// <param name="Size">Millimetres.</param>
public sealed record Qr(string Address, Prose Words, double Size = 24) : Block;

/// <summary>Blocks in columns beside each other; on a sheet of Excel one under the other.</summary>
/// <param name="Columns">Shares of the width, any unit, and what stands there.</param>
public sealed record Beside(IReadOnlyList<(double Share, IReadOnlyList<Block> Blocks)> Columns) : Block;

/// <summary>Post, room for a signature, name; one line each.</summary>
public sealed record Signatures(IReadOnlyList<(string Post, string Name)> Signers) : Block;

public sealed record PageBreak : Block;

/// <summary>Here the sheet is cut: a dashed line with words.</summary>
public sealed record CutLine(string Words) : Block;

/// <summary>Something to be written by hand: a label and ruled room.</summary>
public sealed record AnswerLine(string Label, int Lines = 1) : Block;

/// <summary>Something to be ticked by hand.</summary>
public sealed record Choices(string Label, IReadOnlyList<string> Options) : Block;

/// <summary>Millimetres of nothing.</summary>
public sealed record Space(double Height) : Block;

/// <summary>Stays together on one page when it fits on one.</summary>
public sealed record Together(IReadOnlyList<Block> Blocks) : Block;
