using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class PeoplePagesTests
{
    [Fact]
    public async Task The_list_is_narrowed_by_name_role_body_and_state()
    {
        await using var app = await App.StartAsync();
        foreach (var who in Cast.All) await app.InDbAsync(who.InAsync);
        var administrator = await app.SignInAsync(Cast.Administrator);

        async Task<IEnumerable<string>> NamesAsync(string query) => (await administrator.VisitAsync("/people" + query)).Texts(".ppl-list tbody th a");

        Assert.Equal(Cast.All.Count, (await NamesAsync("")).Count());
        Assert.Equal(["Чынара Токтогулова"], await NamesAsync("?q=токтогул"));
        Assert.Equal(["Гүлмира Абдыкадырова"], await NamesAsync("?q=гулмира")); // without ү on the keyboard
        Assert.Equal(3, (await NamesAsync("?role=reporter")).Count());
        Assert.Equal(["Данияр Эргешов"], await NamesAsync("?body=AO-KASHKA-SUU"));
        Assert.Empty(await NamesAsync("?state=suspended"));
        Assert.Equal(Cast.All.Count, (await NamesAsync("?role=zzz&state=99")).Count());
    }

    [Fact]
    public async Task Whoever_is_suspended_is_out_at_once_and_comes_back_by_signing_in()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var (administrator, reporter, id) = (await app.SignInAsync(Cast.Administrator), await app.SignInAsync(Cast.Reporter), (await app.InDbAsync(Cast.Reporter.InAsync)).Id);

        var page = await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{id}"), "suspend");
        Assert.False(await reporter.IsInAsync());
        page = await administrator.SubmitAsync(page, "reactivate");

        Assert.False(await reporter.IsInAsync()); // the old session does not come to life again
        await reporter.TryAsync("chynara", Entry.Password);
        Assert.True(await reporter.IsInAsync());
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_a_conflict_that_is_explained()
    {
        await using var app = await App.StartAsync();
        var (administrator, id) = (await app.SignInAsync(Cast.Administrator), (await app.InDbAsync(Cast.Reporter.InAsync)).Id);
        var page = await administrator.VisitAsync($"/people/{id}");
        var reads = await app.Queries.CountAsync(() => administrator.VisitAsync($"/people/{id}")); // more than what the form reads before it saves

        Task<HttpResponseMessage>? late = null;
        await app.InDbAsync(async db =>
        {
            await using var whole = await db.BeginWriteAsync(); // the form has read and waits for its turn to write
            var asked = await app.Queries.CountAsync(async () =>
            {
                late = administrator.PostAsync(page, "describe", ("Name", "Чынара Жаңыева"));
                await Task.Delay(TimeSpan.FromSeconds(1));
            });
            Assert.InRange(asked, 1, reads);
            (await db.People.SingleAsync(p => p.Id == id)).Suspend();
            await db.SaveChangesAsync();
            await whole.CommitAsync();
        });
        var answer = await Page.ReadAsync(await late!);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.True(answer.Says("Башка бирөө азыр эле өзгөрттү"));
        Assert.Equal(("Чынара Токтогулова", PersonState.Suspended), await app.InDbAsync(async db => await db.People.SingleAsync(p => p.Id == id) is var p ? (p.Name, p.State) : default));
    }

    [Fact]
    public async Task A_role_that_is_given_or_taken_holds_from_the_next_request_on()
    {
        await using var app = await App.StartAsync();
        var (administrator, observer, id) = (await app.SignInAsync(Cast.Administrator), await app.SignInAsync(Cast.Observer), (await app.InDbAsync(Cast.Observer.InAsync)).Id);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/people")).StatusCode);

        var page = await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{id}/roles"), "give", ("RoleName", "Administrator"));
        Assert.Equal(HttpStatusCode.OK, (await observer.GetAsync("/people")).StatusCode);
        var given = await app.InDbAsync(db => db.Set<PersonGrant>().SingleAsync(g => g.PersonId == id && g.Role == Role.Administrator));
        await administrator.SubmitAsync(page, "take", ("grant", given.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/people")).StatusCode);
        Assert.Equal(["person.role-given", "person.role-taken"], (await app.WhatHappenedToAsync(await app.InDbAsync(Cast.Observer.InAsync))).TakeLast(2));
    }

    [Fact]
    public async Task A_role_reaches_what_was_chosen_on_the_days_that_were_chosen()
    {
        await using var app = await App.StartAsync();
        var (administrator, id) = (await app.SignInAsync(Cast.Administrator), (await app.InDbAsync(Cast.Observer.InAsync)).Id);
        var section = await app.InDbAsync(db => db.Sections.OrderBy(s => s.Ordinal).Select(s => s.Id).FirstAsync());

        var place = await app.InDbAsync(db => db.Places.Where(p => p.Kind == Atkaruu.Modules.Places.PlaceKind.Municipality).Select(p => p.Code).FirstAsync());

        await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{id}/roles"), "give",
            ("RoleName", "Verifier"), ("Body", "AO-CHON-ALAY"), ("Municipality", place), ("Section", section.ToString()), ("Measure", "ca-001"), ("From", "2026-11-23"), ("Until", "2026-11-30"));

        var given = (await app.InDbAsync(Cast.Observer.InAsync)).Grants.Single(g => g.Role == Role.Verifier);
        Assert.Equal(("AO-CHON-ALAY", section, "CA-001"), (given.Body, given.SectionId, given.Measure));
        Assert.Equal([false, true, true, false], new[] { 22, 23, 30, 31 }.Select(day => given.HoldsOn(new DateOnly(2026, 11, 1).AddDays(day - 1))));
    }

    [Theory]
    [InlineData("Body", "NO-SUCH")]
    [InlineData("Municipality", "1")]
    [InlineData("Section", "00000000-0000-0000-0000-000000000009")]
    [InlineData("Measure", "CA-999")]
    [InlineData("RoleName", "7")]
    [InlineData("RoleName", "Administrator")] // limited to a body, which an administrator is not
    public async Task A_role_for_what_is_not_there_is_refused(string field, string value)
    {
        await using var app = await App.StartAsync();
        var (administrator, id) = (await app.SignInAsync(Cast.Administrator), (await app.InDbAsync(Cast.Observer.InAsync)).Id);

        var page = await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{id}/roles"), "give", [.. new[] { ("RoleName", "Head"), ("Body", "RMA") }.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Single((await app.InDbAsync(Cast.Observer.InAsync)).Grants);
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_role()
    {
        await using var app = await App.StartAsync();
        var (administrator, me) = (await app.SignInAsync(Cast.Administrator), await app.InDbAsync(Cast.Administrator.InAsync));

        var page = await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{me.Id}/roles"), "take");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Single((await app.InDbAsync(Cast.Administrator.InAsync)).Grants);
    }

    [Fact]
    public async Task Nobody_suspends_themselves()
    {
        await using var app = await App.StartAsync();
        var (administrator, me, other) = (await app.SignInAsync(Cast.Administrator), await app.InDbAsync(Cast.Administrator.InAsync), await app.InDbAsync(Cast.Reporter.InAsync));

        var request = administrator.Filled(await administrator.VisitAsync($"/people/{other.Id}"), "suspend", []);
        request.RequestUri = new(request.RequestUri!.ToString().Replace(other.Id.ToString(), me.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SendAsync(request)).StatusCode);
        Assert.True(await administrator.IsInAsync());
    }

    [Fact]
    public async Task Fields_that_a_page_does_not_have_change_nothing()
    {
        await using var app = await App.StartAsync();
        var (reporter, before) = (await app.SignInAsync(Cast.Reporter), await app.InDbAsync(Cast.Reporter.InAsync));

        await reporter.SubmitAsync(await reporter.VisitAsync("/account"), "describe", ("Email", "ch@example.kg"),
            ("Me.State", "Suspended"), ("State", "Suspended"), ("Login", "root"), ("Name", "Башка"), ("Body", "RMA"), ("Grants[0].Role", "Administrator"), ("Me.Login", "root"), ("PasswordHash", "x"), ("RoleName", "Administrator"));

        var after = await app.InDbAsync(Cast.Reporter.InAsync);
        Assert.Equal("ch@example.kg", after.Email);
        Assert.Equal((before.Login, before.Name, before.Body, before.State, before.PasswordHash, Role.Reporter), (after.Login, after.Name, after.Body, after.State, after.PasswordHash, after.Grants.Single().Role));
    }

    [Fact]
    public async Task Whoever_stands_in_may_what_the_absent_one_may_on_those_days_and_in_their_own_name()
    {
        await using var app = await App.StartAsync();
        var (coordinator, observer) = (await app.SignInAsync(Cast.Coordinator), await app.InDbAsync(Cast.Observer.InAsync));

        await coordinator.SubmitAsync(await coordinator.VisitAsync("/account"), "stand-in", ("To", observer.Id.ToString()), ("From", "2026-11-23"), ("Until", "2026-11-24"));
        Assert.DoesNotContain(await RolesOf(app), line => line.StartsWith("Координатор", StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Координатор бүт программа Бакыт Осмонов жок кезде анын ордуна", await RolesOf(app));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(await RolesOf(app), line => line.StartsWith("Координатор", StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await RolesOf(app), line => line.StartsWith("Координатор", StringComparison.Ordinal));

        static async Task<IReadOnlyList<string>> RolesOf(App app) => [.. (await (await app.SignInAsync(Cast.Observer)).VisitAsync("/account")).Texts(".ppl-roles li")];
    }

    [Fact]
    public async Task Standing_in_can_be_ended_early()
    {
        await using var app = await App.StartAsync();
        var (coordinator, observer) = (await app.SignInAsync(Cast.Coordinator), await app.InDbAsync(Cast.Observer.InAsync));
        var page = await coordinator.SubmitAsync(await coordinator.VisitAsync("/account"), "stand-in", ("To", observer.Id.ToString()), ("From", "2026-11-22"), ("Until", "2026-12-24"));

        await coordinator.SubmitAsync(page, "end-stand-in");

        Assert.Single((await (await app.SignInAsync(Cast.Observer)).VisitAsync("/account")).Texts(".ppl-roles li"));
    }

    [Fact]
    public async Task Handing_over_moves_the_roles_and_lets_the_one_who_leaves_out()
    {
        await using var app = await App.StartAsync();
        var (administrator, leaver, heir) = (await app.SignInAsync(Cast.Administrator), await app.InDbAsync(Cast.Verifier.InAsync), await app.InDbAsync(Cast.Observer.InAsync));
        var leaving = await app.SignInAsync(Cast.Verifier);

        await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{leaver.Id}/handover"), "hand-over", ("To", heir.Id.ToString()), ("Leaves", "true"));

        Assert.False(await leaving.IsInAsync());
        Assert.Equal([Role.Observer, Role.Verifier], (await app.InDbAsync(Cast.Observer.InAsync)).Grants.Select(g => g.Role).Order().Reverse());
        var gone = await app.InDbAsync(Cast.Verifier.InAsync);
        Assert.Equal((PersonState.Suspended, 0), (gone.State, gone.Grants.Count));
        Assert.Contains("person.handed-over", await app.WhatHappenedToAsync(gone));
    }

    [Fact]
    public async Task Taking_the_codes_away_is_logged_and_signs_out()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var reporter = await app.SignInAsync(Cast.Reporter);
        await app.SwitchTotpOnAsync(reporter);
        var (administrator, person) = (await app.SignInAsync(Cast.Administrator), await app.InDbAsync(Cast.Reporter.InAsync));

        await administrator.SubmitAsync(await administrator.VisitAsync($"/people/{person.Id}"), "reset-second");

        Assert.False(await reporter.IsInAsync());
        Assert.Contains("person.second-factor-reset", await app.WhatHappenedToAsync(person));
        await reporter.TryAsync("chynara", Entry.Password);
        Assert.True(await reporter.IsInAsync());
    }

    [Fact]
    public async Task The_page_of_rights_shows_the_table_that_decides()
    {
        await using var app = await App.StartAsync();
        var page = await (await app.SignInAsync(Cast.Observer)).VisitAsync("/rights");

        foreach (var (role, rights) in Rights.Table)
            foreach (var right in Enum.GetValues<Right>())
                Assert.Equal(rights.Contains(right) ? "ооба" : "жок", page[$"{role}-{right}".ToLowerInvariant()].Trim('–', ' ', '\n', '\r'));
    }
}
