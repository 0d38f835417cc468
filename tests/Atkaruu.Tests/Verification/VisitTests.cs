using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Tests.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Verification;

public class VisitTests : IAsyncLifetime
{
    private static readonly Cast OtherVerifier = new("talant", "Талант Бекболотов", null, new Grant(Role.Verifier, Scope.Everything));
    private static readonly Cast VerifierElsewhere = new("meerim", "Мээрим Асанова", null, new Grant(Role.Verifier, new(Measure: "CA-999")));
    private static readonly Cast ReportsAndVerifies = new("azamat", "Азамат Турдуев", "RMA", new Grant(Role.Reporter, new(Body: "RMA")), new Grant(Role.Verifier, Scope.Everything));

    private App _app = null!;
    private Measure _measure = null!;
    private Return _return = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _measure = await _app.MeasureAsync("RMA");
        _return = await _app.AcceptedAsync(_measure, "RMA", Cast.AdministrationReporter);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_coordinator_assigns_the_verifier_sees_and_says_and_it_stands_beside_the_report()
    {
        await _app.TakeAsync(Cast.AdministrationReporter, _return.Owner(), MakePhoto.Jpeg());
        var verifier = await _app.SignInAsync(Cast.Verifier);
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        var form = await coordinator.VisitAsync($"/visits/assign?measure={_measure.Code}&period=2026-Q4");
        var id = await IdAsync(Cast.Verifier);

        Assert.True((await coordinator.SubmitAsync(form, "assign-visit", ("Verifier", id), ("Due", "2026-12-01"))).Says("Эркин Жолдошев"));
        await coordinator.SubmitAsync(form, "assign-visit", ("Verifier", id), ("Due", "2026-12-01")); // sent twice
        var visit = await _app.InDbAsync(db => db.Visits.SingleAsync());

        var list = await verifier.VisitAsync("/visits");
        Assert.Contains(_measure.ShortName.Ky, list["mine"], StringComparison.Ordinal);
        var page = await verifier.VisitAsync($"/visits/{visit.Id}");
        Assert.Contains("Иш бүттү", page["reported"], StringComparison.Ordinal);
        Assert.Single(page.Html.QuerySelectorAll("[data-test=reported] .ak-photos img"));

        var sent = verifier.Filled(page, "say", [("Verdict", "Partly"), ("Share", "60"), ("Note", "Чатыры жабылган жок"), ("Source", "Inspector"), ("VisitedOn", "2026-11-21")], ("Shots.Files", "крыша.jpg", MakePhoto.Jpeg(seed: 9)));
        Assert.Equal(HttpStatusCode.Redirect, (await verifier.SendAsync(sent)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await verifier.PostAsync(page, "say", ("Verdict", "Confirmed"), ("Source", "Inspector"))).StatusCode); // the same form again: one effect, same answer

        var said = await _app.InDbAsync(db => db.Visits.SingleAsync());
        Assert.Equal((VisitState.Done, Verdict.Partly, 60m, SourceKind.Inspector, new DateOnly(2026, 11, 21)), (said.State, said.Verdict!.Value, said.Share!.Value, said.Source!.Value, said.VisitedOn!.Value));
        var photo = await _app.InDbAsync(db => db.Evidence.SingleAsync(e => e.OwnerId == visit.Id));
        Assert.Equal((true, null, SourceKind.Inspector), (photo.FromCamera, photo.Body, photo.Source));
        Assert.Equal(["visit.assigned", "visit.done"], await _app.WhatHappenedToAsync(said));
        Assert.True((await coordinator.VisitAsync($"/visits/{visit.Id}")).Says("Чатыры жабылган жок"));
        Assert.Contains("Жарым-жартылай ырасталды", (await coordinator.VisitAsync("/visits"))["done"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_are_for_verifiers_and_coordinators()
    {
        var visit = await AssignAsync(Cast.Verifier);
        foreach (var url in (string[])["/visits", $"/visits/{visit.Id}", $"/visits/new?measure={_measure.Code}&period=2026-Q4", $"/visits/assign?measure={_measure.Code}&period=2026-Q4"])
        {
            Assert.StartsWith("/sign-in", (await _app.Visitor().GetAsync(url)).Headers.Location!.ToString(), StringComparison.Ordinal);
            foreach (var other in new[] { Cast.Reporter, Cast.AdministrationReporter, Cast.Administrator, Cast.Head, Cast.Observer })
                Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(other)).GetAsync(url)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Verifier)).GetAsync($"/visits/assign?measure={_measure.Code}&period=2026-Q4")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Coordinator)).GetAsync($"/visits/new?measure={_measure.Code}&period=2026-Q4")).StatusCode);

        var elsewhere = await _app.SignInAsync(VerifierElsewhere);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/visits")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/visits/{visit.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/visits/new?measure={_measure.Code}&period=2026-Q4")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Verifier)).GetAsync($"/visits/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory]
    [InlineData("Verdict=", "visit.rule.verdict")]
    [InlineData("Source=", "visit.rule.source")]
    [InlineData("Source=Executor", "visit.rule.source")]
    [InlineData("Source=PaymentOrCommissioning", "visit.rule.source")]
    [InlineData("Verdict=Partly&Share=", "visit.rule.share")]
    [InlineData("Verdict=Partly&Share=100", "visit.rule.share")]
    [InlineData("Verdict=NotConfirmed&Note= ", "visit.rule.note")]
    [InlineData("VisitedOn=2026-11-23", "visit.rule.future")]
    [InlineData("VisitedOn=", "visit.rule.when")]
    public async Task What_is_missing_is_said_and_nothing_typed_or_photographed_is_lost(string changed, string rule)
    {
        var visit = await AssignAsync(Cast.Verifier);
        var verifier = await _app.SignInAsync(Cast.Verifier);
        var page = await verifier.VisitAsync($"/visits/{visit.Id}");
        var fields = new Dictionary<string, string> { ["Verdict"] = "Confirmed", ["Source"] = "VillageCommittee", ["Note"] = "Баары жайында", ["VisitedOn"] = "2026-11-20" };
        foreach (var pair in changed.Split('&').Select(p => p.Split('='))) fields[pair[0]] = pair[1];

        var answer = await Page.ReadAsync(await verifier.SendAsync(verifier.Filled(page, "say", [.. fields.Select(f => (f.Key, f.Value))], ("Shots.Files", "a.jpg", MakePhoto.Jpeg()))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Says(Atkaruu.Web.Texts.All.Say("ky", rule)), rule);
        Assert.Equal(fields["Note"].Trim(), answer.Html.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
        Assert.Single(answer.Html.QuerySelectorAll("[data-test=seen] .ak-photos img"));
        Assert.Equal(VisitState.Assigned, await _app.InDbAsync(db => db.Visits.Select(v => v.State).SingleAsync()));
    }

    [Fact]
    public async Task A_bad_picture_does_not_lose_the_good_one_or_the_words()
    {
        var visit = await AssignAsync(Cast.Verifier);
        var verifier = await _app.SignInAsync(Cast.Verifier);
        var page = await verifier.VisitAsync($"/visits/{visit.Id}");

        var answer = await Page.ReadAsync(await verifier.SendAsync(verifier.Filled(page, "keep-photos", [("Note", "Жол")], ("Shots.Gallery", "a.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[50]]), ("Shots.Gallery", "b.jpg", MakePhoto.Jpeg()))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Says("HEIC"));
        Assert.Equal("Жол", answer.Html.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
        Assert.Single(answer.Html.QuerySelectorAll("[data-test=seen] .ak-photos img"));
        Assert.False(await _app.InDbAsync(db => db.Evidence.Select(e => e.FromCamera).SingleAsync()));
    }

    [Fact]
    public async Task Whose_role_is_over_or_has_not_begun_is_not_sent()
    {
        var (over, later) = (OtherVerifier with { Grants = [] }, VerifierElsewhere with { Grants = [] });
        await _app.InDbAsync(async db =>
        {
            (await over.InAsync(db)).Give(new(Role.Verifier, Scope.Everything), until: new(2026, 11, 21));
            (await later.InAsync(db)).Give(new(Role.Verifier, Scope.Everything), from: new(2026, 11, 23));
            await Cast.Verifier.InAsync(db);
            await db.SaveChangesAsync();
        });
        var coordinator = await _app.SignInAsync(Cast.Coordinator);

        var form = await coordinator.VisitAsync($"/visits/assign?measure={_measure.Code}&period=2026-Q4");

        Assert.Equal(["Эркин Жолдошев"], form.Texts("select[name=Verifier] option").Where(o => o.Length > 0).Where(o => o.Contains(' ', StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PostAsync(form, "assign-visit", ("Verifier", await IdAsync(over)))).StatusCode);
    }

    [Fact]
    public async Task The_page_of_visits_asks_as_much_for_many_as_for_one()
    {
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        await _app.SignInAsync(Cast.Verifier);
        async Task DrawAsync(int skip) => await _app.InDbAsync(async db =>
        {
            db.Add(Visit.Assign((await _app.MeasureAsync("RMA", skip)).Id, _return.PeriodId, null, VisitOrigin.Drawn, null, null));
            await db.SaveChangesAsync();
        });
        await DrawAsync(0);
        await coordinator.VisitAsync("/visits");
        var one = await _app.Queries.CountAsync(() => coordinator.VisitAsync("/visits"));
        for (var n = 1; n < 6; n++) await DrawAsync(n);
        await coordinator.VisitAsync("/visits"); // what pages read alike is read once after each change of the log

        Assert.Equal(one, await _app.Queries.CountAsync(() => coordinator.VisitAsync("/visits")));
        Assert.Equal(6, (await coordinator.VisitAsync("/visits")).Html.QuerySelectorAll("select[name=Verifier]").Length);
    }

    [Fact]
    public async Task Nobody_verifies_what_they_reported()
    {
        var measure = await _app.MeasureAsync("RMA", 1);
        await _app.AcceptedAsync(measure, "RMA", ReportsAndVerifies);
        var author = await _app.SignInAsync(ReportsAndVerifies);

        var own = await author.SubmitAsync(await author.VisitAsync($"/visits/new?measure={measure.Code}&period=2026-Q4"), "new-visit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);

        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        await _app.SignInAsync(Cast.Verifier);
        var form = await coordinator.VisitAsync($"/visits/assign?measure={measure.Code}&period=2026-Q4");
        Assert.DoesNotContain("Азамат Турдуев", form.Texts("option"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PostAsync(form, "assign-visit", ("Verifier", await IdAsync(ReportsAndVerifies)))).StatusCode);

        var visit = await _app.InDbAsync(async db =>
        {
            var made = Visit.Assign(measure.Id, _return.PeriodId, null, VisitOrigin.Drawn, null, null);
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        Assert.Null((await author.VisitAsync($"/visits/{visit.Id}")).Html.QuerySelector("[data-test=say]"));
        var somebody = new Actor(Guid.NewGuid(), "Азамат");
        var rule = Assert.Throws<RuleException>(() => visit.Say(somebody, SourceKind.Inspector, Verdict.Confirmed, null, null, new(2026, 11, 20), [somebody.PersonId], _app.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal("visit.rule.own", rule.Sentence.Key);
    }

    [Fact]
    public async Task A_visit_of_ones_own_accord_is_made_once_and_looks_at_the_return()
    {
        var verifier = await _app.SignInAsync(Cast.Verifier);
        var page = await verifier.VisitAsync($"/visits/new?measure={_measure.Code}");
        await verifier.PostAsync(page, "new-visit");
        var answer = await verifier.PostAsync(page, "new-visit");

        var visit = await _app.InDbAsync(db => db.Visits.SingleAsync());
        Assert.Equal($"/visits/{visit.Id}", answer.Headers.Location!.ToString());
        Assert.Equal((VisitOrigin.Own, _return.Id), (visit.Origin, visit.ReturnId!.Value));
    }

    [Fact]
    public async Task A_drawn_visit_is_taken_by_a_verifier_or_given_by_the_coordinator_and_then_is_theirs()
    {
        await AssignAsync(null);
        var verifier = await _app.SignInAsync(Cast.Verifier);
        var taken = await verifier.SubmitAsync(await verifier.VisitAsync("/visits"), $"take-{_measure.Code}");
        Assert.NotNull(taken.Html.QuerySelector("[data-test=say]"));

        var other = await _app.SignInAsync(OtherVerifier);
        var theirs = await other.VisitAsync("/visits");
        Assert.Empty(theirs["nobodys"]);
        var visit = await _app.InDbAsync(db => db.Visits.SingleAsync());
        var seen = await other.VisitAsync($"/visits/{visit.Id}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Null(seen.Html.QuerySelector("[data-test=say]"));
        var forced = await other.SendAsync(other.Filled(taken, "say", [("Verdict", "Confirmed"), ("Source", "Inspector"), ("__RequestVerificationToken", (await other.VisitAsync($"/visits/new?measure={_measure.Code}")).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Equal(VisitState.Assigned, await _app.InDbAsync(db => db.Visits.Select(v => v.State).SingleAsync()));
    }

    [Fact]
    public async Task The_coordinator_gives_and_cancels_with_a_reason()
    {
        var visit = await AssignAsync(null);
        var coordinator = await _app.SignInAsync(Cast.Coordinator);
        await _app.SignInAsync(Cast.Verifier);
        await coordinator.SubmitAsync(await coordinator.VisitAsync("/visits"), $"give-{_measure.Code}", ("Verifier", await IdAsync(Cast.Verifier)));
        Assert.Equal(await IdAsync(Cast.Verifier), (await _app.InDbAsync(db => db.Visits.Select(v => v.VerifierId).SingleAsync())).ToString());

        var page = await coordinator.VisitAsync($"/visits/{visit.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PostAsync(page, "cancel-visit")).StatusCode);
        Assert.True((await coordinator.SubmitAsync(page, "cancel-visit", ("Reason", "Жол жабык"))).Says("Жокко чыгарылды"));
        Assert.Equal(["visit.assigned", "visit.given", "visit.cancelled"], await _app.WhatHappenedToAsync(visit));
    }

    [Fact]
    public async Task Photographs_of_a_visit_are_public_once_the_period_is_published()
    {
        var visit = await AssignAsync(Cast.Verifier);
        var photo = await _app.TakeAsync(Cast.Verifier, new(visit.Id, visit.MeasureId, visit.PeriodId, null, SourceKind.Inspector), MakePhoto.Jpeg());
        await _app.AsAsync(Cast.Verifier, async (db, actor) =>
        {
            (await db.Visits.SingleAsync()).Say(actor, SourceKind.Inspector, Verdict.Confirmed, null, null, new(2026, 11, 20), [], _app.Clock.GetUtcNow().UtcDateTime);
            var period = await db.Periods.SingleAsync();
            period.Close("баары келди");
            period.Publish(_app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visitor().GetAsync($"/evidence/{photo.Id}/public")).StatusCode);
        await using (var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(_app.Services)) await VerificationTimetable.RunAsync(scope.ServiceProvider, default);
        Assert.Equal(HttpStatusCode.OK, (await _app.Visitor().GetAsync($"/evidence/{photo.Id}/public")).StatusCode);
    }

    private async Task<string> IdAsync(Cast who) => (await _app.InDbAsync(who.InAsync)).Id.ToString();

    private async Task<Visit> AssignAsync(Cast? to)
    {
        var verifier = to is null ? (Guid?)null : (await _app.InDbAsync(to.InAsync)).Id;
        return await _app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            var visit = Visit.Assign(_measure.Id, _return.PeriodId, _return.Id, verifier is null ? VisitOrigin.Drawn : VisitOrigin.Assigned, verifier, new(2026, 12, 1));
            db.Add(visit);
            await db.SaveChangesAsync();
            return visit;
        });
    }
}
