using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Word;

/// <summary>
/// Reads a Word file (docx, transitional or strict): its paragraphs and tables in their order, as they look when all
/// tracked changes are accepted.
/// </summary>
internal static class WordPlanReader
{
    /// <exception cref="IntakeException">No plan's table in it, damaged, or built to harm.</exception>
    public static SourceDocument Read(OfficePackage package, string mainPart, string fileName)
    {
        var relations = package.Relations(mainPart);
        var numbering = WordNumbering.Read(package, relations.FirstOrDefault(r => r.Kind == "numbering")?.Target);
        using var xml = package.Xml(mainPart);
        var pieces = new WordBody(xml, numbering).Read();
        return PlanTable.Read(new PrintedDocument(fileName, SourceFormat.Word, pieces));
    }
}
