using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Tests.Progress;
using CsCheck;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Control;

/// <summary>Each signal is raised by what it is about and by nothing else.</summary>
public class SignalRulesTests
{
    private static readonly Promise School = Promise(MeasureKind.Works, "2025-01-01", "2026-12-31");
    private static readonly Told Roof = Told("2026-Q3", phase: WorksPhase.Construction, percent: 90, accepted: "2026-10-05");
    private static readonly MoneySide Even = new(100, 80);

    [Fact]
    public void A_measure_that_goes_well_raises_nothing() => Assert.Empty(Raised(Promise(MeasureKind.Works, "2025-01-01", "2027-12-31"), Facts(Roof), money: Even));

    [Fact]
    public void Late_silent_and_behind_are_what_the_schedule_says()
    {
        Assert.Contains(SignalKind.Late, Raised(Promise(MeasureKind.Works, "2025-01-01", "2025-12-31"), Facts(Roof)));
        Assert.Contains(SignalKind.Silent, Raised(Promise(MeasureKind.Works, "2025-01-01", "2025-12-31"), MeasureFacts.None));
        Assert.Contains(SignalKind.Behind, Raised(School, Facts(Told("2026-Q3", phase: WorksPhase.Design, accepted: "2026-10-05"))));
    }

    [Fact]
    public void A_pace_that_ends_after_the_deadline_is_a_signal_before_it_is_late()
    {
        var slow = Facts([.. new[] { 10, 12, 14, 16 }.Select((percent, i) => Told($"{2025 + (i + 3) / 4}-Q{(i + 3) % 4 + 1}", phase: WorksPhase.Construction, percent: percent))]);
        Assert.Contains(SignalKind.WillBeLate, Raised(School, slow));
        Assert.DoesNotContain(SignalKind.WillBeLate, Raised(Promise(MeasureKind.Works, "2025-01-01", "2025-12-31"), slow)); // that is late already
    }

    [Theory]
    [InlineData("2026-10-12", true)] // 20 days left
    [InlineData("2026-07-01", false)] // further away than the threshold
    [InlineData("2026-11-12", false)] // closed already
    public void Building_that_will_not_be_over_when_the_season_closes(string day, bool raised)
    {
        var it = Input(School, Facts(Told("2026-Q2", phase: WorksPhase.Construction, percent: 60, accepted: "2026-06-30")), day);
        Assert.Equal(raised, SignalRules.Of(it).Any(s => s.Kind == SignalKind.MissesSeason));
    }

    [Fact]
    public void A_deadline_after_the_winter_misses_no_season() =>
        Assert.DoesNotContain(SignalKind.MissesSeason, Raised(Promise(MeasureKind.Works, "2025-01-01", "2027-12-31"), Facts(Told("2026-Q3", phase: WorksPhase.Construction, percent: 60, accepted: "2026-10-01"))));

    [Fact]
    public void Nothing_moved_for_half_a_year()
    {
        Told[] still = [Told("2025-Q4", phase: WorksPhase.Construction, percent: 45), Told("2026-Q1", phase: WorksPhase.Construction, percent: 45), Told("2026-Q2", noChange: true)];
        var signal = Assert.Single(SignalRules.Of(Input(School, Facts(still), "2026-10-12")), s => s.Kind == SignalKind.NoMovement);
        Assert.Equal(new DateOnly(2025, 12, 31), signal.Since);
        Assert.DoesNotContain(SignalRules.Of(Input(School, Facts(still), "2026-05-01")), s => s.Kind == SignalKind.NoMovement);
    }

    [Fact]
    public void Who_looked_saw_less()
    {
        var seen = Facts(Roof) with { Seen = [Seen(Roof, 60, "2026-10-08")] };
        Assert.Contains(SignalKind.VerifiedBelow, Raised(School, seen, money: Even));
        Assert.DoesNotContain(SignalKind.VerifiedBelow, Raised(School, Facts(Roof) with { Seen = [Seen(Roof, 95, "2026-10-08")] }, money: Even));
    }

    [Fact]
    public void The_last_return_came_without_evidence()
    {
        Assert.Contains(SignalKind.NoEvidence, Raised(School, Facts(Roof with { Evidenced = false }), money: Even));
        Assert.DoesNotContain(SignalKind.NoEvidence, Raised(School, Facts(Roof with { Evidenced = false, NoChange = true }), money: Even)); // nothing changed: nothing to show
        Assert.DoesNotContain(SignalKind.NoEvidence, Raised(School, Facts(Told("2026-Q2", phase: WorksPhase.Construction, percent: 80, evidenced: false), Roof), money: Even)); // an old one
    }

    [Theory]
    [InlineData(100, 80, 42, SignalKind.MoneyWithoutWorks)]
    [InlineData(100, 30, 90, SignalKind.WorksWithoutMoney)]
    [InlineData(100, 60, 42, null)]
    public void Money_and_works_out_of_step(int whole, int paid, int built, SignalKind? kind)
    {
        var raised = Raised(School, Facts(Roof with { Percent = built }), money: new(whole, paid));
        Assert.Equal(kind is null ? [] : [kind.Value], raised.Where(k => k is SignalKind.MoneyWithoutWorks or SignalKind.WorksWithoutMoney));
    }

    [Fact]
    public void Built_and_nothing_is_recorded_about_money() => Assert.Contains(SignalKind.WorksWithoutMoney, Raised(School, Facts(Roof)));

    [Fact]
    public void Paid_after_the_end() => Assert.Contains(SignalKind.PaidAfterEnd, Raised(Promise(MeasureKind.Quantity, "2025-01-01", "2025-12-31"), MeasureFacts.None, money: new(100, 100, new(2026, 3, 1))));

    [Fact]
    public void A_contract_that_became_a_tenth_dearer()
    {
        Assert.Contains(SignalKind.Overrun, Raised(School, Facts(Roof), new(0.1m, 60), Even));
        Assert.DoesNotContain(SignalKind.Overrun, Raised(School, Facts(Roof), new(0.09m, 300), Even));
    }

    [Theory]
    [InlineData("2026-11-01", true)] // two months before its end
    [InlineData("2027-02-01", true)] // after it
    [InlineData("2026-03-01", false)]
    public void A_target_changed_when_it_was_nearly_due(string on, bool raised) =>
        Assert.Equal(raised, SignalRules.Of(Input(School, Facts(Roof), "2027-03-01") with { Changes = [new(Day(on), new(2026, 12, 31))] }).Any(s => s.Kind == SignalKind.ChangedLate));

    [Fact]
    public void A_threshold_decides_and_has_limits()
    {
        var strict = Thresholds.Begin(default);
        strict.Set(SignalKind.MoneyWithoutWorks, 5);
        Assert.Contains(SignalRules.Of(Input(School, Facts(Roof with { Percent = 70 }), "2026-10-12", money: Even) with { Thresholds = strict }), s => s.Kind == SignalKind.MoneyWithoutWorks);
        Assert.Equal("signal.rule.threshold", Assert.Throws<RuleException>(() => strict.Set(SignalKind.Overrun, 0)).Sentence.Key);
    }

    [Fact]
    public void What_is_struck_out_raises_nothing()
    {
        var promise = Promise(MeasureKind.Works, "2025-01-01", "2025-12-31");
        promise.Measure.StrikeOut();
        Assert.Empty(Raised(promise, Facts(Roof)));
    }

    [Fact]
    public void Every_signal_of_every_history_has_its_words() => Gen.Select(Histories.Told, Gen.Int[0, 2100], Gen.Int[0, 200], Gen.Int[0, 60]).Sample((h, days, paid, overrun) =>
        SignalRules.Of(Input(h.Promise, Facts([.. h.Told]), new DateOnly(2025, 1, 1).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture), new(overrun / 100m, overrun), new(100, paid, new(2026, 1, 1)))) is var raised
            && raised.DistinctBy(s => s.Kind).Count() == raised.Count
            && raised.All(s => global::Atkaruu.Web.Texts.All.Has(s.Reason.Key) && global::Atkaruu.Web.Texts.Languages.All(language => global::Atkaruu.Web.Texts.All.Say(language, s.Reason).Length > 0) && global::Atkaruu.Web.Texts.All.Has("signal." + Signal.Code(s.Kind))));

    [Fact]
    public void Old_words_tell_the_old_deadline()
    {
        Assert.Equal(new DateOnly(2027, 12, 31), SignalBoard.DeadlineIn("2025-2027-жылдар"));
        Assert.Null(SignalBoard.DeadlineIn("Жыл сайын"));
    }

    [Fact]
    public void The_season_closes_in_november_and_opens_in_april()
    {
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2027, 4, 1)), SignalBoard.Season(BuildingSeason.Usual, new(2026, 10, 12)));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2027, 4, 1)), SignalBoard.Season(BuildingSeason.Usual, new(2027, 2, 1)));
    }

    private static IEnumerable<SignalKind> Raised(Promise promise, MeasureFacts facts, WorksSide? works = null, MoneySide? money = null) =>
        SignalRules.Of(Input(promise, facts, "2026-10-12", works, money)).Select(s => s.Kind);

    private static SignalInput Input(Promise promise, MeasureFacts facts, string day, WorksSide? works = null, MoneySide? money = null)
    {
        var progress = Judge(promise, facts, day);
        var (closes, opens) = SignalBoard.Season(BuildingSeason.Usual, Day(day));
        return new(progress, facts, works ?? WorksSide.Nothing, money ?? MoneySide.Nothing, [], SignalBoard.ForecastOf(progress, facts, Enumerable.Empty<int>().ToLookup(_ => WorksPhase.Land)),
            Thresholds.Begin(default), closes, opens, Day(day));
    }
}
