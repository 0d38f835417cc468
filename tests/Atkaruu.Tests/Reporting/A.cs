using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

/// <summary>What tests of reporting begin with, made through the same verbs as the pages use.</summary>
internal static class A
{
    /// <summary>The last day for returns in <see cref="OpenPeriodAsync"/>.</summary>
    public static readonly DateOnly Due = new(2026, 12, 1), Closes = new(2026, 12, 11);

    /// <summary>A period that has been planned and opened by the coordinator; due on 1 December, taken late until the 11th.</summary>
    public static Task<Period> OpenPeriodAsync(App app, string code) => app.AsAsync(Cast.Coordinator, async (db, actor) =>
    {
        var period = Period.Plan((await db.Programmes.SingleAsync()).Id, Span.Parse(code)!.Value, new(2026, 11, 1), Due, Closes);
        period.Open(Due, Closes, "тест", new(2026, 11, 22));
        db.Add(period);
        await db.SaveChangesAsync();
        return period;
    });

    public static Task ChangeAsync(App app, Period period, Action<Period> change) => app.AsAsync(Cast.Coordinator, async (db, actor) =>
    {
        change(await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == period.Id));
        return await db.SaveChangesAsync();
    });

    /// <summary>A return that has been sent for a period, and accepted when asked; the period is closed and out of the way afterwards.</summary>
    public static async Task<Return> SentReturnAsync(App app, string code, string measure, string body, ReturnWords words, bool accepted = true, params decimal[] values)
    {
        var (period, plan) = (await OpenPeriodAsync(app, code), await app.PlanAsync());
        var (m, who) = (plan.Measure(measure)!, new Cast("for-" + body.ToLowerInvariant(), "Кабарчы", body, new Grant(Role.Reporter, new(Body: body))));
        var made = await app.AsAsync(who, async (db, actor) =>
        {
            var now = app.Clock.Now();
            var made = Return.Begin(await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == period.Id), m.Id, body, plan.DutyOf(m, body)!.Part, now);
            made.Write(actor, words, plan.Indicators(m).Zip(values, (i, v) => Observation.Of(i.Id, v)), now);
            made.Submit(actor, period, [], now);
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        if (accepted)
            await app.AsAsync(Cast.Coordinator, async (db, actor) =>
            {
                (await db.Returns.SingleAsync(r => r.Id == made.Id)).Accept(actor, app.Clock.Now());
                return await db.SaveChangesAsync();
            });
        await ChangeAsync(app, period, p => p.Close("тест"));
        return made;
    }

    public static Task<Return?> ReturnAsync(App app, string measure, string body, string period = "2026-Q3") => app.InDbAsync(db =>
        db.Returns.AsNoTracking().Include(r => r.Values)
            .SingleOrDefaultAsync(r => r.Body == body && db.Measures.Any(m => m.Id == r.MeasureId && m.Code == measure) && db.Periods.Any(p => p.Id == r.PeriodId && p.Code == period)));

    public static Task<int> CountLogAsync(App app, string what) => app.InDbAsync(db => db.Log.CountAsync(l => l.What == what));
}
