using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Measures;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>Everything a passport says of one measure, as far as the one for whom it is made may know it.</summary>
/// <param name="Returns">Newest period first; those that count.</param>
/// <param name="Visits">Newest first.</param>
/// <param name="Photos">In the order in which they were taken.</param>
internal sealed record PassportFacts(
    PaperScene Scene, How How, ReportedFacts Returns, WorksRecord Works, MeasureMoney Money, SCurve Curve, IReadOnlyList<Visit> Visits,
    IReadOnlyList<(EvidenceItem Item, byte[] Bytes)> Photos, MeasureHistory History)
{
    /// <summary>So many photographs stand on a passport.</summary>
    private const int MostPhotos = 3;

    public PlanInForce Plan => Scene.Plan;
    public MeasureProgress Progress => How.Progress;
    public Measure Measure => Progress.Measure;

    public static async Task<PassportFacts> ReadAsync(PaperScene scene, CancellationToken stop)
    {
        var (measure, plan) = (scene.Measure, scene.Plan);
        var returns = new ReportedFacts(plan, measure, await ReturnsAsync(scene, measure, stop));
        var visits = await VisitsAsync(scene, measure, stop);
        var sides = await scene.Services.GetRequiredService<SidesShelf>().CurrentAsync(scene.Db, scene.Progress, stop);
        var (works, money, history) = (sides.WorksOf(measure), sides.MoneyOf(measure), MeasureHistory.Of(plan, measure));
        var paid = MoneyOnMeasure.Of(money, plan, measure, Actor.Visitor).Paid;
        return new(scene, How.Of(scene.Progress, measure, returns.Newest, Actor.Visitor, history.SetBy), returns, works, money,
            measure.Kind == MeasureKind.Works ? SCurve.Of(returns.Built, paid) : SCurve.Of([], []), visits,
            await PhotosAsync(scene, measure, [.. returns.All.Select(r => r.Return.Id), .. visits.Select(v => v.Id)], stop), history);
    }

    /// <summary>Everybody knows what is published; those who work here also what is accepted and theirs to read.</summary>
    private static async Task<IReadOnlyList<PublishedReturn>> ReturnsAsync(PaperScene scene, Measure measure, CancellationToken stop)
    {
        var (everybody, until) = (scene.Request.Audience == Audience.Public, scene.Progress.View.Until);
        var rows = await scene.Db.Returns.AsNoTracking().Include(r => r.Values)
            .Where(r => r.MeasureId == measure.Id && (r.State == ReturnState.Published || !everybody && r.State == ReturnState.Accepted))
            .Join(scene.Db.Periods.Where(p => p.To <= until), r => r.PeriodId, p => p.Id, (r, p) => new { Return = r, p.Code }).ToListAsync(stop);
        return
        [
            .. rows.Where(row => row.Return.State == ReturnState.Published || scene.Actor.May(Right.Read, scene.Plan.Subject(measure, row.Return.Body)))
                .Select(row => new PublishedReturn(Span.Parse(row.Code)!.Value, row.Return))
                .OrderByDescending(p => p.Period.To).ThenBy(p => p.Return.Part).ThenBy(p => p.Return.Body, StringComparer.Ordinal).ThenByDescending(p => p.Return.Edition),
        ];
    }

    private static async Task<IReadOnlyList<Visit>> VisitsAsync(PaperScene scene, Measure measure, CancellationToken stop)
    {
        var (everybody, until) = (scene.Request.Audience == Audience.Public, scene.Progress.View.Until);
        if (!everybody && !scene.Actor.MaySee(scene.Plan, measure)) everybody = true;
        var visits = await scene.Db.Visits.AsNoTracking().Where(v => v.MeasureId == measure.Id && v.State == VisitState.Done)
            .Join(scene.Db.Periods.Where(p => p.To <= until && (!everybody || p.State == PeriodState.Published)), v => v.PeriodId, p => p.Id, (v, p) => v).ToListAsync(stop);
        return [.. visits.OrderByDescending(v => v.VisitedOn).ThenByDescending(v => v.DoneAt)];
    }

    private static async Task<IReadOnlyList<(EvidenceItem, byte[])>> PhotosAsync(PaperScene scene, Measure measure, List<Guid> known, CancellationToken stop)
    {
        var everybody = scene.Request.Audience == Audience.Public;
        var items = await scene.Db.Evidence.AsNoTracking()
            .Where(e => e.MeasureId == measure.Id && e.RemovedAt == null && e.Kind == FileKind.Photo && known.Contains(e.OwnerId) && (!everybody || e.PublishedAt != null)).ToListAsync(stop);
        List<(EvidenceItem, byte[])> photos = [];
        foreach (var item in PaperPhotos.FirstAndNewest(items.Where(item => item.PublishedAt is not null || scene.Actor.MayRead(scene.Plan, item)), MostPhotos))
            if (await PaperPhotos.BytesAsync(scene.Files, item, stop) is { } bytes) photos.Add((item, bytes));
        return photos;
    }
}
