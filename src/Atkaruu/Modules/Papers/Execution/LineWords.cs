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

    /// <summary>What was done, body by body; why those who lead it say nothing where they do not.</summary>
    public IReadOnlyList<Prose> Done(MeasureLine line)
    {
        List<ToldWords> told = [.. line.Told.Where(t => !t.Return.Words.NoPart)];
        var named = told.Count > 1 || line.NoWord is not null;
        List<Prose> all = [.. told.Select(t => DoneBy(t, named, line)).OfType<Prose>()];
        if (line.NoWord is { } nothing) all.Insert(0, new Run(Nothing(line, nothing), RunLook.Quiet));
        return all;
    }

    /// <summary>Why there is no word of those who lead it, and for which period there was one last.</summary>
    private string Nothing(MeasureLine line, NoWord nothing) => nothing.Reason is Untold.NotApplicable || line.Progress.LastTold is not { } last ? text.Say(nothing.Words)
        : text.Say(nothing.Words) + " " + text.Say("paper.untold.last", last);

    /// <summary>Null where there is nothing to say in words.</summary>
    private Prose? DoneBy(ToldWords told, bool named, MeasureLine line)
    {
        var words = told.Return.Words;
        List<Run> runs = words switch
        {
            { NoChange: true } => [new(text.Say("paper.line.no-change") + " "), Runs.Original(Runs.Cut(words.NoChangeReason, MostWords))],
            { Done.Length: > 0 } => [Runs.Original(Runs.Cut(words.Done, MostWords))],
            _ => [],
        };
        if (runs.Count == 0) return null;
        if (Who(told, named, line) is { Length: > 0 } who) runs.Insert(0, new(who + ": ", RunLook.Bold));
        return new(runs);
    }

    private string Who(ToldWords told, bool named, MeasureLine line)
    {
        var period = line.Told.Any(t => t.Period != told.Period) ? text.Say(told.Period.ShortName()) : "";
        var body = named ? told.Body?.ShortName.In(text.Language) ?? told.Return.Body : "";
        return body.Length > 0 && period.Length > 0 ? $"{body} ({period})" : body + period;
    }

    /// <summary>The phase or step of what is judged by it, then each indicator: what it came to, of what is to be reached.</summary>
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
        var target = value.Target is null ? "" : " " + (value.Year is { } year ? text.Say("paper.line.of-year", Of(value.Target), year) : text.Say("paper.line.of", Of(value.Target)));
        return Prose.Of(new(name), value.Actual is null ? new(text.Say("paper.line.no-value"), RunLook.Quiet) : new(Of(value.Actual), RunLook.Bold), new(target));
    }

    private string? Stage(MeasureLine line) => line.Leads.Select(t => t.Return.Words).LastOrDefault(w => w.Phase is not null || w.Step is not null) switch
    {
        { Phase: { } phase, PhysicalPercent: { } percent } => text.Say("paper.line.phase", text.Say("return.phase." + phase.ToString().ToLowerInvariant()), percent),
        { Phase: { } phase } => text.Say("return.phase." + phase.ToString().ToLowerInvariant()),
        { Step: { } step } => text.Say("return.step." + step.ToString().ToLowerInvariant()),
        _ => null,
    };

    /// <summary>Reported and verified, apart; a dash where nobody told or looked.</summary>
    public Cell Share(MeasureLine line)
    {
        var p = line.Progress;
        if (p.Share is null && p.Verified is null && p.Pace is null) return new("–") { Align = CellAlign.Right };
        List<Prose> said = [Prose.Bold(text.Percent(p.Share))];
        if (p.Promise.ByYears && p.Pace is { } pace) said.Add(text.Say("paper.line.this-year", p.View.Until.Year, text.Percent(pace)));
        said.Add(new Run(text.Say("paper.line.verified", text.Percent(p.Verified)), RunLook.Quiet));
        return new(said) { Align = CellAlign.Right, Value = p.Share, Look = ValueLook.Percent };
    }

    /// <summary>The state by its shape and word, and why.</summary>
    public IReadOnlyList<Prose> State(MeasureLine line) => [StateWord(line.Progress), new Run(Why(line.Progress), RunLook.Quiet)];

    /// <summary>The reason, as short as a narrow column wants it: what was reported stands beside it.</summary>
    private string Why(MeasureProgress progress) => progress switch
    {
        { State: "track" or "risk", Pace: not null, Expected: { } expected } => text.Say("paper.line.expected", text.Percent(expected)),
        { State: "done", DoneOn: { } done } => text.Say("paper.line.done-by", done),
        _ => text.Say(progress.Reason),
    };

    public Prose StateWord(MeasureProgress progress) => new Run(text.Say("status." + progress.State), RunLook.Bold) { State = progress.State };

    public IReadOnlyList<Prose> Money(MeasureLine line)
    {
        var whole = line.Money.Whole;
        if (line.Money.IsNothing) return [new Run(text.Say("paper.line.no-money"), RunLook.Quiet)];
        return [text.Say("paper.line.planned", Of(whole.Planned)), text.Say("paper.line.paid", Of(whole.Paid))];

        string Of(Total total) => total.IsNothing ? "–" : text.Total(total);
    }

    /// <summary>Why it goes as it goes, and what next, in the executors' words.</summary>
    public IReadOnlyList<Prose> Next(MeasureLine line) => [.. Problems(line), .. Steps(line)];

    /// <summary>Problems and needs; each said once, however many say it.</summary>
    public IEnumerable<Prose> Problems(MeasureLine line) =>
        line.Told.Select(told => told.Return.Words).SelectMany(words => new[] { Labelled("paper.line.problem", words.Problems), Labelled("paper.line.need", Need(words)) }).OfType<Prose>().DistinctBy(said => said.Plain);

    public IEnumerable<Prose> Steps(MeasureLine line) => line.Told.Select(told => Labelled("paper.line.step", told.Return.Words.NextStep)).OfType<Prose>().DistinctBy(said => said.Plain);

    private static string Need(ReturnWords words) => words.Needs.Length > 0 && words.NeedsFrom.Length > 0 ? $"{words.Needs.TrimEnd('.')} ({words.NeedsFrom})" : words.Needs;

    private Prose? Labelled(string label, string said) => said.Length == 0 ? null : Prose.Of(new(text.Say(label) + " ", RunLook.Quiet), Runs.Original(Runs.Cut(said, MostWords)));

    /// <summary>Whose move it is, in words; empty where it is nobody's.</summary>
    public string MoveOf(MeasureProgress progress) => progress.Move switch
    {
        null => "",
        { Body: { } code } => plan.Body(code)?.ShortName.In(text.Language) ?? code,
        _ => text.Say("people.role.coordinator"),
    };

    /// <summary>The deadline: the document's own words in Kyrgyz, what they mean in the other languages.</summary>
    public Run Deadline(Measure measure) => text.Language != "ky" && OfficialWords.Meaning(measure.Schedule) is { } meaning ? new(text.Say(meaning)) : Runs.Original(measure.Schedule.Text);

    /// <summary>Who is to do it: as printed in Kyrgyz, in another language the names of the bodies, the lead first.</summary>
    public Run Responsible(Measure measure) => text.Language == "ky" ? Runs.Original(measure.ResponsibleText)
        : new(string.Join(", ", measure.Bodies.OrderBy(b => b.Role).ThenBy(b => b.Order).Select(b => plan.Body(b.Body)?.ShortName.In(text.Language) ?? b.Body)));
}
