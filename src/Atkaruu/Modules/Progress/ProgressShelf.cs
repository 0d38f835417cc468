using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Progress;

/// <summary>
/// Keeps the progress of the plan in force at hand. What happened since is learnt from the log: a return that was accepted
/// touches its measure, and only that is read and computed again. Nothing computed is ever stored, so nothing can be out of date
/// or put there by hand.
/// </summary>
public sealed class ProgressShelf(IServiceScopeFactory scopes, PlanShelf plans, LogHead head, TimeProvider clock) : IDisposable
{
    /// <summary>Rows of the log after which reading everything is cheaper than asking what each was about.</summary>
    private const int MostNews = 2000;

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known? _known;

    /// <param name="Seq">Nothing in the log until this row changes it.</param>
    private sealed record Known(ProgrammeProgress Progress, long Seq);

    /// <summary>As those who work here know it, this moment; null before the first plan.</summary>
    public async Task<ProgrammeProgress?> CurrentAsync(CancellationToken stop = default)
    {
        if (await plans.CurrentAsync() is not { } plan) return null;
        var seq = (await head.NowAsync(stop)).Seq;
        if (_known is { } known && known.Seq >= seq && IsOf(known.Progress, plan)) return known.Progress;

        await _reading.WaitAsync(stop);
        try
        {
            known = _known;
            if (known is not null && known.Seq >= seq && IsOf(known.Progress, plan)) return known.Progress;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var now = known is not null && IsOf(known.Progress, plan) && await NewsAsync(db, known.Seq, stop) is { } touched
                ? await UpdateAsync(db, known.Progress, touched, stop)
                : await ReadAsync(db, plan, Viewpoint.On(clock.Today(), Audience.Staff), stop);
            _known = new(now, seq);
            return now;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>As <see cref="CurrentAsync"/>, with the row of the log until which nothing changes it.</summary>
    public async Task<(ProgrammeProgress? Progress, long Seq)> KnownAsync(CancellationToken stop = default)
    {
        await CurrentAsync(stop);
        return _known is { } known ? (known.Progress, known.Seq) : (null, 0);
    }

    /// <summary>As everybody knows it, from what was published.</summary>
    public async Task<ProgrammeProgress?> PublicAsync(CancellationToken stop = default) =>
        await CurrentAsync(stop) is { } now ? now.From(now.View with { Audience = Audience.Public }) : null;

    public void Dispose() => _reading.Dispose();

    /// <summary>Everything, from the database.</summary>
    public static async Task<ProgrammeProgress> ReadAsync(Db db, PlanInForce plan, Viewpoint view, CancellationToken stop = default)
    {
        var periods = await FactsReading.PeriodsAsync(db, plan.Programme.Id, stop);
        return ProgrammeProgress.Of(plan, periods, await FactsReading.ReadAsync(db, [.. plan.Measures.Select(m => m.Id)], periods, stop), view);
    }

    /// <summary>What the plan in force shows everybody.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Reported>> ReportedAsync(Db db, PlanInForce plan, DateOnly today) =>
        (await ReadAsync(db, plan, Viewpoint.On(today, Audience.Public))).Stand();

    private bool IsOf(ProgrammeProgress now, PlanInForce plan) => ReferenceEquals(now.Plan, plan) && now.View.KnownBy == clock.Today();

    private static async Task<ProgrammeProgress> UpdateAsync(Db db, ProgrammeProgress now, IReadOnlyCollection<Guid> touched, CancellationToken stop)
    {
        Guid[] ours = [.. now.Plan.Measures.Select(m => m.Id).Where(touched.Contains)];
        return ours.Length == 0 ? now : now.With(await FactsReading.ReadAsync(db, ours, now.Periods, stop));
    }

    /// <summary>The measures that the rows since then are about; null when everything is to be read again (a period moved, too much happened).</summary>
    private static async Task<IReadOnlyCollection<Guid>?> NewsAsync(Db db, long since, CancellationToken stop)
    {
        var rows = await db.Log.AsNoTracking().Where(row => row.Seq > since).OrderBy(row => row.Seq).Take(MostNews).Select(row => new { row.What, row.To }).ToListAsync(stop);
        if (rows.Count == MostNews || rows.Exists(row => row.What.StartsWith("period.", StringComparison.Ordinal))) return null;

        HashSet<Guid> touched = [];
        Guid[] About(string kind) => [.. rows.Where(row => row.What.StartsWith(kind, StringComparison.Ordinal)).Select(row => row.To).Distinct()];
        async Task AddAsync(string kind, Func<Guid[], IQueryable<Guid>> measures)
        {
            if (About(kind) is { Length: > 0 } ids) touched.UnionWith(await measures(ids).Distinct().ToListAsync(stop));
        }
        await AddAsync("return.", ids => db.Returns.Where(r => ids.Contains(r.Id)).Select(r => r.MeasureId));
        await AddAsync("visit.", ids => db.Visits.Where(v => ids.Contains(v.Id)).Select(v => v.MeasureId));
        await AddAsync("evidence.", ids => db.Evidence.Where(e => ids.Contains(e.Id)).Select(e => e.MeasureId));
        touched.UnionWith(About("confidence."));
        return touched;
    }
}
