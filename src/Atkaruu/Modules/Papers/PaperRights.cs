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
    public static bool MayHave(this Actor actor, PlanInForce plan, PaperKind kind, PaperRequest request)
    {
        if (request.Audience == Audience.Public) return kind.IsPublic;
        if (actor == Actor.System) return true;
        var subjects = Of(plan, kind, request.Subject);
        return subjects.Count > 0 && (subjects.All(s => actor.May(Right.Read, s)) || !kind.IsPublic && subjects.All(s => actor.May(Right.Order, s)));
    }

    /// <summary>Whether there is anything beyond what is published that this person may have on paper.</summary>
    public static bool MayHaveUnpublished(this Actor actor) => actor.IsPerson && (actor.Has(Right.Read) || actor.Has(Right.Order));

    /// <summary>All that it is about, as rights are asked about it: of a measure, the part of each body. A code that names nothing is nobody's.</summary>
    private static IReadOnlyList<Subject> Of(PlanInForce plan, PaperKind kind, string? code)
    {
        if (code is null || kind.About is PaperAbout.Meeting or PaperAbout.Edition) return [Subjects.Everything];
        if (plan.Measure(code) is { } measure) return [.. plan.Subject(measure).Bodies.Select(body => plan.Subject(measure, body)).DefaultIfEmpty(plan.Subject(measure))];
        if (plan.Body(code) is { } body) return [new("", [body.Code], [], [])];
        return plan.Place(code) is { } place ? [new("", [], [.. plan.Chain(place).Where(p => p.Kind == PlaceKind.Municipality).Select(p => p.Code)], [])] : [];
    }
}
