using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>A line of a report in the words of one language, cell by cell.</summary>
internal sealed class LineWords(PlanInForce plan, PageText text)
{
    /// <summary>So much of one body's words stands in a cell; the whole stands on the measure's page.</summary>
    private const int MostWords = 600;

    /// <summary>The document's own words, marked as Kyrgyz on another paper.</summary>
    public Prose Original(string kyrgyz) => kyrgyz.Length == 0 ? Prose.Empty : new Run(kyrgyz) { Language = "ky" };

    /// <summary>Our words of a thing in the language of the paper, or the Kyrgyz ones where nobody has translated them.</summary>
    public Run Words(Words words, RunLook look = RunLook.Plain) => new(words.In(text.Language), look) { Language = words.LanguageIn(text.Language) };

    /// <summary>What was done, body by body; why nothing is told where nothing is.</summary>
    public IReadOnlyList<Prose> Done(MeasureLine line)
    {
        if (line.Told.Count == 0) return [new Run(Untold(line.Progress), RunLook.Quiet)];
        var several = line.Told.Count > 1;
        return [.. line.Told.Select(told => DoneBy(told, several, line)).Where(prose => !prose.IsEmpty)];
    }

    private Prose DoneBy(ToldWords told, bool several, MeasureLine line)
    {
        var words = told.Return.Words;
        List<Run> runs = [];
        if (several)
        {
            var period = line.Told.Select(t => t.Period).Distinct().Count() > 1 ? $" ({text.SpanName(told.Period)})" : "";
            runs.Add(new((told.Body?.ShortName.In(text.Language) ?? told.Return.Body) + period + ": ", RunLook.Bold));
        }
        if (words.NoPart) runs.Add(new(text.Say("paper.line.no-part"), RunLook.Quiet));
        else if (words.NoChange) runs.AddRange([new(text.Say("paper.line.no-change") + " "), new(Cut(words.NoChangeReason)) { Language = "ky" }]);
        else if (words.Done.Length > 0) runs.Add(new(Cut(words.Done)) { Language = "ky" });
        return new(runs);
    }

    /// <summary>Why there is nothing: not due yet, not collected, suspended. Never «0 %».</summary>
    private string Untold(MeasureProgress progress) => progress.State switch
    {
        "wait" => text.Say("paper.line.not-due"),
        "pause" or "gone" => text.Say(progress.Reason),
        _ when progress.IsDone => text.Say("paper.line.done-before"),
        _ => text.Say("paper.line.untold"),
    };

    /// <summary>Each indicator: what it came to, of what is to be reached; the phase or step of what has no number.</summary>
    public IReadOnlyList<Prose> Values(MeasureLine line)
    {
        List<Prose> all = [.. line.Values.Select(value => Value(value, named: line.Values.Count > 1))];
        if (Stage(line) is { } stage) all.Insert(0, stage);
        return all;
    }

    private Prose Value(ValueLine value, bool named)
    {
        string Of(decimal? number) => number is { } known ? text.Quantity(known, value.Indicator.Unit, value.Indicator.Decimals) : "–";
        var name = named ? value.Indicator.Name.In(text.Language) + ": " : "";
        var target = value.Target is null ? null : value.Year is { } year ? text.Say("paper.line.of-year", Of(value.Target), year) : text.Say("paper.line.of", Of(value.Target));
        return Prose.Of(new(name), new(value.Actual is null ? text.Say("paper.line.no-value") : Of(value.Actual), value.Actual is null ? RunLook.Quiet : RunLook.Bold), new(target is null ? "" : " " + target));
    }

    private string? Stage(MeasureLine line) => line.Leads.Select(t => t.Return.Words).LastOrDefault(w => w.Phase is not null || w.Step is not null) switch
    {
        { Phase: { } phase, PhysicalPercent: { } percent } => text.Say("paper.line.phase", text.Say("return.phase." + phase.ToString().ToLowerInvariant()), percent),
        { Phase: { } phase } => text.Say("return.phase." + phase.ToString().ToLowerInvariant()),
        { Step: { } step } => text.Say("return.step." + step.ToString().ToLowerInvariant()),
        _ => null,
    };

    /// <summary>Reported and verified, apart.</summary>
    public Cell Share(MeasureLine line)
    {
        var p = line.Progress;
        if (p.Share is null && p.Verified is null) return new("–") { Align = CellAlign.Right };
        List<Prose> said = [Prose.Bold(text.Percent(p.Share))];
        if (p.Promise.ByYears && p.Pace is { } pace) said.Add(new Run(text.Say("paper.line.this-year", p.View.Until.Year, text.Percent(pace)), RunLook.Quiet));
        said.Add(p.Verified is { } seen ? text.Say("paper.line.verified", text.Percent(seen)) : new Run(text.Say("paper.line.unverified"), RunLook.Quiet));
        return new(said) { Align = CellAlign.Right, Value = p.Share, Look = ValueLook.Percent };
    }

    /// <summary>The state by its shape and word, and why.</summary>
    public IReadOnlyList<Prose> State(MeasureLine line) =>
        [new Run(text.Say("status." + line.Progress.State), RunLook.Bold) { State = line.Progress.State }, new Run(text.Say(line.Progress.Reason), RunLook.Quiet)];

    public IReadOnlyList<Prose> Money(MeasureLine line)
    {
        var whole = line.Money.Whole;
        if (line.Money.IsNothing) return [new Run(text.Say("paper.line.no-money"), RunLook.Quiet)];
        return [text.Say("paper.line.planned", Sum(whole.Planned)), text.Say("paper.line.paid", Sum(whole.Paid))];
    }

    /// <summary>In som, and beside it what has no rate.</summary>
    public string Sum(Total total)
    {
        IEnumerable<string> sums = total.WithoutRate.Select(cash => text.Sum(cash.Sum, cash.Currency));
        if (total.Som != 0) sums = sums.Prepend(text.Sum(total.Som));
        return string.Join(" + ", sums.DefaultIfEmpty("–"));
    }

    /// <summary>Problems and needs in the executors' words, then their next step.</summary>
    public IReadOnlyList<Prose> Next(MeasureLine line)
    {
        List<Prose> all = [];
        foreach (var words in line.Told.Select(told => told.Return.Words))
        {
            Add("paper.line.problem", words.Problems);
            Add("paper.line.need", words.NeedsFrom.Length > 0 && words.Needs.Length > 0 ? $"{words.Needs} ({words.NeedsFrom})" : words.Needs);
            Add("paper.line.step", words.NextStep);
        }
        return all;

        void Add(string label, string said)
        {
            if (said.Length > 0) all.Add(Prose.Of(new(text.Say(label) + " ", RunLook.Quiet), new(Cut(said)) { Language = "ky" }));
        }
    }

    /// <summary>Whose move it is, in words; empty where it is nobody's.</summary>
    public string MoveOf(MeasureProgress progress) => progress.Move switch
    {
        null => "",
        { Body: { } code } => plan.Body(code)?.ShortName.In(text.Language) ?? code,
        _ => text.Say("people.role.coordinator"),
    };

    private static string Cut(string words) => words.Length <= MostWords ? words : words[..words.LastIndexOf(' ', MostWords)] + " …";
}
