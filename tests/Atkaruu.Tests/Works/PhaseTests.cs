using Atkaruu.Kernel;
using Atkaruu.Modules.Works;
using CsCheck;

namespace Atkaruu.Tests.Works;

/// <summary>What may be written about the phases of an object, and what follows from it.</summary>
public class PhaseTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_first_planned_day_is_kept_for_ever_and_another_needs_a_reason()
    {
        var it = Made.Object();
        it.Write(WorksPhase.Design, new(new(2026, 5, 1), null, null, null, null, null), Today);

        Assert.Equal("works.rule.why-changed", Refused(() => it.Write(WorksPhase.Design, new(new(2026, 8, 1), null, null, null, null, null), Today)));
        it.Write(WorksPhase.Design, new(new(2026, 8, 1), null, null, null, null, null, "Токтом № 7"), Today);
        it.Write(WorksPhase.Design, new(new(2026, 10, 1), null, null, null, null, null, "Токтом № 9"), Today);

        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2026, 10, 1)), (it.Phase(WorksPhase.Design).FirstPlanned, it.Phase(WorksPhase.Design).Planned));
    }

    [Fact]
    public void An_estimate_never_overwrites_the_plan()
    {
        var it = Made.Object();
        it.Write(WorksPhase.Design, new(new(2026, 5, 1), new(2027, 3, 1), null, null, null, null), Today);

        var row = it.Phase(WorksPhase.Design);
        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 1), new DateOnly(2027, 3, 1)), (row.FirstPlanned, row.Planned, row.Estimated));
        Assert.True(row.IsLate(Today));
    }

    [Fact]
    public void A_phase_ends_with_a_document_and_not_in_the_future()
    {
        var it = Made.Object();

        Assert.Equal("works.rule.document", Refused(() => it.Confirm(WorksPhase.Land, new(2026, 5, 1), null)));
        Assert.Equal("works.rule.document", Refused(() => it.Confirm(WorksPhase.Land, new(2026, 5, 1), "  ")));
        Assert.Equal("works.rule.confirmed-future", Refused(() => it.Confirm(WorksPhase.Land, Today.AddDays(1), "Токтом")));
        it.Confirm(WorksPhase.Land, Today, "Токтом № 4");
        Assert.Equal(WorksPhase.Design, it.Current);
    }

    [Fact]
    public void Days_go_in_the_order_of_phases_and_the_sentence_says_which_do_not()
    {
        var it = Made.Object();
        it.Confirm(WorksPhase.Expertise, new(2026, 6, 1), "Корутунду № 1");

        var refused = Assert.Throws<RuleException>(() => it.Confirm(WorksPhase.Tender, new(2026, 5, 1), "Протокол № 2"));

        Assert.Equal(("works.rule.order.confirmed", "Confirmed"), (refused.Sentence.Key, refused.Input));
        Assert.Equal([new Message("works.phase.tender"), new DateOnly(2026, 5, 1), new Message("works.phase.expertise"), new DateOnly(2026, 6, 1)], refused.Sentence.Args);
        Assert.Equal("works.rule.order.planned", Refused(() => { it.Plan(WorksPhase.Contract, new(2027, 1, 1)); it.Plan(WorksPhase.Construction, new(2026, 1, 1)); }));
        Assert.Equal("works.rule.order.estimated", Refused(() => { it.Estimate(WorksPhase.Contract, new(2027, 1, 1)); it.Estimate(WorksPhase.Construction, new(2026, 12, 1)); }));
        Assert.Equal("works.rule.estimated-past", Refused(() => it.Estimate(WorksPhase.Commissioning, Today.AddDays(-1))));
    }

    [Fact]
    public void A_fact_drops_the_estimates_that_it_has_overtaken()
    {
        var it = Made.Object();
        it.Estimate(WorksPhase.Design, new(2026, 12, 1));
        it.Estimate(WorksPhase.Tender, new(2027, 6, 1));

        it.Write(WorksPhase.Land, new(null, null, new(2027, 1, 15), "Токтом", null, null), new(2027, 1, 20));

        Assert.Equal((null, new DateOnly(2027, 6, 1)), (it.Phase(WorksPhase.Design).Estimated, it.Phase(WorksPhase.Tender).Estimated));
    }

    [Fact]
    public void A_phase_is_opened_again_with_a_reason_and_not_under_a_later_one_that_ended()
    {
        var it = Made.Object();
        it.Confirm(WorksPhase.Land, new(2026, 3, 1), "Токтом");
        it.Confirm(WorksPhase.Design, new(2026, 4, 1), "ПСД");

        Assert.Equal("works.rule.why-changed", Refused(() => it.Write(WorksPhase.Design, new(null, null, null, null, null, null), Today)));
        Assert.Equal("works.rule.later-done", Refused(() => it.Write(WorksPhase.Land, new(null, null, null, null, null, null, "Ката"), Today)));
        it.Write(WorksPhase.Design, new(null, null, null, null, null, null, "Ката жазылган"), Today);
        Assert.Equal(WorksPhase.Design, it.Current);
        Assert.Null(it.Phase(WorksPhase.Design).Document);
    }

    [Fact]
    public void A_blocker_has_a_day_and_goes_when_the_phase_ends()
    {
        var it = Made.Object();
        it.Write(WorksPhase.Land, new(null, null, null, null, "Макамы өзгөрө элек", null), Today);
        Assert.Equal(("Макамы өзгөрө элек", Today), (it.Blocked!.Blocker, it.Blocked.BlockedSince!.Value));
        Assert.Equal("works.rule.blocked-future", Refused(() => it.Write(WorksPhase.Land, new(null, null, null, null, "x", Today.AddDays(1)), Today)));

        it.Confirm(WorksPhase.Land, Today, "Токтом");
        Assert.Null(it.Blocked);
    }

    [Fact]
    public void Only_the_act_ends_the_last_phase_and_only_after_construction()
    {
        var it = Made.Object();
        Assert.Equal("works.rule.by-act", Refused(() => it.Confirm(WorksPhase.Commissioning, new(2026, 6, 1), "Акт")));
        Assert.Equal("works.rule.build-first", Refused(() => it.Commission(new(new(2026, 6, 1), "Акт № 1", null, "ӨӨ"), Today)));

        it.Confirm(WorksPhase.Construction, new(2026, 5, 20), "КС-3");
        Assert.Equal("works.rule.act", Refused(() => it.Commission(new(new(2026, 6, 1), "", null, "ӨӨ"), Today)));
        Assert.Equal("works.rule.owner", Refused(() => it.Commission(new(new(2026, 6, 1), "Акт № 1", null, ""), Today)));
        Assert.Equal("works.rule.warranty", Refused(() => it.Commission(new(new(2026, 6, 1), "Акт № 1", new(2026, 5, 1), "ӨӨ"), Today)));
        it.Commission(new(new(2026, 6, 1), "Акт № 1", new(2028, 6, 1), "ӨӨ"), Today);
        Assert.Equal(("Акт № 1", "ӨӨ", null), (it.Act, it.Owner, it.Current));

        Assert.Equal("works.rule.why", Refused(() => it.Commission(new(new(2026, 6, 2), "Акт № 1", null, "ӨӨ"), Today)));
        it.Commission(new(null, null, null, null, "Жаңылыш жазылган"), Today);
        Assert.Equal((null, null, WorksPhase.Commissioning), (it.Commissioned, it.Owner, it.Current!.Value));
    }

    /// <summary>The example of docs/domain.md.</summary>
    [Theory]
    [InlineData("2026-06-10", "2027-04-30", "2027-06-10")]
    [InlineData("2026-12-15", "2027-04-30", "2027-12-15")]
    [InlineData("2027-02-20", "2028-04-30", "2028-02-20")]
    [InlineData("2028-02-29", "2029-04-30", "2029-02-28")]
    public void Checks_fall_due_after_the_first_whole_winter_and_after_a_year(string commissioned, string winter, string year)
    {
        var due = CheckDue.Of(DateOnly.Parse(commissioned, System.Globalization.CultureInfo.InvariantCulture), BuildingSeason.Usual, []);

        Assert.Equal(winter, DayInput.Write(due.Single(c => c.Kind == CheckKind.FirstWinter).Due));
        Assert.Equal(year, DayInput.Write(due.Single(c => c.Kind == CheckKind.OneYear).Due));
        Assert.True(due[0].Due <= due[1].Due);
    }

    [Fact]
    public void A_check_that_found_something_is_made_again_and_a_good_one_is_over()
    {
        var it = Made.Object();
        Assert.Equal("works.rule.not-commissioned", Refused(() => it.Check(CheckKind.OneYear, Today, true, null, Today)));
        it.Confirm(WorksPhase.Construction, new(2025, 8, 1), "КС-3");
        it.Commission(new(new(2025, 9, 1), "Акт", null, "ӨӨ"), Today);

        Assert.Equal("works.rule.check-words", Refused(() => it.Check(CheckKind.FirstWinter, Today, false, " ", Today)));
        Assert.Equal("works.rule.check-early", Refused(() => it.Check(CheckKind.FirstWinter, new(2025, 8, 1), true, null, Today)));
        Assert.Equal("works.rule.check-verdict", Refused(() => it.Check(CheckKind.FirstWinter, Today, null, null, Today)));
        it.Check(CheckKind.FirstWinter, Today, false, "Чатырдан суу өтөт", Today);
        Assert.True(CheckDue.Of(it.Commissioned!.Value, BuildingSeason.Usual, it.Checks)[0].IsOverdue(Today));
        it.Check(CheckKind.FirstWinter, Today, true, null, Today);
        Assert.Equal("works.rule.check-over", Refused(() => it.Check(CheckKind.FirstWinter, Today, true, null, Today)));
        Assert.Equal("works.rule.checked", Refused(() => it.Commission(new(null, null, null, null, "x"), Today)));
    }

    /// <summary>Whatever people write, in whatever order: known days never run backwards, a fact has its paper, the first plan stays.</summary>
    [Fact]
    public void Whatever_is_written_the_table_keeps_its_order()
    {
        var days = Gen.Int[-300, 900].Select(n => n < 0 ? null : (DateOnly?)new DateOnly(2025, 6, 1).AddDays(n));
        var entry = Gen.Select(Gen.Enum<WorksPhase>(), days, days, days, Gen.Bool);
        entry.Array[1, 30].Sample(entries =>
        {
            var it = Made.Object();
            Dictionary<WorksPhase, DateOnly> first = [];
            foreach (var (phase, planned, estimated, confirmed, paper) in entries)
                try
                {
                    it.Write(phase, new(planned, estimated, confirmed, paper ? "№ 1" : null, null, null, "себеп"), Today);
                    if (planned is { } day) first.TryAdd(phase, day);
                }
                catch (RuleException) { }

            foreach (var of in (Func<PhaseDates, DateOnly?>[])[row => row.Planned, row => row.Confirmed, row => row.Confirmed ?? row.Estimated])
                Assert.Equal(it.Phases.Select(of).OfType<DateOnly>().Order(), it.Phases.Select(of).OfType<DateOnly>());
            Assert.All(it.Phases.Where(row => row.IsDone), row => Assert.True(row.Document is not null && row.Confirmed <= Today));
            Assert.All(it.Phases, row => Assert.Equal(first.TryGetValue(row.Phase, out var day) ? day : null, row.FirstPlanned));
        }, iter: 2_000);
    }

    private static string Refused(Action act) => Assert.Throws<RuleException>(act).Sentence.Key;
}

internal static class Made
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static WorksObject Object(string name = "Мектеп") => WorksObject.Enter(Guid.NewGuid(), 1, new(name, null, 275, "seats", null));

    public static void Plan(this WorksObject it, WorksPhase phase, DateOnly day) => it.Write(phase, PhaseEntry.Of(it.Phase(phase)) with { Planned = day }, Today);

    public static void Estimate(this WorksObject it, WorksPhase phase, DateOnly day) => it.Write(phase, PhaseEntry.Of(it.Phase(phase)) with { Estimated = day }, Today);

    public static void Confirm(this WorksObject it, WorksPhase phase, DateOnly day, string? document) =>
        it.Write(phase, PhaseEntry.Of(it.Phase(phase)) with { Confirmed = day, Document = document }, Today);

    public static ContractWords Words(decimal value = 40_000_000, string ends = "2027-10-01") => new("26-114", "260114-7", "https://zakupki.example.kg/t/7", ProcurementMethod.OpenTender, "«Алай Курулуш» ЖЧК", value, "KGS",
        new(2026, 4, 17), new(2026, 5, 1), DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture));

    public static Contract Contract() => Modules.Works.Contract.Sign(Guid.NewGuid(), Words(), Today);
}
