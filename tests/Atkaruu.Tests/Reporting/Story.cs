using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

/// <summary>What happened before a test begins, told through the entities' own verbs.</summary>
internal static class Story
{
    /// <summary>2026-Q3: open until a week after <see cref="App.Now"/>.</summary>
    public static Task<Period> OpenPeriodAsync(this App app, string code = "2026-Q3", int daysLeft = 7) => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        var today = app.Clock.Today();
        var period = ReportingCalendar.Begin((await db.Programmes.SingleAsync()).Id).Plan(Span.Parse(code)!.Value);
        period.Open(today.AddDays(daysLeft), today.AddDays(daysLeft + 10), "сынак", today);
        db.Add(period);
        await db.SaveChangesAsync();
        return period;
    });

    /// <summary>What a body owes, in the order of the plan.</summary>
    public static async Task<IReadOnlyList<Duty>> DutiesOfAsync(this App app, Period period, string body) =>
        [.. (await app.PlanAsync()).Owed(period).Where(d => d.Body.Code == body)];

    public static async Task<Return> SendAsync(this App app, Cast who, Period period, Duty duty, ReturnWords? words = null, string[]? warnings = null, Observation[]? values = null)
    {
        return await app.AsAsync(who, async (db, actor) =>
        {
            var known = await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == period.Id);
            var made = Return.Begin(known, duty.Measure.Id, duty.Body.Code, duty.Part, app.Clock.Now());
            made.Write(actor, words ?? new() { Done = "Иш бүттү" }, values ?? [], app.Clock.Now());
            made.Submit(actor, known, [.. (warnings ?? []).Select(w => new Warning(w))], app.Clock.Now());
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
    }

    public static Task<Return> DraftAsync(this App app, Cast who, Period period, Duty duty) => app.AsAsync(who, async (db, actor) =>
    {
        var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, app.Clock.Now());
        made.Write(actor, new() { Done = "Башталды" }, [], app.Clock.Now());
        db.Add(made);
        await db.SaveChangesAsync();
        return made;
    });

    public static Task<Return> DoAsync(this App app, Cast who, Return made, Action<Return, Actor> verb) => app.AsAsync(who, async (db, actor) =>
    {
        var known = await db.Returns.Include(r => r.Values).SingleAsync(r => r.Id == made.Id);
        verb(known, actor);
        await db.SaveChangesAsync();
        return known;
    });

    public static Task<Return> AcceptAsync(this App app, Return made) => app.DoAsync(Cast.Coordinator, made, (r, actor) => r.Accept(actor, app.Clock.Now()));

    public static Task<Return> SeeAsync(this App app, Return made) => app.InDbAsync(db => db.Returns.Include(r => r.Comments).Include(r => r.Values).SingleAsync(r => r.Id == made.Id));

    public static Task<Period> SeeAsync(this App app, Period period) => app.InDbAsync(db => db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == period.Id));

    public static Task<Period> DoAsync(this App app, Period period, Action<Period> verb) => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        var known = await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == period.Id);
        verb(known);
        await db.SaveChangesAsync();
        return known;
    });

    public static async Task PublishAsync(this App app, Period period)
    {
        await app.DoAsync(period, p => p.Close("бүттү"));
        var plan = await app.PlanAsync();
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            await Publication.PublishAsync(db, plan, period.Id, actor, app.Clock, default);
            return 0;
        });
    }
}
