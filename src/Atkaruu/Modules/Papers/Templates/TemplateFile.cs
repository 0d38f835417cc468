using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Office;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>
/// A Word or Excel file of an administration, as far as it has been looked at: bounded, without macros, without anything that fetches. Only then
/// is it opened with the library that writes papers.
/// </summary>
public sealed class TemplateFile
{
    public const string LetterheadName = "letterhead.docx", FormName = "execution.xlsx";

    /// <summary>A letterhead with a coat of arms in print quality has two.</summary>
    private const int MostBytes = 10 << 20;

    private TemplateFile(string name, byte[] bytes, bool isWord) => (Name, Bytes, IsWord) = (name, bytes, isWord);

    /// <summary>Name of the file, without its folder: what sentences about it say.</summary>
    public string Name { get; }

    public bool IsWord { get; }

    internal byte[] Bytes { get; }

    /// <summary>Reads a template and everything it asks for; what the command «paper template check» does.</summary>
    /// <returns>Names of the fields it asks for.</returns>
    /// <exception cref="RuleException">One sentence: which file, where in it, what to do.</exception>
    public static IReadOnlyList<string> Check(string path)
    {
        var file = Read(path);
        return file.IsWord ? Letterhead.Of(file).Fields : ExecutionForm.Of(file).Fields;
    }

    /// <exception cref="RuleException">It cannot be read, or is one that is not taken.</exception>
    public static TemplateFile Read(string path)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path) is not { Exists: true } file) throw Refused(name, new("paper.template.missing"));
        if (file.Length > MostBytes) throw Refused(name, new("paper.template.too-big", MostBytes >> 20));
        return Of(name, File.ReadAllBytes(path));
    }

    /// <exception cref="RuleException">It is one that is not taken.</exception>
    public static TemplateFile Of(string name, byte[] bytes)
    {
        try
        {
            var office = OfficeFile.Open(bytes);
            foreach (var part in office.Package.Parts.Where(IsXml)) ReadThrough(office.Package, part);
            return new(name, bytes, office.Format == SourceFormat.Word);
        }
        catch (IntakeException refused)
        {
            throw Refused(name, refused.Sentence.Key == "intake.unknown-kind" ? new("paper.template.unknown-kind") : refused.Sentence);
        }
    }

    /// <summary>«letterhead.docx: …»</summary>
    internal static RuleException Refused(string name, Message why) => new(new("paper.template.refused", name, why));

    private static bool IsXml(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Once to its end under the limits of the bounded reader. A link to a file of somebody's disk would be taken along into every paper.</summary>
    private static void ReadThrough(OfficePackage package, string part)
    {
        using var xml = package.Xml(part);
        while (xml.Read())
            if (xml.Is("Relationship") && xml.Attribute("TargetMode").Equals("External", StringComparison.OrdinalIgnoreCase) && !Harmless(xml.Attribute("Type")))
                throw new IntakeException(new("paper.template.external", xml.Attribute("Target")));
    }

    /// <summary>A hyperlink is words; the template a document was once made from is taken off before anything is written.</summary>
    private static bool Harmless(string type) => type.EndsWith("/hyperlink", StringComparison.Ordinal) || type.EndsWith("/attachedTemplate", StringComparison.Ordinal);
}
