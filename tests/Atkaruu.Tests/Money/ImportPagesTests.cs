using System.Net;
using System.Text;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Money.Importing;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Money;

public class ImportPagesTests
{
    private static readonly byte[] Good = ImportCheckTests.Csv("Код;Дата;Сумма;Источник;Документ;Получатель", "CA-060;12.05.2026;30 000 000;РБ;№ 14;ОсОО Курулуш", "CA-060;03.08.2026;12 900 000;РБ;№ 15;"),
        Mixed = ImportCheckTests.Csv("Код;Дата;Сумма;Источник;Документ", "CA-060;12.05.2026;30 000 000;РБ;№ 14", "CA-777;03.08.2026;12,900;РБ;№ 15");

    [Fact]
    public async Task Nothing_counts_until_it_is_taken_and_then_it_stands_beside_what_was_typed()
    {
        await using var app = await App.StartAsync();
        await TypeAsync(app, 42_000_000);
        var browser = await app.SignInAsync(Cast.Coordinator);

        var preview = await UploadAsync(browser, Good, "Казыналык");
        Assert.True(preview.Says("2 саптын баары окулду"));
        Assert.True(preview.Says("42 900 000 сом"));
        Assert.Equal(0, await app.InDbAsync(db => db.Payments.CountAsync(p => p.Origin == PaymentOrigin.Imported)));

        var receipt = await browser.SubmitAsync(preview, "take");

        Assert.True(receipt.Says("2 төлөм кабыл алынды"));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var measure = await app.Visitor().VisitAsync("/measures/CA-060");
        Assert.Equal(["42,0 млн сом", "42,9 млн сом", "+900 000 сом"], measure.Texts("[data-test=beside] td"));
        Assert.True(measure.Says("Казыналык (01.10.2026 карата)"));
        Assert.True(measure.Says("Төлөмдөр жүктөлдү: Казыналык, 2 сап."), "the history says so");
        Assert.False(measure.Says("Курулуш»") || measure.Says("ОсОО Курулуш"));
        Assert.True((await app.Visitor().VisitAsync("/money")).Says("42,9 млн сом төлөндү"));
        Assert.Equal(1, await app.InDbAsync(db => db.Payments.CountAsync(p => p.Origin == PaymentOrigin.Typed && p.StruckOn == null))); // never overwritten
    }

    [Fact]
    public async Task A_file_with_errors_is_taken_only_when_the_clerk_leaves_them_out_and_the_receipt_says_so()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var preview = await UploadAsync(browser, Mixed, "Казыналык");
        Assert.True(preview.Says("2 саптын 1и ката менен"));
        Assert.Equal(["Иш-чаранын коду: «CA-777» деген иш-чара планда жок.", "Суммасы: «12,900» эки башка окулат. Үтүрсүз же эки тыйын саны менен жазыңыз."], preview.Texts("[data-test=errors] li > span"));

        var refused = await browser.SubmitAsync(preview, "take");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Payments.CountAsync()));

        var receipt = await browser.SubmitAsync(refused, "take", ("LeaveOut", "true"));

        Assert.True(receipt.Says("1 төлөм кабыл алынды"));
        Assert.True(receipt.Says("Катасы бар болгону үчүн калтырылды: 1."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(preview, "take", ("LeaveOut", "true"), ("Key", Guid.NewGuid().ToString()))).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task The_errors_are_told_in_the_language_of_the_reader()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        await UploadAsync(browser, Mixed, "Казыналык");
        var id = await app.InDbAsync(db => db.PaymentImports.Select(i => i.Id).SingleAsync());

        Assert.True((await browser.VisitAsync("/ru/money/imports/" + id)).Says("В плане нет мероприятия «CA-777»."));
        Assert.True((await browser.VisitAsync("/en/money/imports/" + id)).Says("There is no measure “CA-777” in the plan."));
    }

    [Fact]
    public async Task The_same_file_is_known_again_and_what_another_file_repeats_is_not_taken_twice()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        await browser.SubmitAsync(await UploadAsync(browser, Good, "Казыналык"), "take");

        var same = await UploadAsync(browser, Good, "Банк");
        var longer = await UploadAsync(browser, [.. Good, .. Encoding.UTF8.GetBytes("\nCA-060;15.09.2026;1 000 000;РБ;№ 16;")], "Казыналык");
        var receipt = await browser.SubmitAsync(longer, "take");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.True(same.Says("Бул файл мурда жүктөлгөн: Казыналык, 22.11.2026."));
        Assert.Equal("Банк", same.Html.QuerySelector("[name=Words]")!.GetAttribute("value"));
        Assert.True(receipt.Says("1 төлөм кабыл алынды"));
        Assert.True(receipt.Says("Мурунку файлдан белгилүү болгону үчүн кайра алынган жок: 2."));
        Assert.Equal(43_900_000m, (await app.InDbAsync(db => db.Payments.ToListAsync())).Sum(p => p.Sum));
    }

    [Fact]
    public async Task A_whole_import_can_be_undone_with_a_reason_and_the_same_file_may_come_again()
    {
        await using var app = await App.StartAsync();
        await TypeAsync(app, 5);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var receipt = await browser.SubmitAsync(await UploadAsync(browser, Good, "Казыналык"), "take");

        var silent = await browser.SubmitAsync(receipt, "undo");
        var undone = await browser.SubmitAsync(receipt, "undo", ("Reason", "башка райондун файлы"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.True(undone.Says("Бүт файл кайтарылды: башка райондун файлы"));
        var payments = await app.InDbAsync(db => db.Payments.AsNoTracking().ToListAsync());
        Assert.Equal((3, 1), (payments.Count, payments.Count(p => p.Counts)));
        Assert.Equal([5m], PaidRule.Counting(payments).Select(p => p.Sum));
        var import = await app.InDbAsync(db => db.PaymentImports.SingleAsync());
        Assert.Equal(["money.import-looked", "money.import-taken", "money.import-undone"], await app.WhatHappenedToAsync(import));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(await UploadAsync(browser, Good, "Казыналык"), "take")).Status);
    }

    [Fact]
    public async Task A_file_that_is_left_counts_for_nothing()
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);

        var left = await browser.SubmitAsync(await UploadAsync(browser, Good, "Казыналык"), "leave");

        Assert.True(left.Says("Алынган жок"));
        Assert.Empty(left.Html.QuerySelectorAll("[data-test=take], [data-test=undo]"));
        Assert.Equal(0, await app.InDbAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task Two_clerks_who_take_the_same_payments_at_once_take_them_once()
    {
        await using var app = await App.StartAsync();
        var (one, two) = (await app.SignInAsync(Cast.Coordinator), await app.SignInAsync(Cast.Coordinator));
        var (first, second) = (await UploadAsync(one, Good, "Казыналык"), await UploadAsync(two, [.. Good, (byte)'\n'], "Банк"));

        await Task.WhenAll(one.SubmitAsync(first, "take"), two.SubmitAsync(second, "take"));

        Assert.Equal(2, await app.InDbAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task Only_whoever_accepts_over_everything_comes_in()
    {
        await using var app = await App.StartAsync();
        var partly = new Cast("aida", "Аида Исакова", "RMA", new Atkaruu.Kernel.Grant(Atkaruu.Kernel.Role.Coordinator, new(Municipality: "41706259851000")));

        foreach (var path in (string[])["/money/imports", "/money/imports/" + Guid.NewGuid(), "/money/rates", "/money/imports/template.xlsx"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(partly)).GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.AdministrationReporter)).GetAsync(path)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/money/imports/" + Guid.NewGuid())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/money/imports/template.xlsx")).StatusCode);
    }

    [Theory]
    [InlineData("Words", "", "Файл кайдан келгенин жазыңыз.")]
    [InlineData("AsOf", "2027-01-01", "Күнү келечекте болбойт.")]
    [InlineData("AsOf", "", "Күнүн жазыңыз.")]
    public async Task An_upload_says_where_it_comes_from_and_of_which_day(string field, string value, string sentence)
    {
        await using var app = await App.StartAsync();
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/money/imports");

        var refused = await Page.ReadAsync(await browser.SendAsync(browser.Filled(page, "look", [("Words", field == "Words" ? value : "Казыналык"), ("AsOf", field == "AsOf" ? value : "2026-10-01")], ("File", "1.csv", Good))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Says(sentence));
    }

    private static async Task<Page> UploadAsync(Browser browser, byte[] file, string words)
    {
        var answer = await browser.SendAsync(browser.Filled(await browser.VisitAsync("/money/imports"), "look", [("Words", words), ("AsOf", "2026-10-01")], ("File", "төлөмдөр.csv", file)));
        return answer.StatusCode == HttpStatusCode.Redirect ? await browser.VisitAsync(answer.Headers.Location!.ToString()) : await Page.ReadAsync(answer);
    }

    private static Task<int> TypeAsync(App app, decimal som) => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        db.Add(Some.Typed((await db.Measures.SingleAsync(m => m.Code == "CA-060")).Id, som, new(2026, 5, 12)));
        return await db.SaveChangesAsync();
    });
}
