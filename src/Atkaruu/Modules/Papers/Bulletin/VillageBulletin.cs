using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Bulletin;

/// <summary>
/// One sheet for the board of a village: what was promised here and what came of it, in plain words and large letters, with a form to tear off.
/// It hangs where everybody passes, so it always says what is published, whoever asks for it.
/// </summary>
public sealed class VillageBulletin : PaperKind
{
    private const int MostWorks = 14;

    private static readonly double[] Scales = [1.5, 1.4, 1.3, 1.22, 1.15, 1.08];

    public override string Code => "bulletin";
    public override PaperAbout About => PaperAbout.Village;
    public override IReadOnlyList<PaperAbout> AlsoAbout => [PaperAbout.Municipality];
    public override bool HasPeriod => false;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];

    public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
    {
        if (scene.Place is not { Kind: PlaceKind.Village or PlaceKind.Municipality } place) throw PaperRules.NoSuch(PaperAbout.Village, scene.Request.Subject);
        var text = new PageText(language);
        var progress = scene.Progress.From(scene.Progress.View with { Audience = Audience.Public });
        var works = BulletinWorks.Of(progress, place);
        foreach (var group in Enum.GetValues<WorkGroup>()) said.Add(new("paper.bulletin.group." + Name(group)), works.In(group).ToString(CultureInfo.InvariantCulture));

        var sheet = new BulletinSheet(scene, works, scene.Period is null ? progress.View.Day : progress.View.Until, text, await BulletinPhotos.ReadAsync(scene, works, text, stop));
        var (blocks, scale) = Fitting(sheet, works.All.Count);
        return new(language, text.Say("paper.bulletin.title", text.Full(place)), PageShape.Portrait, blocks) { Scale = scale };
    }

    /// <summary>The largest letters in which everything finds room; if it does not in any, fewer works in the smallest; for a few works more, smaller photographs.</summary>
    private static (IReadOnlyList<Block> Blocks, double Scale) Fitting(BulletinSheet sheet, int works)
    {
        var (all, least) = (Math.Min(works, MostWorks), Scales[^1]);
        foreach (var scale in Scales)
            if (Try(all, scale, 42) is { } fitting) return (fitting, scale);
        for (var shown = all; shown > 0; shown--)
            foreach (var photos in new[] { 42, 34, 28 })
                if (Try(shown, least, photos) is { } some) return (some, least);
        return (sheet.Blocks(1, 0), least);

        IReadOnlyList<Block>? Try(int shown, double scale, double photos) => sheet.Blocks(shown, photos) is var blocks && PageRoom.Of(blocks, scale) <= PageRoom.Page ? blocks : null;
    }

    internal static string Name(WorkGroup group) => group.ToString().ToLowerInvariant();
}
