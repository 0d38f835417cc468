using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using MeasureLine = Atkaruu.Modules.Papers.Execution.MeasureLine;

namespace Atkaruu.Modules.Papers.PeriodSheets;

/// <summary>The measures of a sheet: what was sent, what it came to, how it stands, what is expected next.</summary>
internal sealed class SheetTable(PaperScene scene, PageText text)
{
    private readonly LineWords _words = new(scene.Plan, text);
    private readonly NextStep _next = new(scene.Period!.Value.Next(), text);

    /// <param name="own">Whose returns are told of.</param>
    /// <param name="said">What was done stands in words: on a sheet of what the body itself does.</param>
    public IEnumerable<Block> Of(IReadOnlyList<MeasureLine> lines, HashSet<string> own, string heading, bool said)
    {
        if (lines.Count == 0) yield break;
        yield return new Table(
            [
                new("№", 7) { Name = "number" }, new(text.Say("paper.sheet.measure"), 46) { Name = "title" }, new(text.Say(said ? "paper.sheet.sent" : "paper.sheet.lead"), 22) { Name = said ? "sent" : "lead" },
                new(text.Say("paper.column.done"), 44) { Name = "done" }, new(text.Say("paper.column.values"), 28) { Name = "values" }, new(text.Say("paper.column.share"), 18, CellAlign.Right) { Name = "share" },
                new(text.Say("paper.column.state"), 34) { Name = "state" }, new(text.Say("paper.sheet.next", scene.Period!.Value.Next()), 44) { Name = "next" },
            ],
            [.. lines.Select(Row)])
        { Caption = text.Say(heading, lines.Count) };

        Row Row(MeasureLine line) => new([
            new(line.Measure.Number ?? ""), new([text.Of(line.Measure.ShortName), Prose.Of(new Run(_words.Deadline(line.Measure).Text, RunLook.Quiet))]),
            new(said ? text.Say(Sent(line, own)) : scene.Plan.Lead(line.Measure)?.ShortName.In(text.Language) ?? ""),
            new(_words.Done(said ? line with { NoWord = null, Told = Own(line, own) } : line with { Told = [.. line.Leads] })), new(_words.Values(line)), _words.Share(line), new(_words.State(line)), new([.. _next.Of(line), .. _words.Problems(line)]),
        ]);
    }

    /// <summary>Where it helps others: one line each. What it had no part in is told in one sentence.</summary>
    public IEnumerable<Block> Contributions(IEnumerable<MeasureLine> lines, HashSet<string> own)
    {
        List<MeasureLine> all = [.. lines.Where(line => line.Owed.Any(o => own.Contains(o.Duty.Body.Code)))];
        if (all.Count == 0) yield break;
        List<MeasureLine> without = [.. all.Where(line => Own(line, own) is { Count: > 0 } told && told.TrueForAll(t => t.Return.Words.NoPart))];
        List<MeasureLine> rows = [.. all.Except(without)];
        if (rows.Count > 0)
            yield return new Table(
                [
                    new(text.Say("paper.sheet.measure.name"), 54) { Name = "title" }, new(text.Say("paper.sheet.lead"), 26) { Name = "lead" }, new(text.Say("paper.sheet.sent"), 30) { Name = "sent" },
                    new(text.Say("paper.column.done"), 60) { Name = "done" }, new(text.Say("paper.column.state"), 26) { Name = "state" },
                ],
                [.. rows.Select(Row)])
            { Caption = text.Say("paper.sheet.contributions", all.Count), Size = 7.5 };
        if (without.Count > 0) yield return new Paragraph(text.Say("paper.sheet.no-part", without.Count, string.Join("; ", without.Select(line => line.Measure.ShortName.In(text.Language)))));

        Row Row(MeasureLine line) => new([
            new(text.Of(line.Measure.ShortName)), new(scene.Plan.Lead(line.Measure) is { } lead ? text.Of(lead.ShortName) : Prose.Empty), new(text.Say(Sent(line, own))),
            new([.. Own(line, own).Where(t => t.Return.Words.Done.Length > 0).Select(t => (Prose)Runs.Original(t.Return.Words.Done))]), new(_words.StateWord(line.Progress)),
        ]);
    }

    private static List<ToldWords> Own(MeasureLine line, HashSet<string> own) => [.. line.Told.Where(t => own.Contains(t.Return.Body))];

    /// <summary>When its own return about a measure came, or why there is none.</summary>
    private static Message Sent(MeasureLine line, HashSet<string> own)
    {
        List<OwedLine> owed = [.. line.Owed.Where(o => own.Contains(o.Duty.Body.Code))];
        if (owed.Count == 0) return line.Progress.IsDone ? new("paper.sent.not-owed-done") : new("paper.sent.not-owed");
        if (owed.Count > 1) return new("paper.sent.several", owed.Count(o => o.Came), owed.Count);
        return owed[0] switch
        {
            { State: ReturnState.Returned } => new("paper.sent.returned"),
            { Came: true, SentAt: { } at } one => new(one.Late ? "paper.sent.late" : "paper.sent.in-time", DateOnly.FromDateTime(at.InBishkek())),
            { IsHidden: true } => new("paper.sent.hidden"),
            { Late: false } => new("paper.sent.awaited"),
            _ => new("paper.sent.missing"),
        };
    }
}

/// <summary>What a measure owes in a period that is to come: its end, its year's part, or where even progress would stand.</summary>
internal sealed class NextStep(Span next, PageText text)
{
    /// <summary>From the promise, then in the words of those who lead it.</summary>
    public IEnumerable<Prose> Of(MeasureLine line)
    {
        if (Expected(line) is { } expected) yield return text.Say(expected);
        foreach (var step in line.Leads.Select(t => t.Return.Words.NextStep).Where(step => step.Length > 0).Distinct()) yield return Runs.Original(step);
    }

    private Message? Expected(MeasureLine line)
    {
        var (progress, promise) = (line.Progress, line.Progress.Promise);
        if (progress.IsDone || progress.State is "gone" or "pause") return null;
        if (promise.Start > next.To) return null;
        if (promise.Start >= next.From) return new("paper.next.begins", promise.Start);
        if (promise.Kind == MeasureKind.Continuous) return new("paper.next.evidence");
        if (progress.Due && !progress.Executed) return new("paper.next.overdue");
        if (promise.ByYears) return promise.Years.Contains(next.Year) && Promise.Fall(next.Year) <= next.To ? OfYear(line) : null;
        if (promise.End <= next.To) return new("paper.next.ends", promise.End);
        return new("paper.next.pace", promise.Expected(next.To) ?? 0);
    }

    private Message OfYear(MeasureLine line)
    {
        var targets = line.Values.Where(v => v.Indicator.TargetIn(next.Year) is not null).Select(v => text.Quantity(v.Indicator.TargetIn(next.Year)!.Value, v.Indicator.Unit, v.Indicator.Decimals)).ToList();
        return targets.Count == 0 ? new("paper.next.year", next.Year, Promise.Fall(next.Year)) : new("paper.next.year-target", next.Year, Promise.Fall(next.Year), string.Join(", ", targets));
    }
}
