using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// Keeps the plan in force at hand. A plan changes a few times in six years and is read on every page, so it is read from
/// the database once and again only when there is a new edition or other news for everybody; other nodes notice within a second.
/// </summary>
public sealed class PlanShelf(IServiceScopeFactory scopes, TimeProvider clock, CheckPlan check, ReadReported reports) : IDisposable
{
    /// <summary>
    /// What changes the public pages without a new edition: kept pages are forgotten after each, so nothing that happens
    /// many times a day belongs here.
    /// </summary>
    internal static readonly string[] News =
    [
        "indicator.baseline", "indicator.described", "indicator.weighed", "confidence.said", "period.published", "return.published", "evidence.removed", "visit.published",
        "works.object-added", "works.object-described", "works.phase-planned", "works.phase-estimated", "works.phase-confirmed", "works.phase-reopened", "works.blocked", "works.unblocked",
        "works.commissioned", "works.checked", "works.contract-signed", "works.contract-described", "works.contract-changed", "works.contract-ended",
        "money.planned", "money.plan-changed", "money.plan-struck", "money.committed", "money.commitment-changed", "money.commitment-cancelled", "money.paid", "money.payment-struck",
        "money.import-taken", "money.import-undone", "money.rate-set", "money.rate-struck", "money.inhabitants-set", "money.inhabitants-struck",
    ];

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Shelved? _shelved;

    /// <param name="Day">The day in Bishkek of its findings: tomorrow other deadlines will be over.</param>
    /// <param name="News">Number of the last row of the log that is news for everybody; 0 before the first.</param>
    private sealed record Shelved(PlanInForce? Plan, Guid? Edition, long News, DateOnly Day, long LookedAt);

    /// <summary>The plan in force, or null when none has been adopted yet.</summary>
    public ValueTask<PlanInForce?> CurrentAsync() =>
        _shelved is { } shelved && clock.GetElapsedTime(shelved.LookedAt) < LookAgain ? new(shelved.Plan) : new(LookAsync());

    /// <summary>As of this very moment, for what must not be a second old, with the number of the last row of the log that is news for everybody.</summary>
    public async Task<(PlanInForce? Plan, long News)> FreshAsync()
    {
        await LookAsync(now: true);
        return _shelved is { } shelved ? (shelved.Plan, shelved.News) : (null, 0);
    }

    /// <summary>Forget what is at hand: an edition has just been adopted.</summary>
    public void Forget() => _shelved = null;

    public void Dispose() => _reading.Dispose();

    private async Task<PlanInForce?> LookAsync(bool now = false)
    {
        await _reading.WaitAsync();
        try
        {
            var shelved = _shelved;
            if (!now && shelved is not null && clock.GetElapsedTime(shelved.LookedAt) < LookAgain) return shelved.Plan;

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var (newest, news, today) = (await NewestEditionAsync(db), await LastNewsAsync(db), clock.Today());
            var same = shelved is not null && shelved.Edition == newest && shelved.Day == today;
            var plan = same && shelved!.News == news ? shelved.Plan
                : newest is null ? null
                : same ? (await ReadAsync(db, newest.Value)).With(shelved!.Plan!.Findings) // the words are the same, and so is what is wrong with them
                : await ReadAndCheckAsync(db, newest.Value);
            if (plan is not null && !(same && shelved!.News == news)) plan = plan.With(await reports(db, plan));
            _shelved = new(plan, newest, news, today, clock.GetTimestamp());
            return plan;
        }
        finally
        {
            _reading.Release();
        }
    }

    internal async Task<PlanInForce> ReadAndCheckAsync(Db db, Guid edition)
    {
        var plan = await ReadAsync(db, edition);
        return plan.With(check(plan.ToFile(), plan.Bodies, plan.Places));
    }

    internal static async Task<long> LastNewsAsync(Db db) =>
        await db.Log.Where(row => News.Contains(row.What)).MaxAsync(row => (long?)row.Seq) ?? 0;

    /// <summary>The edition in force; null before the first.</summary>
    internal static Task<Guid?> NewestEditionAsync(Db db) =>
        db.Editions.OrderByDescending(e => e.AdoptedAt).ThenByDescending(e => e.Number).Select(e => (Guid?)e.Id).FirstOrDefaultAsync();

    /// <summary>Reads the programme that an edition belongs to, without findings.</summary>
    internal static async Task<PlanInForce> ReadAsync(Db db, Guid edition)
    {
        var programmeId = await db.Editions.Where(e => e.Id == edition).Select(e => e.ProgrammeId).SingleAsync();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programmeId);
        var editions = await db.Editions.AsNoTracking().Where(e => e.ProgrammeId == programmeId).OrderBy(e => e.Number).ToListAsync();
        var sections = await db.Sections.AsNoTracking().Where(s => s.ProgrammeId == programmeId && s.Ordinal > 0).OrderBy(s => s.Ordinal).ToListAsync();
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.ProgrammeId == programmeId && t.Ordinal > 0).OrderBy(t => t.Ordinal).ToListAsync();
        var measures = await db.Measures.AsNoTracking().Where(m => m.ProgrammeId == programmeId)
            .Include(m => m.Bodies.OrderBy(b => b.Order)).Include(m => m.Places.OrderBy(p => p.Order)).AsSplitQuery()
            .OrderBy(m => m.Ordinal).ThenBy(m => m.Code).ToListAsync();
        var indicators = await db.Indicators.AsNoTracking().Where(i => i.Ordinal > 0 && db.Measures.Any(m => m.Id == i.MeasureId && m.ProgrammeId == programmeId)).ToListAsync();
        var bodies = await db.Bodies.AsNoTracking().ToListAsync();
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync();
        var head = await db.Log.OrderByDescending(row => row.Seq).Select(row => row.Hash).FirstOrDefaultAsync() ?? LogEntry.Beginning;

        var season = await db.Settings.Where(s => s.Name == BuildingSeason.Setting).Select(s => s.Value).FirstOrDefaultAsync();

        var wordings = await db.Wordings.AsNoTracking().Where(w => db.Editions.Any(e => e.Id == w.EditionId && e.ProgrammeId == programmeId)).ToListAsync();

        return new(programme, editions, sections, tasks, measures, indicators, bodies, places, [], head) { Season = BuildingSeason.Parse(season), Wordings = wordings.ToLookup(w => w.MeasureId) };
    }
}
