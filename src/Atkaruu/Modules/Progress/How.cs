using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;

namespace Atkaruu.Modules.Progress;

/// <summary>«Кантип эсептелди?» of one measure: its arithmetic line by line, who told what, who accepted it, which act set the target.</summary>
/// <param name="Act">The edition that set what is asked of it.</param>
/// <param name="Told">The returns that count, newest first.</param>
/// <param name="Names">Who entered and who accepted each, for those who work here; empty for everybody else.</param>
public sealed record How(PlanInForce Plan, MeasureProgress Progress, Edition Act, IReadOnlyList<Told> Told, IReadOnlyDictionary<Guid, (string? Entered, string? Accepted)> Names)
{
    public Measure Measure => Progress.Measure;

    /// <summary>For works the weights are points of 100; elsewhere parts are weighed against each other.</summary>
    public IReadOnlyList<Term> Terms => Progress.Reported.Terms;

    public decimal Weights => Terms.Sum(t => t.Weight);
    public decimal Points => Terms.Sum(t => t.Weight * (t.Share ?? 0));

    /// <summary>A part that nobody told of leaves the whole unsaid; only years that are over count it as not done.</summary>
    public bool IsOpen => Progress.Share is null && Terms.Count > 0;

    /// <summary>The formula in words, by what it is judged: phases, steps, numbers, years, periods.</summary>
    public string Formula => Progress.Promise.ByYears ? "years" : Measure.Kind.ToString().ToLowerInvariant();

    /// <summary>No question to the database; the names are told only to those who work here.</summary>
    /// <param name="published">The published returns of the measure.</param>
    public static How Of(ProgrammeProgress all, Measure measure, IEnumerable<PublishedReturn> published, Actor actor, Edition? act = null)
    {
        var told = all.FactsOf(measure).ToldAt(all.View).Reverse().ToList();
        return new(all.Plan, all.Of(measure), act ?? all.Plan.Edition, told, actor.May(Right.Read, all.Plan.Subject(measure)) ? published.ToDictionary(p => p.Return.Id, p => p.Names) : new Dictionary<Guid, (string?, string?)>());
    }

    /// <summary>What a line of the arithmetic is about.</summary>
    public string NameOf(Term term, PageText text)
    {
        var words = term switch
        {
            { Year: { } year, Indicator: null } => text.Say("how.year", year),
            { Indicator: { } id } when Progress.Promise.Indicators.FirstOrDefault(i => i.Id == id) is { } indicator =>
                term.Year is { } year ? text.Say("how.year-of", year, indicator.Name.In(text.Language)) : indicator.Name.In(text.Language),
            { Body: { } body } => Plan.Body(body)?.ShortName.In(text.Language) ?? body,
            { Period: { } period } => text.SpanName(period),
            { Phase: { } phase } => text.Say("return.phase." + phase.ToString().ToLowerInvariant()),
            _ => "",
        };
        return words;
    }

    /// <summary>How its share came about: (actual − baseline) ÷ (target − baseline), a step, a phase, told or not.</summary>
    public string? WhyOf(Term term, PageText text) => term switch
    {
        { Indicator: { } id } when Progress.Promise.Indicators.FirstOrDefault(i => i.Id == id) is { } indicator => OfIndicator(term, indicator, text),
        { Body: not null, Phase: { } phase } => text.Say("how.phase", text.Say("return.phase." + phase.ToString().ToLowerInvariant()), term.Actual ?? 0),
        { Step: { } step } => text.Say("return.step." + step.ToString().ToLowerInvariant()),
        { Share: null } => text.Say("how.untold"),
        { Period: not null } => text.Say(term.Share == 1 ? "how.evidenced" : "how.not-evidenced"),
        { Year: not null } => text.Say(term.Share == 1 ? "how.closed" : "how.not-closed"),
        _ => null,
    };

    private static string OfIndicator(Term term, Indicator indicator, PageText text)
    {
        string Of(decimal? value) => value is { } known ? text.Quantity(known, indicator.Unit, indicator.Decimals) : text.Say("measure.unknown");
        if (term.Actual is null) return text.Say("how.untold");
        if (term.Baseline is null or 0) return text.Say("how.of-target", Of(term.Actual), Of(term.Target));
        return text.Say("how.from-baseline", Of(term.Actual), Of(term.Baseline), Of(term.Target));
    }
}
