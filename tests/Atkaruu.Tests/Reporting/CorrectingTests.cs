using System.Net;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Reporting;

/// <summary>A published return is never changed: whoever sent it writes a new one beside it, and says why.</summary>
public class CorrectingTests
{
    private const string Admin = "/write/2026-Q3/CA-027/RMA";

    [Fact]
    public async Task A_reporter_corrects_what_was_published_and_both_stay_visible()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var (reporter, coordinator) = (await app.SignInAsync(Cast.AdministrationReporter), await app.SignInAsync(Cast.Coordinator));
        await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Он эки гектар"), ("Values[0].Value", "12")), "submit");
        var first = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Null((await reporter.VisitAsync(Admin)).Html.QuerySelector("[data-test=correct]"));
        await app.AcceptAsync(first);
        await app.PublishAsync(period);

        var published = await reporter.VisitAsync(Admin);
        var refused = await reporter.SubmitAsync(published, "correct", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var form = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "correct", ("Reason", "Чек ара кайра өлчөндү"));
        Assert.Contains("Чек ара кайра өлчөндү", form["correction"], StringComparison.Ordinal);
        Assert.Equal("12", form.Html.QuerySelector("#Values-0-Value")!.GetAttribute("value"));

        var sent = await reporter.SubmitAsync(await reporter.SubmitAsync(form, "check", ("Done", "Он гектар"), ("Values[0].Value", "10")), "submit");
        Assert.Contains("Тапшырылды", sent["sent"], StringComparison.Ordinal);
        var second = await app.InDbAsync(db => db.Returns.AsNoTracking().SingleAsync(r => r.Edition == 2));
        Assert.Equal((ReturnState.Submitted, first.Id, false), (second.State, second.Corrects, second.Late));
        Assert.True((await app.Visitor().VisitAsync("/measures/CA-027")).Says("12")); // until it is accepted the old one counts

        await coordinator.SubmitAsync(await coordinator.VisitAsync("/returns/" + second.Id), "accept");
        app.Services.GetRequiredService<PlanShelf>().Forget();
        var page = await app.Visitor().VisitAsync("/measures/CA-027");
        var returns = page.Html.QuerySelector("#returns")!;
        Assert.Contains("Он гектар", returns.TextContent, StringComparison.Ordinal);
        Assert.Contains(returns.QuerySelectorAll("del"), old => old.TextContent.Contains("Он эки гектар", StringComparison.Ordinal));
        Assert.Contains("Чек ара кайра өлчөндү", returns.TextContent, StringComparison.Ordinal);
        var plan = await app.PlanAsync();
        var facts = new ReportedFacts(plan, plan.Measure("CA-027")!, await app.InDbAsync(db => Published.OfAsync(db, plan.Measure("CA-027")!.Id, newestOnly: false)));
        Assert.Equal(10, facts.Total(plan.Indicators(plan.Measure("CA-027")!).First()));
        Assert.Equal(2, facts.All.Count);
    }

    [Fact]
    public async Task Nobody_else_corrects_it_and_nobody_twice()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Иш")), "submit");
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        await app.AcceptAsync(made);
        await app.PublishAsync(period);
        var page = await reporter.VisitAsync(Admin);

        foreach (var who in new[] { Cast.Reporter, Cast.Head })
            Assert.Null((await (await app.SignInAsync(who)).VisitAsync("/returns/" + made.Id)).Html.QuerySelector("[data-test=correct]"));
        await reporter.SubmitAsync(page, "correct", ("Reason", "Ката"));
        var again = reporter.Filled(page, "correct", [("Reason", "Дагы"), ("Key", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reporter.SendAsync(again)).StatusCode);
        Assert.Equal(2, await app.InDbAsync(db => db.Returns.CountAsync()));
    }
}
