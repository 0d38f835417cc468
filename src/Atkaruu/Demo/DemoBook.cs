using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Demo;

/// <summary>How far a measure has really got in the story, and what its bodies say about it.</summary>
internal sealed class DemoBook(PlanInForce plan, Chance chance)
{
    internal static readonly (WorksPhase Phase, double Until)[] Phases =
    [
        (WorksPhase.Land, 0.05), (WorksPhase.Design, 0.15), (WorksPhase.Expertise, 0.2), (WorksPhase.Funding, 0.3),
        (WorksPhase.Tender, 0.4), (WorksPhase.Contract, 0.45), (WorksPhase.Construction, 0.9), (WorksPhase.Commissioning, 1),
    ];

    /// <summary>How much of a year's work is done by the end of each quarter: little in winter.</summary>
    private static readonly double[] Season = [0.08, 0.38, 0.85, 1];

    /// <summary>0…1 at the end of a quarter: the plan's time gone, at the pace of the one who leads.</summary>
    public double Truth(Measure measure, Span quarter)
    {
        var (start, end) = (measure.Schedule.StartIn(plan.Programme.FromYear), measure.Schedule.EndIn(plan.Programme.ToYear));
        var year = measure.Kind == MeasureKind.Works ? quarter.Year + Season[quarter.Number - 1] : quarter.Year + (quarter.Number / 4.0);
        var gone = (year - start.Year) / Math.Max(1, end.Year + 1 - start.Year);
        var pace = (plan.Lead(measure) is { } lead ? Character.Of(lead).Pace : 0.8) * chance.Of("pace", measure.Code).Between(0.6, 1.25);
        return Math.Clamp(gone * pace, 0, 1);
    }

    public ReturnWords Words(Duty duty, Span quarter, Character who, Random luck)
    {
        if (!duty.EntersValues)
            return luck.Happens(0.35) ? new() { NoPart = true } : new() { Done = DemoWords.Helped(luck) };

        var measure = duty.Measure;
        var (now, before) = (Said(measure, quarter, who), Said(measure, Earlier(quarter), who));
        if (measure.Kind is MeasureKind.Works or MeasureKind.Action && now - before < 0.004 && luck.Happens(0.8))
            return new ReturnWords { NoChange = true, NoChangeReason = luck.OneOf(DemoWords.NoChange) }.With(measure.Kind, now);

        var trouble = luck.Happens(0.3);
        return new ReturnWords
        {
            Done = DemoWords.Done(measure.Kind, measure.Kind == MeasureKind.Works ? At(now).Phase : null, now >= 1, Amount(measure, quarter, who), luck),
            Problems = trouble ? luck.OneOf(DemoWords.Problems) : "",
            Needs = trouble && luck.Happens(0.6) ? luck.OneOf(DemoWords.Needs) : "",
            NeedsFrom = trouble && luck.Happens(0.6) ? luck.OneOf(DemoWords.From) : "",
            NextStep = luck.Happens(0.6) ? luck.OneOf(DemoWords.Next) : "",
        }.With(measure.Kind, now);
    }

    public IEnumerable<Observation> Values(Duty duty, Span quarter, Character who, Random luck)
    {
        if (!duty.EntersValues) yield break;
        var sharers = Math.Max(1, plan.DutiesOf(duty.Measure).Count(d => d.Part == Part.Share));
        foreach (var indicator in plan.Indicators(duty.Measure))
        {
            if (!luck.Happens(0.85 + (who.Careful / 7)))
                continue; // forgotten: the check will say so
            else if (luck.Happens(0.04))
                yield return Observation.None(indicator.Id, luck.OneOf((NoData[])[NoData.NotCollected, NoData.Disputed, NoData.NotDueYet]));
            else
                yield return Observation.Of(indicator.Id, Value(duty.Measure, indicator, quarter, who) / (indicator.IsPercent ? 1 : sharers) is var number ? decimal.Round(number, indicator.Decimals) : 0);
        }
    }

    /// <summary>What a body says it has come to: the truth, and what it adds to it.</summary>
    internal double Said(Measure measure, Span quarter, Character who) => quarter.Year < plan.Programme.FromYear ? 0 : Math.Min(1, Truth(measure, quarter) * (1 + who.Boasts));

    private decimal Value(Measure measure, Indicator indicator, Span quarter, Character who)
    {
        var (now, before) = (Said(measure, quarter, who), Said(measure, Earlier(quarter), who));
        var target = (double)(indicator.Target ?? indicator.TargetIn(quarter.Year) ?? (indicator.YearTargets.Count > 0 ? indicator.YearTargets[^1].Value : 10));
        return (decimal)(indicator.Accumulation switch
        {
            Accumulation.Increments => target * Math.Max(0, now - before),
            Accumulation.RunningTotal => target * now,
            Accumulation.Yearly => (double)(indicator.TargetIn(quarter.Year) ?? (decimal)target) * who.Pace * (Season[quarter.Number - 1] - (quarter.Number == 1 ? 0 : Season[quarter.Number - 2])),
            _ => target * (0.62 + (0.38 * now)),
        });
    }

    private string Amount(Measure measure, Span quarter, Character who) =>
        plan.Indicators(measure).FirstOrDefault() is { } indicator
            ? Web.Texts.All.Say("ky", "unit." + indicator.Unit, decimal.Round(Value(measure, indicator, quarter, who), indicator.Decimals))
            : "пландалган иштер";

    private static Span Earlier(Span quarter) => quarter.Number == 1 ? new(quarter.Year - 1, SpanKind.Quarter, 4) : quarter with { Number = quarter.Number - 1 };

    internal static (WorksPhase Phase, decimal Percent) At(double progress)
    {
        var from = 0.0;
        foreach (var (phase, until) in Phases)
        {
            if (progress < until || phase == WorksPhase.Commissioning) return (phase, Math.Clamp(decimal.Round((decimal)((progress - from) / (until - from) * 100), 0), 0, 100));
            from = until;
        }
        throw new InvalidOperationException("The last phase ends at 1.");
    }
}

internal static class DemoProgress
{
    /// <summary>The same words with the phase or the step that a share of the way amounts to.</summary>
    public static ReturnWords With(this ReturnWords words, MeasureKind kind, double progress) => kind switch
    {
        MeasureKind.Works when DemoBook.At(progress) is var (phase, percent) => words with { Phase = phase, PhysicalPercent = percent },
        MeasureKind.Action => words with { Step = progress switch { < 0.25 => ActionStep.Preparing, < 0.5 => ActionStep.Agreeing, < 0.9 => ActionStep.Adopted, _ => ActionStep.Working } },
        _ => words,
    };
}
