using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>Иш-чаранын паспорту: everything about one measure on a page or two, today or at the end of a period.</summary>
public sealed class MeasurePassport : PaperKind
{
    public override string Code => "passport";
    public override PaperAbout About => PaperAbout.Measure;
    public override bool HasPeriod => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var facts = await PassportFacts.ReadAsync(scene, stop);
        var text = new PageText(language);
        var title = text.Say("paper.passport.title", facts.Measure.Code);
        Say(facts, text, said);
        List<Block> blocks = [.. Head(facts, text, title), .. Now(facts, text), .. Time(facts, text)];
        blocks.AddRange(PassportTables.Of(facts, text));
        blocks.AddRange(PassportWords.Of(facts, text));
        return new(language, title, PageShape.Portrait, blocks) { Scale = .9, TableSize = 8 };
    }

    private static void Say(PassportFacts facts, PageText text, PaperSaid said)
    {
        var p = facts.Progress;
        said.Add(new("paper.said.measure"), facts.Measure.Code);
        said.Add(new("paper.said.state"), text.Say("status." + p.State));
        said.Add(new("paper.said.reported-share"), text.Percent(p.Share));
        said.Add(new("paper.said.verified-share"), text.Percent(p.Verified));
    }

    /// <summary>What it is: name, the document's own words, who, where, by when; beside it the map and the way to its page.</summary>
    private static IEnumerable<Block> Head(PassportFacts facts, PageText text, string title)
    {
        var measure = facts.Measure;
        yield return new Paragraph(new Run(title), ParagraphLook.Note);
        yield return new Heading(1, text.Of(measure.ShortName));
        yield return new Paragraph(Runs.Original(measure.Title.Ky, measure.State == MeasureState.StruckOut ? RunLook.Struck : RunLook.Plain), ParagraphLook.Lead);
        if (text.Language != "ky" && measure.Title.LanguageIn(text.Language) != "ky")
            yield return new Paragraph(new Run(text.Say("paper.passport.translation", measure.Title.In(text.Language)), RunLook.Quiet));
        yield return new Beside([(64, [new Facts([.. PassportNames.Of(facts, text)])]), (36, [.. Where(facts, text)])]);
    }

    private static IEnumerable<Block> Where(PassportFacts facts, PageText text)
    {
        var places = PassportNames.Places(facts);
        var map = facts.Scene.Services.GetRequiredService<DistrictMap>();
        var names = places.Count == 0 ? text.Say("register.district-wide") : string.Join(", ", places.Select(place => place.Name.In(text.Language)));
        yield return new Figure(MapDrawing.Of(map, facts.Plan, places, text.Language, 58), text.Say("paper.passport.map", names));
        yield return new Qr(facts.Scene.Page(text.Language, "/measures/" + facts.Measure.Code), Prose.Of(new Run(text.Say("paper.passport.qr"), RunLook.Quiet)), 20);
    }

    /// <summary>Promised, reported, verified: side by side and never mixed; how it was computed in one line.</summary>
    private static IEnumerable<Block> Now(PassportFacts facts, PageText text)
    {
        var p = facts.Progress;
        yield return new Heading(2, text.Say("paper.passport.now", facts.Scene.Period is null ? p.View.Day : p.View.Until));
        yield return new Paragraph(Prose.Of(new Run(text.Say("status." + p.State) + ". ", RunLook.Bold) { State = p.State }, new Run(text.Say(p.Reason))));
        yield return new Tally(
        [
            (PassportNames.Promised(facts, text), text.Say("measure.promised")),
            (p.Share is null ? text.Say("measure.reported.none") : text.Percent(p.Share), ReportedOf(facts, text)),
            (p.Verified is null ? text.Say("measure.verified.none") : text.Percent(p.Verified), VerifiedOf(facts, text)),
        ]);
        yield return new Figure(ShareDrawing.Of(p.Share, p.Verified, p.Promise.ByYears ? null : p.Expected, 170), text.Say("paper.passport.share", text.Percent(p.Share), text.Percent(p.Verified), text.Percent(p.Expected)));
        yield return new Paragraph(PassportHow.Line(facts.How, text), ParagraphLook.Note);
    }

    private static string ReportedOf(PassportFacts facts, PageText text) => facts.Progress.LastTold is { } last
        ? $"{text.Say("measure.reported")}, {text.SpanName(last)}" : text.Say("measure.reported");

    private static string VerifiedOf(PassportFacts facts, PageText text) => facts.Progress.Verification.Last is { } look
        ? $"{text.Say("measure.verified")}, {text.Day(look.VisitedOn)}" : text.Say("measure.verified");

    private static IEnumerable<Block> Time(PassportFacts facts, PageText text)
    {
        var (plan, measure, p) = (facts.Scene.Progress.AsSeen(), facts.Measure, facts.Progress);
        var scale = new TimelineScale(plan.Programme, plan.Season);
        var lane = TimelineChart.LaneOf(plan, scale, measure, p.View.Day);
        yield return new Together(
        [
            new Heading(2, text.Say("paper.passport.time")),
            new Figure(TimelineDrawing.Strip(new(measure.ShortName.In(text.Language), lane) { Verified = p.Verified }, scale, scale.Today(p.View.Day), measure.Kind == MeasureKind.Works, DrawingWords.In(text), 170),
                text.Say(plan, lane)),
            .. p.Ahead is { } ahead ? [new Paragraph(text.Say("forecast.sentence", ahead.On, ahead.Early, ahead.Late) + (ahead.Misses(p.Promise.End) ? " " + text.Say("forecast.misses") : ""), ParagraphLook.Note)] : Array.Empty<Block>(),
        ]);
    }
}
