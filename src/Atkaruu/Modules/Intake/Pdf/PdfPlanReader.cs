namespace Atkaruu.Modules.Intake.Pdf;

internal static class PdfPlanReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> content, string fileName) => throw new NotImplementedException(fileName + content.Length);
}
