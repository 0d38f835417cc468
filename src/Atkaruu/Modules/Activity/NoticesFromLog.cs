using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>Reads the log and tells those whom a thing concerns. Nobody is told what they did themselves.</summary>
public sealed class NoticesFromLog(Db db, NoticeDesk desk, TimeProvider clock)
{
    public const string Name = "notices";

    /// <summary>What is older is no news: a programme that was filled with its history tells nobody.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    public static readonly string[] Wants =
    [
        "return.submitted", "return.withdrawn", "return.accepted", "return.returned", "return.commented",
        "period.opened", "period.moved", "period.exception", "period.reminded", "visit.assigned", "visit.given",
    ];

    public async Task TakeAsync(LogEntry row, CancellationToken stop)
    {
        if (row.At < clock.Now() - News || await desk.PlanAsync() is not { } plan) return;
        var details = LogDetails.Of(row.Details);
        switch (row.What.Split('.')[0])
        {
            case "return": await OfReturnAsync(row, details, plan, stop); break;
            case "period": await OfPeriodAsync(row, details, plan, stop); break;
            default: await OfVisitAsync(row, details, plan, stop); break;
        }
    }

    private async Task OfReturnAsync(LogEntry row, LogDetails details, PlanInForce plan, CancellationToken stop)
    {
        var made = await db.Returns.AsNoTracking().Where(r => r.Id == row.To)
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { r.MeasureId, r.Body, p.Code }).SingleOrDefaultAsync(stop);
        if (made is null || plan.Measures.FirstOrDefault(m => m.Id == made.MeasureId) is not { } measure || Span.Parse(made.Code) is not { } span) return;

        var subject = plan.Subject(measure, made.Body);
        var reporters = await desk.WithAsync(Right.Report, subject, stop);
        var coordinators = await desk.WithAsync(Right.Accept, subject, stop);
        var body = plan.Body(made.Body)?.Name ?? new Words(made.Body);
        var (form, seen) = ($"/write/{made.Code}/{measure.Code}/{made.Body}", $"/returns/{row.To:D}");
        await (row.What switch
        {
            "return.returned" => TellAsync(reporters, NoticeKind.Returned, row, new("notice.returned", measure.ShortName, span, details["reason"].Text), form, stop),
            "return.accepted" => TellAsync(reporters, NoticeKind.Accepted, row, new("notice.accepted", measure.ShortName, span), $"/measures/{measure.Code}", stop),
            "return.commented" when reporters.Contains(row.By) => TellAsync(coordinators, NoticeKind.Commented, row, new("notice.commented", measure.ShortName, span, details["text"].Text), seen, stop),
            "return.commented" => TellAsync(reporters, NoticeKind.Commented, row, new("notice.commented", measure.ShortName, span, details["text"].Text), form, stop),
            "return.submitted" => TellAsync(coordinators, NoticeKind.Submitted, row, new("notice.submitted", measure.ShortName, span, body), seen, stop),
            _ => TellAsync(coordinators, NoticeKind.Withdrawn, row, new("notice.withdrawn", measure.ShortName, span, body), seen, stop),
        });
    }

    private async Task OfPeriodAsync(LogEntry row, LogDetails details, PlanInForce plan, CancellationToken stop)
    {
        if (await db.Periods.AsNoTracking().Include(p => p.Exceptions).SingleOrDefaultAsync(p => p.Id == row.To, stop) is not { } period) return;
        if (row.What == "period.exception")
        {
            var until = details["until"].Moment;
            var person = period.Exceptions.LastOrDefault(e => e.Until == until)?.PersonId;
            if (person is { } one) await TellAsync([one], NoticeKind.Exception, row, new("notice.exception", period.Span, until), "/work", stop);
        }
        else if (row.What == "period.reminded")
            await AskedAsync(row, [.. details["bodies"].Items.Select(b => b.Text).OfType<string>()], period, plan, stop);
        else if (row.What == "period.opened" || details["to"].Text == "open")
            await TellAsync(await OwingAsync(plan.Owed(period, await Finished.ReadAsync(db, plan, clock.Today(), stop)), plan, stop), NoticeKind.PeriodOpened, row, new("notice.period-opened", period.Span, period.Due), "/work", stop);
    }

    /// <summary>Everybody who reports something of this.</summary>
    private async Task<IReadOnlyList<Guid>> OwingAsync(IReadOnlyList<Duty> duties, PlanInForce plan, CancellationToken stop)
    {
        var subjects = duties.Select(d => plan.Subject(d.Measure, d.Body.Code)).ToList();
        return [.. (await desk.PeopleAsync(stop)).Where(p => subjects.Exists(subject => desk.May(p, Right.Report, subject))).Select(p => p.Id)];
    }

    private async Task AskedAsync(LogEntry row, HashSet<string> bodies, Period period, PlanInForce plan, CancellationToken stop)
    {
        var day = DateOnly.FromDateTime(row.At.InBishkek());
        var unsent = (await Unsent.OfAsync(db, plan, period, clock.Today(), stop)).Where(d => bodies.Contains(d.Body.Code)).ToList();
        foreach (var (person, count) in await Unsent.ByReporterAsync(desk, plan, unsent, stop))
            if (person != row.By) await desk.TellAsync([person], NoticeKind.Asked, Notice.ForDay(day), new("notice.asked", period.Span, count, period.Due), "/work", stop);
    }

    private async Task OfVisitAsync(LogEntry row, LogDetails details, PlanInForce plan, CancellationToken stop)
    {
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == row.To, stop) is not { VerifierId: { } verifier } visit) return;
        if (plan.Measures.FirstOrDefault(m => m.Id == visit.MeasureId) is not { } measure) return;
        var message = visit.Due is { } due ? new Message("notice.visit-assigned.by", measure.ShortName, due) : new Message("notice.visit-assigned", measure.ShortName);
        await TellAsync([verifier], NoticeKind.VisitAssigned, row, message, $"/visits/{row.To:D}", stop);
    }

    private Task TellAsync(IEnumerable<Guid> people, NoticeKind kind, LogEntry row, Message message, string link, CancellationToken stop) =>
        desk.TellAsync(people.Where(p => p != row.By), kind, Notice.ForRow(row.Seq), message, link, stop);
}
