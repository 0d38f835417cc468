using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Progress;

/// <summary>One line of the arithmetic behind a share: what it is, what it weighs, how far it got.</summary>
/// <param name="Weight">Parts are weighed against each other; points of 100 for the phases of works.</param>
/// <param name="Share">0…1; null where nothing has been told, which is not 0.</param>
public sealed record Term(
    decimal Weight, decimal? Share, Guid? Indicator = null, int? Year = null, WorksPhase? Phase = null, ActionStep? Step = null,
    Span? Period = null, string? Body = null, decimal? Actual = null, decimal? Baseline = null, decimal? Target = null);

/// <summary>How far a measure has got by its own proof of completion.</summary>
/// <param name="Share">0…1; null where that cannot be said honestly.</param>
/// <param name="Terms">The arithmetic, line by line.</param>
/// <param name="ThisYear">For what is owed by years: how much of the running year's instalment is there.</param>
public sealed record Attained(decimal? Share, IReadOnlyList<Term> Terms, decimal? ThisYear = null)
{
    public static readonly Attained Nothing = new(null, []);

    /// <summary>Published weights of the phases of works, points of 100.</summary>
    public static readonly IReadOnlyDictionary<WorksPhase, decimal> PhaseWeights = new Dictionary<WorksPhase, decimal>
    {
        [WorksPhase.Land] = 5, [WorksPhase.Design] = 10, [WorksPhase.Expertise] = 5, [WorksPhase.Funding] = 10,
        [WorksPhase.Tender] = 10, [WorksPhase.Contract] = 5, [WorksPhase.Construction] = 45, [WorksPhase.Commissioning] = 10,
    };

    /// <summary>How far each step of an action is, 0…1.</summary>
    public static readonly IReadOnlyDictionary<ActionStep, decimal> StepShares = new Dictionary<ActionStep, decimal>
    {
        [ActionStep.Preparing] = 0.25m, [ActionStep.Agreeing] = 0.5m, [ActionStep.Adopted] = 0.75m, [ActionStep.Working] = 1,
    };

    /// <param name="told">What counts (<see cref="MeasureFacts.ToldAt"/>), oldest first.</param>
    /// <param name="until">The last day that counts.</param>
    /// <param name="owed">For a continuous measure: the periods for which a return was owed by then.</param>
    public static Attained At(Promise promise, IReadOnlyList<Told> told, DateOnly until, IReadOnlyList<Span> owed)
    {
        if (told.Any(t => t.Period.To > until)) told = [.. told.Where(t => t.Period.To <= until)];
        return promise switch
        {
            { ByYears: true } => ByYears(promise, told, until),
            { Kind: MeasureKind.Works } => Works(promise, told),
            { Kind: MeasureKind.Action } => Action(promise, told),
            { Kind: MeasureKind.Continuous } => Continuous(promise, told, owed),
            _ => Quantity(promise, told, until),
        };
    }

    /// <summary>Weighted mean; null while a part that weighs something is null: an unreported part flatters nobody.</summary>
    public static decimal? Mean(IEnumerable<Term> terms)
    {
        decimal sum = 0, weight = 0;
        foreach (var term in terms.Where(t => t.Weight > 0))
        {
            if (term.Share is not { } share) return null;
            (sum, weight) = (sum + term.Weight * share, weight + term.Weight);
        }
        return weight == 0 ? null : sum / weight;
    }

    /// <summary>
    /// Phases before the one told of are over; construction counts by its physical per cent, every other phase when it is over.
    /// </summary>
    public static decimal PhaseShare(WorksPhase of, WorksPhase now, decimal? percent) =>
        of < now ? 1
        : of > now ? 0
        : of == WorksPhase.Construction ? Math.Clamp((percent ?? 0) / 100, 0, 1)
        : percent >= 100 ? 1 : 0;

    private static Attained Works(Promise promise, IReadOnlyList<Told> told)
    {
        var parts = promise.Leads.Select(body => (Body: body, Last: told.LastOrDefault(t => t.Body == body && t.Phase is not null))).ToList();
        if (parts is [(_, var only)])
        {
            if (only is null) return Nothing;
            Term[] phases = [.. PhaseWeights.Select(w => new Term(w.Value, PhaseShare(w.Key, only.Phase!.Value, only.Percent), Phase: w.Key))];
            return new(Mean(phases), phases);
        }
        return Together(parts.Select(p => new Term(1, p.Last is { } last
            ? Mean(PhaseWeights.Select(w => new Term(w.Value, PhaseShare(w.Key, last.Phase!.Value, last.Percent)))) : null, Body: p.Body, Phase: p.Last?.Phase, Actual: p.Last?.Percent)));
    }

    private static Attained Action(Promise promise, IReadOnlyList<Told> told) =>
        Together(promise.Leads.Select(body => told.LastOrDefault(t => t.Body == body && t.Step is not null) is { } last
            ? new Term(1, StepShares[last.Step!.Value], Step: last.Step, Body: body) : new Term(1, null, Body: body)));

    private static Attained Quantity(Promise promise, IReadOnlyList<Told> told, DateOnly until) =>
        Together(promise.Judged.Select(i => OfIndicator(i, told, until, i.Target, null)));

    private static Attained ByYears(Promise promise, IReadOnlyList<Told> told, DateOnly until)
    {
        Term[] owed = [.. promise.YearsOwed(until).Select(year => Instalment(promise, told, year))];
        var running = promise.Years.Contains(until.Year) ? Mean(Yearly(promise, told, until, until.Year)) : null;
        // A year nobody spoke of is not closed, but before anybody has spoken of any there is nothing to say.
        return new(told.Count == 0 || owed.Length == 0 ? null : owed.Sum(t => t.Share ?? 0) / owed.Length, owed, told.Any(t => t.Period.Year == until.Year) ? running : null);
    }

    /// <summary>
    /// Whether a year's part is there: every indicator with a target for the year has reached it, or, where the plan names no
    /// number, everybody that leads has told at the year's end of something done.
    /// </summary>
    private static Term Instalment(Promise promise, IReadOnlyList<Told> told, int year)
    {
        if (!told.Any(t => t.Period.Year == year)) return new(1, null, Year: year);
        Term[] numbers = [.. Yearly(promise, told, Promise.Fall(year), year)];
        var closed = numbers.Length > 0
            ? numbers.All(n => n.Share == 1)
            : promise.Leads.Count > 0 && promise.Leads.All(body => told.Any(t => t.Body == body && t.Period.To == Promise.Fall(year) && !t.NoChange));
        return numbers is [var single] ? single with { Weight = 1, Share = closed ? 1 : 0 } : new(1, closed ? 1 : 0, Year: year);
    }

    private static IEnumerable<Term> Yearly(Promise promise, IReadOnlyList<Told> told, DateOnly until, int year) =>
        promise.Yearly.Where(i => i.TargetIn(year) is not null).Select(i => OfIndicator(i, told, until, i.TargetIn(year), year));

    private static Term OfIndicator(Indicator indicator, IReadOnlyList<Told> told, DateOnly until, decimal? target, int? year)
    {
        var actual = Totals.At(indicator.Accumulation, ReadingsOf(indicator, told), until);
        return new(indicator.Weight, Attainment.Of(actual, indicator.Baseline, target, indicator.Direction), indicator.Id, year, Actual: actual, Baseline: indicator.Baseline, Target: target);
    }

    public static IEnumerable<Reading> ReadingsOf(Indicator indicator, IEnumerable<Told> told) =>
        told.SelectMany(t => t.Values.Where(v => v.Indicator == indicator.Id).Select(v => v.Reading));

    private static Attained Continuous(Promise promise, IReadOnlyList<Told> told, IReadOnlyList<Span> owed)
    {
        Term[] periods = [.. owed.Select(period => new Term(1, promise.Leads.Count > 0 && promise.Leads.All(body => told.Any(t => t.Body == body && t.Period == period && t.Evidenced)) ? 1 : 0, Period: period))];
        return told.Count == 0 ? new(null, periods) : new(Mean(periods), periods);
    }

    private static Attained Together(IEnumerable<Term> terms)
    {
        Term[] all = [.. terms];
        return new(Mean(all), all);
    }
}
