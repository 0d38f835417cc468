using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Atkaruu.Bench;

/// <summary>
/// What stands in the database before the load: people who have signed in, and either drafts with a photograph's row that wait
/// to be sent, or four periods with returns in every state. Made through the domain's own verbs, by a process of its own.
/// </summary>
internal static class Scene
{
    private const int Reporters = 32, Together = 500;

    /// <param name="folder">For what the load needs to know: cookies (one person a line) and jobs.</param>
    /// <param name="drafts">0: no drafts but four periods as a coordinator finds them.</param>
    public static async Task<int> MakeAsync(string folder, int drafts)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        Directory.CreateDirectory(folder);

        var people = await PeopleAsync(app, Reporters, Role.Reporter);
        await File.WriteAllLinesAsync(Path.Combine(folder, "cookies"), people.Select(p => p.Cookie));
        if (drafts > 0)
            await File.WriteAllLinesAsync(Path.Combine(folder, "jobs"), await DraftsAsync(app, people[0].Actor, drafts));
        else
        {
            var coordinator = (await PeopleAsync(app, 1, Role.Coordinator))[0];
            await File.WriteAllTextAsync(Path.Combine(folder, "coordinator"), coordinator.Cookie);
            await FourPeriodsAsync(app, people[0].Actor, coordinator.Actor);
        }
        return 0;
    }

    /// <summary>Drafts as a telephone leaves them before the button: begun, the photograph already attached. Each line: path, version, two indicators.</summary>
    private static async Task<List<string>> DraftsAsync(WebApplication app, Actor by, int count)
    {
        await TwoIndicatorsEachAsync(app);
        var plan = (await app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var duties = plan.Measures.Where(m => m.State == MeasureState.InForce && plan.Indicators(m).Count() == 2)
            .SelectMany(plan.DutiesOf).Where(d => d.EntersValues).ToList();
        List<string> jobs = [];
        var chance = new Random(1);
        for (var year = 2028; jobs.Count < count; year++)
            foreach (var span in Enum.GetValues<SpanKind>().SelectMany(kind => Span.Of(year, kind)))
            {
                var period = await PeriodAsync(app, plan, span);
                foreach (var some in duties.Chunk(Together))
                    await InDbAsync(app, by, async db =>
                    {
                        foreach (var duty in some)
                        {
                            var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, DateTime.UtcNow);
                            db.Add(made);
                            db.Add(Photograph(made, by, chance));
                            jobs.Add($"/write/{span.Code}/{duty.Measure.Code}/{duty.Body.Code}\t{made.Version}\t{string.Join('\t', plan.Indicators(duty.Measure).Select(i => i.Id))}");
                        }
                        await db.SaveChangesAsync();
                    });
            }
        return [.. jobs.OrderBy(_ => chance.Next())];
    }

    /// <summary>Four quarters; about every duty something has come: a tenth silent, a tenth with warnings.</summary>
    private static async Task FourPeriodsAsync(WebApplication app, Actor reporter, Actor coordinator)
    {
        var plan = (await app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var chance = new Random(2);
        foreach (var span in Span.Of(2026, SpanKind.Quarter))
        {
            var period = await PeriodAsync(app, plan, span);
            await InDbAsync(app, reporter, async db =>
            {
                foreach (var duty in plan.Owed(period).Where(_ => chance.Next(10) > 0))
                {
                    var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, DateTime.UtcNow);
                    made.Write(reporter, new() { Done = "Иш графиктин негизинде жүрүп жатат." }, duty.EntersValues ? plan.Indicators(duty.Measure).Select(i => Observation.Of(i.Id, chance.Next(100))) : [], DateTime.UtcNow);
                    if (chance.Next(8) > 0) made.Submit(reporter, period, chance.Next(10) > 0 ? [] : [new("no-evidence")], DateTime.UtcNow);
                    if (made.State == ReturnState.Submitted && chance.Next(2) > 0) made.Accept(coordinator, DateTime.UtcNow);
                    db.Add(made);
                }
                await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>The plan names one indicator for most measures; the load sends two values.</summary>
    private static async Task TwoIndicatorsEachAsync(WebApplication app)
    {
        var plan = (await app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        await InDbAsync(app, Actor.System, async db =>
        {
            foreach (var measure in plan.Measures)
                for (var number = plan.Indicators(measure).Count() + 1; number <= 2; number++)
                {
                    var more = new Indicator { MeasureId = measure.Id, Name = new("Кошумча көрсөткүч", "Дополнительный показатель", "Another indicator"), Unit = Units.Pieces, Accumulation = Accumulation.Increments, Direction = Direction.Rising, Decimals = 0 };
                    more.Stand(number, 1_000, "", []);
                    db.Add(more);
                }
            await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<PlanShelf>().Forget();
    }

    private static EvidenceItem Photograph(Return made, Actor by, Random chance)
    {
        var likeness = chance.NextInt64();
        var item = new EvidenceItem
        {
            OwnerId = made.Id, MeasureId = made.MeasureId, PeriodId = made.PeriodId, Body = made.Body, Source = SourceKind.Executor, Kind = FileKind.Photo,
            Hash = Hash(), PublicHash = Hash(), ThumbHash = Hash(), ContentType = "image/jpeg", Size = 2_000_000, FileName = "IMG.jpg", Width = 3000, Height = 4000,
            Likeness = likeness, AddedAt = DateTime.UtcNow, AddedBy = by.PersonId, FromCamera = true,
        };
        item.Pieces.AddRange(Likeness.Pieces(likeness).Select(piece => new LikenessPiece { Value = piece }));
        item.Added();
        return item;

        string Hash()
        {
            var bytes = new byte[32];
            chance.NextBytes(bytes);
            return Convert.ToHexStringLower(bytes);
        }
    }

    private static async Task<Period> PeriodAsync(WebApplication app, PlanInForce plan, Span span)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var period = Period.Plan(plan.Programme.Id, span, today.AddDays(-10), today.AddDays(20), today.AddDays(50));
        period.Advance(DateTime.UtcNow);
        await InDbAsync(app, Actor.System, async db =>
        {
            db.Add(period);
            await db.SaveChangesAsync();
        });
        return period;
    }

    /// <summary>Signs some coordinators in to whatever the database holds; their cookies, one a line, in the file «cookies».</summary>
    public static async Task<int> CoordinatorsAsync(string folder, int count)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        await File.WriteAllLinesAsync(Path.Combine(folder, "cookies"), (await PeopleAsync(app, count, Role.Coordinator)).Select(p => p.Cookie));
        return 0;
    }

    internal static async Task<List<(Actor Actor, string Cookie)>> PeopleAsync(WebApplication app, int count, Role role)
    {
        var protect = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignedIn.Scheme).TicketDataFormat;
        List<(Actor, string)> people = [];
        await InDbAsync(app, Actor.System, async db =>
        {
            for (var i = 0; i < count; i++)
            {
                var person = Person.Invite($"{role}{i}".ToLowerInvariant(), $"{role} {i}", "RMA", [new Grant(role, Scope.Everything)]);
                person.Activate();
                var session = new Session { PersonId = person.Id, BeganAt = DateTime.UtcNow, Device = "bench", Address = "127.0.0.1" };
                db.AddRange(person, session);
                var ticket = new AuthenticationTicket(SignedIn.Ticket(session), new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, SignedIn.Scheme);
                people.Add((new Actor(person.Id, person.Name) { Grants = [.. person.Grants.Select(g => g.ToGrant())] }, $"{SignedIn.Cookie}={protect.Protect(ticket)}"));
            }
            await db.SaveChangesAsync();
        });
        return people;
    }

    private static async Task InDbAsync(WebApplication app, Actor by, Func<Db, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = by;
        await work(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
