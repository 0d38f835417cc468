using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>A district's development programme, with its years. The plan of measures belongs to it.</summary>
public sealed class Programme : Entity
{
    private Programme() { }

    /// <summary>Stable short name, also in addresses of exports: <c>chon-alay-2025-2030</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What stands before the ordinal in a measure's code: CA in CA-060.</summary>
    public required string Prefix { get; init; }

    /// <summary>The district's SOATE code. Every row of a programme belongs to this district.</summary>
    public required string District { get; init; }

    public required int FromYear { get; init; }
    public required int ToYear { get; init; }

    /// <summary>The document's own words; Russian and English are unofficial translations.</summary>
    public required Words Title { get; init; }

    /// <summary>Headings of the official table in printed order, as the administration writes them.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    public required IReadOnlyList<Signer> Signers { get; init; }

    public IEnumerable<int> Years => Enumerable.Range(FromYear, ToYear - FromYear + 1);

    internal static Programme Begin(string code, string prefix, string district, int fromYear, int toYear, Words title, IReadOnlyList<string> headings, IReadOnlyList<Signer> signers)
    {
        var programme = new Programme
        {
            Code = code,
            Prefix = prefix,
            District = district,
            FromYear = fromYear,
            ToYear = toYear,
            Title = title,
            Headings = headings,
            Signers = signers,
        };
        programme.Happened("programme.begun", new { code, fromYear, toYear });
        return programme;
    }
}

/// <summary>One who signed the document: post and name as printed.</summary>
public sealed record Signer(string Post, string Name);
