using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;

namespace Atkaruu.Modules.Plan;

/// <summary>The plan in force as a file: what <c>plan.yaml</c> holds, ready to be written, checked or adopted elsewhere.</summary>
public static class PlanExport
{
    public static PlanFile ToFile(this PlanInForce plan) => new()
    {
        Programme = new()
        {
            Code = plan.Programme.Code,
            Prefix = plan.Programme.Prefix,
            District = plan.Programme.District,
            FromYear = plan.Programme.FromYear,
            ToYear = plan.Programme.ToYear,
            Title = plan.Programme.Title,
            Act = plan.Edition.Act,
            Headings = plan.Programme.Headings,
            Signers = plan.Programme.Signers,
        },
        Sections = [.. plan.Sections.Select(section => new SectionInFile
        {
            Title = section.Title, Level = section.Level,
            Tasks = [.. plan.Tasks.Where(t => t.SectionId == section.Id).Select(task => new TaskInFile
            {
                Title = task.Title,
                Measures = [.. plan.Measures.Where(m => m.TaskId == task.Id && m.State != MeasureState.StruckOut).Select(m => Row(plan, m))],
            })],
        })],
    };

    private static MeasureInFile Row(PlanInForce plan, Measure measure) => new()
    {
        Code = measure.Code,
        Number = measure.Number,
        Title = measure.Title,
        Schedule = measure.Schedule,
        Result = measure.ExpectedResult,
        Responsible = measure.ResponsibleText,
        Kind = measure.Kind,
        ShortName = measure.ShortName,
        Lead = measure.Bodies.FirstOrDefault(b => b.Role == BodyRole.Lead)?.Body,
        Bodies = [.. measure.Bodies.OrderBy(b => b.Order).Select(b => b.Body)],
        Places = [.. measure.Places.OrderBy(p => p.Order).Select(p => p.Place)],
        Amounts = measure.Amounts,
        Indicators = [.. plan.Indicators(measure).Select(Row)],
        Sdg = measure.Sdg,
        Cofog = measure.Cofog,
        Dac = measure.Dac,
        Note = measure.Note,
    };

    private static IndicatorInFile Row(Indicator indicator) => new()
    {
        Name = indicator.Name,
        Unit = indicator.Unit,
        Accumulation = indicator.Accumulation.ToString(),
        Direction = indicator.Direction.ToString(),
        Decimals = indicator.Decimals,
        Baseline = Plain(indicator.Baseline),
        Target = Plain(indicator.Target),
        Targets = indicator.YearTargets.ToDictionary(t => t.Year, t => t.Value),
        Source = indicator.Source,
    };

    /// <summary>275.0000, as a database gives it back, is 275.</summary>
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000000000000000m;
}
