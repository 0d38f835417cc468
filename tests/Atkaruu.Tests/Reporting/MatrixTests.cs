using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class MatrixTests
{
    private static readonly string Body = Cast.Reporter.Body!;

    /// <summary>A period in which Чоң-Алай айыл өкмөтү has sent two returns, one with a warning, and written a draft.</summary>
    private static async Task<(Period Period, IReadOnlyList<Duty> Duties, Return Plain, Return Warned)> ThreeAsync(App app)
    {
        var period = await app.OpenPeriodAsync();
        var duties = await app.DutiesOfAsync(period, Body);
        var plain = await app.SendAsync(Cast.Reporter, period, duties[0]);
        var warned = await app.SendAsync(Cast.Reporter, period, duties[1], warnings: ["no-evidence"]);
        await app.DraftAsync(Cast.Reporter, period, duties[2]);
        return (period, duties, plain, warned);
    }

    private static string[] Cells(Page page, string body) => [.. page.Html.QuerySelectorAll($"tr[data-body={body}] .cell").Select(c => c.GetAttribute("data-s")!)];

    private static int Facet(Page page, string word) =>
        page.Html.QuerySelectorAll(".facet").Where(f => Page.Clean(f.TextContent).StartsWith(word, StringComparison.Ordinal)).Select(f => int.Parse(f.QuerySelector("b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture)).SingleOrDefault();

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_an_administrator_finds_nothing()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var visitor = app.Visitor();
        await visitor.GetAsync("/matrix/2026-Q3");
        Assert.StartsWith("/sign-in", visitor.SentTo);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Administrator)).GetAsync("/matrix")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/matrix/2026-Q9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).GetAsync("/matrix/2026-Q3?only=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Before_the_first_period_it_says_what_will_be_here()
    {
        await using var app = await App.StartAsync();
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/matrix");
        Assert.True(page.Says("Отчеттук мезгил али жок"));
    }

    [Fact]
    public async Task Every_body_has_a_row_and_every_duty_a_square_in_its_state()
    {
        await using var app = await App.StartAsync();
        var (period, duties, plain, _) = await ThreeAsync(app);
        await app.AcceptAsync(plain);
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/matrix");
        var owed = (await app.PlanAsync()).Owed(period);

        Assert.True(page.Says("2026-жылдын III чейреги"));
        Assert.Equal(owed.Count, page.Html.QuerySelectorAll(".cell").Length);
        Assert.Equal(owed.Select(d => d.Body.Code).Distinct().Count(), page.Html.QuerySelectorAll("tr[data-body]").Length);
        Assert.Equal(["done", "sent", "draft", .. Enumerable.Repeat("silent", duties.Count - 3)], Cells(page, Body));
        Assert.Equal($"1 / {duties.Count}", Page.Clean(page.Html.QuerySelector($"tr[data-body={Body}] td.r")!.TextContent));
        Assert.Equal(duties.Count(d => d.EntersValues), page.Html.QuerySelectorAll($"tr[data-body={Body}] .cell.main").Length);
        Assert.Single(page.Html.QuerySelectorAll(".cell i.w"));
        Assert.Equal((owed.Count, 1, 1, 1, owed.Count - 3, 1),
            (Facet(page, "Баары"), Facet(page, "Менин кадамым"), Facet(page, "Каралама"), Facet(page, "Кабыл алынды"), Facet(page, "Келе элек"), Facet(page, "Эскертүүсү бар")));
        Assert.DoesNotContain(page.Texts(".facet"), f => f.StartsWith("Кайтарылды", StringComparison.Ordinal)); // zero counts are left out
    }

    [Fact]
    public async Task A_filter_keeps_the_rows_that_have_it_and_marks_the_squares()
    {
        await using var app = await App.StartAsync();
        await ThreeAsync(app);
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/matrix/2026-Q3?only=mine");

        Assert.Equal(Body, Assert.Single(page.Html.QuerySelectorAll("tr[data-body]")).GetAttribute("data-body"));
        Assert.Equal(2, page.Html.QuerySelectorAll(".cell.on").Length);
        Assert.NotNull(page.Html.QuerySelector("table.mx-only"));
    }

    [Fact]
    public async Task After_the_deadline_what_has_not_come_is_late()
    {
        await using var app = await App.StartAsync();
        var (period, _, _, _) = await ThreeAsync(app);
        var owed = (await app.PlanAsync()).Owed(period).Count;
        app.Clock.Advance(TimeSpan.FromDays(8));
        var page = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/matrix/2026-Q3");
        Assert.Equal(owed - 2, Facet(page, "Кечикти"));
    }

    [Fact]
    public async Task A_reporter_sees_their_own_row_and_no_buttons()
    {
        await using var app = await App.StartAsync();
        await ThreeAsync(app);
        var page = await (await app.SignInAsync(Cast.Reporter)).VisitAsync("/matrix/2026-Q3");

        Assert.Equal([Body], page.Html.QuerySelectorAll("tr[data-body]").Select(r => r.GetAttribute("data-body")));
        Assert.Empty(page.Html.QuerySelectorAll("main button"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Reporter)).GetAsync("/matrix/2026-Q3/accept")).StatusCode);
    }

    [Fact]
    public async Task A_coordinator_of_one_section_sees_and_accepts_only_what_stands_in_it()
    {
        await using var app = await App.StartAsync();
        var (period, duties, plain, _) = await ThreeAsync(app);
        var plan = await app.PlanAsync();
        var other = plan.Sections.First(s => plan.Measures.Any(m => m.SectionId == s.Id) && !plan.Subject(duties[0].Measure).Sections.Contains(s.Id));
        var scoped = new Cast("sectional", "Бөлүм Координатору", "RMA", new Grant(Role.Coordinator, new(Section: other.Id)));
        var browser = await app.SignInAsync(scoped);
        var page = await browser.VisitAsync("/matrix/2026-Q3");

        Assert.Equal(plan.Owed(period).Count(d => plan.Subject(d.Measure).Sections.Contains(other.Id)), page.Html.QuerySelectorAll(".cell").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/returns/{plain.Id}")).StatusCode);
        Assert.True((await browser.VisitAsync("/matrix/2026-Q3/accept")).Says("Мындай отчет калган жок"));
    }

    [Fact]
    public async Task Bulk_acceptance_leaves_out_warnings_and_ones_own_and_can_be_undone()
    {
        await using var app = await App.StartAsync();
        var (period, duties, plain, warned) = await ThreeAsync(app);
        var own = await app.SendAsync(Cast.Coordinator, period, duties[3]); // entered for the body
        var second = await app.SendAsync(Cast.Reporter, period, duties[4]);
        var browser = await app.SignInAsync(Cast.Coordinator);

        var asked = await browser.VisitAsync("/matrix/2026-Q3/accept");
        Assert.Equal(new[] { plain.Id, second.Id }.Select(i => i.ToString()).Order(), asked.Html.QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")!).Order());
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(plain)).State); // asking changes nothing

        var done = await browser.SubmitAsync(asked, "accept-all");
        Assert.True(done.Says("2 отчет кабыл алынды."));
        Assert.Equal([ReturnState.Accepted, ReturnState.Accepted, ReturnState.Submitted, ReturnState.Submitted],
            [(await app.SeeAsync(plain)).State, (await app.SeeAsync(second)).State, (await app.SeeAsync(warned)).State, (await app.SeeAsync(own)).State]);
        Assert.Equal(["return.begun", "return.submitted", "return.accepted"], await app.WhatHappenedToAsync(plain));

        var undone = await browser.SubmitAsync(done, "undo");
        Assert.Equal("/matrix/2026-Q3?undone=2", undone.Response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.True(undone.Says("2 отчет кайра текшерүүнү күтүп турат."));
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(plain)).State);
        Assert.Equal("return.reopened", (await app.WhatHappenedToAsync(plain))[^1]);
    }

    [Fact]
    public async Task What_was_sent_again_after_the_list_was_shown_is_not_accepted_unseen()
    {
        await using var app = await App.StartAsync();
        var (_, _, plain, _) = await ThreeAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var asked = await browser.VisitAsync("/matrix/2026-Q3/accept");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.DoAsync(Cast.Reporter, plain, (r, actor) => r.Withdraw(actor));
        var period = await app.InDbAsync(db => db.Periods.SingleAsync());
        await app.DoAsync(Cast.Reporter, plain, (r, actor) => r.Submit(actor, period, [], app.Clock.Now()));

        var answer = await browser.SubmitAsync(asked, "accept-all");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(ReturnState.Submitted, (await app.SeeAsync(plain)).State);
    }

    [Fact]
    public async Task Pressed_twice_it_accepts_once()
    {
        await using var app = await App.StartAsync();
        var (_, _, plain, _) = await ThreeAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var asked = await browser.VisitAsync("/matrix/2026-Q3/accept");
        await browser.PostAsync(asked, "accept-all");
        var first = browser.SentTo;
        await browser.PostAsync(asked, "accept-all");

        Assert.Equal(first, browser.SentTo);
        Assert.Single(await app.WhatHappenedToAsync(plain), "return.accepted");
    }

    [Fact]
    public async Task A_reminder_is_asked_for_with_one_press()
    {
        await using var app = await App.StartAsync();
        await ThreeAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.SubmitAsync(await browser.VisitAsync("/matrix/2026-Q3"), "remind-" + Body);
        Assert.Equal("/matrix/2026-Q3?asked=1", page.Response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("Эске салынды", Page.Clean(page.Html.QuerySelector(".ak-note")?.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_periods_stand_side_by_side_and_the_page_asks_the_database_few_questions()
    {
        await using var app = await App.StartAsync();
        foreach (var code in new[] { "2025-Q4", "2026-Q1", "2026-Q2" }) await app.OpenPeriodAsync(code);
        await ThreeAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync("/matrix/2026-Q3?periods=4");
        Assert.Equal(["2025, IV чейрек", "2026, I чейрек", "2026, II чейрек", "2026, III чейрек"], page.Texts(".mx-years thead a"));

        Assert.InRange(await app.Queries.CountAsync(() => browser.VisitAsync("/matrix/2026-Q3?periods=4")), 1, 8);
        Assert.InRange(await app.Queries.CountAsync(() => browser.VisitAsync("/matrix/2026-Q3")), 1, 8);
    }

    [Theory]
    [InlineData("/ru")]
    [InlineData("/en")]
    public async Task It_speaks_every_language(string language)
    {
        await using var app = await App.StartAsync();
        await ThreeAsync(app);
        var browser = await app.SignInAsync(Cast.Coordinator);
        var page = await browser.VisitAsync(language + "/matrix/2026-Q3");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(language[1..], page.Html.DocumentElement.GetAttribute("lang"), StringComparison.Ordinal);
        Assert.StartsWith(language, page.Html.QuerySelector("main a[data-test=accept-plain]")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
