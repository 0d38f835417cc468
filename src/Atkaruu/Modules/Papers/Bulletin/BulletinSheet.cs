using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Bulletin;

/// <summary>What is on the sheet.</summary>
internal sealed class BulletinSheet(PaperScene scene, BulletinWorks works, DateOnly until, PageText text, IReadOnlyList<Picture> photos)
{
    /// <summary>What a villager may tick: done, being done, not done, badly done.</summary>
    private static readonly string[] s_answers = ["done", "doing", "not", "bad"];

    /// <param name="shown">So many works are told one by one; of the rest it is said how many there are, and where.</param>
    /// <param name="photoHeight">Millimetres; 0 for none.</param>
    public IReadOnlyList<Block> Blocks(int shown, double photoHeight)
    {
        IReadOnlyList<Block> told = [.. Told(works.First(shown))];
        return photos.Count == 0 || photoHeight == 0 ? [.. Head(), .. told, .. Form()]
            : [.. Head(), new Beside([(62, told), (38, [.. photos.Select(photo => photo with { MostHeight = photoHeight })])]), .. Form()];
    }

    private IEnumerable<Block> Head()
    {
        var programme = scene.Plan.Programme;
        yield return new Paragraph(text.Say("paper.bulletin.over", programme.FromYear, programme.ToYear), ParagraphLook.Note);
        yield return new Heading(1, text.Say("paper.bulletin.heading", text.Full(works.Place)));
        yield return new Beside([(68, [new Paragraph(new Run(Counts(), RunLook.Bold), ParagraphLook.Lead)]), (32, [Page()])]);
    }

    private Qr Page() => new(scene.Page(text.Language, "/places/" + works.Place.Code), Prose.Of(new Run(text.Say("paper.bulletin.qr"), RunLook.Bold)), 25);

    /// <summary>«Бул айылга 5 иш убадаланган: 2си бүттү, 3ү жасалып жатат. 30.09.2026га карата.»</summary>
    private string Counts()
    {
        var parts = Enum.GetValues<WorkGroup>().Where(group => works.In(group) > 0).Select(group => text.Say("paper.bulletin.count." + VillageBulletin.Name(group), works.In(group)));
        var whose = !works.Own ? "shared" : works.Place.Kind == PlaceKind.Municipality ? "municipality" : "village";
        return text.Say("paper.bulletin.counts." + whose, works.All.Count, string.Join(", ", parts), until);
    }

    private IEnumerable<Block> Told(IReadOnlyList<BulletinWork> first)
    {
        foreach (var group in first.GroupBy(work => work.Group).OrderBy(group => group.Key))
        {
            yield return new Heading(3, text.Say("paper.bulletin.group." + VillageBulletin.Name(group.Key)));
            yield return new Bullets([.. group.Select(work => Prose.Of(
                new Run(work.Measure.ShortName.In(text.Language), RunLook.Bold) { State = work.Progress.VerifiedDone ? "ver" : work.Progress.State, Language = work.Measure.ShortName.LanguageIn(text.Language) },
                new Run(" – " + work.Words(text))))]);
        }
        var rest = works.All.Count - first.Count;
        if (rest > 0) yield return new Paragraph(text.Say("paper.bulletin.rest", rest));
    }

    /// <summary>To be cut off, filled in by hand and given to the village government.</summary>
    private IEnumerable<Block> Form()
    {
        var government = scene.Plan.Chain(works.Place).Select(place => scene.Plan.Bodies.FirstOrDefault(body => body.Place == place.Code)).FirstOrDefault(body => body is not null);
        yield return new CutLine(text.Say("paper.bulletin.cut"));
        yield return new Heading(3, text.Say("paper.bulletin.form", text.Full(works.Place)));
        yield return new Beside(
        [
            (1, [new AnswerLine(text.Say("paper.bulletin.form.which")), new Choices(text.Say("paper.bulletin.form.how"), [.. s_answers.Select(option => text.Say("paper.bulletin.form." + option))])]),
            (1, [new AnswerLine(text.Say("paper.bulletin.form.what"), 2), new AnswerLine(text.Say("paper.bulletin.form.who"))]),
        ]);
        yield return new Paragraph(text.Say("paper.bulletin.form.where", government?.Name.In(text.Language) ?? text.Say("paper.bulletin.form.government"), works.Place.Code), ParagraphLook.Note);
    }
}
