using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class ConflictTests
{
    private const string Admin = "/write/2026-Q3/CA-027/RMA";
    private static readonly Cast Colleague = new("gulnara", "Гүлнара Сапарова", "RMA", new Grant(Role.Reporter, new(Body: "RMA")));

    [Theory]
    [InlineData("save")]
    [InlineData("check")]
    public async Task The_second_of_two_writers_sees_both_texts_and_loses_nothing(string button)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (one, two) = (await app.SignInAsync(Cast.AdministrationReporter), await app.SignInAsync(Colleague));
        await one.SubmitAsync(await one.VisitAsync(Admin), "save", ("Done", "Башы"));
        var (first, second) = (await one.VisitAsync(Admin), await two.VisitAsync(Admin));

        await one.SubmitAsync(first, "save", ("Done", "Башы жана биринчи канал"), ("Values[0].Value", "10"));
        var both = await two.SubmitAsync(second, button, ("Done", "Башы жана экинчи канал"), ("Values[0].Value", "12"), ("NextStep", "Дарбаза"));

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("Нурлан Сыдыков", both["conflict"], StringComparison.Ordinal);
        Assert.Contains("Башы жана биринчи канал", both["theirs-Done"], StringComparison.Ordinal);
        Assert.Equal("биринчи", both.Html.QuerySelector("[data-test=theirs-Done] mark")!.TextContent);
        Assert.Equal("Башы жана экинчи канал", both.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.Equal("12", both.Html.QuerySelector("#Values-0-Value")!.GetAttribute("value"));
        Assert.Contains("10", Page.Clean(both.Html.QuerySelector("[data-test='theirs-Values[0].Value']")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("Дарбаза", both.Html.QuerySelector("#NextStep")!.TextContent.Trim());
        Assert.Equal("Башы жана биринчи канал", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);

        await two.SubmitAsync(both, "save", ("Done", "Башы, биринчи жана экинчи канал"));
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(("Башы, биринчи жана экинчи канал", "Дарбаза", 12m), (made.Words.Done, made.Words.NextStep, made.Values.Single().Value!.Value));
        Assert.Equal(2, made.Authors.Count);
    }

    [Fact]
    public async Task Two_who_begin_the_same_return_at_once_do_not_overwrite_each_other()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (one, two) = (await app.SignInAsync(Cast.AdministrationReporter), await app.SignInAsync(Colleague));
        var (first, second) = (await one.VisitAsync(Admin), await two.VisitAsync(Admin));

        var answers = await Task.WhenAll(one.PostAsync(first, "save", ("Done", "Биринчи")), two.PostAsync(second, "save", ("Done", "Экинчи")));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        var lost = await Page.ReadAsync(answers.Single(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.True(lost.Says("Биринчи") && lost.Says("Экинчи"));
    }

    [Fact]
    public async Task What_somebody_else_has_sent_meanwhile_is_not_overwritten()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (one, two) = (await app.SignInAsync(Cast.AdministrationReporter), await app.SignInAsync(Colleague));
        var (first, second) = (await one.VisitAsync(Admin), await two.VisitAsync(Admin));
        await one.SubmitAsync(await one.SubmitAsync(first, "check", ("Done", "Тапшырылган")), "submit");

        var both = await two.SubmitAsync(second, "check", ("Done", "Кечиккен текст"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("Кечиккен текст", both.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.Equal(("Тапшырылган", ReturnState.Submitted), ((await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done, (await A.ReturnAsync(app, "CA-027", "RMA"))!.State));
    }

    [Fact]
    public async Task A_remark_made_meanwhile_is_no_other_writer()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var writer = await app.SignInAsync(Cast.AdministrationReporter);
        await writer.SubmitAsync(await writer.VisitAsync(Admin), "save", ("Done", "Башы"), ("Values[0].Value", "10"));
        var open = await writer.VisitAsync(Admin);
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            (await db.Returns.SingleAsync()).Comment(actor, "Канча киши иштеди?", null, app.Clock.Now());
            return await db.SaveChangesAsync();
        });

        var kept = await writer.SubmitAsync(open, "save", ("Done", "Башы, он киши иштеди"));
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(("Башы, он киши иштеди", 10m), (made.Words.Done, made.Values.Single().Value!.Value));
    }

    [Fact]
    public async Task The_script_is_told_that_somebody_else_writes_too()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var (one, two) = (await app.SignInAsync(Cast.AdministrationReporter), await app.SignInAsync(Colleague));
        var (first, second) = (await one.VisitAsync(Admin), await two.VisitAsync(Admin));
        await one.SubmitAsync(first, "save", ("Done", "Биринчи"));

        var request = two.Filled(second, "save", [("Done", "Экинчи")]);
        request.Headers.Add("X-Fetch", "1");
        Assert.Equal(HttpStatusCode.Conflict, (await two.SendAsync(request)).StatusCode);
    }
}
