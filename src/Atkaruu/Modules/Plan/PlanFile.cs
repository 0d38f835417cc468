using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// A plan as a file: plan.yaml. Holds the document's own words and, beside them, what a careful coordinator adds.
/// It is what first run loads, what an edition is adopted from, and an export that reads back identically.
/// Written and read by <see cref="PlanYaml"/>.
/// </summary>
public sealed record PlanFile
{
    public const string CurrentFormat = "atkaruu.plan/1";

    public string Format { get; init; } = CurrentFormat;
    public required ProgrammeInFile Programme { get; init; }
    public required IReadOnlyList<SectionInFile> Sections { get; init; }

    /// <summary>All measures in the order of the document, each with the section and task it stands under.</summary>
    public IEnumerable<(SectionInFile Section, TaskInFile Task, MeasureInFile Measure)> Rows() =>
        from section in Sections from task in section.Tasks from measure in task.Measures select (section, task, measure);
}

public sealed record ProgrammeInFile
{
    public required string Code { get; init; }
    public required string Prefix { get; init; }
    public required string District { get; init; }
    public required int FromYear { get; init; }
    public required int ToYear { get; init; }
    public required Words Title { get; init; }
    public required Act Act { get; init; }
    public required IReadOnlyList<string> Headings { get; init; }
    public required IReadOnlyList<Signer> Signers { get; init; }
}

public sealed record SectionInFile
{
    public required Words Title { get; init; }
    public required int Level { get; init; }
    public IReadOnlyList<TaskInFile> Tasks { get; init; } = [];
}

public sealed record TaskInFile
{
    public required Words Title { get; init; }
    public required IReadOnlyList<MeasureInFile> Measures { get; init; }
}

public sealed record MeasureInFile
{
    /// <summary>Stable code, CA-001. Null in a file from elsewhere: adoption gives one.</summary>
    public string? Code { get; init; }

    // The document's own words. ky of title and result is the document's; ru and en are unofficial.
    public string? Number { get; init; }
    public required Words Title { get; init; }
    public required Schedule Schedule { get; init; }
    public required Words Result { get; init; }
    public required string Responsible { get; init; }

    // What a coordinator adds.
    public required MeasureKind Kind { get; init; }
    public required Words ShortName { get; init; }
    public string? Lead { get; init; }
    public IReadOnlyList<string> Bodies { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<Amount> Amounts { get; init; } = [];
    public IReadOnlyList<IndicatorInFile> Indicators { get; init; } = [];
    public string? Sdg { get; init; }
    public string? Cofog { get; init; }
    public string? Dac { get; init; }
    public string? Note { get; init; }
}

/// <summary>An indicator as the plan's own figures give it. Accumulation and direction by name, as in the Indicators module.</summary>
public sealed record IndicatorInFile
{
    public required Words Name { get; init; }
    public required string Unit { get; init; }
    public required string Accumulation { get; init; }
    public string Direction { get; init; } = "Rising";
    public int Decimals { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public IReadOnlyDictionary<int, decimal> Targets { get; init; } = new Dictionary<int, decimal>();

    /// <summary>The plan's exact words that name the figure.</summary>
    public required string Source { get; init; }
}
