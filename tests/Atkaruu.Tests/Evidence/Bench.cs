using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Evidence;

/// <summary>What tests of evidence and visits stand on: an open period and returns in it.</summary>
internal static class Bench
{
    /// <summary>2026-Q4, open.</summary>
    public static Task<Period> PeriodAsync(this App app, string code = "2026-Q4") => app.AsAsync(Cast.Coordinator, async (db, _) =>
    {
        if (await db.Periods.SingleOrDefaultAsync(p => p.Code == code) is { } there) return there;
        var period = Period.Plan((await db.Programmes.SingleAsync()).Id, Span.Parse(code)!.Value, new(2026, 11, 1), new(2026, 12, 15), new(2026, 12, 31));
        period.Advance(app.Clock.Now());
        db.Add(period);
        await db.SaveChangesAsync();
        return period;
    });

    /// <summary>A measure that this body leads alone.</summary>
    public static async Task<Measure> MeasureAsync(this App app, string body, int skip = 0) => (await app.PlanAsync()) is var plan
        ? plan.Measures.Where(m => plan.DutiesOf(m) is [{ Part: Part.Lead } lead, ..] && lead.Body.Code == body).Skip(skip).First()
        : throw new InvalidOperationException();

    public static async Task<Return> ReturnAsync(this App app, Measure measure, string body, Cast by, string done = "Иш бүттү", string period = "2026-Q4", Func<ReturnWords, ReturnWords>? words = null)
    {
        var within = await app.PeriodAsync(period);
        return await app.AsAsync(by, async (db, actor) =>
        {
            var made = Return.Begin(within, measure.Id, body, Part.Lead, app.Clock.Now());
            var said = new ReturnWords { Done = done };
            made.Write(actor, words?.Invoke(said) ?? said, [], app.Clock.Now());
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
    }

    public static Task SubmitAsync(this App app, Return made, Cast by) => app.AsAsync(by, async (db, actor) =>
    {
        var (it, period) = (await db.Returns.SingleAsync(r => r.Id == made.Id), await db.Periods.SingleAsync(p => p.Id == made.PeriodId));
        it.Submit(actor, period, [], app.Clock.Now());
        return await db.SaveChangesAsync();
    });

    public static Task AcceptAsync(this App app, Return made) => app.AsAsync(Cast.Coordinator, async (db, actor) =>
    {
        (await db.Returns.SingleAsync(r => r.Id == made.Id)).Accept(actor, app.Clock.Now());
        return await db.SaveChangesAsync();
    });

    public static async Task<Return> AcceptedAsync(this App app, Measure measure, string body, Cast by, Func<ReturnWords, ReturnWords>? words = null)
    {
        var made = await app.ReturnAsync(measure, body, by, words: words);
        await app.SubmitAsync(made, by);
        await app.AcceptAsync(made);
        return made;
    }

    /// <summary>Sends files as the page does, and saves.</summary>
    public static async Task<EvidenceItem> TakeAsync(this App app, Cast by, EvidenceOwner owner, byte[] bytes, string name = "photo.jpg", Shot? shot = null)
    {
        var actor = await app.AsAsync(by, (_, actor) => Task.FromResult(actor));
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        var item = await scope.ServiceProvider.GetRequiredService<EvidenceIntake>().TakeAsync(owner, File(bytes, name), shot ?? new(), TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync();
        return item;
    }

    public static IFormFile File(byte[] bytes, string name) => new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Files", name) { Headers = new HeaderDictionary(), ContentType = "text/html" };

    public static EvidenceOwner Owner(this Return made) => new(made.Id, made.MeasureId, made.PeriodId, made.Body, SourceKind.Executor);
}
