using System.Net;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.People;

public class SignedInTests
{
    [Fact]
    public async Task Whoever_is_signed_in_is_asked_about_on_every_request()
    {
        await using var app = await App.StartAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);

        Assert.Contains("no-store", (await reporter.GetAsync("/register")).Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);

        await app.InDbAsync(async db =>
        {
            var person = await Cast.Reporter.InAsync(db);
            person.Suspend();
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("no-store", (await reporter.GetAsync("/register")).Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_by_somebody_is_logged_in_their_name()
    {
        await using var app = await App.StartAsync();

        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            var period = Atkaruu.Modules.Reporting.Period.Plan((await db.Programmes.SingleAsync()).Id, Span.Parse("2026-Q4")!.Value, new(2026, 12, 22), new(2027, 1, 15), new(2027, 1, 31));
            db.Add(period);
            return await db.SaveChangesAsync();
        });

        Assert.Equal("Бакыт Осмонов", await app.InDbAsync(db => db.Log.Where(l => l.What == "period.planned").Select(l => l.ByName).SingleAsync()));
    }
}
