using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Excel;
using Atkaruu.Modules.Papers.Writing.Pdf;
using Atkaruu.Modules.Papers.Writing.Word;

namespace Atkaruu.Modules.Papers;

/// <summary>The writer of each format.</summary>
public static class PaperWriters
{
    public static void Write(PaperDocument paper, PaperFormat format, Stream file)
    {
        switch (format)
        {
            case PaperFormat.Pdf: PdfWriter.Write(paper, file); break;
            case PaperFormat.Docx: WordWriter.Write(paper, file); break;
            default: ExcelWriter.Write(paper, file); break;
        }
    }
}
