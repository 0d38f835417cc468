using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class WorkTests
{
    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_whoever_does_not_report_finds_nothing()
    {
        await using var app = await App.StartAsync();

        var visitor = app.Visitor();
        await visitor.GetAsync("/work");
        Assert.StartsWith("/sign-in", visitor.SentTo, StringComparison.Ordinal);
        foreach (var who in new[] { Cast.Coordinator, Cast.Head, Cast.Verifier, Cast.Observer, Cast.Administrator })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(who)).GetAsync("/work")).StatusCode);
    }

    [Fact]
    public async Task My_work_lists_what_my_body_owes_and_until_when()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var page = await (await app.SignInAsync(Cast.Reporter)).VisitAsync("/work");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Says("2026-жылдын III чейреги"));
        Assert.True(page.Says("01.12.2026га чейин, 9 күн калды"));
        var links = page.Html.QuerySelectorAll(".mylist a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains("/write/2026-Q3/CA-001/AO-CHON-ALAY", links); // leads
        Assert.Contains("/write/2026-Q3/CA-006/AO-CHON-ALAY", links); // its share
        Assert.Contains("/write/2026-Q3/CA-013/AO-CHON-ALAY", links); // helps
        Assert.All(links, link => Assert.EndsWith("AO-CHON-ALAY", link, StringComparison.Ordinal));
        Assert.Equal($"{links.Count} жазыла элек", page["counts"]);
    }

    [Fact]
    public async Task What_came_back_stands_first_with_its_reason()
    {
        await using var app = await App.StartAsync();
        var made = await A.SentReturnAsync(app, "2026-Q3", "CA-001", "AO-CHON-ALAY", new() { Done = "Дубал көтөрүлдү" }, accepted: false);
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            (await db.Returns.SingleAsync(r => r.Id == made.Id)).SendBack(actor, "Сүрөтү жок", app.Clock.Now());
            (await db.Periods.SingleAsync()).Open(A.Due, A.Closes, "кайра", app.Clock.Today());
            return await db.SaveChangesAsync();
        });

        var page = await (await app.SignInAsync(Cast.Reporter)).VisitAsync("/work");
        Assert.Equal("group-returned", page.Html.QuerySelector(".mygroup")!.GetAttribute("data-test"));
        Assert.Contains("Сүрөтү жок", page["group-returned"], StringComparison.Ordinal);
        Assert.StartsWith("1 кайтарылды", page["counts"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_open_my_work_says_when_the_next_period_opens()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);
        Assert.True((await reporter.VisitAsync("/work")).Says("Азыр отчет тапшыруунун кереги жок"));

        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            db.Add(Period.Plan((await db.Programmes.SingleAsync()).Id, Span.Parse("2026-Q4")!.Value, new(2026, 12, 22), new(2027, 1, 15), new(2027, 1, 31)));
            return await db.SaveChangesAsync();
        });
        Assert.Equal("Кийинкиси: 2026-жылдын IV чейреги. Ал 22.12.2026 ачылат, 15.01.2027ге чейин тапшырылат.", (await reporter.VisitAsync("/work"))["next"]);
    }

    [Fact]
    public async Task A_personal_exception_brings_a_closed_period_back_for_that_person_only()
    {
        await using var app = await App.StartAsync();
        var period = await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        var other = await app.SignInAsync(Cast.OtherReporter);
        var person = await app.InDbAsync(Cast.Reporter.InAsync);
        await A.ChangeAsync(app, period, p => p.Close("бүттү"));
        await A.ChangeAsync(app, period, p => p.Except(person.Id, person.Name, new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc), "ооруган", app.Clock.Now()));

        Assert.True((await reporter.VisitAsync("/work")).Says("25.11.2026 18:00 чейин уруксат"));
        Assert.Empty((await other.VisitAsync("/work")).Html.QuerySelectorAll(".mylist a"));
        Assert.NotNull((await reporter.VisitAsync("/write/2026-Q3/CA-001/AO-CHON-ALAY")).Html.QuerySelector("[data-test=check]"));
        Assert.Null((await other.VisitAsync("/write/2026-Q3/CA-002/AO-KASHKA-SUU")).Html.QuerySelector("[data-test=check]"));

        app.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty((await reporter.VisitAsync("/work")).Html.QuerySelectorAll(".mylist a"));
    }

    [Fact]
    public async Task How_long_a_return_takes_is_said_only_when_it_is_known()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.Reporter);
        foreach (var (measure, minutes) in new[] { ("CA-001", 4), ("CA-004", 5), ("CA-005", 9) })
        {
            Assert.Equal("", (await reporter.VisitAsync("/work"))["usually"]);
            var address = $"/write/2026-Q3/{measure}/AO-CHON-ALAY";
            await reporter.SubmitAsync(await reporter.VisitAsync(address), "save", ("Done", "Башталды"));
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await reporter.SubmitAsync(await reporter.SubmitAsync(await reporter.VisitAsync(address), "check"), "submit");
        }
        Assert.Contains("адатта 5 мүнөттө", (await reporter.VisitAsync("/work"))["usually"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ru/work", "Ждут")]
    [InlineData("/en/work", "returns are due")]
    public async Task My_work_speaks_the_language_of_its_address(string address, string word)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var page = await (await app.SignInAsync(Cast.AdministrationReporter)).VisitAsync(address);

        Assert.Contains(word, page["answer"], StringComparison.Ordinal);
        Assert.All(page.Html.QuerySelectorAll(".mylist a"), a => Assert.StartsWith(address[..3] + "/write/", a.GetAttribute("href"), StringComparison.Ordinal));
    }
}
