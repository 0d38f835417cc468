using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Data;

public class LogTests
{
    [Fact]
    public async Task The_log_begins_with_the_programme_and_is_whole()
    {
        await using var app = await App.StartAsync();

        var result = await app.InDbAsync(db => Audit.VerifyAsync(db));
        var first = await app.InDbAsync(db => db.Log.OrderBy(l => l.Seq).FirstAsync());

        Assert.Null(result.Broken);
        Assert.Equal(82, result.Rows); // the programme, 80 measures, the edition
        Assert.Equal("programme.begun", first.What);
        Assert.Equal(LogEntry.Beginning, first.Previous);
    }

    [Theory]
    [InlineData("update log set details = 'nothing' where seq = 7", 7, "audit.changed-row")]
    [InlineData("update log set by_name = 'somebody' where seq = 1", 1, "audit.changed-row")]
    [InlineData("delete from log where seq = 20", 20, "audit.missing-row")]
    [InlineData("delete from log where seq = 1", 1, "audit.missing-row")]
    [InlineData("update log set previous = '0', hash = '1' where seq = 5", 5, "audit.wrong-previous")]
    public async Task Tampering_is_found_at_the_very_row(string tampering, long row, string reason)
    {
        await using var app = await App.StartAsync();
        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync(tampering));

        var result = await app.InDbAsync(db => Audit.VerifyAsync(db));

        Assert.Equal(new BrokenRow(row, reason), result.Broken);
        Assert.Equal(row - 1, result.Rows);
    }

    [Fact]
    public async Task A_change_that_is_not_saved_leaves_no_row()
    {
        await using var app = await App.StartAsync();
        var before = await app.InDbAsync(db => db.Log.CountAsync());

        await app.InDbAsync(async db =>
        {
            await using var never = await db.Database.BeginTransactionAsync();
            (await db.Measures.Include(m => m.Bodies).FirstAsync()).StrikeOut();
            await db.SaveChangesAsync();
        });

        Assert.Equal(before, await app.InDbAsync(db => db.Log.CountAsync()));
    }

    [Fact]
    public async Task Writers_at_the_same_time_make_one_chain()
    {
        await using var app = await App.StartAsync();
        var ids = await app.InDbAsync(db => db.Measures.OrderBy(m => m.Ordinal).Select(m => m.Id).Take(16).ToListAsync());

        await Task.WhenAll(ids.Select(id => Task.Run(() => app.InDbAsync(async db =>
        {
            (await db.Measures.SingleAsync(m => m.Id == id)).StrikeOut();
            await db.SaveChangesAsync();
        }))));

        var result = await app.InDbAsync(db => Audit.VerifyAsync(db));
        Assert.Null(result.Broken);
        Assert.Equal(82 + 16, result.Rows);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_thing_the_second_is_told()
    {
        await using var app = await App.StartAsync();

        await app.InDbAsync(async mine =>
        {
            var my = await mine.Measures.SingleAsync(m => m.Code == "CA-001");
            await app.InDbAsync(async theirs =>
            {
                (await theirs.Measures.SingleAsync(m => m.Code == "CA-001")).StrikeOut();
                await theirs.SaveChangesAsync();
            });
            my.StrikeOut();

            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Every_model_change_has_a_migration()
    {
        await using var app = await App.StartAsync();

        Assert.False(await app.InDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public void An_old_sqlite_is_refused() =>
        Assert.Equal("data.sqlite-old", Assert.Throws<RuleException>(() => Databases.RefuseOldSqlite(new(3, 51, 2))).Sentence.Key);
}
