using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Money;

public class RecordTests
{
    private const string At = "/money/CA-060";

    private static readonly (string, string)[] ALine = [("Form.Source", "Republican"), ("Form.Year", "2026"), ("Form.Sum", "98 000 000"), ("Form.Currency", "KGS"), ("Form.Document", "Буйрук № 14"), ("Form.On", "2026-01-15")];
    private static readonly (string, string)[] APayment = [("Form.Source", "Republican"), ("Form.On", "2026-05-12"), ("Form.Sum", "30 000 000"), ("Form.Currency", "KGS"), ("Form.Document", "№ 7"), ("Form.Payee", "Асанов Үсөн")];

    [Fact]
    public async Task Whoever_leads_the_measure_and_the_coordinator_may_and_nobody_else()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync(At)).StatusCode);
        foreach (var (who, status) in ((Cast, HttpStatusCode)[])[(Cast.AdministrationReporter, HttpStatusCode.OK), (Cast.Coordinator, HttpStatusCode.OK), (Cast.Reporter, HttpStatusCode.NotFound), (Cast.Head, HttpStatusCode.NotFound), (Cast.Verifier, HttpStatusCode.NotFound)])
            Assert.Equal(status, (await (await app.SignInAsync(who)).GetAsync(At)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/money/CA-999")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(Cast.OtherReporter)).GetAsync("/money/CA-075")).StatusCode); // each member, where a group leads
    }

    [Fact]
    public async Task What_is_recorded_is_in_the_log_and_on_the_public_page_at_once()
    {
        await using var app = await App.StartAsync();
        var visitor = app.Visitor();
        Assert.True((await visitor.VisitAsync("/measures/CA-060")).Says("Акча тууралуу маалымат жок"));
        var browser = await app.SignInAsync(Cast.AdministrationReporter);

        var page = await browser.SubmitAsync(await browser.VisitAsync(At), "add-line", ALine);
        page = await browser.SubmitAsync(page, "add-commitment", ("Form.Source", "Republican"), ("Form.On", "2026-04-17"), ("Form.Sum", "94 600 000"), ("Form.Document", "№ 26-114"));
        page = await browser.SubmitAsync(page, "add-payment", APayment);

        Assert.True(page.Says("Асанов Үсөн"));
        var line = await app.InDbAsync(db => db.FundingLines.SingleAsync());
        Assert.Equal(["money.planned"], await app.WhatHappenedToAsync(line));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var shown = await visitor.VisitAsync("/measures/CA-060");
        Assert.Equal(["98,0", "94,6", "30,0"], shown.Texts("#money table.money tbody td.r"));
        Assert.False(shown.Says("Асанов"));
        Assert.True(shown.Says("Төлөм жазылды: Республикалык бюджет, 30 000 000 сом."), "the history says so");
        Assert.True(shown.Says("134,0 млн сом"));
    }

    /// <summary>The plan's own sums are there from the start, and are not taken for planned money of any source.</summary>
    [Fact]
    public async Task The_three_sums_of_the_plan_are_named_and_not_counted()
    {
        await using var app = await App.StartAsync();

        var page = await app.Visitor().VisitAsync("/money");

        Assert.Equal(3, page.Texts("[data-test=named] li").Count());
        Assert.All((string[])["32,0 млн сом", "68,0 млн сом", "134,0 млн сом"], sum => Assert.Contains(sum, page["named"].Replace('\u00a0', ' '), StringComparison.Ordinal));
        Assert.True(page.Says("Акча тууралуу азырынча эч нерсе жазыла элек"));
        Assert.Empty(page.Html.QuerySelectorAll("table.money"));
    }

    [Theory]
    [InlineData("Form.Source", "", "Булагын тандаңыз.")]
    [InlineData("Form.Source", "77", "Булагын тандаңыз.")]
    [InlineData("Form.Year", "2031", "Жылын жазыңыз: 2025–2030.")]
    [InlineData("Form.Sum", "көп", "«көп» сумма эмес.")]
    [InlineData("Form.Sum", "-5", "Сумма терс болбойт.")]
    [InlineData("Form.Currency", "BTC", "Валютасын тандаңыз")]
    [InlineData("Form.Document", " ", "Кайсы акт же кат менен пландалганын жазыңыз")]
    [InlineData("Form.On", "2027-01-01", "Күнү келечекте болбойт.")]
    public async Task What_breaks_a_rule_is_refused_with_a_sentence_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);

        var page = await browser.SubmitAsync(await browser.VisitAsync(At), "add-line", [.. ALine.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says(sentence), page["errors"]);
        if (field != "Form.Document") Assert.Equal("Буйрук № 14", page.Html.QuerySelector("form[action$='handler=line'] [name='Form.Document']")!.GetAttribute("value"));
        Assert.Equal(0, await app.InDbAsync(db => db.FundingLines.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_and_the_same_payment_typed_again_is_refused()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var form = await browser.VisitAsync(At);

        await browser.SubmitAsync(form, "add-payment", APayment);
        await browser.SubmitAsync(form, "add-payment", APayment);
        var again = await browser.SubmitAsync(await browser.VisitAsync(At), "add-payment", APayment);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.True(again.Says("Ушундай эле төлөм жазылган"));
        Assert.Equal(1, await app.InDbAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task A_changed_plan_keeps_the_first_sum_in_sight_and_whoever_comes_second_is_told()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var before = await browser.SubmitAsync(await browser.VisitAsync(At), "add-line", ALine);
        (string, string)[] change = [("Form.Sum", "90 000 000"), ("Form.Document", "Буйрук № 30"), ("Form.On", "2026-06-01"), ("Form.Reason", "секвестр")];

        var after = await browser.SubmitAsync(before, "change-line", change);
        var late = await browser.SubmitAsync(before, "strike-line", ("Form.Reason", "ката"));

        Assert.True(after.Says("Мурда 98 000 000 сом (Буйрук № 14), өзгөрүү себеби: секвестр"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.True(late.Says("Сиз жазып жатканда башка киши өзгөрттү"));
        var line = await app.InDbAsync(db => db.FundingLines.AsNoTracking().SingleAsync());
        Assert.Equal((90_000_000m, 98_000_000m, true), (line.Sum, line.First.Sum, line.Counts));
    }

    [Fact]
    public async Task Another_measures_money_is_not_there()
    {
        await using var app = await App.StartAsync();
        var other = await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            var line = Some.Line((await db.Measures.SingleAsync(m => m.Code == "CA-001")).Id, FundingSource.Local, 2026, Cash.Som(5));
            db.Add(line);
            await db.SaveChangesAsync();
            return line;
        });
        var browser = await app.SignInAsync(Cast.AdministrationReporter);
        var page = await browser.SubmitAsync(await browser.VisitAsync(At), "add-line", ALine);

        var answer = await browser.PostAsync(page, "strike-line", ("Form.Id", other.Id.ToString()), ("Form.Version", "1"), ("Form.Reason", "себеп"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await app.InDbAsync(db => db.FundingLines.AnyAsync(l => l.Id == other.Id && l.StruckOn == null)));
    }

    [Fact]
    public async Task Rates_and_inhabitants_are_the_coordinators_and_change_what_is_shown()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            db.Add(Payment.Type((await db.Measures.SingleAsync(m => m.Code == "CA-018")).Id, FundingSource.Donor, new(2026, 6, 1), new(100_000, "USD"), "№ 3", null, Some.Today));
            return await db.SaveChangesAsync();
        });
        Assert.True((await browser.VisitAsync("/money")).Says("+ 100 000 USD, курсу жок"));

        var rates = await browser.SubmitAsync(await browser.VisitAsync("/money/rates"), "add-rate", ("Currency", "USD"), ("On", "2026-05-30"), ("Rate", "87,45"), ("Document", "Улуттук банк"));
        var twice = await browser.SubmitAsync(rates, "add-rate", ("Currency", "USD"), ("On", "2026-05-30"), ("Rate", "88"), ("Document", "Улуттук банк"));
        await browser.SubmitAsync(rates, "add-inhabitants", ("Place", "41706259851000"), ("Year", "2026"), ("Number", "10 000"), ("Document", "Улутстатком"));
        app.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        var page = await app.Visitor().VisitAsync("/money");
        Assert.False(page.Says("курсу жок"));
        Assert.True(page.Says("8,7 млн сом"));
        Assert.Contains("875", page.Texts("table.money td.r")); // 8 745 000 of 10 000 people
        var back = await browser.SubmitAsync(await browser.VisitAsync("/money/rates"), "strike-rate", ("Reason", "ката"));
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.True((await browser.VisitAsync("/money")).Says("курсу жок"));
    }

    [Fact]
    public async Task Files_to_take_away_hold_every_sum_and_no_payee_and_run_nothing()
    {
        await using var app = await App.StartAsync();
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            db.Add(Payment.Type((await db.Measures.SingleAsync(m => m.Code == "CA-018")).Id, FundingSource.Local, new(2026, 6, 1), Cash.Som(100_000.50m), "=HYPERLINK(1)", "Асанов", Some.Today));
            return await db.SaveChangesAsync();
        });

        var csv = await (await app.Visitor().GetAsync("/money.csv")).Content.ReadAsStringAsync();
        var xlsx = await app.Visitor().GetAsync("/ru/money.xlsx");

        Assert.Contains("CA-018", csv, StringComparison.Ordinal);
        Assert.Contains("100000.5", csv, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Асанов", csv, StringComparison.Ordinal);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await xlsx.Content.ReadAsByteArrayAsync(), 0, 2));
    }

    [Fact]
    public async Task Reading_all_money_asks_four_questions()
    {
        await using var app = await App.StartAsync();
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            foreach (var measure in await db.Measures.Take(30).ToListAsync()) db.AddRange(Some.Line(measure.Id, FundingSource.Local, 2026, Cash.Som(5)), Some.Contract(measure.Id, FundingSource.Local, 4), Some.Typed(measure.Id, 3, new(2026, 5, 1)));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(4, await app.Queries.CountAsync(() => app.InDbAsync(async db => Assert.Equal(30, (await MoneyReading.ReadAsync(db, null, default)).Count))));
        var id = await app.InDbAsync(db => db.Payments.Select(p => p.MeasureId).FirstAsync());
        Assert.Equal(Some.Som(3), (await app.InDbAsync(db => MoneyReading.ReadAsync(db, [id], default)))[id].Paid);
    }
}
