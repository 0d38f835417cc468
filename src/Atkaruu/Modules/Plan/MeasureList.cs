namespace Atkaruu.Modules.Plan;

/// <summary>Measures as a short table on the pages of places and bodies: official words, deadline, state.</summary>
/// <param name="Caption">For readers of the page aloud.</param>
/// <param name="Heading">Of the second column; null when there is none.</param>
public sealed record MeasureList(PlanInForce Plan, DateOnly Today, string Caption, IEnumerable<MeasureLine> Lines, string? Heading = null);

/// <param name="Note">Stands in the second column: for whom, who leads.</param>
/// <param name="Href">Where the note leads, without the language: /bodies/RMA.</param>
public sealed record MeasureLine(Measure Measure, string Note = "", string? Href = null);
