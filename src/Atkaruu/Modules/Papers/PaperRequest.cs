using Atkaruu.Kernel;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Papers;

public enum PaperFormat { Pdf, Docx, Xlsx }

/// <summary>What a paper is about, besides the plan.</summary>
public enum PaperAbout
{
    /// <summary>The whole programme.</summary>
    Programme,

    /// <summary>A measure, by its code: CA-017.</summary>
    Measure,

    /// <summary>A responsible body, by its code.</summary>
    Body,

    /// <summary>A municipality, by its SOATE code.</summary>
    Municipality,

    /// <summary>A village, by its SOATE code.</summary>
    Village,

    /// <summary>An edition of the plan, by its number.</summary>
    Edition,

    /// <summary>A meeting, by its id.</summary>
    Meeting,
}

/// <summary>Which paper is wanted. The same request at the same moment gives the same paper.</summary>
/// <param name="Kind">Code of a <see cref="PaperKind"/>.</param>
/// <param name="Languages">ky, ru, or both, in the order of their parts.</param>
/// <param name="Period">The period it is about; null for the kinds that have none.</param>
/// <param name="Subject">Code of what it is about (<see cref="PaperAbout"/>); null for the programme. Some kinds about the programme take one to be narrower: the execution report of one body.</param>
/// <param name="Audience">Those who work here see what was accepted, everybody what was published.</param>
public sealed record PaperRequest(string Kind, IReadOnlyList<string> Languages, Span? Period, string? Subject, Audience Audience)
{
    public bool Equals(PaperRequest? other) =>
        other is not null && (Kind, Period, Subject, Audience) == (other.Kind, other.Period, other.Subject, other.Audience) && Languages.SequenceEqual(other.Languages);

    public override int GetHashCode() => HashCode.Combine(Kind, Period, Subject, Audience);
}
