using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests;

/// <summary>The third quarter of 2026, open; Чоң-Алай айыл өкмөтү owes a return with a value.</summary>
internal sealed record ReportingScene(App App, PlanInForce Plan, Guid PeriodId, Duty Duty, Indicator Indicator)
{
    public static async Task<ReportingScene> OpenAsync(App app, DateOnly? due = null)
    {
        var plan = await app.PlanAsync();
        var last = due ?? new DateOnly(2026, 11, 30);
        var id = await app.InDbAsync(async db =>
        {
            var period = Period.Plan(plan.Programme.Id, Span.Parse("2026-Q3")!.Value, new(2026, 10, 1), last, last.AddDays(30));
            period.Advance(app.Clock.Now());
            db.Add(period);
            await db.SaveChangesAsync();
            return period.Id;
        });
        var owed = await app.InDbAsync(async db => plan.Owed(await db.Periods.AsNoTracking().SingleAsync(p => p.Id == id)));
        var duty = owed.First(d => d.Body.Code == Cast.Reporter.Body && d.EntersValues && plan.Indicators(d.Measure).Any());
        return new(app, plan, id, duty, plan.Indicators(duty.Measure).First());
    }

    public Task<Guid> SubmitAsync(Cast who, decimal value, Guid? again = null) => App.AsAsync(who, async (db, actor) =>
    {
        var period = await db.Periods.SingleAsync(p => p.Id == PeriodId);
        var made = again is null ? Return.Begin(period, Duty.Measure.Id, Duty.Body.Code, Duty.Part, App.Clock.Now()) : await db.Returns.Include(r => r.Values).SingleAsync(r => r.Id == again);
        if (again is null) db.Add(made);
        made.Write(actor, new() { Done = "Иш жүрүп жатат" }, [Observation.Of(Indicator.Id, value)], App.Clock.Now());
        made.Submit(actor, period, [], App.Clock.Now());
        await db.SaveChangesAsync();
        return made.Id;
    });

    public Task<int> SendBackAsync(Guid made, string reason) => ChangeAsync(made, (it, actor) => it.SendBack(actor, reason, App.Clock.Now()));

    public Task<int> AcceptAsync(Guid made) => ChangeAsync(made, (it, actor) => it.Accept(actor, App.Clock.Now()));

    public async Task PublishAsync(Guid made)
    {
        await AcceptAsync(made);
        await ChangeAsync(made, (it, _) => it.Publish());
    }

    public Task<int> ChangeAsync(Guid made, Action<Return, Actor> change) => App.AsAsync(Cast.Coordinator, async (db, actor) =>
    {
        change(await db.Returns.Include(r => r.Comments).SingleAsync(r => r.Id == made), actor);
        return await db.SaveChangesAsync();
    });

    /// <param name="who">Null for a visitor.</param>
    public async Task<IReadOnlyList<Event>> HistoryAsync(Cast? who, params Guid[] things)
    {
        var reader = who is null ? Actor.Visitor : await App.AsAsync(who, (_, actor) => Task.FromResult(actor));
        return await App.InDbAsync(db => History.OfAsync(db, Plan, things, reader, CancellationToken.None));
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Atkaruu.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
