using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Reporting;

/// <summary>What has been published about one measure, as its page shows it: beside the promise, and period by period.</summary>
/// <param name="All">Every published return, corrected ones too; newest period first, newest edition of each first.</param>
public sealed record ReportedFacts(PlanInForce Plan, Measure Measure, IReadOnlyList<PublishedReturn> All)
{
    /// <summary>The returns that count: the newest edition of each.</summary>
    public IReadOnlyList<PublishedReturn> Newest => [.. All.GroupBy(p => (p.Period, p.Return.Body)).Select(same => same.First())];

    public IEnumerable<(Span Period, IReadOnlyList<PublishedReturn> Returns)> ByPeriod =>
        Newest.GroupBy(p => p.Period).Select(g => (g.Key, (IReadOnlyList<PublishedReturn>)[.. g]));

    /// <summary>The latest word of those that lead it.</summary>
    public PublishedReturn? Last => Newest.FirstOrDefault(p => p.Return.Part != Part.Contribution);

    /// <summary>What the newest edition replaced: nothing published is ever hidden.</summary>
    public IEnumerable<PublishedReturn> Replaced(PublishedReturn by) => All.Where(p => p.Period == by.Period && p.Return.Body == by.Return.Body && p.Return.Edition < by.Return.Edition);

    /// <summary>The one figure to stand beside the promise: a total, a phase, a step; null where words are all there is.</summary>
    public string? Figure(PageText text)
    {
        if (Last is not { } last) return null;
        if (Plan.Indicators(Measure).FirstOrDefault(i => i.Target is not null || i.YearTargets.Count > 0) is { } promise && Total(promise) is { } total)
            return text.Quantity(total, promise.Unit, promise.Decimals);
        if (Newest.Where(p => p.Return.Part != Part.Contribution).Select(p => p.Return.Words).FirstOrDefault(w => w.Phase is not null || w.Step is not null) is not { } words) return null;
        return words switch
        {
            { Phase: { } phase, PhysicalPercent: { } percent } => text.Say("measure.reported.phase", text.Say("return.phase." + phase.ToString().ToLowerInvariant()), percent),
            { Phase: { } phase } => text.Say("return.phase." + phase.ToString().ToLowerInvariant()),
            { Step: { } step } => text.Say("return.step." + step.ToString().ToLowerInvariant()),
            _ => null,
        };
    }

    /// <summary>
    /// How much of it is built, by the last day of each published period, oldest first: the physical per cent of the construction, nothing
    /// before it and all after it; the mean where several report. Null where a period says no phase.
    /// </summary>
    public IReadOnlyList<(DateOnly On, decimal? Percent)> Built =>
        [.. ByPeriod.Reverse().Select(p => (p.Period.To, p.Returns.Where(r => r.Return.Part != Part.Contribution).Select(r => BuiltSo(r.Return.Words)).Average()))];

    private static decimal? BuiltSo(ReturnWords words) => words switch
    {
        { Phase: WorksPhase.Construction } => words.PhysicalPercent,
        { Phase: WorksPhase.Commissioning } => 100,
        { Phase: not null } => 0,
        _ => null,
    };

    /// <summary>What an indicator has come to by the last published period.</summary>
    public decimal? Total(Indicator indicator) => Last is not { } last ? null : Totals.At(indicator.Accumulation,
        Newest.SelectMany(p => p.Return.Values.Where(v => v.IndicatorId == indicator.Id).Select(v => Reading.Of(p.Period, p.Return.Body, v))), last.Period.To);
}
