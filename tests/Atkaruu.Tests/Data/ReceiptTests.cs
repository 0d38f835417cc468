using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Data;

/// <summary>Whatever is sent twice has one effect and one answer.</summary>
public class ReceiptTests
{
    [Fact]
    public async Task The_same_thing_sent_again_gets_the_first_answer_and_does_nothing()
    {
        await using var app = await App.StartAsync();
        var key = Guid.NewGuid();

        Assert.Equal("/first", await PlanPeriodAsync(app, key, "2026-Q4", "/first"));
        Assert.Equal("/first", await PlanPeriodAsync(app, key, "2027-Q1", "/second"));

        Assert.Equal(["2026-Q4"], await app.InDbAsync(db => db.Periods.Select(p => p.Code).ToArrayAsync()));
    }

    [Fact]
    public async Task Sixteen_at_the_same_moment_are_one()
    {
        await using var app = await App.StartAsync();
        await app.AsAsync(Cast.Coordinator, (_, _) => Task.FromResult(0)); // the person is there before the race
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => PlanPeriodAsync(app, key, "2026-Q4", "/" + n))));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await app.InDbAsync(db => db.Periods.CountAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.Log.CountAsync(l => l.What == "period.planned")));
    }

    [Fact]
    public async Task A_key_of_one_person_says_nothing_to_another()
    {
        await using var app = await App.StartAsync();
        var key = Guid.NewGuid();
        await PlanPeriodAsync(app, key, "2026-Q4", "/first");

        Assert.Equal("/own", await app.AsAsync(Cast.Reporter, (db, actor) => db.OnceAsync(key, actor, app.Clock, () => Task.FromResult("/own"))));
    }

    [Fact]
    public async Task A_rule_that_says_no_leaves_no_receipt()
    {
        await using var app = await App.StartAsync();
        var key = Guid.NewGuid();

        await Assert.ThrowsAsync<RuleException>(() => app.AsAsync(Cast.Coordinator, (db, actor) => db.OnceAsync(key, actor, app.Clock, () => throw new RuleException(new("period.rule.reason")))));

        Assert.Equal("/again", await PlanPeriodAsync(app, key, "2026-Q4", "/again"));
    }

    [Fact]
    public async Task Many_writers_wait_their_turn_and_the_log_stays_whole()
    {
        await using var app = await App.StartAsync();
        await app.AsAsync(Cast.Coordinator, (_, _) => Task.FromResult(0));

        await Task.WhenAll(from year in Enumerable.Range(2031, 8) from span in Span.Of(year, SpanKind.Quarter) select Task.Run(() => PlanPeriodAsync(app, Guid.NewGuid(), span.Code, "/" + span.Code)));

        await app.InDbAsync(async db =>
        {
            Assert.Equal(32, await db.Periods.CountAsync());
            Assert.Null((await Audit.VerifyAsync(db)).Broken);
        });
    }

    private static Task<string> PlanPeriodAsync(App app, Guid key, string code, string answer) => app.AsAsync(Cast.Coordinator, (db, actor) => db.OnceAsync(key, actor, app.Clock, async () =>
    {
        var programme = await db.Programmes.Select(p => p.Id).SingleAsync();
        db.Add(Period.Plan(programme, Span.Parse(code)!.Value, new(2026, 12, 22), new(2027, 1, 15), new(2027, 1, 31)));
        return answer;
    }));
}
