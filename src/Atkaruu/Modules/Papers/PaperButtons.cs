using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Papers;

/// <summary>«Word · PDF · Excel» beside what a paper is about: the partial <c>/Modules/Papers/_PaperButtons.cshtml</c>.</summary>
/// <param name="Kind">Shown only where there is such a kind, and the reader may have it.</param>
/// <param name="Period">For a kind that has one: the last published one unless said.</param>
/// <param name="Staff">From what is accepted, for who may read it; from what is published for everybody else.</param>
public sealed record PaperButtons(string Kind, Span? Period = null, string? About = null, bool Staff = false)
{
    public sealed record Link(PaperKind Kind, string Query);

    /// <summary>Null where there is nothing to be had.</summary>
    public Link? LinkOf(PaperKinds kinds, PlanInForce plan, Actor actor, string language)
    {
        if (kinds.Find(Kind) is not { } kind) return null;
        var period = kind.HasPeriod ? Period ?? LastPublished(plan) : null;
        if (kind.HasPeriod && period is null) return null;
        var request = new PaperRequest(Kind, [language == "ru" ? "ru" : "ky"], period, About, Staff || !kind.IsPublic ? Audience.Staff : Audience.Public);
        if (!actor.MayHave(plan, kind, request)) request = request with { Audience = Audience.Public };
        if (!actor.MayHave(plan, kind, request)) return null;
        List<KeyValuePair<string, string?>> query = [new("lang", request.Languages[0])];
        if (period is { } span) query.Add(new("period", span.Code));
        if (About is not null) query.Add(new("about", About));
        if (request.Audience == Audience.Staff) query.Add(new("audience", "staff"));
        return new(kind, QueryString.Create(query).ToUriComponent());
    }

    /// <summary>The last period of which something has been published; null before the first.</summary>
    public static Span? LastPublished(PlanInForce plan) => plan.Reports.Values.Select(r => r.Last).OfType<Span>().Cast<Span?>().MaxBy(span => span!.Value.To);
}
