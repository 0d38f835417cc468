using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>One item as the pages show it.</summary>
/// <param name="Orders">Open orders about its measure, and those that were decided here.</param>
/// <param name="Last">What was last reported about its measure, accepted or published; null when nothing was.</param>
public sealed record ItemView(int Number, AgendaItem Item, Measure? Measure, IReadOnlyList<OrderLine> Orders, PublishedReturn? Last)
{
    public OrderLine? OrderOf(Decision decision) => Orders.FirstOrDefault(line => line.Order.Id == decision.Order);
}

/// <summary>A meeting with everything that stands on its papers.</summary>
/// <param name="Previous">Orders of earlier meetings: still open, or closed since the last one.</param>
/// <param name="Today">The day whose states are shown.</param>
public sealed record MeetingView(PlanInForce Plan, Meeting Meeting, IReadOnlyList<ItemView> Items, IReadOnlyList<OrderLine> Previous, DateOnly Today)
{
    public static async Task<MeetingView> ReadAsync(Db db, PlanInForce plan, Meeting meeting, Actor reader, DateOnly today, CancellationToken stop)
    {
        var measures = plan.Measures.ToDictionary(m => m.Id);
        List<Guid> about = [.. meeting.Items.Select(i => i.MeasureId).OfType<Guid>().Where(measures.ContainsKey).Distinct()];
        var earlier = await db.Meetings.AsNoTracking().Where(m => m.Id != meeting.Id && m.On < meeting.On).OrderByDescending(m => m.On).Select(m => new { m.Id, m.On }).Take(500).ToListAsync(stop);
        var (ids, last) = (earlier.ConvertAll(m => (Guid?)m.Id), earlier.Count > 0 ? earlier[0].On : DateOnly.MinValue);

        var orders = await db.Orders.AsNoTracking().Where(o => o.FromMeeting == meeting.Id
            || o.MeasureId != null && about.Contains(o.MeasureId.Value) && o.ClosedOn == null
            || ids.Contains(o.FromMeeting) && (o.ClosedOn == null || o.ClosedOn >= last)).OrderBy(o => o.Id).Take(OrderReading.Most).ToListAsync(stop);
        var lines = plan.Lines(reader, orders, today);
        var reports = await LastReportsAsync(db, about, stop);
        return new(plan, meeting,
        [
            .. meeting.Items.Select((item, i) => new ItemView(i + 1, item, item.MeasureId is { } id ? measures.GetValueOrDefault(id) : null,
                [.. lines.Where(l => item.MeasureId is not null && l.Order.MeasureId == item.MeasureId || item.Decisions.Any(d => d.Order == l.Order.Id))],
                item.MeasureId is { } of ? reports.GetValueOrDefault(of) : null)),
        ], [.. lines.Where(l => l.Order.FromMeeting != meeting.Id && ids.Contains(l.Order.FromMeeting))], today);
    }

    private static async Task<Dictionary<Guid, PublishedReturn>> LastReportsAsync(Db db, List<Guid> measures, CancellationToken stop)
    {
        if (measures.Count == 0) return [];
        var rows = await db.Returns.AsNoTracking().Where(r => measures.Contains(r.MeasureId) && r.Part != Part.Contribution && (r.State == ReturnState.Accepted || r.State == ReturnState.Published))
            .Join(db.Periods, r => r.PeriodId, p => p.Id, (r, p) => new { r.MeasureId, r.Body, r.Edition, r.Id, p.Code, p.To }).ToListAsync(stop);
        var newest = rows.GroupBy(r => r.MeasureId).Select(g => g.OrderByDescending(r => r.To).ThenByDescending(r => r.Edition).ThenBy(r => r.Body, StringComparer.Ordinal).First()).ToList();
        List<Guid> ids = newest.ConvertAll(r => r.Id);
        var returns = await db.Returns.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        return newest.Where(r => Span.Parse(r.Code) is not null).ToDictionary(r => r.MeasureId, r => new PublishedReturn(Span.Parse(r.Code)!.Value, returns[r.Id]));
    }
}
