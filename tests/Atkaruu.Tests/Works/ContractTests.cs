using Atkaruu.Kernel;
using Atkaruu.Modules.Works;

namespace Atkaruu.Tests.Works;

public class ContractTests
{
    private static readonly DateOnly Today = Made.Today;

    /// <summary>The example of docs/domain.md: 40,0 → 45,0 million is an eighth more, 01.10.2027 → 30.11.2027 sixty days.</summary>
    [Fact]
    public void What_was_signed_is_kept_and_the_overrun_is_computed_from_it()
    {
        var it = Made.Contract();
        it.Change(new(2026, 8, 1), null, 42_000_000, null, "Баа көтөрүлдү", Today);
        it.Change(new(2026, 9, 1), new(2027, 11, 30), 45_000_000, "Кошумча: суу түтүгү", "Долбоордо жок иш чыкты", Today);

        Assert.Equal((40_000_000m, 45_000_000m, 0.125m), (it.OriginalValue.Sum, it.Value.Sum, it.ValueOverrun));
        Assert.Equal((new DateOnly(2027, 10, 1), new DateOnly(2027, 11, 30), 60), (it.OriginalEnd, it.Ends, it.DaysOverrun));
        Assert.Equal(2, it.Changes.Count);
    }

    [Fact]
    public void A_change_says_what_and_why_and_comes_after_the_one_before()
    {
        var it = Made.Contract();
        Assert.Equal("works.rule.nothing-changed", Refused(() => it.Change(Today, null, null, " ", "себеп", Today)));
        Assert.Equal("works.rule.nothing-changed", Refused(() => it.Change(Today, it.Ends, it.Value.Sum, null, "себеп", Today)));
        Assert.Equal("works.rule.why", Refused(() => it.Change(Today, null, 41_000_000, null, "", Today)));
        Assert.Equal("works.rule.value", Refused(() => it.Change(Today, null, -1, null, "себеп", Today)));
        Assert.Equal("works.rule.end", Refused(() => it.Change(Today, new(2026, 1, 1), null, null, "себеп", Today)));
        Assert.Equal("works.rule.future", Refused(() => it.Change(Today.AddDays(1), null, 41_000_000, null, "себеп", Today)));
        Assert.Equal("works.rule.change-order", Refused(() => it.Change(new(2026, 1, 1), null, 41_000_000, null, "себеп", Today)));
        it.Change(new(2026, 9, 1), null, 41_000_000, null, "себеп", Today);
        Assert.Equal("works.rule.change-order", Refused(() => it.Change(new(2026, 8, 1), null, 42_000_000, null, "себеп", Today)));
        it.BreakOff(new(2026, 10, 1), "Аткарган жок", Today);
        Assert.Equal("works.rule.contract-over", Refused(() => it.Change(Today, null, 43_000_000, null, "себеп", Today)));
    }

    [Theory]
    [InlineData("http://zakupki.example.kg/t/7")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://user:secret@example.kg/")]
    [InlineData("https://localhost/")]
    [InlineData("//example.kg/7")]
    [InlineData("zakupki")]
    public void The_portal_is_https_and_shows_where_it_leads(string link) =>
        Assert.Equal("works.rule.portal", Refused(() => Contract.Sign(Guid.NewGuid(), Made.Words() with { Portal = link }, Today)));

    [Fact]
    public void A_contract_is_whole_when_it_is_signed()
    {
        string Sign(Func<ContractWords, ContractWords> change) => Refused(() => Contract.Sign(Guid.NewGuid(), change(Made.Words()), Today));

        Assert.Equal("works.rule.number", Sign(w => w with { Number = " " }));
        Assert.Equal("works.rule.supplier", Sign(w => w with { Supplier = null }));
        Assert.Equal("works.rule.method", Sign(w => w with { Method = (ProcurementMethod)77 }));
        Assert.Equal("works.rule.value", Sign(w => w with { Value = 0 }));
        Assert.Equal("works.rule.currency", Sign(w => w with { Currency = "XXX" }));
        Assert.Equal("works.rule.future", Sign(w => w with { Signed = Today.AddDays(1) }));
        Assert.Equal("works.rule.start", Sign(w => w with { Starts = new(2026, 4, 1) }));
        Assert.Equal("works.rule.end", Sign(w => w with { Ends = new(2026, 4, 20) }));
        Assert.Equal("works.rule.long", Sign(w => w with { Supplier = new('x', 201) }));
    }

    [Fact]
    public void A_misprint_is_corrected_but_not_under_a_change()
    {
        var it = Made.Contract();
        Assert.Equal("works.rule.why", Refused(() => it.Correct(Made.Words(41_000_000), "", Today)));
        it.Correct(Made.Words(41_000_000), "Сан туура эмес жазылган", Today);
        Assert.Equal((41_000_000m, 0m), (it.OriginalValue.Sum, it.ValueOverrun));

        it.Change(new(2026, 9, 1), null, 45_000_000, null, "себеп", Today);
        Assert.Equal("works.rule.changed-since", Refused(() => it.Correct(Made.Words(42_000_000), "дагы", Today)));
        it.Correct(Made.Words(41_000_000) with { Supplier = "«Алай Курулуш» ЖАК" }, "Аталышы", Today);
        Assert.Equal((45_000_000m, "«Алай Курулуш» ЖАК"), (it.Value.Sum, it.Supplier));
    }

    [Fact]
    public void A_record_answers_for_all_objects_together()
    {
        var (a, b, gone) = (Made.Object("А"), Made.Object("Б"), Made.Object("В"));
        gone.StrikeOut("Жаңылыш");
        foreach (var it in new[] { a, b }) it.Confirm(WorksPhase.Land, new(2026, 2, 1), "Токтом");
        a.Confirm(WorksPhase.Design, new(2026, 5, 2), "ПСД");
        b.Write(WorksPhase.Design, new(null, new(2027, 3, 1), null, null, "Геология жок", new(2026, 7, 1)), Today);
        var contract = Made.Contract();
        contract.Change(new(2026, 9, 1), null, 45_000_000, null, "себеп", Today);

        var record = new WorksRecord(Guid.NewGuid(), [a, b, gone], [contract]);

        Assert.Equal((WorksPhase.Design, "Геология жок"), (record.Current!.Value, record.Blocked!.Blocker));
        Assert.True(record.Phase(WorksPhase.Land).IsDone);
        Assert.Equal((null, new DateOnly(2027, 3, 1)), (record.Phase(WorksPhase.Design).Confirmed, record.Phase(WorksPhase.Design).Estimated));
        Assert.Equal([(WorksPhase.Design, 90)], record.Durations);
        Assert.Equal((0.125m, 0), (record.Overrun, record.DaysOverrun));
        Assert.Null(WorksRecord.Nothing(Guid.NewGuid()).Current);
    }

    private static string Refused(Action act) => Assert.Throws<RuleException>(act).Sentence.Key;
}
