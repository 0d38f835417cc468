using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Intake.Files;
using Atkaruu.Tests.Reporting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers.Workbooks;

/// <summary>A filled form comes back: looked at, kept, sent; and what quarrels with what is here.</summary>
public class WorkbookBackTests
{
    private const string Admin = "/work/2026-Q3/RMA/workbook", Village = "/work/2026-Q3/AO-CHON-ALAY/workbook";
    private static readonly Cast Colleague = new("gulnara", "Гүлнара Сапарова", "RMA", new Grant(Role.Reporter, new(Body: "RMA")));

    [Fact]
    public async Task What_is_filled_in_is_shown_first_and_kept_when_it_is_confirmed()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Каналдын башы казылды, Ң Ө Ү").Answer("CA-027", "Value", 12.5m).Answer("CA-027", "Phase", "Курулуш").Answer("CA-027", "PhysicalPercent", 40m);

        var shown = await book.BringAsync(browser, page);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Каналдын башы казылды, Ң Ө Ү", shown["measure-CA-027"], StringComparison.Ordinal);
        Assert.Contains("12,5", shown["measure-CA-027"], StringComparison.Ordinal);
        Assert.Contains(book.At("CA-027", "Done"), shown["measure-CA-027"], StringComparison.Ordinal);
        Assert.Equal("", shown["measure-CA-016"]); // nobody touched it
        Assert.Equal(0, await app.InDbAsync(db => db.Returns.CountAsync()));

        var done = await browser.SubmitAsync(shown, "keep");
        Assert.Equal("1 каралама сакталды", Page.Clean(done["done"]));
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal((ReturnState.Draft, "Каналдын башы казылды, Ң Ө Ү", WorksPhase.Construction, 40m, 12.5m), (made.State, made.Words.Done, made.Words.Phase, made.Words.PhysicalPercent, made.Values.Single().Value!.Value));
        Assert.Equal(1, await app.InDbAsync(db => db.Returns.CountAsync()));
    }

    [Fact]
    public async Task What_is_sent_is_sent_with_the_same_warnings_and_gives_a_receipt()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Каналдын башы казылды").Answer("CA-013", "Done", "Түтүк тартылды").Answer("CA-013", "Value", "көп эле");

        var shown = await book.BringAsync(browser, page);
        Assert.Contains(book.At("CA-013", "Value"), shown["wrong-CA-013"], StringComparison.Ordinal);
        var done = await browser.SubmitAsync(shown, "submit");
        Assert.Equal("1 отчет тапшырылды, 1 каралама сакталды", Page.Clean(done["done"]));
        var sent = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal((ReturnState.Submitted, "no-evidence"), (sent.State, string.Join(',', sent.Warnings.Select(w => w.Code).Where(c => c == "no-evidence"))));
        Assert.Equal((ReturnState.Draft, "Түтүк тартылды"), ((await A.ReturnAsync(app, "CA-013", "RMA"))!.State, (await A.ReturnAsync(app, "CA-013", "RMA"))!.Words.Done));
        Assert.Equal(1, await A.CountLogAsync(app, "return.submitted"));

        var receipt = await (await browser.PostAsync(done, "receipt")).Content.ReadAsByteArrayAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(receipt), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var said = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText;
        foreach (var word in new[] { "Нурлан Сыдыков", "22.11.2026 09:00", "Каналдын башы казылды", "көп эле", book.At("CA-013", "Value"), "толтурулган.xlsx" }) Assert.Contains(word, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_cell_loses_nothing_else()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Башы").Answer("CA-027", "PhysicalPercent", 140m).Answer("CA-027", "Phase", "Бүттү").Answer("CA-016", "Done", "Долбоор даяр");

        var shown = await book.BringAsync(browser, page);
        Assert.Contains($"«Отчет» барагы, {book.At("CA-027", "PhysicalPercent")}: 100дөн көп болбойт.", Page.Clean(shown["wrong-CA-027"]), StringComparison.Ordinal);
        Assert.Contains($"«Отчет» барагы, {book.At("CA-027", "Phase")}: Тизмеден тандаңыз.", Page.Clean(shown["wrong-CA-027"]), StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "keep");
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(("Башы", null, null), (made.Words.Done, made.Words.PhysicalPercent, made.Words.Phase));
        Assert.Equal("Долбоор даяр", (await A.ReturnAsync(app, "CA-016", "RMA"))!.Words.Done);
    }

    [Theory]
    [InlineData("1 250,5", 1250.5)]
    [InlineData("1250.5", 1250.5)]
    [InlineData(" 7 ", 7)]
    [InlineData("1\u00a0250", 1250)]
    public async Task A_number_typed_as_a_text_is_a_number(string typed, double number)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        await browser.SubmitAsync(await book.Answer("CA-027", "Value", typed).BringAsync(browser, page), "keep");
        Assert.Equal((decimal)number, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Values.Single().Value);
    }

    [Fact]
    public async Task No_change_and_no_part_are_said_by_a_word()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Пайдубал", Phase = WorksPhase.Construction, PhysicalPercent = 20 });
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.Reporter, Village);
        book.Answer("CA-001", "NoChange", "Ооба").Answer("CA-001", "NoChangeReason", "Каржылоо келе элек").Answer("CA-013", "NoPart", "да");

        Assert.Equal("2 отчет тапшырылды, 0 каралама сакталды", Page.Clean((await browser.SubmitAsync(await book.BringAsync(browser, page), "submit"))["done"]));
        var same = (await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.Words;
        Assert.Equal((true, "Каржылоо келе элек", WorksPhase.Construction, 20m), (same.NoChange, same.NoChangeReason, same.Phase, same.PhysicalPercent));
        Assert.True((await A.ReturnAsync(app, "CA-013", "AO-CHON-ALAY"))!.Words.NoPart);
    }

    [Fact]
    public async Task No_change_beside_a_new_number_is_a_slip()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Пайдубал", Phase = WorksPhase.Construction, PhysicalPercent = 20 });
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.Reporter, Village);
        var shown = await book.Answer("CA-001", "NoChange", "Ооба").Answer("CA-001", "NoChangeReason", "Тендер").Answer("CA-001", "PhysicalPercent", 60m).BringAsync(browser, page);
        Assert.Contains("Бирин калтырыңыз", shown["wrong-CA-001"], StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "submit");
        Assert.Equal((ReturnState.Draft, false, 60m), ((await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.State, (await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.Words.NoChange, (await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!.Words.PhysicalPercent));
    }

    [Fact]
    public async Task Confirmed_twice_is_done_once()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var shown = await book.Answer("CA-027", "Done", "Башы").BringAsync(browser, page);
        await browser.SubmitAsync(shown, "submit");
        Assert.NotEqual("", (await browser.SubmitAsync(shown, "submit"))["again"]);
        Assert.Equal((1, 1), (await app.InDbAsync(db => db.Returns.CountAsync()), await A.CountLogAsync(app, "return.submitted")));
    }

    [Fact]
    public async Task The_same_file_may_come_again_with_more_in_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        await browser.SubmitAsync(await book.Answer("CA-027", "Done", "Башы").BringAsync(browser, page), "keep");
        Assert.Contains("каралама катары сакталган", (await book.BringAsync(browser, page))["measure-CA-027"], StringComparison.Ordinal);
        var shown = await book.Answer("CA-027", "Done", "Башы жана ортосу").BringAsync(browser, page);
        Assert.Equal("", shown["hold-CA-027"]);
        await browser.SubmitAsync(shown, "keep");
        Assert.Equal("Башы жана ортосу", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
        await browser.SubmitAsync(await book.BringAsync(browser, page), "submit"); // what was kept as a draft is sent from the same file
        Assert.Equal(ReturnState.Submitted, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State);
        Assert.NotEqual("", (await book.BringAsync(browser, page))["nothing"]); // and says then what is here already
    }

    [Theory]
    [InlineData("here", "Кесиптештики")]
    [InlineData("file", "Файлдагы")]
    public async Task What_a_colleague_wrote_meanwhile_is_shown_and_a_person_chooses(string choice, string kept)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var colleague = await app.SignInAsync(Colleague);
        await colleague.SubmitAsync(await colleague.VisitAsync("/write/2026-Q3/CA-027/RMA"), "save", ("Done", "Кесиптештики"), ("NextStep", "Дарбаза"));

        var shown = await book.Answer("CA-027", "Done", "Файлдагы").Answer("CA-016", "Done", "Долбоор").BringAsync(browser, page);
        Assert.True(shown["measure-CA-027"].Contains("Кесиптештики", StringComparison.Ordinal) && shown["measure-CA-027"].Contains("Файлдагы", StringComparison.Ordinal));
        Assert.NotEqual("", shown["hold-CA-027"]);
        await browser.SubmitAsync(shown, "keep", ("Hold[CA-027]", choice));
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal((kept, "Дарбаза"), (made.Words.Done, made.Words.NextStep)); // what the file did not touch stays in any case
        Assert.Equal("Долбоор", (await A.ReturnAsync(app, "CA-016", "RMA"))!.Words.Done);
    }

    [Fact]
    public async Task What_was_sent_meanwhile_is_taken_back_only_when_a_person_says_so()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var colleague = await app.SignInAsync(Colleague);
        await colleague.SubmitAsync(await colleague.SubmitAsync(await colleague.VisitAsync("/write/2026-Q3/CA-027/RMA"), "check", ("Done", "Тапшырылган")), "submit");

        var shown = await book.Answer("CA-027", "Done", "Файлдагы").Answer("CA-016", "Done", "Долбоор").BringAsync(browser, page);
        await browser.SubmitAsync(shown, "submit");
        Assert.Equal(("Тапшырылган", ReturnState.Submitted), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State));
        await browser.SubmitAsync(await book.BringAsync(browser, page), "submit", ("Hold[CA-027]", "file"));
        Assert.Equal(("Файлдагы", ReturnState.Submitted), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State));
        Assert.Equal(1, await A.CountLogAsync(app, "return.withdrawn"));
    }

    [Fact]
    public async Task What_was_accepted_meanwhile_stays()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var duty = (await app.DutiesOfAsync(period, "RMA")).First(d => d.Measure.Code == "CA-027");
        await app.AcceptAsync(await app.SendAsync(Colleague, period, duty));

        var shown = await book.Answer("CA-027", "Done", "Файлдагы").BringAsync(browser, page);
        Assert.Contains("кабыл алынган", shown["measure-CA-027"], StringComparison.Ordinal);
        Assert.Contains("Файлдагы", shown["measure-CA-027"], StringComparison.Ordinal);
        Assert.NotEqual("", shown["nothing"]);
        Assert.Equal(ReturnState.Accepted, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State);
    }

    [Fact]
    public async Task What_changed_between_looking_and_confirming_is_looked_at_again()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var shown = await book.Answer("CA-027", "Done", "Файлдагы").BringAsync(browser, page);
        var colleague = await app.SignInAsync(Colleague);
        await colleague.SubmitAsync(await colleague.VisitAsync("/write/2026-Q3/CA-027/RMA"), "save", ("Done", "Кесиптештики"));

        var again = await browser.SubmitAsync(shown, "submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotEqual("", again["hold-CA-027"]);
        Assert.Equal("Кесиптештики", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
        await browser.SubmitAsync(again, "keep", ("Hold[CA-027]", "file"));
        Assert.Equal("Файлдагы", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
    }

    [Fact]
    public async Task When_the_period_has_closed_meanwhile_the_text_is_shown_and_not_taken()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var shown = await book.Answer("CA-027", "Done", "Кечиккен").BringAsync(browser, page);
        await A.ChangeAsync(app, period, p => p.Close("бүттү"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(shown, "submit")).Status);
        var late = await book.BringAsync(browser, page);
        Assert.True(late["measure-CA-027"].Contains("Кечиккен", StringComparison.Ordinal) && late["nothing"].Length > 0);
        Assert.Equal(0, await app.InDbAsync(db => db.Returns.CountAsync()));
    }

    [Fact]
    public async Task The_coordinator_enters_it_for_a_body_and_says_from_whom()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.Coordinator, Village);
        var shown = await book.Answer("CA-001", "Done", "Дубал").BringAsync(browser, page);
        var refused = await browser.SubmitAsync(shown, "submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Returns.CountAsync()));

        await browser.SubmitAsync(refused, "submit", ("HeardFrom", "Чынара Токтогулова"));
        var made = (await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"))!;
        Assert.Equal((ReturnState.Submitted, Heard.Paper, "Чынара Токтогулова"), (made.State, made.Heard, made.HeardFrom));
        Assert.Single(made.Authors);
    }

    [Fact]
    public async Task What_was_looked_at_cannot_be_changed_on_the_way()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var shown = await book.Answer("CA-027", "Done", "Башы").BringAsync(browser, page);
        var payload = shown.Html.QuerySelector("input[name=Look]")!.GetAttribute("value")!;
        var refused = await browser.SubmitAsync(shown, "keep", ("Look", "AAAA" + payload[4..]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Returns.CountAsync()));
    }
}
