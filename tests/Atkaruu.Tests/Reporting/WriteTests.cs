using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class WriteTests
{
    private const string Village = "/write/2026-Q3/CA-001/AO-CHON-ALAY", Admin = "/write/2026-Q3/CA-027/RMA", Percent = "/write/2026-Q3/CA-013/RMA";

    [Fact]
    public async Task A_return_is_there_only_for_its_own_body_and_for_whoever_enters_for_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");

        var visitor = app.Visitor();
        await visitor.GetAsync(Village);
        Assert.StartsWith("/sign-in", visitor.SentTo, StringComparison.Ordinal);
        foreach (var who in new[] { Cast.OtherReporter, Cast.AdministrationReporter, Cast.Head, Cast.Verifier, Cast.Observer, Cast.Administrator })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(who)).GetAsync(Village)).StatusCode);
        foreach (var who in new[] { Cast.Reporter, Cast.Coordinator })
            Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(who)).GetAsync(Village)).StatusCode);
    }

    [Theory]
    [InlineData("/write/2026-Q9/CA-001/AO-CHON-ALAY")]
    [InlineData("/write/2026-Q4/CA-001/AO-CHON-ALAY")] // no such period yet
    [InlineData("/write/2026-Q3/CA-999/AO-CHON-ALAY")]
    [InlineData("/write/2026-Q3/CA-002/AO-CHON-ALAY")] // no part in it
    [InlineData("/write/2026-Q3/CA-006/JOBO")] // a group does not report itself
    [InlineData("/write/2026-Q3/CA-050/AO-CHON-ALAY")] // begins in 2027
    public async Task What_is_not_owed_is_not_there(string address)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Reporter)).GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Check")]
    [InlineData("Submit")]
    [InlineData("Attach")]
    [InlineData("Remove")]
    [InlineData("Withdraw")]
    public async Task Nothing_can_be_done_to_the_return_of_another_body(string handler)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var other = await app.SignInAsync(Cast.OtherReporter);
        var own = await other.VisitAsync("/write/2026-Q3/CA-002/AO-KASHKA-SUU");
        var request = other.Filled(own, "check", [("Done", "бузуу")]);
        request.RequestUri = new("https://localhost" + Village + "?handler=" + handler);

        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(request)).StatusCode);
        Assert.Null(await A.ReturnAsync(app, "CA-001", "AO-CHON-ALAY"));
    }

    [Fact]
    public async Task A_return_is_written_looked_over_and_sent()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check",
            ("Done", "Каналдар тазаланды"), ("Phase", "Construction"), ("PhysicalPercent", "35,5"), ("Values[0].Value", "1 250,5"), ("Values[1].Value", "40"),
            ("Problems", "Техника жок"), ("Needs", "Экскаватор"), ("NeedsFrom", "РМА"), ("NextStep", "Экинчи канал"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        foreach (var said in new[] { "Каналдар тазаланды", "Курулуш", "35,5 %", "250,5 га", "40 га", "Техника жок", "Экскаватор", "Экинчи канал" })
            Assert.Contains(said, Page.Clean(check["check-page"]), StringComparison.Ordinal);
        Assert.NotNull(check.Html.QuerySelector("[data-warning=no-evidence]"));
        Assert.Equal(ReturnState.Draft, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State);

        var sent = await reporter.SubmitAsync(check, "submit");
        Assert.Contains("Тапшырылды", sent["sent"], StringComparison.Ordinal);
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(ReturnState.Submitted, made.State);
        Assert.False(made.Late);
        Assert.Equal([40m, 1250.5m], made.Values.Select(v => v.Value!.Value).Order());
        Assert.Equal((WorksPhase.Construction, 35.5m), (made.Words.Phase!.Value, made.Words.PhysicalPercent!.Value));
        Assert.Contains(made.Warnings, w => w.Code == "no-evidence");
        Assert.Equal(["return.begun", "return.submitted"], await app.WhatHappenedToAsync(made));
    }

    [Fact]
    public async Task A_return_begins_with_what_was_said_the_last_time()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Пайдубал куюлду", Phase = WorksPhase.Construction, PhysicalPercent = 84, NextStep = "Чатыр" });
        await A.OpenPeriodAsync(app, "2026-Q3");
        var page = await (await app.SignInAsync(Cast.Reporter)).VisitAsync(Village);

        Assert.Contains("2026-жылдын II чейреги", page["last"], StringComparison.Ordinal);
        foreach (var said in new[] { "Курулуш", "84 %", "Пайдубал куюлду", "Чатыр" }) Assert.Contains(said, page["last"], StringComparison.Ordinal);
        Assert.Equal("Construction", page.Html.QuerySelector("#Phase option[selected]")!.GetAttribute("value"));
        Assert.Equal("84", page.Html.QuerySelector("#PhysicalPercent")!.GetAttribute("value"));
        Assert.Equal("", page.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.True(page.Says("Мурунку маани 84"));
    }

    [Theory]
    [InlineData("because-money", "Каржылоо келе элек", "", "")]
    [InlineData("same", "Жол жабык", "NoChangeReason", "Жол жабык")]
    public async Task No_change_is_sent_with_its_reason(string button, string reason, string field, string typed)
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-027", "RMA", new() { Done = "Иш башталды", Phase = WorksPhase.Construction, PhysicalPercent = 84 }, true, 500m, 20m);
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        await reporter.SubmitAsync(await reporter.VisitAsync(Admin), button, field.Length == 0 ? [] : [(field, typed)]);
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(ReturnState.Submitted, made.State);
        Assert.Equal((true, reason, 84m, WorksPhase.Construction), (made.Words.NoChange, made.Words.NoChangeReason, made.Words.PhysicalPercent, made.Words.Phase!.Value));
        Assert.All(made.Values, v => Assert.Equal(0, v.Value)); // nothing was added to what adds up
    }

    [Fact]
    public async Task No_change_without_a_reason_is_not_sent()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Пайдубал", Phase = WorksPhase.Construction });
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Village), "same", ("Done", "жазып койгом"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("Эмне үчүн өзгөрүү жок экенин жазыңыз."));
        Assert.Equal("жазып койгом", page.Html.QuerySelector("#Done")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_co_executor_says_in_one_tap_that_it_had_no_part()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = await reporter.VisitAsync("/write/2026-Q3/CA-013/AO-CHON-ALAY");
        Assert.Null(form.Html.QuerySelector("[name^=Values]")); // the lead enters the values, once
        Assert.Null(form.Html.QuerySelector("#Problems"));

        Assert.Contains("Тапшырылды", (await reporter.SubmitAsync(form, "nopart"))["sent"], StringComparison.Ordinal);
        var made = (await A.ReturnAsync(app, "CA-013", "AO-CHON-ALAY"))!;
        Assert.Equal((true, Part.Contribution, ReturnState.Submitted), (made.Words.NoPart, made.Part, made.State));
    }

    [Fact]
    public async Task A_percentage_may_come_as_how_many_out_of_how_many()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Percent), "check", ("Done", "Суу"), ("Values[0].Numerator", "45"), ("Values[0].Denominator", "47"));
        Assert.Contains("95,7 % (47 ичинен 45)", Page.Clean(check["check-page"]), StringComparison.Ordinal);
        var value = (await A.ReturnAsync(app, "CA-013", "RMA"))!.Values.Single();
        Assert.Equal((45m, 47m, null), (value.Numerator, value.Denominator, value.Value));

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Percent), "check", ("Values[0].Numerator", "45"), ("Values[0].Denominator", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("Нөлдөн пайыз эсептелбейт."));
    }

    [Theory]
    [InlineData("NotDueYet", "мөөнөтү келе элек")]
    [InlineData("NotCollected", "чогултулган эмес")]
    [InlineData("NotApplicable", "тиешеси жок")]
    [InlineData("Withheld", "ачык эмес")]
    [InlineData("Disputed", "талаштуу")]
    public async Task No_data_has_five_reasons(string none, string words)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Percent), "check", ("Done", "Суу"), ("Values[0].NoData", none), ("Values[0].Explanation", "кийин"));
        Assert.Contains($"маалымат жок: {words}", Page.Clean(check["check-page"]), StringComparison.Ordinal);
        Assert.Equal(Enum.Parse<NoData>(none), (await A.ReturnAsync(app, "CA-013", "RMA"))!.Values.Single().NoData);
    }

    [Fact]
    public async Task A_number_and_no_data_at_once_are_asked_about()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Percent), "check", ("Values[0].Value", "90"), ("Values[0].NoData", "Withheld"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("90", page.Html.QuerySelector("#Values-0-Value")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Values[0].Value", "жүз", "«жүз» – сан эмес")]
    [InlineData("Values[0].Value", "12,34567", "үтүрдөн кийин")]
    [InlineData("Values[0].Value", "-5", "терс сан")]
    [InlineData("Values[0].Value", "9999999999999", "Сан өтө чоң")]
    [InlineData("PhysicalPercent", "101", "100дөн көп болбойт")]
    [InlineData("PhysicalPercent", "көп", "«көп» – сан эмес")]
    [InlineData("Phase", "Dream", "Тизмеден тандаңыз")]
    public async Task What_is_wrong_is_said_beside_the_field_and_given_back_as_it_was_typed(string field, string typed, string sentence)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Узун текст"), (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Texts(".ak-wrong"), text => text.Contains(sentence, StringComparison.Ordinal));
        if (field != "Phase") Assert.Equal(typed, page.Html.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Equal("Узун текст", page.Html.QuerySelector("#Done")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_fall_is_taken_only_with_its_reason()
    {
        await using var app = await App.StartAsync();
        await A.SentReturnAsync(app, "2026-Q2", "CA-001", "AO-CHON-ALAY", new() { Done = "Пайдубал", Phase = WorksPhase.Construction, PhysicalPercent = 84 });
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Village), "check", ("Done", "Сел жүрдү"), ("PhysicalPercent", "60"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("Мурун 84 болчу. Эмне үчүн азайганын жазыңыз."));

        var check = await reporter.SubmitAsync(page, "check", ("Explanation", "Дубал урады"));
        Assert.NotNull(check.Html.QuerySelector("[data-warning=fell]"));
        Assert.True(check.Says("Дубал урады"));
    }

    [Fact]
    public async Task Each_way_of_adding_up_is_explained_in_words()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        Assert.True((await reporter.VisitAsync(Admin)).Says("Бул мезгилде кошулганын гана жазыңыз."));
        Assert.True((await reporter.VisitAsync(Percent)).Says("Азыркы деңгээлин жазыңыз."));
        Assert.True((await reporter.VisitAsync("/write/2026-Q3/CA-036/RMA")).Says("жыл ичинде кошулат"));
        var everywhere = await app.SignInAsync(new Cast("all", "Баары", null, new Grant(Role.Reporter, Scope.Everything)));
        Assert.True((await everywhere.VisitAsync("/write/2026-Q3/CA-062/KR-SSM")).Says("Башынан бери баарын жазыңыз."));
        Assert.NotNull((await everywhere.VisitAsync("/write/2026-Q3/CA-010/AO-JEKENDI")).Html.QuerySelector("#Step"));
    }
}
