using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>
/// What people are reminded of on working days: reporters of what they owe, around its deadline; coordinators of what waits for
/// them; the head of bodies that are long silent. Nobody is told two of one kind on one day, and who has sent all is told nothing.
/// </summary>
public sealed class Reminders(Db db, NoticeDesk desk, QuietDays quiet, TimeProvider clock)
{
    public const string Name = "reminders";

    /// <summary>Days from the deadline: before, and after.</summary>
    private static readonly int[] Stages = [-7, -2, 1, 7];

    /// <summary>A reminder that could not go out on its day goes out at most so many days later.</summary>
    private const int StillWorthSaying = 3;

    private const int LongSilent = 7, WaitsTooLong = 3, EveryWeekUntil = 70;

    /// <summary>Does what is due today; a second time on one day it finds nothing to do.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var today = clock.Today();
        if (quiet.IsQuiet(today) || await desk.PlanAsync() is not { } plan) return;

        await using var whole = await db.BeginWriteAsync(stop);
        var periods = await db.Periods.AsNoTracking().Where(p => p.ProgrammeId == plan.Programme.Id && p.State != PeriodState.Planned && p.State != PeriodState.Published)
            .OrderBy(p => p.Due).ToListAsync(stop);
        foreach (var period in periods)
        {
            if (period.TakesReturns && StageOf(period, today, Stages) is { } stage) await RemindReportersAsync(plan, period, stage, today, stop);
            if (StageOf(period, today, Enumerable.Range(1, EveryWeekUntil / LongSilent).Select(week => week * LongSilent)) is { } weeks) await TellHeadAsync(plan, period, weeks, today, stop);
        }
        await TellCoordinatorsAsync(plan, periods, today, stop);
        await TellAdministratorsAsync(stop);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    /// <summary>The coordinator's button: asks these bodies for what they owe, each at most once a day, and writes it into the log.</summary>
    /// <returns>How many bodies are asked; those that owe nothing, or were asked today, are not.</returns>
    public static async Task<int> AskAsync(Db db, PlanInForce plan, Period period, IReadOnlyCollection<string> bodies, TimeProvider clock, CancellationToken stop)
    {
        await using var whole = db.Database.CurrentTransaction is null ? await db.BeginWriteAsync(stop) : null;
        var today = clock.Today();
        var (from, until) = (today.AddDays(-1).EndInBishkek(), today.EndInBishkek());
        var before = await db.Log.AsNoTracking().Where(row => row.To == period.Id && row.What == "period.reminded" && row.At >= from && row.At < until).Select(row => row.Details).ToListAsync(stop);
        var asked = before.SelectMany(details => LogDetails.Of(details)["bodies"].Items).Select(body => body.Text).ToHashSet();
        var owing = (await Unsent.OfAsync(db, plan, period, today, stop)).Select(d => d.Body.Code).ToHashSet();

        List<string> ask = [.. bodies.Distinct().Where(body => owing.Contains(body) && !asked.Contains(body)).Order(StringComparer.Ordinal)];
        if (ask.Count == 0) return 0;
        var known = await db.Periods.SingleAsync(p => p.Id == period.Id, stop);
        known.Remind(ask);
        await db.SaveChangesAsync(stop);
        if (whole is not null) await whole.CommitAsync(stop);
        return ask.Count;
    }

    /// <summary>The latest stage whose working day has come and is not long past.</summary>
    private int? StageOf(Period period, DateOnly today, IEnumerable<int> stages) => stages
        .Where(stage => quiet.OrNextWorking(period.Due.AddDays(stage)) is var day && day <= today && today <= day.AddDays(StillWorthSaying))
        .Select(stage => (int?)stage).LastOrDefault();

    private async Task RemindReportersAsync(PlanInForce plan, Period period, int stage, DateOnly today, CancellationToken stop)
    {
        var unsent = await Unsent.OfAsync(db, plan, period, today, stop);
        var silent = stage == LongSilent ? await SilentAsync(plan, period, unsent, stop) : [];
        var ofSilent = (await Unsent.ByReporterAsync(desk, plan, [.. unsent.Where(d => silent.Contains(d.Body.Code))], stop)).Select(p => p.Person).ToHashSet();
        foreach (var (person, count) in await Unsent.ByReporterAsync(desk, plan, unsent, stop))
        {
            var (kind, sentence) = stage < 0 ? (NoticeKind.DueSoon, "notice.due-soon") : ofSilent.Contains(person) ? (NoticeKind.Escalated, "notice.escalated") : (NoticeKind.Overdue, "notice.overdue");
            await TellOnceADayAsync(person, kind, $"due:{period.Code}:{stage}", new(sentence, period.Span, count, period.Due), "/work", today, stop);
        }
    }

    private async Task TellHeadAsync(PlanInForce plan, Period period, int stage, DateOnly today, CancellationToken stop)
    {
        var silent = await SilentAsync(plan, period, await Unsent.OfAsync(db, plan, period, today, stop), stop);
        if (silent.Count == 0) return;
        var names = plan.Bodies.Where(b => silent.Contains(b.Code)).Select(b => b.ShortName).ToList();
        foreach (var head in await desk.InRoleAsync(Role.Head, stop))
            await TellOnceADayAsync(head.Id, NoticeKind.Silent, $"silent:{period.Code}:{stage}", new("notice.silent", period.Span, names.Count, names), "/matrix/" + period.Code, today, stop);
    }

    /// <summary>Bodies that owe something and have sent nothing at all.</summary>
    private async Task<HashSet<string>> SilentAsync(PlanInForce plan, Period period, IReadOnlyList<Duty> unsent, CancellationToken stop)
    {
        var spoke = await db.Returns.AsNoTracking().Where(r => r.PeriodId == period.Id && r.SubmittedAt != null).Select(r => r.Body).Distinct().ToListAsync(stop);
        return [.. unsent.Select(d => d.Body.Code).Distinct().Except(spoke)];
    }

    private async Task TellCoordinatorsAsync(PlanInForce plan, List<Period> periods, DateOnly today, CancellationToken stop)
    {
        var (ids, since) = (periods.Select(p => p.Id).ToList(), clock.Now().AddDays(-WaitsTooLong));
        var waiting = await db.Returns.AsNoTracking().Where(r => ids.Contains(r.PeriodId) && r.State == ReturnState.Submitted && r.SubmittedAt < since).Select(r => new { r.MeasureId, r.Body }).ToListAsync(stop);
        var measures = plan.Measures.ToDictionary(m => m.Id);
        var subjects = waiting.Where(r => measures.ContainsKey(r.MeasureId)).Select(r => plan.Subject(measures[r.MeasureId], r.Body)).ToList();
        foreach (var coordinator in await desk.InRoleAsync(Role.Coordinator, stop))
            if (subjects.Count(subject => desk.May(coordinator, Right.Accept, subject)) is > 0 and var count)
                await TellOnceADayAsync(coordinator.Id, NoticeKind.Waiting, Notice.ForDay(today), new("notice.waiting", count, WaitsTooLong), "/matrix", today, stop);
    }

    private async Task TellAdministratorsAsync(CancellationToken stop)
    {
        List<Guid> administrators = [.. (await desk.InRoleAsync(Role.Administrator, stop)).Select(p => p.Id)];
        var since = clock.Now().AddDays(-StillWorthSaying);
        foreach (var failure in await db.Set<JobFailure>().AsNoTracking().Where(f => f.SetAsideAt > since).OrderBy(f => f.Seq).Take(20).ToListAsync(stop))
            await desk.TellAsync(administrators, NoticeKind.Failure, $"job:{failure.Name}:{failure.Seq}", new("notice.failure", failure.Name, failure.Seq, failure.Error), "/notices", stop);
        foreach (var letter in await db.Letters.AsNoTracking().Where(l => l.GivenUpAt > since).OrderBy(l => l.Id).Take(20).ToListAsync(stop))
            await desk.TellAsync(administrators, NoticeKind.Failure, $"letter:{letter.Id:N}", new("notice.failure.letter", letter.Error), "/notices", stop);
    }

    private async Task TellOnceADayAsync(Guid person, NoticeKind kind, string key, Message message, string link, DateOnly today, CancellationToken stop)
    {
        var morning = today.AddDays(-1).EndInBishkek();
        if (db.Notices.Local.Any(n => n.PersonId == person && n.Kind == kind) || await db.Notices.AnyAsync(n => n.PersonId == person && n.Kind == kind && n.CreatedAt >= morning, stop)) return;
        await desk.TellAsync([person], kind, key, message, link, stop);
    }
}
