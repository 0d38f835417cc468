using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Office;

/// <summary>What a zip says it is: a Word or an Excel file, and which of its parts is the document.</summary>
/// <param name="Format">Word or Excel.</param>
/// <param name="Package">Its parts.</param>
/// <param name="MainPart">The document or the workbook.</param>
internal sealed record OfficeFile(SourceFormat Format, OfficePackage Package, string MainPart)
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int MaxTypes = 5_000;

    /// <exception cref="IntakeException">Not an office file, one with macros, one that fetches from elsewhere, or a damaged or hostile one.</exception>
    public static OfficeFile Open(ReadOnlyMemory<byte> zip)
    {
        var package = OfficePackage.Open(zip);
        if (!package.Has(ContentTypes)) throw new IntakeException(new Message("intake.unknown-kind"));

        var types = ReadTypes(package);
        if (types.Values.Any(IsMacro) || package.Parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new IntakeException(new Message("intake.macros"));
        package.RefuseFetching();

        var main = package.Relations("").FirstOrDefault(r => r.Kind == "officeDocument")?.Target ?? throw ZipDirectory.Damaged();
        return new(FormatOf(types.GetValueOrDefault(main, ""), main), package, main);
    }

    private static bool IsMacro(string type) => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    private static SourceFormat FormatOf(string type, string main) =>
        type.Contains("wordprocessingml", StringComparison.Ordinal) || (type.Length == 0 && main.StartsWith("word/", StringComparison.Ordinal)) ? SourceFormat.Word
        : type.Contains("spreadsheetml", StringComparison.Ordinal) || (type.Length == 0 && main.StartsWith("xl/", StringComparison.Ordinal)) ? SourceFormat.Excel
        : throw new IntakeException(new Message("intake.unknown-kind"));

    private static Dictionary<string, string> ReadTypes(OfficePackage package)
    {
        Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);
        using var xml = package.Xml(ContentTypes);
        while (xml.Read())
            if (types.Count > MaxTypes) throw ZipDirectory.Bomb();
            else if (xml.Is("Override")) types[xml.Attribute("PartName").TrimStart('/')] = xml.Attribute("ContentType");
            else if (xml.Is("Default")) types["*." + xml.Attribute("Extension")] = xml.Attribute("ContentType");
        return types;
    }
}
