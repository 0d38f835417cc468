using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Works;

/// <summary>
/// What people write down about works, through the pages. CA-001 is led by the body of Чынара; in CA-002 she has no part, in
/// CA-008 she has one but does not lead it.
/// </summary>
public class WorksPagesTests
{
    private const string Own = "CA-001", Foreign = "CA-002", Helping = "CA-008";

    [Fact]
    public async Task A_visitor_signs_in_and_what_one_may_not_see_is_not_there()
    {
        await using var app = await App.StartAsync();
        var (visitor, reporter, administrator) = (app.Visitor(), await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Administrator));

        Assert.StartsWith("/sign-in?back=", (await visitor.GetAsync("/works/" + Own)).Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var path in (string[])["/works", "/works/" + Own, $"/works/{Own}/objects/new"])
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(path)).StatusCode);
        foreach (var path in (string[])["/works/" + Foreign, $"/works/{Foreign}/objects/new", $"/works/{Foreign}/contracts/new", $"/works/{Helping}/objects/new", $"/works/{Helping}/contracts/new", "/works/CA-013", "/works/CA-999"])
            Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(path)).StatusCode);

        var helping = await reporter.VisitAsync("/works/" + Helping);
        Assert.Equal(HttpStatusCode.OK, helping.Status);
        Assert.Empty(helping.Html.QuerySelectorAll("[data-test=add-object], [data-test=add-contract]"));
    }

    [Fact]
    public async Task The_leading_body_enters_an_object_and_everybody_sees_it()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await EnterAsync(reporter, ("Form.Name", "Жылымалдагы көпүрө"), ("Form.Capacity", "1,5"), ("Form.Unit", "km"), ("Form.Site", "39.52, 72.20\n39.53, 72.22"));

        Assert.True(page.Says("Жылымалдагы көпүрө") && page.Says("1,5 км"));
        var it = await app.InDbAsync(db => db.WorksObjects.SingleAsync());
        Assert.Equal((1, 1.5m, "km", 2), (it.Ordinal, it.Capacity, it.Unit, it.Site!.Points.Count));
        Assert.Equal(["works.object-added"], await app.WhatHappenedToAsync(it));
        var open = await app.Visitor().VisitAsync("/measures/" + Own);
        Assert.True(open.Says("Жылымалдагы көпүрө") && open.Says("Объект кошулду: Жылымалдагы көпүрө."));
    }

    [Fact]
    public async Task What_is_refused_stays_typed_and_the_sentence_stands_beside_it()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await EnterAsync(reporter, ("Form.Name", "<b>Көпүрө</b>"), ("Form.Capacity", "көп"), ("Form.Site", "мында"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("<b>Көпүрө</b>", page.Html.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        page = await EnterAsync(reporter, ("Form.Name", "Көпүрө"), ("Form.Site", "39.52, 72.20\nмында"));
        Assert.True(page.Says("2-сап окулбайт: «мында»"));
        Assert.Contains("мында", page.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        page = await EnterAsync(reporter, ("Form.Name", "Көпүрө"), ("Form.Place", "'; drop table works_objects; --"));
        Assert.True(page.Says("Жерди тизмеден тандаңыз."));
        Assert.Equal(0, await app.InDbAsync(db => db.WorksObjects.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_object()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);
        var form = await reporter.VisitAsync($"/works/{Own}/objects/new");

        var first = await reporter.PostAsync(form, "save", ("Form.Name", "Көпүрө"));
        var again = await reporter.PostAsync(form, "save", ("Form.Name", "Көпүрө"));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await app.InDbAsync(db => db.WorksObjects.CountAsync()));
    }

    [Fact]
    public async Task Many_at_once_take_places_of_their_own()
    {
        await using var app = await App.StartAsync();
        List<Browser> people = [];
        for (var n = 0; n < 6; n++) people.Add(await app.SignInAsync(n % 2 == 0 ? Cast.Reporter : Cast.Coordinator));
        await Task.WhenAll(people.Select((who, n) => EnterAsync(who, ("Form.Name", $"Объект {n}"))));

        Assert.Equal([1, 2, 3, 4, 5, 6], await app.InDbAsync(db => db.WorksObjects.OrderBy(o => o.Ordinal).Select(o => o.Ordinal).ToListAsync()));
    }

    [Fact]
    public async Task Phases_are_written_and_somebody_elses_change_is_not_overwritten()
    {
        await using var app = await App.StartAsync();
        var it = await MakeAsync(app);
        var (reporter, coordinator) = (await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Coordinator));
        var path = $"/works/{Own}/objects/{it.Id}/phases/design";
        var (mine, theirs) = (await reporter.VisitAsync(path), await coordinator.VisitAsync(path));

        await coordinator.SubmitAsync(theirs, "save", ("Form.Planned", "01.06.2026"), ("Form.Estimated", "2027-02-01"), ("Form.Blocker", "Геология жок"));
        var late = await reporter.SubmitAsync(mine, "save", ("Form.Planned", "2026-09-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.True(late.Says("Бул арада башка бирөө өзгөрттү."));
        Assert.Equal("2026-09-01", late.Html.QuerySelector("[name='Form.Planned']")!.GetAttribute("value"));
        var row = (await app.InDbAsync(db => db.WorksObjects.AsNoTracking().SingleAsync())).Phase(WorksPhase.Design);
        Assert.Equal((new DateOnly(2026, 6, 1), new DateOnly(2027, 2, 1), "Геология жок"), (row.Planned, row.Estimated, row.Blocker));
        Assert.Equal(["works.object-added", "works.phase-planned", "works.phase-estimated", "works.blocked"], await app.WhatHappenedToAsync(it));

        var open = await app.Visitor().VisitAsync("/ru/measures/" + Own);
        Assert.True(open.Says("прогноз 01.02.2027") && open.Says("Геология жок"));
        Assert.True((await coordinator.VisitAsync("/works?only=blocked")).Says("Геология жок"));
    }

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("кечээ")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_is_none_is_refused_and_not_forgotten(string day)
    {
        await using var app = await App.StartAsync();
        var it = await MakeAsync(app);
        var reporter = await app.SignInAsync(Cast.Reporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync($"/works/{Own}/objects/{it.Id}/phases/land"), "save", ("Form.Confirmed", day), ("Form.Document", "Токтом"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(day, page.Html.QuerySelector("[name='Form.Confirmed']")!.GetAttribute("value"));
        Assert.False((await app.InDbAsync(db => db.WorksObjects.AsNoTracking().SingleAsync())).Phase(WorksPhase.Land).IsDone);
    }

    [Fact]
    public async Task After_the_act_checks_fall_due_and_stand_in_the_list()
    {
        await using var app = await App.StartAsync();
        var it = await MakeAsync(app, made => made.Confirm(WorksPhase.Construction, new(2025, 9, 1), "КС-3 № 4"));
        var reporter = await app.SignInAsync(Cast.Reporter);
        var path = $"/works/{Own}/objects/{it.Id}/handover";

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(path), "commission", ("On", "2025-10-15"), ("Act", "Акт № 12"), ("Owner", "Чоң-Алай айыл өкмөтү"), ("WarrantyUntil", "2027-10-15"));
        Assert.True(page.Says("Акт № 12") && page.Says("Чоң-Алай айыл өкмөтү"));
        Assert.True((await reporter.VisitAsync("/works")).Says("Биринчи кыштан кийинки кароо"));

        page = await reporter.SubmitAsync(await reporter.VisitAsync(path), "check-FirstWinter", ("DoneOn", "2026-05-02"), ("Ok", "no"));
        Assert.True(page.Says("Кемчилик эмнеде экенин жазыңыз."));
        page = await reporter.SubmitAsync(page, "check-FirstWinter", ("DoneOn", "2026-05-02"), ("Ok", "no"), ("Words", "Чатырдан суу өтөт"));
        Assert.True(page.Says("Чатырдан суу өтөт"));
        Assert.True((await reporter.VisitAsync("/works"))["checks"].Contains("мурунку кароодо кемчилик табылган", StringComparison.Ordinal));
        Assert.Equal(["works.object-added", "works.phase-confirmed", "works.commissioned", "works.checked"], await app.WhatHappenedToAsync(it));
    }

    [Fact]
    public async Task A_contract_grows_and_everybody_reads_by_how_much_and_why()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);
        (string, string)[] words =
        [
            ("Form.Number", "26-114"), ("Form.Supplier", "«Алай Курулуш» ЖЧК"), ("Form.Method", "OpenTender"), ("Form.Value", "40 000 000"), ("Form.Currency", "KGS"),
            ("Form.Signed", "17.04.2026"), ("Form.Ends", "2027-10-01"), ("Form.Portal", "https://tenders.example.kg/7?a=1&b=2"),
        ];
        var form = await reporter.VisitAsync($"/works/{Own}/contracts/new");
        Assert.True((await reporter.SubmitAsync(form, "save", [.. words, ("Form.ObjectId", Guid.NewGuid().ToString())])).Says("Объектти тизмеден тандаңыз."));
        var page = await reporter.SubmitAsync(form, "save", words);
        Assert.Equal("https://tenders.example.kg/7?a=1&b=2", page.Html.QuerySelector("a.portal")!.TextContent);

        page = await reporter.SubmitAsync(page, "change", ("On", "2026-09-01"), ("NewValue", "45 000 000"), ("NewEnd", "30.11.2027"), ("Reason", "<i>Баа</i> көтөрүлдү"));

        Assert.True(page.Says("+12,5 %") && page.Says("+60 күн"));
        var open = await app.Visitor().VisitAsync("/measures/" + Own);
        Assert.True(open.Says("45,0 млн сом") && open.Says("40,0 млн сом") && open.Says("<i>Баа</i> көтөрүлдү"));
        Assert.Empty(open.Html.QuerySelectorAll($"a[href^='/works/{Own}']"));
        var contract = await app.InDbAsync(db => db.Contracts.SingleAsync());
        Assert.Equal(["works.contract-signed", "works.contract-changed"], await app.WhatHappenedToAsync(contract));
    }

    [Fact]
    public async Task Nothing_is_written_through_the_address_of_another_measure_or_without_the_right()
    {
        await using var app = await App.StartAsync();
        var it = await MakeAsync(app);
        var (reporter, observer, other) = (await app.SignInAsync(Cast.Reporter), await app.SignInAsync(Cast.Observer), await app.SignInAsync(Cast.OtherReporter));
        var form = await reporter.VisitAsync($"/works/{Own}/objects/{it.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync($"/works/{Helping}/objects/{it.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/works/{Foreign}/objects/{it.Id}/phases/land")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync($"/works/{Own}/objects/{it.Id}/phases/moon")).StatusCode);
        var read = await observer.VisitAsync($"/works/{Own}/objects/{it.Id}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Empty(read.Html.QuerySelectorAll("main form"));

        var sent = reporter.Filled(form, "strike", [("Reason", "x")]);
        var body = await sent.Content!.ReadAsStringAsync();
        Assert.NotEmpty(body);
        var struck = await reporter.SubmitAsync(form, "strike", ("Reason", "Жаңылыш киргизилген"));
        Assert.True(struck.Says("Алып салынды, себеби: Жаңылыш киргизилген"));
        Assert.Empty(struck.Html.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_chart_is_for_everybody_and_also_a_table_in_three_languages()
    {
        await using var app = await App.StartAsync();
        Assert.True((await app.Visitor().VisitAsync("/works/gantt")).Says("Этаптар жазыла элек"));
        await MakeAsync(app, made => { made.Plan(WorksPhase.Land, new(2025, 12, 1)); made.Confirm(WorksPhase.Land, new(2026, 2, 3), "Токтом № 1"); made.Estimate(WorksPhase.Design, new(2027, 5, 6)); });
        app.Clock.Advance(TimeSpan.FromSeconds(2)); // kept pages are forgotten

        foreach (var language in (string[])["", "/ru", "/en"])
        {
            var page = await app.Visitor().VisitAsync(language + "/works/gantt");
            Assert.Equal((HttpStatusCode.OK, 1, 1, 1), (page.Status, page.Html.QuerySelectorAll("svg.gantt .g-plan").Length, page.Html.QuerySelectorAll("svg.gantt .g-done").Length, page.Html.QuerySelectorAll("svg.gantt .g-guess").Length));
            Assert.True(page.Says("03.02.2026") && page.Says("06.05.2027"));
            Assert.Contains("03.02.2026", page.Html.QuerySelector("svg.gantt")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Records_of_all_measures_are_two_questions()
    {
        await using var app = await App.StartAsync();
        await MakeAsync(app);
        await app.InDbAsync(async db =>
        {
            IReadOnlyDictionary<Guid, WorksRecord> all = null!;
            Assert.Equal(2, await app.Queries.CountAsync(async () => all = await WorksRecords.ReadAsync(db, null, CancellationToken.None)));
            Assert.Empty(db.ChangeTracker.Entries());
            Assert.Single(all);
        });
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        await coordinator.VisitAsync("/works");
        Assert.InRange(await app.Queries.CountAsync(() => coordinator.VisitAsync("/works")), 1, 10);
    }

    [Fact]
    public async Task The_setting_of_the_season_moves_the_closed_months()
    {
        await using var app = await App.StartAsync();
        await app.InDbAsync(async db =>
        {
            db.Add(new Atkaruu.Data.Setting { Name = BuildingSeason.Setting, Value = "12-2" });
            await db.SaveChangesAsync();
        });
        var shelf = app.Services.GetRequiredService<PlanShelf>();
        shelf.Forget();

        Assert.Equal(new BuildingSeason(12, 2), (await shelf.CurrentAsync())!.Season);
    }

    private static async Task<Page> EnterAsync(Browser browser, params (string, string)[] fields) =>
        await browser.SubmitAsync(await browser.VisitAsync($"/works/{Own}/objects/new"), "save", fields);

    private static Task<WorksObject> MakeAsync(App app, Action<WorksObject>? more = null) => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        var measure = await db.Measures.SingleAsync(m => m.Code == Own);
        var it = WorksObject.Enter(measure.Id, 1, new("Көпүрө", null, null, null, null));
        more?.Invoke(it);
        db.Add(it);
        await db.SaveChangesAsync();
        return it;
    });
}
