using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using CsCheck;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>The worked examples of docs/domain.md, and what must hold for every measure.</summary>
public class AttainedTests
{
    private static readonly DateOnly Autumn = new(2026, 9, 30);

    [Fact]
    public void Works_count_their_phases_and_construction_by_its_physical_percent()
    {
        var attained = Attained.At(Promise(MeasureKind.Works), [Told("2026-Q3", phase: WorksPhase.Construction, percent: 42)], Autumn, []);

        Assert.Equal(0.639m, attained.Share); // 5 + 10 + 5 + 10 + 10 + 5 + 45 × 42 % = 63,9
        Assert.Equal(100, attained.Terms.Sum(t => t.Weight));
        Assert.Equal(18.9m, attained.Terms.Where(t => t.Phase == WorksPhase.Construction).Sum(t => t.Weight * t.Share));
    }

    [Theory]
    [InlineData(WorksPhase.Land, 50, 0)] // a phase that is not over counts nothing
    [InlineData(WorksPhase.Land, 100, 5)]
    [InlineData(WorksPhase.Design, 0, 5)]
    [InlineData(WorksPhase.Construction, 100, 90)]
    [InlineData(WorksPhase.Commissioning, 99, 90)]
    [InlineData(WorksPhase.Commissioning, 100, 100)]
    public void A_phase_counts_when_it_is_over(WorksPhase phase, int percent, int points) =>
        Assert.Equal(points / 100m, Attained.At(Promise(MeasureKind.Works), [Told("2026-Q3", phase: phase, percent: percent)], Autumn, []).Share);

    [Fact]
    public void Construction_told_of_without_a_percent_adds_nothing() =>
        Assert.Equal(0.45m, Attained.At(Promise(MeasureKind.Works), [Told("2026-Q3", phase: WorksPhase.Construction)], Autumn, []).Share);

    [Fact]
    public void A_return_that_says_no_change_leaves_the_phase_where_it_was() =>
        Assert.Equal(0.639m, Attained.At(Promise(MeasureKind.Works), [Told("2026-Q2", phase: WorksPhase.Construction, percent: 42), Told("2026-Q3", noChange: true)], Autumn, []).Share);

    [Fact]
    public void Where_a_group_leads_nothing_is_said_until_every_member_has_spoken()
    {
        var promise = Promise(MeasureKind.Works, leads: ["A", "B"]);
        Told[] one = [Told("2026-Q3", "A", WorksPhase.Commissioning, 100)];

        Assert.Null(Attained.At(promise, one, Autumn, []).Share);
        Assert.Equal(0.525m, Attained.At(promise, [.. one, Told("2026-Q3", "B", WorksPhase.Design, 10)], Autumn, []).Share); // (100 + 5) ÷ 2
    }

    [Fact]
    public void A_quantity_goes_from_its_baseline_to_its_target()
    {
        var water = Indicator(98, Accumulation.Level, baseline: 60);
        Assert.Equal(0.5m, Attained.At(Promise(MeasureKind.Quantity, indicators: [water]), [Told("2026-Q3", values: (water, 79))], Autumn, []).Share); // (79 − 60) ÷ (98 − 60)
    }

    [Fact]
    public void Several_indicators_are_weighed()
    {
        var (road, bridge) = (Indicator(100, weight: 3), Indicator(4, weight: 1));
        var attained = Attained.At(Promise(MeasureKind.Quantity, indicators: [road, bridge]), [Told("2026-Q3", values: [(road, 50), (bridge, 1)])], Autumn, []);
        Assert.Equal(0.4375m, attained.Share); // (3 × 50 % + 1 × 25 %) ÷ 4
    }

    /// <summary>A database average forgets what is null, so that whoever does not report flatters the parent.</summary>
    [Fact]
    public void An_indicator_nobody_reported_makes_the_whole_unknown_and_not_better()
    {
        var (road, bridge) = (Indicator(100), Indicator(4));
        var promise = Promise(MeasureKind.Quantity, indicators: [road, bridge]);

        Assert.Null(Attained.At(promise, [Told("2026-Q3", values: (road, 100))], Autumn, []).Share);
        Assert.Equal(1, Attained.At(Promise(MeasureKind.Quantity, indicators: [road, Indicator(4, weight: 0)]), [Told("2026-Q3", values: (road, 100))], Autumn, []).Share); // what weighs nothing hides nothing
    }

    [Fact]
    public void Instalments_closed_of_instalments_owed_and_this_year_beside_it()
    {
        var objects = Indicator(null, Accumulation.Yearly, years: [(2025, 3), (2026, 3), (2027, 3)]);
        var promise = Promise(MeasureKind.Recurring, "2025-01-01", "2027-12-31", [objects]);
        Told[] told = [Told("2025-Q2", values: (objects, 2)), Told("2025-Q4", values: (objects, 1)), Told("2026-Q2", values: (objects, 2))];

        var attained = Attained.At(promise, told, Autumn, []);
        Assert.Equal(1, attained.Share); // 1 of 1 owed: 2025
        Assert.Equal(2 / 3m, attained.ThisYear!.Value, 4);

        var later = Attained.At(promise, told, new(2026, 12, 31), []);
        Assert.Equal(0.5m, later.Share); // 2026 stayed at 2 of 3
        Assert.Equal([1m, 0m], later.Terms.Select(t => t.Share!.Value));
    }

    [Fact]
    public void A_recurring_measure_without_a_number_is_closed_by_what_was_told_at_the_years_end()
    {
        var promise = Promise(MeasureKind.Recurring, "2025-01-01", "2026-12-31");
        Assert.Equal(0, Attained.At(promise, [Told("2025-Q3")], Autumn, []).Share);
        Assert.Equal(0, Attained.At(promise, [Told("2025-Q4", noChange: true)], Autumn, []).Share);
        Assert.Equal(1, Attained.At(promise, [Told("2025-Q4")], Autumn, []).Share);
    }

    [Fact]
    public void An_action_goes_by_its_steps() =>
        Assert.Equal(0.75m, Attained.At(Promise(MeasureKind.Action), [Told("2026-Q2", step: ActionStep.Preparing), Told("2026-Q3", step: ActionStep.Adopted)], Autumn, []).Share);

    [Fact]
    public void A_continuous_measure_is_the_share_of_periods_reported_with_evidence()
    {
        IReadOnlyList<Span> owed = [.. Span.Of(2026, SpanKind.Quarter).Take(3)];
        Told[] told = [Told("2026-Q1"), Told("2026-Q2", evidenced: false), Told("2026-Q3")];
        Assert.Equal(2 / 3m, Attained.At(Promise(MeasureKind.Continuous), told, Autumn, owed).Share!.Value, 4);
    }

    [Fact]
    public void Before_anybody_has_told_anything_there_is_nothing_and_not_zero() => Assert.All(Enum.GetValues<MeasureKind>(), kind =>
        Assert.Null(Attained.At(Promise(kind, indicators: [Indicator(100), Indicator(null, Accumulation.Yearly, years: [(2025, 1)])]), [], Autumn, [.. Span.Of(2026, SpanKind.Quarter)]).Share));

    [Fact]
    public void What_ended_later_is_not_counted() =>
        Assert.Equal(0.05m, Attained.At(Promise(MeasureKind.Works), [Told("2026-Q2", phase: WorksPhase.Design), Told("2026-Q4", phase: WorksPhase.Commissioning, percent: 100)], Autumn, []).Share);

    [Fact]
    public void A_share_is_between_nothing_and_all_whatever_is_told() => Histories.Told.Sample(h =>
        Attained.At(h.Promise, [.. h.Told.OrderBy(t => t.Period.To)], new(2029, 6, 30), [.. Quarters().Select(q => q.Span)]) is var a && a.Share is null or >= 0 and <= 1 && a.ThisYear is null or >= 0 and <= 1);

    [Fact]
    public void Further_phases_never_lower_the_share() => Gen.Select(Gen.Enum<WorksPhase>(), Gen.Int[0, 100], Gen.Enum<WorksPhase>(), Gen.Int[0, 100]).Sample((a, pa, b, pb) =>
    {
        decimal? Of(WorksPhase phase, int percent) => Attained.At(Promise(MeasureKind.Works), [Told("2026-Q3", phase: phase, percent: percent)], Autumn, []).Share;
        return (a, pa).CompareTo((b, pb)) > 0 || Of(a, pa) <= Of(b, pb);
    });
}
