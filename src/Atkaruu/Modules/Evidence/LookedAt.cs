using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Office;

namespace Atkaruu.Modules.Evidence;

/// <summary>A file whose content has been looked at: what it is, whatever its name says.</summary>
/// <param name="Picture">Null for a document.</param>
internal sealed record LookedAt(string Name, string ContentType, Photograph? Picture, PhotoMemory Memory)
{
    /// <exception cref="RuleException">It is nothing we take, or damaged, or built to harm.</exception>
    public static LookedAt At(byte[] file, string? sentAs)
    {
        var shown = SafeName.Of(sentAs, "");
        if (PictureHeader.IsJpeg(file) || PictureHeader.IsPng(file) || PictureHeader.IsWebP(file)) return AtPicture(file, sentAs, shown);
        if (PictureHeader.IsHeif(file)) throw EvidenceRules.Refused(shown, "evidence.rule.heic");
        if (FileSigns.Of(file) == FileSign.Zip) return AtOffice(file, sentAs, shown);
        if (!PdfLook.IsPdf(file)) throw EvidenceRules.Refused(shown, "evidence.rule.kind");
        return PdfLook.WhyNot(file) is { } why ? throw EvidenceRules.Refused(shown, why) : new(SafeName.Of(sentAs, ".pdf"), "application/pdf", null, PhotoMemory.None);
    }

    private static LookedAt AtPicture(byte[] file, string? sentAs, string shown)
    {
        var header = PictureHeader.Read(file) ?? throw EvidenceRules.Refused(shown, "evidence.rule.damaged");
        if (header.IsTooLarge) throw EvidenceRules.Refused(shown, "evidence.rule.pixels", header.Width, header.Height);
        var picture = Photograph.Make(file, header) ?? throw EvidenceRules.Refused(shown, "evidence.rule.damaged");
        return new(SafeName.Of(sentAs, header.Ending), header.ContentType, picture, header.Kind == PictureKind.Jpeg ? PhotoMemory.Of(file) : PhotoMemory.None);
    }

    private static LookedAt AtOffice(byte[] file, string? sentAs, string shown)
    {
        try
        {
            var office = OfficeFile.Open(file);
            if (office.Package.Parts.Any(IsActive)) throw EvidenceRules.Refused(shown, "evidence.rule.active");
            return office.Format == SourceFormat.Word
                ? new(SafeName.Of(sentAs, ".docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", null, PhotoMemory.None)
                : new(SafeName.Of(sentAs, ".xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null, PhotoMemory.None);
        }
        catch (IntakeException refused)
        {
            throw EvidenceRules.Refused(shown, refused.Sentence.Key == "intake.unknown-kind" ? new("evidence.rule.kind") : refused.Sentence);
        }
    }

    /// <summary>Controls and wrapped programs: what an honest order or table has no need of.</summary>
    private static bool IsActive(string part) =>
        part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase) || part.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
}
