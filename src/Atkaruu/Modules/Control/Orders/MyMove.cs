using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>How many orders wait for this person: to be done, or to be answered. For the rail.</summary>
internal sealed class MyMove(Db db, KeptReadings kept, PlanShelf shelf, TimeProvider clock) : IRailCount
{
    public string Path => "/orders";

    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.Has(Right.Order) && !actor.Has(Right.Report) || await shelf.CurrentAsync() is not { } plan) return 0;
        List<string> bodies = [.. actor.Grants.Where(g => g.Gives(Right.Report)).Select(g => g.Scope.Body ?? "")];
        var (anyBody, gives) = (bodies.Contains(""), actor.Has(Right.Order));
        var waiting = (await kept.OpenOrdersAsync(db, stop)).Where(o => o.StoppedOn == null
            && (o.State is OrderState.Given or OrderState.Accepted && (anyBody || bodies.Contains(o.Body)) || gives && o.State is OrderState.Objected or OrderState.Done));
        return plan.Lines(actor, waiting, clock.Today()).Count(line => line.IsMoveOf(actor, plan));
    }
}
