using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Meetings;

/// <summary>
/// The minutes of a meeting in their official form: who chaired, what was on the agenda, what was heard and decided, who does it and by when. What
/// nobody has written down (who was there) is room to write it by hand.
/// </summary>
public sealed class MeetingMinutes : PaperKind
{
    public override string Code => "minutes";
    public override PaperAbout About => PaperAbout.Meeting;
    public override bool HasPeriod => false;
    public override bool IsPublic => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Docx, PaperFormat.Pdf];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var (text, meeting) = (new PageText(language), await FindAsync(scene, stop));
        var view = await MeetingView.ReadAsync(scene.Db, scene.Plan, meeting, scene.Actor, scene.Today, stop);
        var decided = meeting.Items.SelectMany(item => item.Decisions).ToList();
        said.Add(new("paper.said.meeting"), $"{text.Day(meeting.On)}{(meeting.MinutesNumber is { } number ? ", № " + number : "")}");
        said.Add(new("paper.said.decisions"), decided.Count.ToString(CultureInfo.InvariantCulture));

        List<Block> blocks = [.. Head(scene.Plan, meeting, text), .. Agenda(view, text)];
        foreach (var item in view.Items) blocks.AddRange(Item(view, item, text));
        blocks.Add(new Signatures([(text.Say("meeting.chair"), meeting.Chair), (text.Say("meeting.secretary"), meeting.PreparedByName)]));
        return new(language, text.Say("paper.minutes.title", text.Day(meeting.On)), PageShape.Portrait, blocks) { TableSize = 10 };
    }

    /// <exception cref="RuleException">No such meeting for this reader, or it has not been held.</exception>
    private static async Task<Meeting> FindAsync(PaperScene scene, CancellationToken stop)
    {
        var may = scene.Actor.May(Right.Order, Subjects.Everything) || scene.Actor.May(Right.Read, Subjects.Everything);
        var meeting = may && Guid.TryParse(scene.Request.Subject, out var id) ? await scene.Db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) : null;
        if (meeting is null) throw PaperRules.NoSuch(PaperAbout.Meeting, scene.Request.Subject);
        return meeting.State == MeetingState.Prepared ? throw new RuleException(new("paper.minutes.not-held", meeting.On)) : meeting;
    }

    private static IEnumerable<Block> Head(PlanInForce plan, Meeting meeting, PageText text)
    {
        yield return new Paragraph(Runs.Original(plan.Edition.Act.Body, RunLook.Bold), ParagraphLook.Centred);
        yield return new Heading(1, text.Say("paper.minutes.heading", meeting.MinutesNumber ?? "_______"));
        yield return new Paragraph(new Run(meeting.Title, RunLook.Bold) { Language = "ky" }, ParagraphLook.Centred);
        if (meeting.MinutesNumber is null) yield return new Paragraph(new Run(text.Say("paper.minutes.draft"), RunLook.Italic), ParagraphLook.Centred);
        yield return new Facts(
        [
            (text.Say("paper.minutes.day"), text.Long(meeting.On)),
            (text.Say("meeting.place"), meeting.Place.Length > 0 ? Runs.Original(meeting.Place) : new Run(Ruled)),
            (text.Say("meeting.chair"), Runs.Original(meeting.Chair)),
            (text.Say("meeting.secretary"), Runs.Original(meeting.PreparedByName)),
        ]);
        yield return new AnswerLine(text.Say("paper.minutes.present"), 2);
        yield return new AnswerLine(text.Say("paper.minutes.invited"), 1);
    }

    private const string Ruled = "______________________________";

    private static IEnumerable<Block> Agenda(MeetingView view, PageText text)
    {
        yield return new Heading(2, text.Say("meeting.agenda"));
        foreach (var item in view.Items)
        {
            List<Run> runs = [new($"{item.Number}. ", RunLook.Bold), Subject(item, text), new(".")];
            if (Speaker(view, item) is { } speaker) runs.AddRange([new($" {text.Say("meeting.speaker")}: ", RunLook.Quiet), text.Of(speaker), new(".")]);
            yield return new Paragraph(new(runs));
        }
    }

    /// <summary>What was heard, then what was decided, by whom it is done and by when.</summary>
    private static IEnumerable<Block> Item(MeetingView view, ItemView item, PageText text)
    {
        yield return new Heading(2, Prose.Of(new Run($"{item.Number}. "), Subject(item, text)));
        List<Run> heard = [new(text.Say("paper.minutes.heard") + " ", RunLook.Bold)];
        if (Speaker(view, item) is { } speaker) heard.AddRange([text.Of(speaker), new(". ")]);
        if (item.Measure is { } measure) heard.AddRange([new(text.Say("paper.minutes.about", measure.Code) + " «"), Runs.Original(measure.Title.Ky), new("». ")]);
        heard.Add(new(text.Say(item.Item.Why.Message).TrimEnd('.') + "."));
        yield return new Paragraph(new(heard));

        var decided = new Paragraph(Prose.Of(new Run(text.Say("paper.minutes.decided"), RunLook.Bold), new Run(item.Item.Decisions.Count == 0 ? " " + text.Say("meeting.heard") : "")));
        yield return item.Item.Decisions.Count == 0 ? decided : new Together([decided, Decisions(item, text)]);
    }

    private static Table Decisions(ItemView item, PageText text) => new(
        [new("№", 7), new(text.Say("meeting.decision"), 60), new(text.Say("paper.minutes.responsible"), 34), new(text.Say("order.due"), 17), new(text.Say("paper.minutes.order"), 14)],
        [.. item.Item.Decisions.Select((decision, i) => Row(item, decision, $"{item.Number}.{i + 1}", text))]);

    private static Row Row(ItemView item, Decision decision, string number, PageText text)
    {
        var line = item.OrderOf(decision);
        return new([
            new(number), new(Runs.Original(decision.Words)), line is null ? new("–") : new(text.Of(line.Body?.Name ?? line.BodyName)),
            line is null ? new("–") : Cell.Day(line.Order.FirstDue, text.Day(line.Order.FirstDue)), new(line is null ? "–" : "№ " + line.Order.Name),
        ]);
    }

    private static Run Subject(ItemView item, PageText text) => item.Measure is { } measure ? text.Of(measure.ShortName) : new(text.Say(item.Item.Why.Message).TrimEnd('.'));

    private static Words? Speaker(MeetingView view, ItemView item) => item.Item.Speaker is { } code ? view.Plan.Body(code)?.Name ?? new Words(code) : null;
}
