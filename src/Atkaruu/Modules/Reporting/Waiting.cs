using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Reporting;

/// <summary>The queue of a coordinator: returns that have been sent and wait for exactly this person to decide.</summary>
public static class Waiting
{
    public sealed record Item(Guid Id, Guid PeriodId, Guid MeasureId, string Body, IReadOnlyList<Guid> Authors);

    /// <summary>In the order of the plan. One question to the database, or none.</summary>
    public static async Task<IReadOnlyList<Item>> ForAsync(KeptReadings kept, Db db, PlanInForce plan, Actor actor, CancellationToken stop)
    {
        if (!actor.Has(Right.Accept)) return [];
        var sent = await kept.SentAsync(db, stop);
        if (sent.Count == 0) return [];
        var (reach, measures) = (new Reach(actor, plan, Right.Accept), plan.Measures.ToDictionary(m => m.Id));
        return
        [
            .. sent.Where(r => !r.Authors.Contains(actor.PersonId) && measures.TryGetValue(r.MeasureId, out var measure) && reach.Covers(measure, r.Body))
                .OrderBy(r => r.PeriodId).ThenBy(r => measures[r.MeasureId].Ordinal).ThenBy(r => r.Body, StringComparer.Ordinal),
        ];
    }

    /// <summary>The one after this one; the first where this is the last; null where no other waits.</summary>
    public static Item? After(this IReadOnlyList<Item> waiting, Return made, PlanInForce plan)
    {
        var ordinals = plan.Measures.ToDictionary(m => m.Id, m => m.Ordinal);
        var here = (made.PeriodId, ordinals.GetValueOrDefault(made.MeasureId), made.Body);
        var others = waiting.Where(w => w.Id != made.Id).ToList();
        return others.Find(w => (w.PeriodId, ordinals.GetValueOrDefault(w.MeasureId), w.Body).CompareTo(here) > 0) ?? others.FirstOrDefault();
    }
}

/// <summary>The queue of who looks, asked about once in a request.</summary>
public sealed class WaitingForMe(Db db, KeptReadings kept, PlanShelf shelf, Actor actor) : IRailCount
{
    private IReadOnlyList<Waiting.Item>? _items;

    public string Path => "/matrix";

    public async Task<IReadOnlyList<Waiting.Item>> ListAsync(CancellationToken stop) =>
        _items ??= await shelf.CurrentAsync() is { } plan ? await Waiting.ForAsync(kept, db, plan, actor, stop) : [];

    public async Task<int> CountAsync(Actor actor, CancellationToken stop) => (await ListAsync(stop)).Count;
}
