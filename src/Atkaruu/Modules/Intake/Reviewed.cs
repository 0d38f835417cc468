using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>A reviewed plan as a draft: the document's words, read as any document's are, with the reviewed meaning laid over the guessed one.</summary>
internal static class Reviewed
{
    public static PlanDraft Draft(PlanFile plan, Vocabulary vocabulary)
    {
        var programme = plan.Programme;
        var draft = Understanding.Understand(Document(plan), vocabulary);
        var rows = plan.Rows().Select(r => r.Measure).ToList();
        var act = programme.Act;
        return draft with
        {
            Programme = new(programme.Title.Ky, programme.FromYear, programme.ToYear,
                new ActDraft(act.Text, act.Body, act.Number, act.Date, act.Year, act.Annex),
                [.. programme.Signers.Select(s => new Signatory(s.Post, s.Name))]),
            Measures = [.. draft.Measures.Zip(rows, Over)],
        };

        MeasureDraft Over(MeasureDraft guessed, MeasureInFile reviewed) => guessed with
        {
            Schedule = reviewed.Schedule,
            Responsible = guessed.Responsible with { Lead = reviewed.Lead, Bodies = reviewed.Bodies, Unknown = [] },
            Amounts = reviewed.Amounts,
            Places = [.. reviewed.Places.Select(code => SoateOf(code, vocabulary)).OfType<string>().Distinct()],
            Confidence = 1,
            Notes = [],
        };
    }

    /// <summary>The cells of the reviewed file, as if they had been read from a table.</summary>
    public static SourceDocument Document(PlanFile plan)
    {
        List<SourceRow> rows = [];
        foreach (var (section, s) in plan.Sections.Select((section, i) => (section, i + 1)))
        {
            rows.Add(new SectionRow($"section {s}", section.Title.Ky));
            foreach (var task in section.Tasks)
                foreach (var (first, measure) in task.Measures.Select((m, i) => (i == 0, m)))
                    rows.Add(new MeasureRow(
                        measure.Code ?? "", new(measure.Number ?? ""), first ? new(task.Title.Ky) : SourceCell.Empty, new(measure.Title.Ky),
                        new(measure.Schedule.Text), new(measure.Result.Ky), new(measure.Responsible)));
        }
        ColumnRole[] roles = [ColumnRole.Number, ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Result, ColumnRole.Responsible];
        return new("plan.yaml", SourceFormat.Yaml, [plan.Programme.Act.Text, plan.Programme.Title.Ky],
            [.. roles.Zip(plan.Programme.Headings, (role, heading) => new SourceColumn(role, heading))], rows,
            [.. plan.Programme.Signers.Select(s => $"{s.Post}    {s.Name}")]);
    }

    /// <summary>A site has no SOATE code of its own: it stands for the place it lies in.</summary>
    private static string? SoateOf(string code, Vocabulary vocabulary) =>
        code.Length == 14 && code.All(char.IsAsciiDigit) ? code : vocabulary.Places.FirstOrDefault(p => p.Code == code)?.Parent;
}
