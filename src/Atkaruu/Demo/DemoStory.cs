using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>
/// Seven quarters of an invented history, told through the same verbs that people use: periods open and close, bodies report
/// or do not, a coordinator sends back and accepts, verifiers go and look. The last quarter is left as it is three days
/// before its deadline. The same seed tells the same story.
/// </summary>
public sealed class DemoStory(IServiceProvider services, DemoClock clock, int seed)
{
    /// <summary>Where the story stops and the clock goes on: 12 October 2026, a quarter past nine in Bishkek.</summary>
    public static readonly DateTimeOffset End = new(2026, 10, 12, 3, 14, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Beginning = new(2025, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly Chance _chance = new(seed);

    /// <param name="skip">So many quarters are left out at the beginning: for tests, which need not hear it all.</param>
    /// <param name="told">Hears about each quarter as it is done: how many of how many.</param>
    public async Task TellAsync(Action<int, int>? told = null, int skip = 0, CancellationToken stop = default)
    {
        clock.StandAt(Beginning);
        var plan = await services.GetRequiredService<PlanShelf>().CurrentAsync() ?? throw new RuleException(new("demo.no-plan"));
        await AsAsync(Actor.System, services => RefuseWhatIsRealAsync(services.GetRequiredService<Db>(), services.GetRequiredService<DemoMark>(), stop));
        var cast = await AsAsync(Actor.System, services => DemoCast.InviteAsync(services.GetRequiredService<Db>(), plan, stop));

        Span[] quarters = [.. Span.Of(2025, SpanKind.Quarter).Concat(Span.Of(2026, SpanKind.Quarter).Take(3)).Skip(skip)];
        foreach (var (n, quarter) in quarters.Index())
        {
            await new DemoQuarter(this, plan, cast, quarter, isLast: n == quarters.Length - 1).TellAsync(stop);
            told?.Invoke(n + 1, quarters.Length);
        }

        await new DemoWorks(this, plan, cast).TellAsync(stop);
        await new DemoMoney(this, plan, cast).TellAsync(stop);
        await new DemoOrders(this, plan, cast).TellAsync(stop);

        var shift = clock.GoOnFrom(End);
        await AsAsync(Actor.System, services => DemoMark.ShiftAsync(services.GetRequiredService<Db>(), shift, stop));
    }

    internal Chance Chance => _chance;

    internal void StandAt(DateTime utc) => clock.StandAt(new(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>Does something as somebody, in a scope of its own.</summary>
    internal async Task<T> AsAsync<T>(Actor who, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = who;
        return await work(scope.ServiceProvider);
    }

    internal Task AsAsync(Actor who, Func<IServiceProvider, Task> work) => AsAsync(who, async services =>
    {
        await work(services);
        return 0;
    });

    /// <summary>Invented and real never stand in one database.</summary>
    private static async Task RefuseWhatIsRealAsync(Db db, DemoMark mark, CancellationToken stop)
    {
        if (await db.People.AnyAsync(stop) || await db.Returns.AnyAsync(stop) || mark.IsOn) throw new RuleException(new("demo.not-empty"));
        await mark.SetAsync(db, stop);
    }
}
