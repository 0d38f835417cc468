using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>What people said: executors, those who went and looked, photographs, acts.</summary>
internal static class PassportWords
{
    private const int MostPeriods = 2, MostVisits = 3, MostWords = 400;

    public static IEnumerable<Block> Of(PassportFacts facts, PageText text) => [.. Returns(facts, text), .. Visits(facts, text), .. Photos(facts, text), .. History(facts, text)];

    private static IEnumerable<Block> Returns(PassportFacts facts, PageText text)
    {
        yield return new Heading(2, text.Say("paper.passport.returns"));
        List<(Kernel.Span Period, IReadOnlyList<PublishedReturn> Returns)> periods = [.. facts.Returns.ByPeriod];
        if (periods.Count == 0)
        {
            yield return new Paragraph(new Run(text.Say("how.nothing"), RunLook.Quiet));
            yield break;
        }
        yield return new Facts([.. periods.Take(MostPeriods).SelectMany(period => period.Returns.Where(made => !made.Return.Words.NoPart).Select(made => (NameOf(facts, made, text), WordsOf(made.Return.Words, text))))]);
        if (periods.Count > MostPeriods) yield return new Paragraph(text.Say("paper.passport.returns.more", periods.Count - MostPeriods), ParagraphLook.Note);
    }

    private static string NameOf(PassportFacts facts, PublishedReturn made, PageText text) =>
        $"{text.SpanName(made.Period)}, {facts.Plan.Body(made.Return.Body)?.ShortName.In(text.Language) ?? made.Return.Body}";

    private static Prose WordsOf(ReturnWords words, PageText text)
    {
        List<Run> runs = [];
        if (words.NoChange) runs.AddRange([new(text.Say("paper.passport.no-change") + " "), Runs.Original(Runs.Cut(words.NoChangeReason, MostWords))]);
        else if (words.Done.Length > 0) runs.Add(Runs.Original(Runs.Cut(words.Done, MostWords)));
        Add("measure.returns.problems", words.Problems);
        Add("measure.returns.next", words.NextStep);
        return new(runs);

        void Add(string label, string said)
        {
            if (said.Length == 0) return;
            runs.AddRange([new((runs.Count > 0 ? " " : "") + text.Say(label) + " ", RunLook.Bold), Runs.Original(Runs.Cut(said, MostWords))]);
        }
    }

    /// <summary>By kind of eyes, never by name.</summary>
    private static IEnumerable<Block> Visits(PassportFacts facts, PageText text)
    {
        yield return new Heading(2, text.Say("measure.visits"));
        if (facts.Visits.Count == 0)
        {
            yield return new Paragraph(new Run(text.Say("paper.passport.visits.none"), RunLook.Quiet));
            yield break;
        }
        yield return new Bullets([.. facts.Visits.Take(MostVisits).Select(visit =>
        {
            List<Run> runs = [new($"{text.Day(visit.VisitedOn!.Value)}, {text.Say("evidence.source." + visit.Source.ToString()!.ToLowerInvariant())}: "), new(text.Say("measure.verified." + visit.Verdict.ToString()!.ToLowerInvariant(), visit.Share), RunLook.Bold)];
            if (visit.Note is { Length: > 0 } note) runs.AddRange([new(". "), Runs.Original(Runs.Cut(note, MostWords))]);
            return new Prose(runs);
        })]);
        if (facts.Progress.VerifiedDone) yield return new Paragraph(Prose.State("ver", text.Say("measure.verified.done")));
    }

    private static IEnumerable<Block> Photos(PassportFacts facts, PageText text)
    {
        if (facts.Photos.Count == 0) yield break;
        var name = facts.Measure.ShortName.In(text.Language);
        List<Block> blocks = [new Heading(2, text.Say("paper.passport.photos"))];
        foreach (var pair in facts.Photos.Chunk(2))
            blocks.Add(new Beside([.. pair.Select(photo => (1.0, (IReadOnlyList<Block>)[Of(photo.Item, photo.Bytes)])), .. pair.Length == 1 ? [(1.0, (IReadOnlyList<Block>)[])] : Array.Empty<(double, IReadOnlyList<Block>)>()]));
        yield return new Together([.. blocks.Take(2)]);
        foreach (var block in blocks.Skip(2)) yield return block;

        Picture Of(Evidence.EvidenceItem item, byte[] bytes)
        {
            var caption = PaperPhotos.Caption(text, item);
            return new(bytes, $"{name}. {caption}", caption, 82, 56);
        }
    }

    /// <summary>The acts that made and changed it, the first first.</summary>
    private static IEnumerable<Block> History(PassportFacts facts, PageText text)
    {
        yield return new Heading(2, text.Say("paper.passport.history"));
        yield return new Table(
            [new(text.Say("measure.edition"), 14), new(text.Say("paper.passport.act"), 46), new(text.Say("paper.passport.change"), 18), new(text.Say("measure.schedule"), 24)],
            [.. facts.History.Wordings.Reverse().Where((line, i) => i == 0 || line.Wording.Change != Plan.WordingChange.Same).Select(line => new Row([
                new(text.Say("register.edition", line.Edition.Number)), new(text.Name(line.Edition.Act)),
                new(text.Say("wording." + line.Wording.Change.ToString().ToLowerInvariant())), new(Runs.Original(line.Wording.ScheduleText)),
            ]))]);
    }
}
