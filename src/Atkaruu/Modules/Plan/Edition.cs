using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>The legal act that approves or changes the plan. Number and date are null where the paper leaves them blank.</summary>
/// <param name="Kind">буйрук or токтом.</param>
/// <param name="Text">The words by which the document names its act.</param>
public sealed record Act(string Kind, string Body, string? Number, DateOnly? Date, int? Year, string? Annex, string Text);

/// <summary>The plan as it stood after an act. Editions are numbered from 1 and are never changed afterwards.</summary>
public sealed class Edition : Entity
{
    private Edition() { }

    public required Guid ProgrammeId { get; init; }
    public required int Number { get; init; }
    public required Act Act { get; init; }
    public required DateTime AdoptedAt { get; init; }

    /// <summary>Name of the file it was read from, for the record.</summary>
    public required string Source { get; init; }

    internal static Edition Adopt(Programme programme, int number, Act act, string source, DateTime now, EditionChanges changes)
    {
        var edition = new Edition { ProgrammeId = programme.Id, Number = number, Act = act, Source = source, AdoptedAt = now };
        edition.Happened("edition.adopted", new
        {
            number,
            act = act.Text,
            actNumber = act.Number,
            actDate = act.Date,
            source,
            changes.Measures,
            changes.Added,
            changes.Reworded,
            changes.StruckOut,
        });
        return edition;
    }
}

/// <summary>How many measures an edition holds and how it differs from the one before.</summary>
public sealed record EditionChanges(int Measures, int Added, int Reworded, int StruckOut);

/// <summary>What an edition did to a measure.</summary>
public enum WordingChange { Same, Added, Reworded, StruckOut }

/// <summary>
/// The exact words of one measure in one edition. The first approved words are kept for ever; a struck-out measure
/// keeps a row that says so.
/// </summary>
public sealed class Wording
{
    public required Guid EditionId { get; init; }
    public required Guid MeasureId { get; init; }
    public required WordingChange Change { get; init; }
    public required int Ordinal { get; init; }
    public required string? Number { get; init; }
    public required string Section { get; init; }
    public required string Task { get; init; }
    public required string Title { get; init; }
    public required string ScheduleText { get; init; }
    public required string ExpectedResult { get; init; }
    public required string ResponsibleText { get; init; }
}
