using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Pdf;

namespace Atkaruu.Modules.Papers;

/// <summary>The writer of each format; Word and Excel look first whether the administration has put a template of its own there.</summary>
internal static class PaperWriters
{
    public static void Write(this PaperTemplates templates, PaperDocument paper, PaperFormat format, Stream file)
    {
        switch (format)
        {
            case PaperFormat.Pdf: PdfWriter.Write(paper, file); break;
            case PaperFormat.Docx: templates.WriteWord(paper, file); break;
            default: templates.WriteExcel(paper, file); break;
        }
    }
}
