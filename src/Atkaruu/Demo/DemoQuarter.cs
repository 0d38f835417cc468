using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>One quarter of the story, from the first return to publication.</summary>
internal sealed class DemoQuarter(DemoStory story, PlanInForce plan, DemoCast cast, Span quarter, bool isLast)
{
    private readonly DemoBook _book = new(plan, story.Chance);
    private DateTime _end;

    public async Task TellAsync(CancellationToken stop)
    {
        var period = await OpenAsync(stop);
        _end = isLast ? DemoStory.End.UtcDateTime : period.ClosesOn.EndInBishkek();

        var finished = await story.AsAsync(Actor.System, services => Finished.ReadAsync(services.GetRequiredService<Db>(), plan, period.To, stop));
        foreach (var body in plan.Owed(period, finished).GroupBy(duty => duty.Body.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
            await ReportAsync(period, body.Key, [.. body], stop);
        await ReviewAsync(period, stop);
        if (isLast) return;

        await new DemoVisits(story, plan, cast, _book, quarter).TellAsync(period, stop);
        await PublishAsync(period, stop);
    }

    private Task<Period> OpenAsync(CancellationToken stop)
    {
        var period = ReportingCalendar.Begin(plan.Programme.Id).Plan(quarter);
        story.StandAt(period.OpensOn.EndInBishkek());
        return story.AsAsync(Actor.System, async services =>
        {
            var db = services.GetRequiredService<Db>();
            period.Advance(services.GetRequiredService<TimeProvider>().Now());
            db.Add(period);
            await db.SaveChangesAsync(stop);
            return period;
        });
    }

    private async Task ReportAsync(Period period, string body, List<Duty> duties, CancellationToken stop)
    {
        var who = Character.Of(duties[0].Body);
        var reporter = cast.Reporters.GetValueOrDefault(body);
        foreach (var duty in duties)
        {
            var luck = story.Chance.Of(duty.Measure.Code, body, quarter.Code);
            if (luck.Happens(who.Silent)) continue;
            var at = When(period, who, luck);
            if (at > _end) continue;
            story.StandAt(at);
            // Bodies that the plan does not name have nobody here: they ring up.
            await story.AsAsync(reporter ?? cast.SecondCoordinator, services => SendAsync(services, period, duty, who, reporter is null, luck, stop));
        }
    }

    /// <summary>Most in the last days before the deadline, some after it.</summary>
    private static DateTime When(Period period, Character who, Random luck)
    {
        var (open, due, closed) = (period.OpensOn.EndInBishkek(), period.Due.EndInBishkek(), period.ClosesOn.EndInBishkek());
        var at = luck.Happens(who.Punctual)
            ? open + ((due - open) * Math.Sqrt(luck.NextDouble()))
            : due + ((closed - due) * luck.NextDouble());
        return at.Date.AddHours(3 + (luck.NextDouble() * 9)) is var inTheDay && inTheDay < closed ? inTheDay : closed.AddHours(-2);
    }

    /// <summary>Offices work from nine to six in Bishkek: three to twelve in UTC.</summary>
    private static DateTime InTheDay(DateTime at) => at.Hour is >= 3 and < 12 ? at : at.Hour < 3 ? at.Date.AddHours(3).AddMinutes(at.Minute) : at.Date.AddHours(11).AddMinutes(at.Minute);

    private async Task SendAsync(IServiceProvider services, Period period, Duty duty, Character who, bool heard, Random luck, CancellationToken stop)
    {
        var (db, actor, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>().Now());
        var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, now);
        made.Write(actor, _book.Words(duty, quarter, who, luck), _book.Values(duty, quarter, who, luck), now);
        if (heard) made.HeardBy(actor, luck.Happens(0.5) ? Heard.Telephone : Heard.Paper, duty.Body.Name.Ky);
        db.Add(made);

        var photos = duty.EntersValues && !made.Words.NoChange && luck.Happens(who.Careful) ? 1 + luck.Next(2) : 0;
        for (var n = 0; n < photos; n++) await TakePhotoAsync(services, made, duty, n, luck, stop);
        if (isLast && luck.Happens(0.06))
        {
            await db.SaveChangesAsync(stop); // begun, and left as a draft
            return;
        }

        var previous = await db.Returns.Include(r => r.Values).AsNoTracking()
            .Where(r => r.MeasureId == duty.Measure.Id && r.Body == duty.Body.Code && (r.State == ReturnState.Accepted || r.State == ReturnState.Published))
            .OrderByDescending(r => r.WrittenAt).FirstOrDefaultAsync(stop);
        made.Submit(actor, period, ReturnChecks.Of(new(duty, made, previous, [.. plan.Indicators(duty.Measure)], photos, false)), now);
        await db.SaveChangesAsync(stop);
    }

    private async Task TakePhotoAsync(IServiceProvider services, Return made, Duty duty, int n, Random luck, CancellationToken stop)
    {
        var jpeg = DemoPictures.Draw(luck, _book.Truth(duty.Measure, quarter), DemoVisits.IsRoad(duty.Measure));
        var place = duty.Measure.Places.Select(p => plan.Place(p.Place)).FirstOrDefault(p => p is not null);
        await services.GetRequiredService<EvidenceIntake>().TakeAsync(
            new(made.Id, made.MeasureId, made.PeriodId, made.Body, SourceKind.Executor), DemoVisits.File(jpeg, $"IMG_{quarter.Code}_{duty.Measure.Code}_{n}.jpg"),
            DemoVisits.Shot(luck.OneOf(DemoWords.Captions), place, luck), stop);
    }

    /// <summary>The coordinator goes through what came: most is accepted, some is sent back and comes again mended.</summary>
    private async Task ReviewAsync(Period period, CancellationToken stop)
    {
        var waiting = await story.AsAsync(Actor.System, services => services.GetRequiredService<Db>().Returns.AsNoTracking()
            .Where(r => r.PeriodId == period.Id && r.State == ReturnState.Submitted).OrderBy(r => r.SubmittedAt).ThenBy(r => r.Body).ThenBy(r => r.MeasureId).ToListAsync(stop));
        foreach (var made in waiting)
        {
            var measure = plan.Measures.Single(m => m.Id == made.MeasureId);
            var luck = story.Chance.Of("review", measure.Code, made.Body, quarter.Code);
            var at = made.SubmittedAt!.Value.AddHours(luck.Between(3, 60));
            if (at > _end) at = isLast ? DateTime.MaxValue : _end;
            if (isLast && (at == DateTime.MaxValue || luck.Happens(0.12))) continue; // still waits
            // Nobody accepts what they entered for another.
            var decides = made.Authors.Contains(cast.Coordinator.PersonId) ? cast.SecondCoordinator : cast.Coordinator;
            var back = luck.Happens(made.HasWarnings ? 0.4 : 0.04);
            await DecideAsync(decides, made.Id, at, back ? luck.OneOf(DemoWords.SendBack) : null, stop);
            if (back) await MendAsync(period, made, decides, at, luck, stop);
        }
    }

    private async Task MendAsync(Period period, Return made, Actor decides, DateTime sentBack, Random luck, CancellationToken stop)
    {
        var at = sentBack.AddHours(luck.Between(5, 70));
        var duty = plan.DutyOf(plan.Measures.Single(m => m.Id == made.MeasureId), made.Body)!;
        var who = Character.Of(duty.Body);
        if (at > _end.AddHours(-3) || luck.Happens(who.Silent) || !cast.Reporters.TryGetValue(made.Body, out var reporter)) return;
        story.StandAt(at);
        await story.AsAsync(reporter, async services =>
        {
            var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now());
            var again = await db.Returns.Include(r => r.Values).SingleAsync(r => r.Id == made.Id, stop);
            await TakePhotoAsync(services, again, duty, 7, luck, stop);
            again.Write(reporter, again.Words with { Explanation = "Эскертүү боюнча такталды." }, [.. again.Values], now);
            again.Submit(reporter, period, ReturnChecks.Of(new(duty, again, null, [.. plan.Indicators(duty.Measure)], 1, false)), now);
            await db.SaveChangesAsync(stop);
        });
        if (!isLast || luck.Happens(0.5)) await DecideAsync(decides, made.Id, at.AddHours(luck.Between(2, 20)) is var later && later < _end ? later : _end, null, stop);
    }

    private Task DecideAsync(Actor decides, Guid id, DateTime at, string? back, CancellationToken stop)
    {
        story.StandAt(InTheDay(at));
        return story.AsAsync(decides, async services =>
        {
            var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now());
            var made = await db.Returns.SingleAsync(r => r.Id == id, stop);
            if (back is null) made.Accept(decides, now);
            else made.SendBack(decides, back, now);
            await db.SaveChangesAsync(stop);
        });
    }

    private async Task PublishAsync(Period period, CancellationToken stop)
    {
        story.StandAt(period.ClosesOn.EndInBishkek().AddMinutes(1));
        await story.AsAsync(Actor.System, async services =>
        {
            var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now());
            (await db.Periods.SingleAsync(p => p.Id == period.Id, stop)).Advance(now);
            await db.SaveChangesAsync(stop);
        });
        story.StandAt(period.ClosesOn.AddDays(4).EndInBishkek());
        await story.AsAsync(cast.Coordinator, services => Publication.PublishAsync(services.GetRequiredService<Db>(), plan, period.Id, cast.Coordinator, services.GetRequiredService<TimeProvider>(), stop));
    }
}
