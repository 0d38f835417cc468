using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// A draft, read from a signed document, as a plan that can be adopted. Where a plan is in force already, each row of the
/// draft is laid beside the measure it continues (same words, or nearly), keeps that measure's code and what the
/// coordinator added to it, and loses only what its new words make untrue: a translation of words that have changed.
/// </summary>
public static class DraftFile
{
    /// <param name="draft">What was understood.</param>
    /// <param name="current">The plan in force; null when this is the first.</param>
    /// <param name="district">SOATE code of the district, for a first plan.</param>
    public static PlanFile Make(PlanDraft draft, PlanFile? current, string district)
    {
        var before = current?.Rows().Select(r => r.Measure).ToList() ?? [];
        var pairs = Continuation.Match(draft.Measures, before);
        var sections = draft.Measures
            .GroupAdjacent(m => m.Section)
            .Select(section => new SectionInFile
            {
                Title = Kept(section.Key, current?.Sections.Select(s => s.Title)),
                Level = LevelOf(section.Key),
                Tasks = [.. section.GroupAdjacent(m => m.Task).Select(task => new TaskInFile
                {
                    Title = Kept(task.Key, current?.Sections.SelectMany(s => s.Tasks).Select(t => t.Title)),
                    Measures = [.. task.Select(m => Row(m, pairs.GetValueOrDefault(m.Ordinal)))],
                })],
            });

        return new() { Programme = Programme(draft, current?.Programme, district), Sections = [.. sections] };
    }

    private static ProgrammeInFile Programme(PlanDraft draft, ProgrammeInFile? current, string district)
    {
        var read = draft.Programme;
        var act = read.Act is { } a ? new Act("буйрук", a.Body ?? "", a.Number, a.Date, a.Year, a.Annex, a.Text) : new Act("буйрук", "", null, null, null, null, "");
        var signers = read.Signatories.Select(s => new Signer(s.Post, s.Name)).ToList();
        if (current is not null) return current with { Act = act, Signers = signers.Count > 0 ? signers : current.Signers };

        var from = read.FromYear ?? draft.Measures.Min(m => m.Schedule.From?.Year) ?? throw new RuleException(new("adopt.no-years"));
        var to = read.ToYear ?? draft.Measures.Max(m => m.Schedule.To?.Year) ?? from;
        return new()
        {
            Code = $"plan-{district}-{from}-{to}",
            Prefix = "M",
            District = district,
            FromYear = from,
            ToYear = to,
            Title = new(read.Title),
            Act = act,
            Headings = [.. draft.Source.Columns.Select(c => c.Heading)],
            Signers = signers,
        };
    }

    private static MeasureInFile Row(MeasureDraft draft, MeasureInFile? before)
    {
        var row = before ?? new MeasureInFile
        {
            Title = new(draft.Title),
            Schedule = draft.Schedule,
            Result = new(draft.ExpectedResult),
            Responsible = "",
            Kind = KindOf(draft),
            ShortName = new(Shortened(draft.Title)),
        };
        return row with
        {
            Number = draft.Number,
            Title = Renewed(row.Title, draft.Title),
            Schedule = row.Schedule.Text == draft.Schedule.Text ? row.Schedule : draft.Schedule,
            Result = Renewed(row.Result, draft.ExpectedResult),
            Responsible = draft.Responsible.Text,
            Lead = row.Responsible == draft.Responsible.Text ? row.Lead : draft.Responsible.Lead,
            Bodies = row.Responsible == draft.Responsible.Text ? row.Bodies : draft.Responsible.Bodies,
            Places = row.Title.Ky == draft.Title && before is not null ? row.Places : [.. draft.Places, .. draft.Sites],
            Amounts = row.Title.Ky == draft.Title && before is not null ? row.Amounts : draft.Amounts,
        };
    }

    /// <summary>A first guess by the words; a coordinator decides.</summary>
    private static MeasureKind KindOf(MeasureDraft draft) => draft.Schedule.Kind switch
    {
        ScheduleKind.EveryYear => MeasureKind.Recurring,
        ScheduleKind.Continuous => MeasureKind.Continuous,
        _ when BuildingWords.Any(word => draft.Title.Contains(word, StringComparison.OrdinalIgnoreCase)) => MeasureKind.Works,
        _ when draft.Quantities.Count > 0 => MeasureKind.Quantity,
        _ => MeasureKind.Action,
    };

    private static readonly string[] BuildingWords =
        ["куруу", "курулуш", "салуу", "оңдоо", "асфальт", "реконструкция", "бекемдөө", "строительств", "ремонт", "капитальн"];

    private static Words Renewed(Words old, string now) => old.Ky == now ? old : new(now);

    private static Words Kept(string text, IEnumerable<Words>? known) => known?.FirstOrDefault(w => w.Ky == text) ?? new(text);

    private static int LevelOf(string section) => Math.Max(1, section.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count(char.IsAsciiDigit) - 1);

    private static string Shortened(string title) =>
        title.Length <= 60 ? title : title[..(title.LastIndexOf(' ', 60) is > 20 and var cut ? cut : 60)] + "…";
}

internal static class Adjacent
{
    /// <summary>Groups neighbours with the same key; the same key further down begins a new group, as in a document.</summary>
    public static IEnumerable<IGrouping<string, T>> GroupAdjacent<T>(this IEnumerable<T> rows, Func<T, string> key)
    {
        List<T> group = [];
        foreach (var row in rows)
        {
            if (group.Count > 0 && key(group[0]) != key(row))
            {
                yield return Group(group, key(group[0]));
                group = [];
            }
            group.Add(row);
        }
        if (group.Count > 0) yield return Group(group, key(group[0]));
    }

    private static IGrouping<string, T> Group<T>(List<T> rows, string key) => rows.GroupBy(_ => key).Single();
}
