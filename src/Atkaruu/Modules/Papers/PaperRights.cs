using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Papers;

/// <summary>
/// Who may have a paper, and may fetch one that somebody else had made: the one place where it is decided. What is made from
/// published data is everybody's. What knows more is for whoever may read all of what it is about.
/// </summary>
public static class PaperRights
{
    public static bool MayHave(this Actor actor, PlanInForce plan, PaperKind kind, PaperRequest request) =>
        request.Audience == Audience.Public ? kind.IsPublic
        : actor == Actor.System || kind.About == PaperAbout.Meeting ? actor.MayRead(Subjects.Everything) || actor.May(Right.Order, Subjects.Everything)
        : Of(plan, request.Subject) is { } subject && (actor.MayRead(subject) || !kind.IsPublic && actor.May(Right.Order, subject));

    /// <summary>Whether there is anything beyond what is published that this person may have on paper.</summary>
    public static bool MayHaveUnpublished(this Actor actor) => actor.IsPerson && (actor.Has(Right.Read) || actor.Has(Right.Order));

    /// <summary>What it is about, as rights are asked about it. A code that names nothing is nobody's.</summary>
    private static Subject? Of(PlanInForce plan, string? code)
    {
        if (code is null || plan.Editions.Any(e => e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == code)) return Subjects.Everything;
        if (plan.Measure(code) is { } measure) return plan.Subject(measure);
        if (plan.Body(code) is { } body) return new("", [body.Code], [], []);
        if (plan.Place(code) is not { } place) return null;
        return new("", [], [.. plan.Chain(place).Where(p => p.Kind == PlaceKind.Municipality).Select(p => p.Code)], []);
    }

    private static bool MayRead(this Actor actor, Subject subject) => actor.May(Right.Read, subject);
}
