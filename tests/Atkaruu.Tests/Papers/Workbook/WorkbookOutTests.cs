using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers.Workbooks;

public class WorkbookOutTests
{
    private const string Village = "/work/2026-Q3/AO-CHON-ALAY/workbook", Admin = "/work/2026-Q3/RMA/workbook";

    [Fact]
    public async Task The_form_is_there_only_for_the_body_and_for_whoever_enters_for_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");

        var visitor = app.Visitor();
        await visitor.GetAsync(Village);
        Assert.StartsWith("/sign-in", visitor.SentTo, StringComparison.Ordinal);
        foreach (var who in new[] { Cast.OtherReporter, Cast.AdministrationReporter, Cast.Head, Cast.Verifier, Cast.Observer, Cast.Administrator })
            foreach (var address in new[] { Village, Village + ".xlsx" })
                Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(who)).GetAsync(address)).StatusCode);
        foreach (var who in new[] { Cast.Reporter, Cast.Coordinator })
            foreach (var address in new[] { Village, Village + ".xlsx", Village + ".xlsx?lang=ru", "/ru" + Village })
                Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(who)).GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/work/2026-Q4/AO-CHON-ALAY/workbook")] // no such period yet
    [InlineData("/work/2026-Q9/AO-CHON-ALAY/workbook")]
    [InlineData("/work/2026-Q3/NOBODY/workbook")]
    [InlineData("/work/2026-Q3/JOBO/workbook")] // a group does not report itself
    public async Task What_is_not_owed_has_no_form(string address)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(address + ".xlsx")).StatusCode);
    }

    [Fact]
    public async Task My_work_leads_to_the_form()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var page = await (await app.SignInAsync(Cast.Reporter)).VisitAsync("/work");
        Assert.Equal(Village, page.Html.QuerySelector("[data-test=workbook] a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("", "Эмне аткарылды?")]
    [InlineData("?lang=ru", "Что сделано?")]
    public async Task The_form_is_a_valid_locked_workbook_without_a_single_formula(string language, string asked)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var bytes = await (await (await app.SignInAsync(Cast.AdministrationReporter)).GetAsync(Admin + ".xlsx" + language)).Content.ReadAsByteArrayAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheets = document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!).ToList();
        Assert.All(sheets, sheet => Assert.Empty(sheet.Descendants<CellFormula>()));
        Assert.All(sheets, sheet => Assert.True(sheet.GetFirstChild<SheetProtection>()!.Sheet!.Value));
        var form = sheets.Single(s => s.GetFirstChild<DataValidations>() is not null);
        Assert.Equal([true, true, false, false, false], form.GetFirstChild<Columns>()!.Elements<Column>().Select(c => c.Hidden?.Value == true));
        Assert.NotNull(form.Descendants<Pane>().Single(p => p.State!.Value == PaneStateValues.Frozen));
        Assert.Equal(OrientationValues.Landscape, form.GetFirstChild<PageSetup>()!.Orientation!.Value);
        Assert.Contains(asked, form.InnerText, StringComparison.Ordinal);

        // Just the cells to answer are open.
        var open = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().Select(f => f.Protection?.Locked?.Value == false).ToList();
        foreach (var row in form.GetFirstChild<SheetData>()!.Elements<Row>())
            foreach (var cell in row.Elements<Cell>())
                Assert.Equal(Filled.Text(row, "A").Split('|').Length == 3 && cell.CellReference!.Value![0] == 'D', open[(int)(cell.StyleIndex?.Value ?? 0)]);
        var lists = form.Descendants<DataValidation>().Where(v => v.Type!.Value == DataValidationValues.List).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.True(list.Formula1!.Text.Length <= 255, list.Formula1.Text));
    }

    [Fact]
    public async Task The_form_asks_what_the_page_asks_and_says_what_stands()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-027", "RMA", new() { Done = "Казылды", Phase = WorksPhase.Tender, PhysicalPercent = 40, NextStep = "Келишим" }, accepted: true, 12m);
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (_, _, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var part = book.Read().Parts.Single(p => p.Measure == "CA-027");

        Assert.Equal("Тендер", part.Answers["Phase"].Text);
        Assert.Equal("40", part.Answers["PhysicalPercent"].Text);
        Assert.Equal("", part.Answers["Done"].Text);
        book.Edit((_, rows) =>
        {
            Assert.Contains("40", Filled.Text(Filled.Row(rows, "CA-027", "PhysicalPercent"), "E"), StringComparison.Ordinal);
            Assert.Contains("12", Filled.Text(Filled.Row(rows, "CA-027", "Value"), "E"), StringComparison.Ordinal);
            Assert.Contains(rows.Elements<Row>(), row => Filled.Text(row, "C").Contains("Казылды", StringComparison.Ordinal));
        });
        Assert.DoesNotContain("Phase", book.Read().Parts.Single(p => p.Measure == "CA-013").Answers.Keys); // a number, no works
        Assert.Contains("NoChange", part.Answers.Keys);
        Assert.DoesNotContain("NoChange", book.Read().Parts.Single(p => p.Measure == "CA-016").Answers.Keys); // nothing before
    }

    [Fact]
    public async Task Somebody_who_helps_is_asked_for_a_few_words_only()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (_, _, book) = await Filled.OpenAsync(app, Cast.Reporter, Village);
        Assert.Equal(["Done", "NoPart"], book.Read().Parts.Single(p => p.Measure == "CA-013").Answers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_has_been_sent_is_not_asked_again()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var duty = (await app.DutiesOfAsync(period, "RMA")).First(d => d.Measure.Code == "CA-027");
        await app.SendAsync(Cast.AdministrationReporter, period, duty);
        var (_, _, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        Assert.DoesNotContain(book.Read().Parts, p => p.Measure == "CA-027");
        book.Edit((parts, _) => Assert.Contains(parts.WorksheetParts, p => p.Worksheet!.InnerText.Contains("Алтын-Дара дарыясына БСР (Текшерүүнү күтөт)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Taking_the_form_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync();
        var draft = await app.DraftAsync(Cast.AdministrationReporter, period, (await app.DutiesOfAsync(period, "RMA")).First(d => d.Measure.Code == "CA-027"));
        var browser = await app.SignInAsync(Cast.AdministrationReporter);
        var before = await app.InDbAsync(db => db.Log.CountAsync());
        await Filled.TakeAsync(browser, Admin);
        Assert.Equal(before, await app.InDbAsync(db => db.Log.CountAsync()));
        Assert.Equal((1, draft.Version), (await app.InDbAsync(db => db.Returns.CountAsync()), (await app.SeeAsync(draft)).Version));
    }

    [Fact]
    public async Task A_closed_period_gives_no_form_and_says_why()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        await A.ChangeAsync(app, period, p => p.Close("бүттү"));
        var reporter = await app.SignInAsync(Cast.Reporter);
        Assert.NotEqual("", (await reporter.VisitAsync(Village))["locked"]);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(Village + ".xlsx")).StatusCode);
    }

    [Fact]
    public async Task What_looks_like_a_formula_goes_out_as_a_text()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        await reporter.SubmitAsync(await reporter.VisitAsync("/write/2026-Q3/CA-027/RMA"), "save", ("Done", "=1+1"), ("Problems", "@SUM(A1)"), ("NextStep", "+7 777 жалгаштыруу"));
        var book = await Filled.TakeAsync(reporter, Admin);
        book.Edit((_, rows) =>
        {
            foreach (var (question, text) in new[] { ("Done", "=1+1"), ("Problems", "@SUM(A1)"), ("NextStep", "+7 777 жалгаштыруу") })
            {
                var cell = Filled.Cell(Filled.Row(rows, "CA-027", question), "D");
                Assert.Equal((CellValues.InlineString, text), (cell.DataType!.Value, cell.InnerText));
            }
        });
    }
}
