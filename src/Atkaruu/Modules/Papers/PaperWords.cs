using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers;

/// <summary>How papers are called on pages.</summary>
public static class PaperWords
{
    /// <summary>«Иш-чаранын паспорту».</summary>
    public static Message Kind(string code) => Texts.All.Has("paper.kind." + code) ? new("paper.kind." + code) : new("paper.kind.unknown", code);

    /// <summary>What it is for; null where nobody has written it.</summary>
    public static Message? What(string code) => Texts.All.Has("paper.what." + code) ? new("paper.what." + code) : null;

    public static Message Period(string? code) => Span.Parse(code) is { } span ? PageText.NameOf(span) : new("paper.no-period");

    /// <summary>Key of what is being done with it.</summary>
    public static string Step(Paper paper) => "paper.step." + paper.Step.ToString().ToLowerInvariant();

    /// <summary>Which paper it is: kind, about what, for which period.</summary>
    public static Message NameOf(PlanInForce plan, Paper paper) => (paper.Subject, paper.Period) switch
    {
        (null, null) => Kind(paper.Kind),
        (null, _) => new("paper.name.of", Kind(paper.Kind), Period(paper.Period)),
        (_, null) => new("paper.name.of", Kind(paper.Kind), Subject(plan, paper.Subject)),
        _ => new("paper.name.of-two", Kind(paper.Kind), Subject(plan, paper.Subject), Period(paper.Period)),
    };

    /// <summary>The name of what a code means; the code itself where the plan does not know it any more.</summary>
    public static object Subject(PlanInForce plan, string code) =>
        plan.Measure(code) is { } measure ? measure.ShortName
        : plan.Body(code) is { } body ? body.ShortName
        : plan.Place(code) is { } place ? place.Name
        : Guid.TryParse(code, out _) ? new Message("paper.about.this-meeting")
        : plan.Editions.Any(e => e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == code) ? new Message("paper.about.edition-n", code)
        : code;
}
