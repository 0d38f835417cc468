using Atkaruu.Kernel;

namespace Atkaruu.Modules.Papers.Writing;

/// <summary>
/// What is on a paper, in no format: a writer for each format (<c>PdfWriter</c>, <c>WordWriter</c>, <c>ExcelWriter</c>) puts the same words on
/// pages, into a document and into tables. A paper in two languages has a part for each.
/// </summary>
/// <param name="Title">Title of the file, in the language of its first part.</param>
public sealed record PaperDocument(string Title, IReadOnlyList<PaperPart> Parts, PaperMark Mark);

public enum PageShape { Portrait, Landscape }

/// <summary>One language of a paper on A4.</summary>
/// <param name="Language">ky, ru or en: what its words are in, unless a run says otherwise.</param>
/// <param name="Title">Stands on every page after the first, and names the bookmark.</param>
public sealed record PaperPart(string Language, string Title, PageShape Shape, IReadOnlyList<Block> Blocks)
{
    /// <summary>1 for papers of an office; more for what is read from a wall.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Tables of many columns are set this much smaller, in points.</summary>
    public double TableSize { get; init; } = 9;

    /// <summary>Named values for an administration's own letterhead and forms: administration, period, date, number.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = NoFields;

    private static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>();
}

/// <summary>What every page says at its foot: by which code and where this paper can be verified, what moment it shows, what state its data are in.</summary>
/// <param name="Code">Random; what is typed at <c>/verify</c>.</param>
/// <param name="Address">Full address of the page that verifies it.</param>
/// <param name="Moment">UTC: nothing that happened later is in it.</param>
/// <param name="DataState">Published or still open, in words.</param>
/// <param name="Invented">The history is invented (<c>--demo</c>): every page carries the watermark.</param>
public sealed record PaperMark(string Code, string Address, DateTime Moment, Message DataState, bool Invented);
