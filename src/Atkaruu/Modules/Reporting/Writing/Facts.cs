using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>One line of what a return says: «Этап: Курулуш».</summary>
public sealed record Fact(IHtmlContent Label, IHtmlContent Text, bool Whole = false);

/// <summary>What a return says, in the words of a reader.</summary>
public static class Facts
{
    /// <summary>How far it has got: phase, share, step, values.</summary>
    public static IEnumerable<Fact> Progress(PageText text, IReadOnlyList<Indicator> indicators, ReturnWords words, IReadOnlyList<Observation> values)
    {
        if (words.Phase is { } phase) yield return new(text["write.phase"], text[Key(phase)]);
        if (words.PhysicalPercent is { } percent) yield return new(text["write.percent.short"], text["unit.percent", percent]);
        if (words.Step is { } step) yield return new(text["write.step"], text[Key(step)]);
        foreach (var indicator in indicators)
            if (values.FirstOrDefault(v => v.IndicatorId == indicator.Id) is { } value) yield return new(text.Words(indicator.Name), Value(text, indicator, value));
    }

    /// <summary>Everything written in it.</summary>
    public static IEnumerable<Fact> All(PageText text, PlanInForce plan, IReadOnlyList<Indicator> indicators, ReturnWords words, IReadOnlyList<Observation> values)
    {
        if (words.NoPart) yield return new(text["write.part"], text["write.nopart"], Whole: true);
        if (words.NoChange) yield return new(text["write.same"], Plain(words.NoChangeReason), Whole: true);
        foreach (var fact in Progress(text, indicators, words, values)) yield return fact;
        foreach (var value in values)
            if (indicators.FirstOrDefault(i => i.Id == value.IndicatorId) is { } whole)
                foreach (var (dimension, parts) in Breakdown.Told(text, plan, value)) yield return new(new HtmlContentBuilder().AppendHtml(text.Words(whole.Name)).Append(", ").AppendHtml(dimension), parts, Whole: true);
        foreach (var value in values.Where(v => v.Explanation is { Length: > 0 }))
            if (indicators.FirstOrDefault(i => i.Id == value.IndicatorId) is { } indicator) yield return new(text["write.explanation.of", text.Words(indicator.Name)], Plain(value.Explanation!), Whole: true);
        (string Key, string Said)[] said =
        [
            ("write.explanation", words.Explanation), ("write.done", words.Done), ("write.problems", words.Problems), ("write.needs", words.Needs),
            ("write.needs-from", words.NeedsFrom), ("write.next", words.NextStep),
        ];
        foreach (var (key, what) in said)
            if (what.Length > 0) yield return new(text[key], Plain(what), Whole: true);
    }

    public static IHtmlContent Value(PageText text, Indicator indicator, Observation value) => value switch
    {
        { NoData: { } none } => text["write.nodata.is", text.Say(Key(none))],
        { Numerator: { } n, Denominator: { } d, Number: { } share } => text["write.share", text.Quantity(share, indicator.Unit, Math.Max(1, indicator.Decimals)), n, d],
        { Value: { } number } => Plain(text.Quantity(number, indicator.Unit, indicator.Decimals)),
        _ => text["write.nodata"],
    };

    public static string Key(WorksPhase phase) => "write.phase." + phase.ToString().ToLowerInvariant();
    public static string Key(ActionStep step) => "write.step." + step.ToString().ToLowerInvariant();
    public static string Key(NoData none) => "write.nodata." + none.ToString().ToLowerInvariant();

    /// <summary>The unit alone: «км», «%».</summary>
    public static string Unit(PageText text, Indicator indicator) => text.Quantity(0, indicator.Unit).TrimStart('0').Trim();

    private static HtmlString Plain(string text) => new(PageText.Encoder.Encode(text));
}
