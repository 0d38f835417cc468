namespace Atkaruu.Modules.Plan.Measures;

/// <summary>The words of a measure in one edition.</summary>
public sealed record EditionWording(Edition Edition, Wording Wording);

/// <summary>The words of a measure in every edition, newest first.</summary>
public sealed record MeasureHistory(IReadOnlyList<EditionWording> Wordings)
{
    /// <summary>The edition that gave it the promise it has now: since then its title, deadline and expected result are the same.</summary>
    public Edition? SetBy => Wordings.TakeWhile(w => Asked(w) == Asked(Wordings[0])).LastOrDefault()?.Edition;

    private static (string, string, string) Asked(EditionWording of) => (of.Wording.Title, of.Wording.ScheduleText, of.Wording.ExpectedResult);

    public static MeasureHistory Of(PlanInForce plan, Measure measure) =>
        new([.. plan.Editions.Join(plan.Wordings[measure.Id], e => e.Id, w => w.EditionId, (edition, wording) => new EditionWording(edition, wording)).OrderByDescending(w => w.Edition.Number)]);
}
