using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using CsCheck;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>The schedule signal: every state, and what it must never say.</summary>
public class JudgingTests
{
    private static readonly Promise School = Promise(MeasureKind.Works, "2025-01-01", "2026-12-31");

    [Fact]
    public void Nothing_is_late_before_its_last_day_is_over()
    {
        var told = Facts(Told("2026-Q3", phase: WorksPhase.Construction, percent: 90));
        Assert.NotEqual("late", Judge(School, told, "2026-12-31").State);
        Assert.Equal("late", Judge(School, told, "2027-01-01").State);
    }

    [Fact]
    public void Whole_by_its_end_is_done_and_after_it_done_late()
    {
        Assert.Equal("done", Judge(School, Facts(Told("2026-Q4", phase: WorksPhase.Commissioning, percent: 100)), "2027-02-01").State);
        var late = Judge(School, Facts(Told("2026-Q4", phase: WorksPhase.Construction, percent: 90), Told("2027-Q1", phase: WorksPhase.Commissioning, percent: 100)), "2027-05-01");
        Assert.Equal(("donelate", new DateOnly(2027, 3, 31), true), (late.State, late.DoneOn, late.Executed));
    }

    [Fact]
    public void Overdue_and_nobody_has_ever_told_is_silent_and_not_late() => Assert.Equal("silent", Judge(School, MeasureFacts.None, "2027-02-01").State);

    [Theory]
    [InlineData(100, "track")] // 90 points of 87 expected
    [InlineData(65, "track")] // 74,25 of 87: within 15
    [InlineData(60, "risk")] // 72 of 87: just outside
    public void Within_fifteen_points_of_an_even_pace_is_on_track(int percent, string state) =>
        Assert.Equal(state, Judge(School, Facts(Told("2026-Q3", phase: WorksPhase.Construction, percent: percent, accepted: "2026-10-01")), "2026-10-01").State); // 638 of 730 days: 87,4 %

    [Fact]
    public void Without_a_return_for_the_last_period_that_was_owed_it_is_silent()
    {
        var told = Facts(Told("2026-Q1", phase: WorksPhase.Construction, percent: 80));
        Assert.Equal("silent", Judge(School, told, "2026-07-20", periods: Quarters()).State);
        Assert.NotEqual("silent", Judge(School, told, "2026-07-15", periods: Quarters()).State); // the deadline's own day
    }

    [Fact]
    public void Whoever_told_of_a_later_period_is_not_silent_about_the_last_that_was_owed()
    {
        var ahead = Facts(Told("2026-Q1", phase: WorksPhase.Construction, percent: 80), Told("2026-Q3", phase: WorksPhase.Construction, percent: 100, accepted: "2026-10-05"));
        Assert.NotEqual("silent", Judge(School, ahead, "2026-10-06", periods: Quarters()).State); // the third quarter is owed by 15.10, the second was not told
        var waiting = MeasureFacts.None with { Told = [Told("2026-Q1", phase: WorksPhase.Construction, percent: 80)], Pending = [new(Span.Parse("2026-Q3")!.Value, "RMA", new(2026, 10, 5))] };
        Assert.NotEqual("silent", Judge(School, waiting, "2026-10-06", periods: Quarters()).State);
    }

    [Fact]
    public void A_return_that_waits_for_the_coordinator_is_not_silence()
    {
        var waiting = MeasureFacts.None with { Told = [Told("2026-Q1", phase: WorksPhase.Construction, percent: 100)], Pending = [new(Span.Parse("2026-Q2")!.Value, "RMA", new(2026, 7, 10))] };
        var judged = Judge(School, waiting, "2026-07-20", periods: Quarters());
        Assert.Equal("track", judged.State);
        Assert.Equal(new Move(null, new(2026, 7, 10)), judged.Move);
    }

    [Fact]
    public void The_public_is_told_of_silence_only_when_the_period_is_published()
    {
        Assert.Equal("wait", Judge(School, MeasureFacts.None, "2025-05-10", Audience.Public, Quarters()).State);
        Assert.Equal("silent", Judge(School, MeasureFacts.None, "2025-05-20", Audience.Public, Quarters()).State);
    }

    [Fact]
    public void What_was_not_published_the_public_does_not_know()
    {
        var told = Facts(Told("2026-Q3", phase: WorksPhase.Construction, percent: 42, accepted: "2026-10-08", published: "2026-11-01"));
        Assert.Null(Judge(School, told, "2026-10-20", Audience.Public).Share);
        Assert.Equal(0.639m, Judge(School, told, "2026-10-20").Share);
        Assert.Equal(0.639m, Judge(School, told, "2026-11-01", Audience.Public).Share);
    }

    [Fact]
    public void As_of_a_past_day_only_what_was_known_then_counts()
    {
        var facts = Facts(Told("2026-Q1", phase: WorksPhase.Construction, percent: 40, accepted: "2026-04-10"), Told("2026-Q1", phase: WorksPhase.Construction, percent: 20, edition: 2, accepted: "2026-06-01"));
        Assert.Equal(0.63m, Judge(School, facts, "2026-05-01").Share); // before the correction
        Assert.Equal(0.54m, Judge(School, facts, "2026-06-01").Share); // after it
    }

    [Fact]
    public void As_of_the_end_of_a_period_what_is_known_today_about_it_counts()
    {
        var facts = Facts(Told("2026-Q1", phase: WorksPhase.Construction, percent: 40), Told("2026-Q2", phase: WorksPhase.Construction, percent: 80));
        Assert.Equal(0.63m, Judging.Judge(School, facts, [], Viewpoint.After(Span.Parse("2026-Q1")!.Value, new(2026, 9, 1), Audience.Staff)).Share);
    }

    [Fact]
    public void A_missing_yearly_share_is_late_though_this_year_goes_well()
    {
        var sites = Indicator(null, Accumulation.Yearly, years: [(2025, 3), (2026, 3)]);
        var promise = Promise(MeasureKind.Recurring, "2025-01-01", "2026-12-31", [sites]);
        var judged = Judge(promise, Facts(Told("2025-Q4", values: (sites, 2)), Told("2026-Q3", values: (sites, 3))), "2026-10-10");

        Assert.Equal(("late", true, false), (judged.State, judged.Due, judged.Executed));
        Assert.Equal(["late", "done"], [judged.Years[2025], judged.Years[2026]]);
    }

    [Fact]
    public void A_recurring_measure_is_judged_inside_the_year()
    {
        var sites = Indicator(null, Accumulation.Yearly, years: [(2025, 4), (2026, 4)]);
        var promise = Promise(MeasureKind.Recurring, "2025-01-01", "2026-12-31", [sites]);
        string On(decimal value) => Judge(promise, Facts(Told("2025-Q4", values: (sites, 4)), Told("2026-Q3", accepted: "2026-10-01", values: (sites, value))), "2026-10-01").State;

        Assert.Equal(["risk", "track"], [On(2), On(3)]); // 75 % of the year is over
    }

    [Fact]
    public void A_measure_that_was_struck_out_is_nothing_else_whatever_was_told()
    {
        var promise = Promise(MeasureKind.Works, "2025-01-01", "2025-12-31");
        promise.Measure.StrikeOut();
        Assert.Equal("gone", Judge(promise, Facts(Told("2025-Q4", phase: WorksPhase.Commissioning, percent: 100)), "2026-02-01").State);
    }

    [Fact]
    public void Verified_is_never_more_than_was_reported_when_somebody_looked()
    {
        var (then, later) = (Told("2026-Q2", phase: WorksPhase.Construction, percent: 40), Told("2026-Q3", phase: WorksPhase.Construction, percent: 80));
        var facts = Facts(then, later) with { Seen = [Seen(then, 50, "2026-07-20")] };
        var judged = Judge(School, facts, "2026-10-20");

        Assert.Equal((0.81m, 0.315m), (judged.Share, judged.Verified)); // half of the 63 % of the second quarter
        Assert.Null(Judge(School, Facts(then), "2026-10-20").Verified); // nobody has looked: not 0 %
    }

    [Fact]
    public void Done_and_confirmed_by_another_kind_of_source_is_the_solid_shape()
    {
        var done = Told("2026-Q4", phase: WorksPhase.Commissioning, percent: 100);
        Assert.Equal("rep", Judge(School, Facts(done), "2027-02-01").Unit);
        Assert.Equal("ver", Judge(School, Facts(done) with { Seen = [Seen(done, 100, "2027-01-20", SourceKind.Inspector)] }, "2027-02-01").Unit);
    }

    [Fact]
    public void Whose_move_it_is_is_the_lead_that_has_been_quiet_longest()
    {
        var promise = Promise(MeasureKind.Works, "2025-01-01", "2025-12-31", null, "A", "B");
        var facts = Facts(Told("2025-Q4", "A", WorksPhase.Construction, 50, accepted: "2026-01-20"), Told("2025-Q3", "B", WorksPhase.Construction, 50, accepted: "2025-10-12"));
        Assert.Equal(new Move("B", new(2025, 10, 12)), Judge(promise, facts, "2026-03-01").Move);
    }

    [Fact]
    public void The_coordinators_word_changes_no_number()
    {
        var facts = Facts(Told("2026-Q3", phase: WorksPhase.Construction, percent: 42));
        var with = facts with { Assessed = [new(Confidence.Compromised, "Акча жок", new(2026, 10, 9), "Бакыт")] };
        var (plain, assessed) = (Judge(School, facts, "2026-10-20"), Judge(School, with, "2026-10-20"));

        Assert.Equal((plain.State, plain.Share, plain.Verified), (assessed.State, assessed.Share, assessed.Verified));
        Assert.Equal(Confidence.Compromised, assessed.Confidence!.Level);
        Assert.Null(Judge(School, with, "2026-10-08").Confidence);
    }

    [Fact]
    public void Every_history_has_one_state_with_a_reason_and_what_is_executed_was_due_or_done_early() => Gen.Select(Histories.Told, Gen.Int[0, 2400]).Sample((h, days) =>
    {
        var judged = Judging.Judge(h.Promise, Facts([.. h.Told]), Quarters(), Viewpoint.On(new DateOnly(2025, 1, 1).AddDays(days), Audience.Staff));
        return Standing.States.Contains(judged.State) && judged.Reason.Key.StartsWith("progress.reason.", StringComparison.Ordinal) && judged.Verified is null
            && (!judged.IsDone || judged.Executed) && (judged.Share is null || judged.IsTold) && judged.Years.Values.All(Standing.States.Contains);
    });

    [Fact]
    public void The_order_in_which_returns_came_does_not_matter() => Histories.Told.Sample(h =>
    {
        var facts = h.Told.DistinctBy(t => (t.Period, t.Body, t.Edition)).ToArray();
        var (there, back) = (Judge(h.Promise, Facts(facts), "2028-03-03", periods: Fixed), Judge(h.Promise, Facts([.. facts.Reverse()]), "2028-03-03", periods: Fixed));
        return (there.State, there.Share, there.DoneOn, there.Reported.ThisYear) == (back.State, back.Share, back.DoneOn, back.Reported.ThisYear);
    });

    private static readonly IReadOnlyList<PeriodFact> Fixed = Quarters();
}
