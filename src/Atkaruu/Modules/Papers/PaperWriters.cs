using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers;

/// <summary>The writer of each format.</summary>
public static class PaperWriters
{
    public static void Write(PaperDocument paper, PaperFormat format, Stream file)
    {
        using var text = new StreamWriter(file, leaveOpen: true);
        text.WriteLine($"{format} {paper.Title} {paper.Mark.Code}");
        foreach (var part in paper.Parts)
            foreach (var block in part.Blocks) text.WriteLine(block);
    }
}
