using Atkaruu.Data;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Activity;

/// <summary>Stands in until the module of what happened is here.</summary>
public sealed record Event(long Seq);

public static class History
{
    public static Task<IReadOnlyList<Event>> OfAsync(Db db, PlanInForce plan, IReadOnlyCollection<Guid> things, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Event>>([]);
}
