using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;

namespace Atkaruu.Tests.Verification;

public class VerifiedTests
{
    private static readonly DateTime Start = new(2026, 10, 1, 6, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Coordinator = new(Guid.NewGuid(), "Бакыт");
    private static readonly Guid Measure = Guid.NewGuid();
    private readonly Period _period = Period.Plan(Guid.NewGuid(), Span.Parse("2026-Q3")!.Value, new(2026, 9, 20), new(2026, 12, 15), new(2026, 12, 31));

    public VerifiedTests() => _period.Advance(Start);

    [Fact]
    public void The_executor_alone_is_not_enough() => Assert.False(Of([Done()]).VerifiedDone);

    [Fact]
    public void An_independent_eye_that_confirms_makes_it_verified()
    {
        var done = Done();
        var summary = Of([done], [Seen(done, Verdict.Confirmed)]);

        Assert.True(summary.VerifiedDone);
        Assert.Equal([SourceKind.Executor, SourceKind.VillageCommittee], summary.Kinds);
        Assert.Equal((100m, "ok"), (summary.Share!.Value, summary.Shape));
    }

    [Theory]
    [InlineData(Verdict.Partly, 60, "part")]
    [InlineData(Verdict.NotConfirmed, 0, "no")]
    public void The_last_look_can_take_it_back(Verdict verdict, int share, string shape)
    {
        var done = Done();
        var summary = Of([done], [Seen(done, Verdict.Confirmed, SourceKind.Citizen, day: 2), Seen(done, verdict, day: 5)]);

        Assert.False(summary.VerifiedDone);
        Assert.Equal((share, shape), (summary.Share!.Value, summary.Shape));
    }

    [Fact]
    public void Two_visits_of_one_kind_are_one_kind()
    {
        var done = Done();
        Assert.Equal([SourceKind.Executor, SourceKind.Inspector], Of([done], [Seen(done, Verdict.Confirmed, SourceKind.Inspector), Seen(done, Verdict.Confirmed, SourceKind.Inspector)]).Kinds);
    }

    [Fact]
    public void Nothing_is_verified_done_that_was_not_reported_done()
    {
        var under = Made(new() { Done = "Дубалдар", Phase = WorksPhase.Construction, PhysicalPercent = 40 });
        Assert.False(Of([under], [Seen(under, Verdict.Confirmed), Seen(under, Verdict.Confirmed, SourceKind.Inspector)]).VerifiedDone);
    }

    [Fact]
    public void A_return_that_is_not_accepted_says_nothing()
    {
        var sent = Made(new() { Phase = WorksPhase.Commissioning, PhysicalPercent = 100 }, accept: false);
        Assert.Equal((false, []), (Of([sent]).ReportedDone, Of([sent]).Kinds.ToArray()));
    }

    [Fact]
    public void What_was_confirmed_before_completion_was_claimed_confirms_no_completion()
    {
        var before = Made(new() { Done = "Дубалдар", Phase = WorksPhase.Construction, PhysicalPercent = 40 });
        var done = Done(day: 10);
        Assert.False(Of([before, done], [Seen(before, Verdict.Confirmed, day: 5)]).VerifiedDone);
        Assert.True(Of([before, done], [Seen(before, Verdict.Confirmed, day: 12)]).VerifiedDone);
    }

    [Fact]
    public void Nobody_has_looked_is_not_zero_per_cent()
    {
        var summary = Of([Done()]);
        Assert.Equal((null, null, "none"), (summary.Share, summary.Verdict, summary.Shape));
    }

    [Fact]
    public void Values_can_say_that_it_is_done()
    {
        var made = Made(new() { Done = "270 км" });
        Assert.True(Verified.Of(Claim.Of([made]), Look.Of([Seen(made, Verdict.Confirmed)]), [], reportedDone: true).VerifiedDone);
        Assert.False(Verified.Of(Claim.Of([made]), Look.Of([Seen(made, Verdict.Confirmed)]), [], reportedDone: false).VerifiedDone);
    }

    private static VerifiedSummary Of(Return[] returns, Visit[]? visits = null) => Verified.Of(Claim.Of(returns), Look.Of(visits ?? []), []);

    private Return Done(int day = 0) => Made(new() { Done = "Бүттү", Phase = WorksPhase.Commissioning, PhysicalPercent = 100 }, day: day);

    private Return Made(ReturnWords words, bool accept = true, int day = 0)
    {
        var (reporter, when) = (new Actor(Guid.NewGuid(), "Нурлан"), Start.AddDays(day));
        var made = Return.Begin(_period, Measure, "RMA", Part.Lead, when);
        made.Write(reporter, words, [], when);
        made.Submit(reporter, _period, [], when);
        if (accept) made.Accept(Coordinator, when);
        return made;
    }

    private static Visit Seen(Return made, Verdict verdict, SourceKind source = SourceKind.VillageCommittee, int day = 3)
    {
        var (verifier, when) = (new Actor(Guid.NewGuid(), "Эркин"), Start.AddDays(day));
        var visit = Visit.Assign(Measure, made.PeriodId, made.Id, VisitOrigin.Assigned, verifier.PersonId, null);
        visit.Say(verifier, source, verdict, 60, "көрдүм", DateOnly.FromDateTime(when), made.Authors, when);
        return visit;
    }
}
