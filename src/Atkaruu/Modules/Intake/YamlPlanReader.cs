using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Tables;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// A plan.yaml seen as a document: only the words that stood on paper, in the columns of the official table. What a coordinator
/// added to them is read by <see cref="PlanYaml"/>.
/// </summary>
internal static class YamlPlanReader
{
    private static readonly SourceColumn[] Columns =
    [
        new(ColumnRole.Number, "№ п.п."), new(ColumnRole.Task, "милдеттер"), new(ColumnRole.Title, "Чаралар /аракеттер"),
        new(ColumnRole.Schedule, "Ишке ашыруу мөөнөтү"), new(ColumnRole.Result, "Күтүлүүчү жыйынтыктар"), new(ColumnRole.Responsible, "Жооптуу аткаруучулар"),
    ];

    /// <exception cref="IntakeException">Not a plan.yaml, with line and field.</exception>
    public static SourceDocument Read(string yaml, string fileName)
    {
        var plan = Open(yaml, fileName);
        return new(fileName, SourceFormat.Yaml, plan.Programme.Headings, Columns, [.. Rows(plan)],
            [.. plan.Programme.Signers.Select(s => $"{s.Post} {s.Name}")]);
    }

    private static PlanFile Open(string yaml, string fileName)
    {
        try
        {
            return PlanYaml.Read(yaml, fileName);
        }
        catch (RuleException no) when (no is not IntakeException)
        {
            throw new IntakeException(no.Sentence);
        }
    }

    private static IEnumerable<SourceRow> Rows(PlanFile plan)
    {
        var ordinal = 0;
        foreach (var section in plan.Sections)
        {
            yield return new SectionRow("", section.Title.Ky);
            foreach (var task in section.Tasks)
                for (var i = 0; i < task.Measures.Count; i++)
                    yield return Row(task.Measures[i], i == 0 ? task.Title.Ky : "", ++ordinal);
        }
    }

    private static MeasureRow Row(MeasureInFile measure, string task, int ordinal) => new(
        Where.Say(new Message("intake.where.measure", ordinal.ToString(CultureInfo.InvariantCulture))),
        new(measure.Number ?? ""), new(task), new(measure.Title.Ky), new(measure.Schedule.Text), new(measure.Result.Ky), new(measure.Responsible));
}
