using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Papers.Amendment;

/// <summary>A measure as it stands in an edition, beside what it was in the one before.</summary>
/// <param name="Now">Its words; for one that is struck out, those it had.</param>
/// <param name="Was">Null for one that was not there.</param>
/// <param name="StruckBy">The edition that took it out; null while it stands.</param>
internal sealed record MeasureText(Measure Measure, Wording Now, Wording? Was, Edition? StruckBy, string Section, string Task)
{
    /// <summary>Fields of the official table in its order: old and new.</summary>
    public IReadOnlyList<(Field Field, string Was, string Now)> Fields =>
    [
        (Field.Number, Was?.Number ?? "", Now.Number ?? ""), (Field.Task, Was is null ? "" : Was.Task, Task), (Field.Title, Was?.Title ?? "", Now.Title),
        (Field.Schedule, Was?.ScheduleText ?? "", Now.ScheduleText), (Field.Result, Was?.ExpectedResult ?? "", Now.ExpectedResult), (Field.Responsible, Was?.ResponsibleText ?? "", Now.ResponsibleText),
    ];

    /// <summary>The fields whose words the edition changed.</summary>
    public IEnumerable<Field> Changed => Was is null ? [] : Fields.Where(f => f.Was != f.Now).Select(f => f.Field);
}

/// <summary>The words of a plan in one of its editions, in the order of the document; what was ever struck out stands where it stood.</summary>
/// <param name="Before">The edition before; null for the first.</param>
internal sealed record EditionText(Edition Edition, Edition? Before, IReadOnlyList<MeasureText> Measures)
{
    /// <summary>What this edition put in, changed or took out.</summary>
    public IEnumerable<MeasureText> Changes => Before is null ? [] : Measures.Where(IsChanged);

    public bool IsAdded(MeasureText text) => Before is not null && text.StruckBy is null && text.Was is null;
    public bool IsStruckNow(MeasureText text) => text.StruckBy?.Id == Edition.Id;
    public static bool IsReworded(MeasureText text) => text.StruckBy is null && text.Changed.Any();

    private bool IsChanged(MeasureText text) => IsAdded(text) || IsStruckNow(text) || IsReworded(text);

    public static EditionText Of(PlanInForce plan, Edition edition)
    {
        var numbers = plan.Editions.ToDictionary(e => e.Id);
        var before = plan.Editions.LastOrDefault(e => e.Number < edition.Number);
        List<MeasureText> texts = [];
        foreach (var measure in plan.Measures)
        {
            List<Wording> until = [.. plan.Wordings[measure.Id].Where(w => numbers[w.EditionId].Number <= edition.Number).OrderBy(w => numbers[w.EditionId].Number)];
            if (until.Count == 0) continue;
            var now = until[^1];
            var was = until.FindLast(w => numbers[w.EditionId].Number < edition.Number);
            var named = until.FindLast(w => w.Task.Length > 0) ?? now; // a row that strikes out has no headings of its own
            texts.Add(new(measure, now, was is { Change: WordingChange.StruckOut } && now.EditionId == edition.Id ? null : was,
                now.Change == WordingChange.StruckOut ? numbers[now.EditionId] : null, named.Section, named.Task));
        }
        return new(edition, before, InOrder(texts));
    }

    /// <summary>Under the headings of the edition in their order; a struck-out measure before the one that has taken its place.</summary>
    private static List<MeasureText> InOrder(List<MeasureText> texts)
    {
        Dictionary<(string, string), int> headings = [];
        foreach (var text in texts.Where(text => text.StruckBy is null).OrderBy(text => text.Now.Ordinal)) headings.TryAdd((text.Section, text.Task), text.Now.Ordinal);
        foreach (var text in texts.Where(text => text.StruckBy is not null).OrderBy(text => text.Now.Ordinal)) headings.TryAdd((text.Section, text.Task), text.Now.Ordinal);
        return [.. texts.OrderBy(text => headings[(text.Section, text.Task)]).ThenBy(text => text.Task, StringComparer.Ordinal).ThenBy(text => text.Now.Ordinal).ThenBy(text => text.StruckBy is null)];
    }
}
