using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Amendment;

/// <summary>
/// The plan as of an act, in the six columns of the signed document, and after it what that act changed: word by word, struck through what
/// it took out, underlined what it put in. Without a number it is the edition in force.
/// </summary>
public sealed class AmendedPlan : PaperKind
{
    public override string Code => "amendment";
    public override PaperAbout About => PaperAbout.Programme;
    public override IReadOnlyList<PaperAbout> AlsoAbout => [PaperAbout.Edition];
    public override bool HasPeriod => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];

    public override Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        var text = new PageText(language);
        var edition = Asked(scene);
        var words = EditionText.Of(scene.Plan, edition);
        List<MeasureText> changes = [.. words.Changes];
        said.Add(new("paper.said.edition"), edition.Number.ToString(CultureInfo.InvariantCulture));
        said.Add(new("paper.said.measures-in-force"), Count(words.Measures.Count(m => m.StruckBy is null)));
        said.Add(new("paper.said.changed"), $"{Count(changes.Count(words.IsAdded))} + {Count(changes.Count(words.IsReworded))} + {Count(changes.Count(words.IsStruckNow))}");

        var table = new PlanTable(scene.Plan, text);
        List<Block> blocks = [.. Head(scene.Plan, edition, text), table.Plan(words), new Signatures([.. scene.Plan.Programme.Signers.Select(signer => (signer.Post, signer.Name))]), new PageBreak()];
        blocks.AddRange(Compared(words, changes, table, text));
        return Task.FromResult(new PaperPart(language, text.Say("paper.amendment.title", edition.Number), PageShape.Landscape, blocks) { TableSize = 8.5 });
    }

    /// <exception cref="RuleException">No such edition.</exception>
    private static Edition Asked(PaperScene scene) => scene.Request.Subject is not { } number ? scene.Plan.Edition
        : scene.Plan.Editions.FirstOrDefault(e => Count(e.Number) == number) ?? throw PaperRules.NoSuch(PaperAbout.Edition, number);

    private static IEnumerable<Block> Head(PlanInForce plan, Edition edition, PageText text)
    {
        yield return new Paragraph(edition.Act is { Number: not null, Date: not null } ? text.Say("paper.amendment.annex", text.Name(edition.Act)) : Runs.Original(edition.Act.Text), ParagraphLook.Right);
        yield return new Paragraph(Runs.Original(edition.Act.Body, RunLook.Bold), ParagraphLook.Centred);
        yield return new Heading(1, text.Of(plan.Programme.Title));
        var standing = edition.Number == plan.Edition.Number ? "paper.amendment.in-force" : "paper.amendment.superseded";
        yield return new Paragraph(Prose.Of(new Run(text.Say("register.edition", edition.Number) + ". ", RunLook.Bold), new Run(text.Say(standing, plan.Edition.Number))), ParagraphLook.Centred);
        if (edition.Act.Number is null || edition.Act.Date is null) yield return new Paragraph(new Run(text.Say("paper.amendment.blank"), RunLook.Quiet), ParagraphLook.Centred);
    }

    private static IEnumerable<Block> Compared(EditionText words, List<MeasureText> changes, PlanTable table, PageText text)
    {
        yield return new Heading(2, text.Say("paper.amendment.compared"));
        if (words.Before is not { } before)
        {
            yield return new Paragraph(text.Say("paper.amendment.first"), ParagraphLook.Lead);
            yield break;
        }
        yield return new Paragraph(text.Say("paper.amendment.summary", words.Edition.Number, before.Number, changes.Count(words.IsAdded), changes.Count(words.IsReworded), changes.Count(words.IsStruckNow),
            words.Measures.Count(m => m.StruckBy is null) - changes.Count(words.IsAdded) - changes.Count(words.IsReworded)), ParagraphLook.Lead);
        if (changes.Count == 0)
        {
            yield return new Paragraph(text.Say("paper.amendment.same"));
            yield break;
        }
        yield return new Paragraph(Prose.Of(new Run(text.Say("paper.amendment.key") + " "), new Run(text.Say("paper.amendment.key.struck"), RunLook.Struck), new Run(", "), new Run(text.Say("paper.amendment.key.inserted"), RunLook.Inserted), new Run(".")), ParagraphLook.Note);
        yield return table.Changes(words, changes);
        yield return new Paragraph(text.Say("paper.amendment.reason.note"), ParagraphLook.Note);
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
