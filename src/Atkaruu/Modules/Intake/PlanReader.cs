using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Excel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Pdf;
using Atkaruu.Modules.Intake.Text;
using Atkaruu.Modules.Intake.Word;

namespace Atkaruu.Modules.Intake;

/// <summary>Opens a file of any of the kinds in which administrations hold their plans. The kind is told by the content, not by the name.</summary>
public static class PlanReader
{
    /// <summary>A plan is some hundred kilobytes; scans and photographs are refused elsewhere.</summary>
    public const int MaxBytes = 30 * 1024 * 1024;

    // A name may promise nothing (txt, or no ending at all); what it promises must be true.
    private static readonly Dictionary<string, SourceFormat> Promises = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = SourceFormat.Word,
        [".dotx"] = SourceFormat.Word,
        [".xlsx"] = SourceFormat.Excel,
        [".xltx"] = SourceFormat.Excel,
        [".pdf"] = SourceFormat.Pdf,
        [".yaml"] = SourceFormat.Yaml,
        [".yml"] = SourceFormat.Yaml,
    };

    /// <exception cref="IntakeException">Not a readable plan; one sentence says why.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> content, string fileName)
    {
        if (content.IsEmpty) throw new IntakeException(new Message("intake.empty"));
        if (content.Length > MaxBytes) throw new IntakeException(new Message("intake.too-large", MaxBytes >> 20));

        return FileSigns.Of(content.Span) switch
        {
            FileSign.Zip => ReadOffice(content, fileName),
            FileSign.Pdf => Promised(SourceFormat.Pdf, fileName, () => PdfPlanReader.Read(content, fileName)),
            FileSign.OldOffice => throw new IntakeException(new Message("intake.old-office")),
            FileSign.Unknown => throw new IntakeException(new Message("intake.unknown-kind")),
            _ => ReadText(PlainText.Decode(content.Span), fileName),
        };
    }

    private static SourceDocument ReadOffice(ReadOnlyMemory<byte> content, string fileName)
    {
        var (format, package, main) = OfficeFile.Open(content);
        return Promised(format, fileName, () => format == SourceFormat.Word
            ? WordPlanReader.Read(package, main, fileName)
            : ExcelPlanReader.Read(package, main, fileName));
    }

    private static SourceDocument ReadText(string text, string fileName) => FileSigns.IsPlanYaml(text)
        ? Promised(SourceFormat.Yaml, fileName, () => YamlPlanReader.Read(text, fileName))
        : Promised(SourceFormat.Text, fileName, () => TextPlanReader.Read(text, fileName));

    private static SourceDocument Promised(SourceFormat found, string fileName, Func<SourceDocument> read)
    {
        var ending = Path.GetExtension(fileName);
        if (ending.Length > 1 && !ending.Equals(".txt", StringComparison.OrdinalIgnoreCase)
            && !(Promises.TryGetValue(ending, out var promised) && promised == found))
            throw new IntakeException(new Message("intake.wrong-extension", ending[..Math.Min(ending.Length, 12)], new Message($"intake.kind.{found}")));
        return read();
    }
}
