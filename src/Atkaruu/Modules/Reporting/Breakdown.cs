using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Reporting;

/// <summary>By what a number is taken apart in one body's return, and into what.</summary>
public static class Breakdown
{
    /// <summary>
    /// Each dimension that the passport asks for, with its categories. The municipalities are those of the measure, or all of
    /// the district; a village government is not asked for its own number by municipality.
    /// </summary>
    public static IEnumerable<(string Dimension, IReadOnlyList<string> Categories)> Of(PlanInForce plan, Duty duty, Indicator indicator)
    {
        foreach (var dimension in indicator.Passport.Dimensions)
        {
            if (dimension == Dimensions.Municipality && duty.Body.Place is not null) continue;
            var own = dimension == Dimensions.Municipality ? plan.Municipalities(duty.Measure).Select(p => p.Code).ToList() : [];
            var categories = Dimensions.Categories(dimension, own.Count > 0 ? own : plan.AllMunicipalities.Select(p => p.Code));
            if (categories.Count > 0) yield return (dimension, categories);
        }
    }

    /// <summary>The number, where one dimension is told in full; null for a percentage, whose parts add up to nothing.</summary>
    public static decimal? Total(PlanInForce plan, Duty duty, Indicator indicator, IReadOnlyList<ValuePart> parts)
    {
        if (indicator.IsPercent) return null;
        foreach (var (dimension, categories) in Of(plan, duty, indicator))
            if (categories.All(category => parts.Any(p => p.Dimension == dimension && p.Category == category))) return parts.Where(p => p.Dimension == dimension).Sum(p => p.Value);
        return null;
    }

    /// <summary>«sex.female», as its field is named.</summary>
    public static string Field(ValuePart part) => $"{part.Dimension}.{part.Category}";

    /// <summary>«аялдар», «Дароот-Коргон айыл аймагы».</summary>
    public static IHtmlContent Name(PageText text, PlanInForce plan, string category) =>
        plan.Place(category) is { } place ? text.Words(place.Name) : text["category." + category];

    /// <summary>What was told, dimension by dimension: «аялдар 12; эркектер 15».</summary>
    public static IEnumerable<(IHtmlContent Dimension, IHtmlContent Parts)> Told(PageText text, PlanInForce plan, Observation? value) =>
        (value?.Parts ?? []).GroupBy(p => p.Dimension).Select(parts =>
        {
            var line = new HtmlContentBuilder();
            foreach (var (at, part) in parts.Index())
                line.Append(at == 0 ? "" : "; ").AppendHtml(Name(text, plan, part.Category)).Append("\u00a0" + part.Value.ToString("#,0.####", text.Culture));
            return (text["dimension." + parts.Key], (IHtmlContent)line);
        });
}

/// <summary>A value that is shown with its parts.</summary>
public sealed record ToldParts(PlanInForce Plan, Observation? Value);
