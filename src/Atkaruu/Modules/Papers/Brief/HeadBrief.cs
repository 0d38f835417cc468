using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Brief;

public sealed class HeadBrief : PaperKind
{
    public override string Code => "brief";
    public override PaperAbout About => PaperAbout.Programme;
    public override bool HasPeriod => true;
    public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Pdf, PaperFormat.Docx];
    public override bool IsPublic => false;
    public override Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop) => throw new NotSupportedException();
}
