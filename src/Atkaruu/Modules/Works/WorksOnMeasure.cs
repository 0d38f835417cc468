using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Works;

/// <summary>What everybody sees of the works of a measure, on its page.</summary>
/// <param name="Gantt">Null where no object is recorded.</param>
/// <param name="MayRecord">The reader writes it down, and is shown the way there.</param>
public sealed record WorksOnMeasure(
    PlanInForce Plan, Measure Measure, WorksRecord Record, GanttChart? Gantt, SCurve Curve, BeforeAfter? Photographs, DistrictMap Map, DateOnly Today, bool MayRecord, bool MayRead)
{
    public IReadOnlyList<(WorksObject Object, CheckDue Check)> Checks => [.. Record.Checks(Plan.Season)];

    /// <summary>Null for a measure that is no works.</summary>
    /// <param name="physical">What was published of how much is built, by the last day of each period.</param>
    /// <param name="paid">The share of the money that was paid by each day, 0…100 %.</param>
    /// <param name="published">Evidence that everybody may see.</param>
    public static WorksOnMeasure? Of(
        WorksRecord record, PlanInForce plan, Measure measure, DistrictMap map, Actor reader, IReadOnlyList<(DateOnly, decimal?)> physical, IReadOnlyList<(DateOnly, decimal)> paid,
        IEnumerable<EvidenceItem> published, DateOnly today)
    {
        if (measure.Kind != MeasureKind.Works) return null;
        var gantt = GanttChart.Of(plan, [(measure, record)], today);
        return new(plan, measure, record, gantt.Measures.Count == 0 ? null : gantt, SCurve.Of(physical, paid), BeforeAfter.Of(published), map, today,
            reader.MayRecord(plan, measure), reader.MaySeeWorks(plan, measure));
    }
}

/// <summary>The first and the latest photograph of a measure that everybody may see.</summary>
public sealed record BeforeAfter(EvidenceItem Before, EvidenceItem After)
{
    /// <summary>Null where there are not two of different days.</summary>
    public static BeforeAfter? Of(IEnumerable<EvidenceItem> evidence)
    {
        var photos = evidence.Where(e => e.IsPhoto && e.PublishedAt is not null && e.RemovedAt is null).OrderBy(When).ThenBy(e => e.Id).ToList();
        return photos.Count >= 2 && When(photos[0]).Date < When(photos[^1]).Date ? new(photos[0], photos[^1]) : null;
    }

    /// <summary>When the camera says; else when it came.</summary>
    public static DateTime When(EvidenceItem item) => item.TakenAt ?? item.AddedAt;
}
