using System.Net;
using Atkaruu.Data;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atkaruu.Tests.BadDays;

/// <summary>No room on the disk: one reads on, whoever writes is told so and gets the form back.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private const string Written = "/write/2026-Q3/CA-027/RMA";
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        await A.OpenPeriodAsync(_app, "2026-Q3");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("check")]
    [InlineData("submit")]
    public async Task Sending_is_refused_with_507_the_form_comes_back_and_it_works_again_when_there_is_room(string button)
    {
        var reporter = await _app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Written);
        if (button == "submit") form = await reporter.SubmitAsync(form, "check", ("Done", "Канал тазаланды"), ("Values[0].Value", "10"));

        SetRoom(free: 100L << 20);
        var refused = await reporter.SubmitAsync(form, button, ("Done", "Канал тазаланды"), ("Values[0].Value", "10"));
        Assert.Equal(507, (int)refused.Status);
        Assert.True(refused.Says("бош орун калбай калды"), refused.Html.Body!.TextContent);
        Assert.Contains("Канал тазаланды", refused.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reporter.VisitAsync("/work")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Visitor().VisitAsync("/register")).Status);
        Assert.Equal(0, await A.CountLogAsync(_app, "return.submitted"));

        SetRoom(free: 50L << 30);
        Assert.Equal(HttpStatusCode.OK, (await reporter.SubmitAsync(button == "submit" ? form : refused, button, ("Done", "Канал тазаланды"), ("Values[0].Value", "10"))).Status);
        Assert.Equal(button == "submit" ? ReturnState.Submitted : ReturnState.Draft, (await A.ReturnAsync(_app, "CA-027", "RMA"))!.State);
    }

    [Fact]
    public async Task The_program_itself_may_finish_what_it_has_begun()
    {
        SetRoom(free: 100L << 20);
        await _app.InDbAsync(db => Cast.Observer.InAsync(db));
        await Assert.ThrowsAsync<DiskFullException>(() => _app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            (await db.Periods.SingleAsync()).Close("себеп");
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task An_engine_that_finds_no_room_is_understood()
    {
        Assert.True(DiskFull.Is(new DbUpdateException("", new PostgresException("no space", "ERROR", "ERROR", PostgresErrorCodes.DiskFull))));
        Assert.True(DiskFull.Is(new IOException("No space left on device", 28)));
        Assert.False(DiskFull.Is(new SqliteException("locked", 5)));
        await _app.InDbAsync(async db =>
        {
            if (db is not SqliteDb) return;
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1"); // never below what the file has now
            await Assert.ThrowsAsync<DiskFullException>(async () =>
            {
                for (var i = 0; i < 2_000; i++) await (Cast.Observer with { Login = $"n{i}", Name = new string('Н', 150) }).InAsync(db);
            });
            await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1000000");
        });
        var reporter = await _app.SignInAsync(Cast.AdministrationReporter);
        Assert.Equal(HttpStatusCode.OK, (await reporter.VisitAsync(Written)).Status);
    }

    private void SetRoom(long free)
    {
        var disk = _app.Services.GetRequiredService<DiskReserve>();
        disk.Ask = () => new(free, 100L << 30);
        disk.Forget();
    }
}
