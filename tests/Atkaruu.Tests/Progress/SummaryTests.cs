using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using CsCheck;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>Roll-ups: what well-known systems got wrong for years is here as facts.</summary>
public class SummaryTests
{
    [Fact]
    public void A_mean_never_stands_without_how_many_it_is_of()
    {
        var summary = Summary.Of([Works(WorksPhase.Commissioning, 100), Works(WorksPhase.Design, 0), Untold()]);
        Assert.Equal((3, 2, 0.525m), (summary.Count, summary.Told, summary.Reported)); // the third is not 0 % and does not vanish
    }

    [Fact]
    public void Nothing_told_is_no_mean() => Assert.Equal((1, 0, null), (Summary.Of([Untold()]).Count, Summary.Of([Untold()]).Told, Summary.Of([Untold()]).Reported));

    [Fact]
    public void A_sum_is_never_shown_as_a_mean() => // two children at 60 % are not 120 %
        Assert.Equal(0.45m, Summary.Of([Works(WorksPhase.Construction, 0), Works(WorksPhase.Construction, 0)]).Reported);

    [Fact]
    public void Executed_of_due_counts_measures_and_not_shares()
    {
        var summary = Summary.Of([Judge(Short, Facts(Told("2025-Q4", phase: WorksPhase.Commissioning, percent: 100)), "2026-03-01"), Judge(Short, Facts(Told("2025-Q4", phase: WorksPhase.Construction, percent: 99)), "2026-03-01"), Untold()]);
        Assert.Equal((3, 2, 1, 0), (summary.Count, summary.Due, summary.Executed, summary.ExecutedVerified));
    }

    [Fact]
    public void The_mean_of_the_parts_lies_between_them() => Histories.Told.List[1, 8].Sample(all =>
    {
        var parts = all.Select(h => Judge(h.Promise, Facts([.. h.Told]), "2028-01-15")).ToList();
        var summary = Summary.Of(parts);
        var shares = parts.Select(p => p.Share).OfType<decimal>().ToList();
        return summary.Executed <= summary.Due && summary.Due <= summary.Count && summary.States.Values.Sum() == summary.Count
            && (shares.Count == 0 ? summary.Reported is null : summary.Reported >= shares.Min() - 0.0001m && summary.Reported <= shares.Max() + 0.0001m);
    });

    private static readonly Promise Short = Promise(MeasureKind.Works, "2025-01-01", "2025-12-31");

    private static MeasureProgress Works(WorksPhase phase, int percent) => Judge(Promise(MeasureKind.Works), Facts(Told("2026-Q1", phase: phase, percent: percent)), "2026-05-01");

    private static MeasureProgress Untold() => Judge(Promise(MeasureKind.Works), MeasureFacts.None, "2026-05-01");
}
