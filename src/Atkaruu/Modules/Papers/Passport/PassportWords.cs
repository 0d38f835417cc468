using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>What people said: executors, those who went and looked, photographs, acts.</summary>
internal static class PassportWords
{
    private const int MostPeriods = 2, MostVisits = 2, MostWords = 400;

    public static IEnumerable<Block> Of(PassportFacts facts, PageText text) => [.. Returns(facts, text), .. Visits(facts, text), .. Unknown(facts, text), .. Photos(facts, text), .. History(facts, text)];

    private static IEnumerable<Block> Returns(PassportFacts facts, PageText text)
    {
        List<(Kernel.Span Period, IReadOnlyList<PublishedReturn> Returns)> periods = [.. facts.Returns.ByPeriod];
        if (periods.Count == 0) yield break;
        yield return new Heading(2, text.Say("paper.passport.returns"));
        yield return new Facts([.. periods.Take(MostPeriods).SelectMany((period, i) => period.Returns.Where(made => !made.Return.Words.NoPart && (i == 0 || made.Return.Part != Part.Contribution)).Select(made => (NameOf(facts, made, text), WordsOf(made.Return.Words, text))))]);
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
        if (facts.Visits.Count == 0) yield break;
        yield return new Heading(2, text.Say("measure.visits"));
        yield return new Bullets([.. facts.Visits.Take(MostVisits).Select(visit =>
        {
            List<Run> runs = [new($"{text.Day(visit.VisitedOn!.Value)}, {text.Say("evidence.source." + visit.Source.ToString()!.ToLowerInvariant())}: "), new(text.Say("measure.verified." + visit.Verdict.ToString()!.ToLowerInvariant(), visit.Share), RunLook.Bold)];
            if (visit.Note is { Length: > 0 } note) runs.AddRange([new(". "), Runs.Original(Runs.Cut(note, MostWords))]);
            return new Prose(runs);
        })]);
        if (facts.Progress.VerifiedDone) yield return new Paragraph(Prose.State("ver", text.Say("measure.verified.done")));
    }

    /// <summary>What nobody has told or seen is said, in a line each, and never passed over.</summary>
    private static IEnumerable<Block> Unknown(PassportFacts facts, PageText text)
    {
        (bool Is, string Name, string Words)[] all =
        [
            (facts.Returns.All.Count == 0, "paper.passport.returns", "how.nothing"), (facts.Money.IsNothing, "paper.passport.money", "paper.passport.money.none"),
            (facts.Visits.Count == 0, "measure.visits", "paper.passport.visits.none"),
        ];
        if (!all.Any(one => one.Is)) yield break;
        yield return new Heading(2, text.Say("paper.passport.unknown"));
        yield return new Facts([.. all.Where(one => one.Is).Select(one => (text.Say(one.Name), (Prose)new Run(text.Say(one.Words), RunLook.Quiet)))]);
    }

    private static IEnumerable<Block> Photos(PassportFacts facts, PageText text)
    {
        if (facts.Photos.Count == 0) yield break;
        var name = facts.Measure.ShortName.In(text.Language);
        yield return new Together(
        [
            new Heading(2, text.Say("paper.passport.photos")),
            new Beside([.. facts.Photos.Select(photo => (1.0, (IReadOnlyList<Block>)[Of(photo.Item, photo.Bytes)])), .. Enumerable.Repeat((1.0, (IReadOnlyList<Block>)[]), Math.Max(0, 2 - facts.Photos.Count))]),
        ]);

        Picture Of(Evidence.EvidenceItem item, byte[] bytes)
        {
            var caption = PaperPhotos.Caption(text, item);
            return new(bytes, $"{name}. {caption}", caption, facts.Photos.Count > 2 ? 54 : 70, facts.Works.Contracts.Count > 0 ? 32 : 46);
        }
    }

    /// <summary>The acts that made and changed it, the first first.</summary>
    private static IEnumerable<Block> History(PassportFacts facts, PageText text)
    {
        if (facts.History.Wordings.Count < 2) yield break; // the one act stands among the facts
        yield return new Heading(2, text.Say("paper.passport.history"));
        yield return new Table(
            [new(text.Say("measure.edition"), 14), new(text.Say("paper.passport.act"), 46), new(text.Say("paper.passport.change"), 18), new(text.Say("measure.schedule"), 24)],
            [.. facts.History.Wordings.Reverse().Where((line, i) => i == 0 || line.Wording.Change != Plan.WordingChange.Same).Select(line => new Row([
                new(text.Say("register.edition", line.Edition.Number)), new(text.Name(line.Edition.Act)),
                new(text.Say("wording." + line.Wording.Change.ToString().ToLowerInvariant())), new(Runs.Original(line.Wording.ScheduleText)),
            ]))]);
    }
}
