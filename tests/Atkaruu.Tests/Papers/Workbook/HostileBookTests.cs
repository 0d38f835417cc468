using System.Net;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Workbooks;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Intake.Files;
using Atkaruu.Tests.Reporting;
using Atkaruu.Web;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers.Workbooks;

/// <summary>Files that are not what they should be, and sheets to which people did what people do to sheets.</summary>
public class HostileBookTests
{
    private const string Admin = "/work/2026-Q3/RMA/workbook";

    public static readonly TheoryData<string, string> NotForms = new()
    {
        { "text", "Бул Excel файлы (.xlsx) эмес" }, { "pdf", "Бул Excel файлы (.xlsx) эмес" }, { "word", "Бул Excel файлы (.xlsx) эмес" }, { "zip", "Бул Excel файлы (.xlsx) эмес" },
        { "old", "эски форматтагы" }, { "plan", "Бул файл биздин форма эмес" }, { "macros", "макрос" }, { "external", "башка жактан" }, { "bomb", "ашыкча чоңоёт" }, { "broken", "бузулган" }, { "empty", "файлды тандаңыз" },
    };

    [Theory, MemberData(nameof(NotForms))]
    public async Task What_is_no_form_is_refused_in_one_sentence(string what, string sentence)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var browser = await app.SignInAsync(Cast.AdministrationReporter);
        var refused = await Filled.BringAsync(browser, await browser.VisitAsync(Admin), File(what), "форма.xlsx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, Assert.Single(refused.Texts(".ak-errors li")), StringComparison.Ordinal);
    }

    private static byte[] File(string what) => what switch
    {
        "text" => Encoding.UTF8.GetBytes("Суроо;Жооп"),
        "pdf" => MakePdf.Lines("План"),
        "word" => MakeZip.Word("<a/>"),
        "zip" => MakeZip.Of(new MakeZip.Entry("a.txt", [1, 2, 3])),
        "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0],
        "plan" => MakeXlsx.Of(["Суроо", "Жооп"]),
        "macros" => MakeZip.Sheet(Encoding.UTF8.GetBytes("<worksheet/>"), MakeZip.Text("xl/vbaProject.bin", "x")),
        "external" => MakeZip.Sheet(Encoding.UTF8.GetBytes("<worksheet/>"), MakeZip.Text("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="a" Type="x/oleObject" Target="https://evil.example/x" TargetMode="External"/></Relationships>""")),
        "bomb" => MakeZip.Sheet(new byte[40 << 20]),
        "broken" => [0x50, 0x4B, 3, 4, 0, 0, 0, 0],
        _ => [],
    };

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var browser = await app.SignInAsync(Cast.AdministrationReporter);
        var refused = await Filled.BringAsync(browser, await browser.VisitAsync(Admin), new byte[BookLimits.Bytes + 1], "форма.xlsx");
        Assert.Contains("5 МБдан чоң", Assert.Single(refused.Texts(".ak-errors li")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.SendAsync(browser.Filled(await browser.VisitAsync(Admin), "look", [], ("File", "a.xlsx", new byte[BookLimits.Bytes + (1 << 20)])))).StatusCode);
    }

    [Fact]
    public async Task The_form_of_another_body_or_period_is_told_whose_it_is()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        await A.OpenPeriodAsync(app, "2026-H1");
        var (village, _, theirs) = await Filled.OpenAsync(app, Cast.Reporter, "/work/2026-Q3/AO-CHON-ALAY/workbook");
        var (browser, page, other) = await Filled.OpenAsync(app, Cast.AdministrationReporter, "/work/2026-H1/RMA/workbook");
        Assert.NotNull(village);
        var quarter = await browser.VisitAsync(Admin);
        Assert.Contains("Чоң-Алай", Assert.Single((await theirs.BringAsync(browser, quarter)).Texts(".ak-errors li")), StringComparison.Ordinal);
        Assert.Contains("I жарым жылдыгы", Assert.Single((await other.BringAsync(browser, quarter)).Texts(".ak-errors li")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.BringAsync(browser, page)).Status);
    }

    [Fact]
    public async Task A_form_of_an_older_kind_and_one_with_changed_codes_are_refused()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var bytes = book.Bytes;
        Assert.Contains("эски түрү", Assert.Single((await First(new(bytes), c => c.Replace("|1|", "|0|", StringComparison.Ordinal)).BringAsync(browser, page)).Texts(".ak-errors li")), StringComparison.Ordinal);
        Assert.Contains("жашыруун коду өзгөртүлгөн", Assert.Single((await First(new(bytes), c => c.Replace("RMA", "BILIM", StringComparison.Ordinal)).BringAsync(browser, page)).Texts(".ak-errors li")), StringComparison.Ordinal);
        Assert.Contains("жашыруун сабы өчүрүлгөн", Assert.Single((await new Filled(bytes).Edit((_, rows) => rows.Elements<Row>().First().Remove()).BringAsync(browser, page)).Texts(".ak-errors li")), StringComparison.Ordinal);
    }

    private static Filled First(Filled book, Func<string, string> change) => book.Edit((_, rows) => Retype(Filled.Cell(rows.Elements<Row>().First(), "A"), change));

    private static void Retype(Cell cell, Func<string, string> change)
    {
        var said = change(cell.InnerText);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(said)));
    }

    [Fact]
    public async Task Sorted_and_shifted_rows_and_renamed_sheets_are_found_by_their_codes()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Башы").Answer("CA-016", "Done", "Долбоор").Edit((parts, rows) =>
        {
            var shuffled = rows.Elements<Row>().OrderBy(r => Filled.Text(r, "C"), StringComparer.Ordinal).ToList();
            rows.RemoveAllChildren();
            rows.Append(new Row(new Cell { CellReference = "C1", DataType = CellValues.InlineString, InlineString = new(new Text("Менин сабым")) }));
            rows.Append(shuffled);
            Filled.Renumber(rows);
            foreach (var (at, sheet) in parts.Workbook!.Sheets!.Elements<Sheet>().Index()) sheet.Name = $"Лист{at + 1}";
        });

        var shown = await book.BringAsync(browser, page);
        Assert.Contains("«Лист2» барагы, C1: бул сап формада болгон эмес", Page.Clean(shown["notes"]), StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "keep");
        Assert.Equal(("Башы", "Долбоор"), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-016", "RMA"))!.Words.Done));
    }

    [Fact]
    public async Task A_changed_question_takes_its_answer_out_and_nothing_else()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Башы").Answer("CA-027", "Problems", "Жок").Edit((_, rows) => Retype(Filled.Cell(Filled.Row(rows, "CA-027", "Problems"), "C"), _ => "Мактоо"));
        var shown = await book.BringAsync(browser, page);
        Assert.Contains($"{book.At("CA-027", "Problems")}: бул саптын корголгон уячасы", Page.Clean(shown["wrong-CA-027"]), StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "submit");
        Assert.Equal((ReturnState.Draft, "Башы", ""), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.State, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Problems));
    }

    [Fact]
    public async Task Deleted_rows_leave_what_is_here_and_a_measure_without_its_first_row_is_not_guessed()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var browser = await app.SignInAsync(Cast.AdministrationReporter);
        await browser.SubmitAsync(await browser.VisitAsync("/write/2026-Q3/CA-027/RMA"), "save", ("Done", "Башы"), ("Problems", "Суу аз"));
        var (page, book) = (await browser.VisitAsync(Admin), await Filled.TakeAsync(browser, Admin));
        book.Answer("CA-027", "Done", "Башы жана ортосу").Answer("CA-016", "Done", "Долбоор").Edit((_, rows) =>
        {
            Filled.Row(rows, "CA-027", "Problems").Remove();
            Filled.Row(rows, "CA-016").Remove();
            Filled.Renumber(rows);
        });
        var shown = await book.BringAsync(browser, page);
        Assert.Contains("1 сабы өчүрүлгөн", Page.Clean(shown["wrong-CA-027"]), StringComparison.Ordinal);
        Assert.Contains("башкы сабы өчүрүлгөн", shown["measure-CA-016"], StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "keep");
        Assert.Equal(("Башы жана ортосу", "Суу аз"), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Problems));
        Assert.Null(await A.ReturnAsync(app, "CA-016", "RMA"));
    }

    [Fact]
    public async Task A_column_put_in_is_said_for_the_whole_file()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Edit((_, rows) =>
        {
            foreach (var cell in rows.Descendants<Cell>())
                if (cell.CellReference!.Value![0] is >= 'C' and var column) cell.CellReference = (char)(column + 1) + cell.CellReference.Value[1..];
        });
        Assert.Contains("мамычалары жылган", Assert.Single((await book.BringAsync(browser, page)).Texts(".ak-errors li")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_copied_with_another_answer_is_not_guessed()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Done", "Биринчи").Edit((_, rows) =>
        {
            var copy = (Row)Filled.Row(rows, "CA-027", "Done").CloneNode(true);
            Retype(Filled.Cell(copy, "D"), _ => "Экинчи");
            rows.Append(copy);
            Filled.Renumber(rows);
        });
        var shown = await book.BringAsync(browser, page);
        Assert.Contains("эки башка жооп бар", shown["wrong-CA-027"], StringComparison.Ordinal);
        Assert.NotEqual("", shown["nothing"]);
    }

    [Fact]
    public async Task A_day_where_a_number_belongs_is_told_how_to_write_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Answer("CA-027", "Value", 46154m).Edit((parts, rows) =>
        {
            var formats = parts.WorkbookStylesPart!.Stylesheet!.CellFormats!;
            formats.Append(new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true });
            Filled.Cell(Filled.Row(rows, "CA-027", "Value"), "D").StyleIndex = (uint)formats.Elements<CellFormat>().Count() - 1;
        });
        Assert.Contains("«12.05.2026» – күн, сан эмес", Page.Clean((await book.BringAsync(browser, page))["wrong-CA-027"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_counts_by_its_value_and_without_one_is_refused()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        book.Edit((_, rows) =>
        {
            var (one, two) = (Filled.Cell(Filled.Row(rows, "CA-027", "Value"), "D"), Filled.Cell(Filled.Row(rows, "CA-016", "PhysicalPercent"), "D"));
            one.RemoveAllChildren();
            (one.DataType, one.CellFormula, one.CellValue) = (CellValues.Number, new("5+7"), new(12m));
            (two.DataType, two.CellFormula) = (CellValues.Number, new("5+7"));
        });
        var shown = await book.BringAsync(browser, page);
        Assert.Contains("эсептелген саны жок", shown["wrong-CA-016"], StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "keep");
        Assert.Equal(12m, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Values.Single().Value);
    }

    [Fact]
    public async Task Words_are_escaped_and_a_text_that_is_too_long_keeps_the_old_one()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (browser, page, book) = await Filled.OpenAsync(app, Cast.AdministrationReporter, Admin);
        var shown = await book.Answer("CA-027", "Done", "<script>alert(1)</script>").Answer("CA-027", "Problems", new string('а', Limits.Cell + 1)).BringAsync(browser, page);
        Assert.DoesNotContain("<script>alert", await shown.Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Өтө узун", shown["wrong-CA-027"], StringComparison.Ordinal);
        await browser.SubmitAsync(shown, "keep");
        Assert.Equal(("<script>alert(1)</script>", ""), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Problems));
        Assert.Equal(1, await app.InDbAsync(db => db.Returns.CountAsync()));
    }
}
