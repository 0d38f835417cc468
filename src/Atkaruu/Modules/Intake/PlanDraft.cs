using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>What was understood of a document, cell by cell. Changes nothing; <c>plan import</c> adopts it.</summary>
public sealed record PlanDraft(ProgrammeDraft Programme, IReadOnlyList<MeasureDraft> Measures, SourceDocument Source);

/// <summary>What stands above and below the table.</summary>
public sealed record ProgrammeDraft(string Title, int? FromYear, int? ToYear, ActDraft? Act, IReadOnlyList<Signatory> Signatories);

/// <summary>The act as the document names it; number and date are often left blank on the paper.</summary>
public sealed record ActDraft(string Text, string? Body, string? Number, DateOnly? Date, int? Year, string? Annex);

public sealed record Signatory(string Post, string Name);

/// <summary>One measure: the document's words, and what they mean as far as a program can tell.</summary>
public sealed record MeasureDraft
{
    /// <summary>Place in the document, from 1. Rows are named by it, since printed numbers repeat and are missing.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The printed number, as text; null where nothing is printed.</summary>
    public required string? Number { get; init; }

    /// <summary>The section in force, carried down.</summary>
    public required string Section { get; init; }

    /// <summary>The task in force, carried down.</summary>
    public required string Task { get; init; }

    /// <summary>Whether the task is printed in this very row.</summary>
    public bool TaskPrinted { get; init; }

    public required string Title { get; init; }
    public required Schedule Schedule { get; init; }
    public required string ExpectedResult { get; init; }
    public required Responsible Responsible { get; init; }
    public IReadOnlyList<Amount> Amounts { get; init; } = [];
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>SOATE codes of the places named in the title or the result, the most exact only, in the order of their naming, each once.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Own codes of the sites (участка, дарыя) named there, which have no SOATE code; the place each lies in stands in <see cref="Places"/>.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>The least sure of the cells: 0…1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why a cell is doubtful, what was guessed.</summary>
    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>Words of columns we keep without understanding them, by heading.</summary>
    public IReadOnlyDictionary<string, string> Further { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it stands in the file, for a person.</summary>
    public string Where { get; init; } = "";
}

/// <summary>Who is to do it.</summary>
/// <param name="Text">The printed words.</param>
/// <param name="Lead">Code of the body that answers: the first named. Null where nobody we know is named.</param>
/// <param name="Bodies">Codes of all named bodies, the lead among them, in printed order, each once.</param>
/// <param name="Unknown">Printed names that no known body answers to.</param>
public sealed record Responsible(string Text, string? Lead, IReadOnlyList<string> Bodies, IReadOnlyList<string> Unknown)
{
    public static readonly Responsible None = new("", null, [], []);
}
