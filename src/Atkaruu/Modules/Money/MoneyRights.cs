using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Money;

/// <summary>Who may write down what about money.</summary>
internal static class MoneyRights
{
    /// <summary>Lines, contracts and payments of a measure: the coordinator, and whoever leads it (each member, where a group leads).</summary>
    public static bool MayRecordMoney(this Actor actor, PlanInForce plan, Measure measure)
    {
        if (!actor.IsPerson) return false;
        var lead = plan.Lead(measure);
        return actor.May(Right.Record, plan.Subject(measure) with { Bodies = lead is null ? [] : [lead.Code, .. lead.Members] });
    }

    /// <summary>Imports, rates and numbers of inhabitants are about everything, so the right must reach everything.</summary>
    public static bool MayRunMoney(this Actor actor) => actor.IsPerson && actor.Grants.Any(grant => grant.Gives(Right.Accept) && grant.Scope == Scope.Everything);
}
