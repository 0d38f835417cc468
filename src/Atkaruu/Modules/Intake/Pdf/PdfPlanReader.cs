using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// Reads a PDF with a text layer. Ruling lines give the table where they are drawn; where they are not, the columns are
/// told by how the words stand under the heading.
/// </summary>
internal static class PdfPlanReader
{
    /// <summary>PdfPig follows some structures by recursion; a hostile file must not reach the end of the stack.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>Longer than the budget's own clock: for loops inside PdfPig that never ask it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>One PDF at a time: PdfPig's shared names are not safe between threads in this version, and memory is bounded so.</summary>
    private static readonly Lock OneAtATime = new();

    /// <exception cref="IntakeException">No plan's table in it, no text, encrypted, damaged, or built to harm.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> content, string fileName)
    {
        lock (OneAtATime) return ReadAside(content, fileName);
    }

    private static SourceDocument ReadAside(ReadOnlyMemory<byte> content, string fileName)
    {
        SourceDocument? read = null;
        IntakeException? refusal = null;
        var thread = new Thread(() =>
        {
            try
            {
                read = ReadPages(content, fileName);
            }
            catch (IntakeException no)
            {
                refusal = no;
            }
            catch (Exception)
            {
                // A reader of damaged files throws whatever it stumbles over; here it would end the process.
                refusal = ZipDirectory.Damaged();
            }
        }, StackBytes)
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(Patience)) throw new IntakeException(new Message("intake.too-slow"));
        return read ?? throw refusal ?? ZipDirectory.Damaged();
    }

    private static SourceDocument ReadPages(ReadOnlyMemory<byte> content, string fileName)
    {
        var pages = Layouts(content);
        if (!pages.Any(page => page.Glyphs.Any(g => !g.IsBlank))) throw new IntakeException(new Message("intake.pdf-no-text"));

        var plain = RunningHeads.Without(pages);
        try
        {
            return PlanTable.Read(new PrintedDocument(fileName, SourceFormat.Pdf, [.. plain.SelectMany(Pieces)]));
        }
        catch (IntakeException no) when (no.Sentence.Key is "intake.no-heading" or "intake.no-table" or "intake.no-measures")
        {
            var aligned = AlignedTable.Read(plain) ?? throw new IntakeException(new Message("intake.no-heading"));
            return PlanTable.Read(new PrintedDocument(fileName, SourceFormat.Pdf, aligned));
        }
    }

    private static List<PageLayout> Layouts(ReadOnlyMemory<byte> content)
    {
        if (IsCrowded(content.Span)) throw ZipDirectory.Bomb();
        try
        {
            using var pdf = PdfDocument.Open(content, new ParsingOptions
            {
                FilterProvider = new BoundedFilters(new PdfBudget()),
                MaxStackDepth = 128,
                SkipMissingFonts = true,
                UseLenientParsing = true,
            });
            if (pdf.NumberOfPages > PdfBudget.MaxPages) throw new IntakeException(new Message("intake.pdf-too-long", PdfBudget.MaxPages));
            pdf.AddPageFactory<PageLayout, LayoutFactory>();
            return [.. Enumerable.Range(1, pdf.NumberOfPages).Select(pdf.GetPage<PageLayout>)];
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new IntakeException(new Message("intake.encrypted"));
        }
    }

    /// <summary>Whether the file has so many objects, or so many beginnings and ends, that only looking for them would take long.</summary>
    private static bool IsCrowded(ReadOnlySpan<byte> content) =>
        content.Count(" obj"u8) > 80_000 || content.Count("startxref"u8) > 300 || content.Count("trailer"u8) > 300;

    /// <summary>The lines and the ruled tables of a page from the top down.</summary>
    private static IEnumerable<PrintedPiece> Pieces(PageLayout page)
    {
        var (tables, outside) = RuledTable.Find(page);
        var lines = TextLines.Of(outside).Select(line => (line.Base, Piece: (PrintedPiece)new PrintedLine(line.Text)));
        return tables.Select(table => (Base: table.Top, Piece: (PrintedPiece)table.Printed(page.Number))).Concat(lines)
            .OrderByDescending(piece => piece.Base).Select(piece => piece.Piece);
    }
}
