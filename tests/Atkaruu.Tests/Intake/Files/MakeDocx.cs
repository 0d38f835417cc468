using Atkaruu.Modules.Intake;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>Writes the real plan as a Word file.</summary>
internal static class MakeDocx
{
    private static readonly Dictionary<ColumnRole, int> Widths = new()
    {
        [ColumnRole.Number] = 700,
        [ColumnRole.Task] = 2600,
        [ColumnRole.Title] = 3600,
        [ColumnRole.Schedule] = 1500,
        [ColumnRole.Result] = 2800,
        [ColumnRole.Responsible] = 2000,
        [ColumnRole.Funding] = 1200,
        [ColumnRole.Amount] = 1200,
        [ColumnRole.Other] = 900,
    };

    public static byte[] Plan(TableLook look) => With(body =>
    {
        foreach (var line in WholePlan.Above) body.Append(Paragraph(line));
        var table = NewTable(body, look, head: true);
        foreach (var row in WholePlan.Rows)
        {
            foreach (var section in WholePlan.SectionsBefore(row)) table.Append(SectionRow(look, section));
            var breaks = look.NewTableEvery > 0 && row.Ordinal % look.NewTableEvery == 0 && row.Ordinal < WholePlan.Rows.Count;
            if (breaks && look.SplitRows)
            {
                table.Append(MeasureRow(look, row, half: 1));
                table = NewTable(body, look, look.RepeatHead);
                table.Append(MeasureRow(look, row, half: 2));
            }
            else table.Append(MeasureRow(look, row));
            if (breaks && !look.SplitRows) table = NewTable(body, look, look.RepeatHead);
        }
        foreach (var (post, name) in WholePlan.Signers) body.Append(Paragraph($"       {post}                 {name}"));
    });

    /// <summary>Any document.</summary>
    public static byte[] With(Action<Body> write)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body());
            write(main.Document.Body!);
            main.Document.Body!.Append(new SectionProperties(
                new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }, new PageMargin { Left = 900, Right = 900, Top = 900, Bottom = 900 }));
        }
        return stream.ToArray();
    }

    public static Table TableOf(params string[][] rows) => new(rows.Select(row =>
        new TableRow(row.Select(text => new TableCell(Paragraph(text))))));

    public static Paragraph Paragraph(string text) =>
        new(new Run(new Words.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Table NewTable(Body body, TableLook look, bool head)
    {
        var line = BorderValues.Single;
        var table = new Table(new TableProperties(new TableBorders(
            new TopBorder { Val = line }, new LeftBorder { Val = line }, new BottomBorder { Val = line }, new RightBorder { Val = line },
            new InsideHorizontalBorder { Val = line }, new InsideVerticalBorder { Val = line })), new TableGrid(look.Columns.Select(c => new GridColumn { Width = $"{Widths[c]}" })));
        if (head) table.Append(new TableRow(look.Columns.Select(c => Cell(look, look.Heading(c)))));
        if (head && look.Numbering) table.Append(new TableRow(look.Columns.Select((_, i) => Cell(look, $"{i + 1}"))));
        body.Append(table, new Paragraph());
        return table;
    }

    private static TableRow SectionRow(TableLook look, string section)
    {
        if (!look.MergeSections) return new(look.Columns.Select((_, i) => Cell(look, i == 0 ? section : "")));
        var cell = Cell(look, section);
        cell.PrependChild(new TableCellProperties(new GridSpan { Val = look.Columns.Count }));
        return new(cell);
    }

    /// <param name="half">1 and 2: the two parts of a row that a page has cut; 0: a whole row.</param>
    private static TableRow MeasureRow(TableLook look, TrueRow row, int half = 0) => new(look.Columns.Select(column =>
    {
        var cell = Cell(look, half == 0 ? row.Of(column) : Half(column, row.Of(column), half));
        if (column != ColumnRole.Task || !look.MergeTasks) return cell;
        var merge = row.Task.Length > 0 && half < 2 ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge();
        cell.PrependChild(new TableCellProperties(merge));
        return cell;
    }));

    /// <summary>A page cuts the long cells of a row; the short ones end before it.</summary>
    private static string Half(ColumnRole column, string text, int half)
    {
        if (column is not (ColumnRole.Title or ColumnRole.Result)) return half == 1 ? text : "";
        var words = text.Split(' ');
        var first = (words.Length + 1) / 2;
        return string.Join(' ', half == 1 ? words.Take(first) : words.Skip(first));
    }

    private static TableCell Cell(TableLook look, string text)
    {
        if (!look.Broken) return new(Paragraph(text));
        return new(TableLook.Pieces(text, 24).Select((line, i) => new Paragraph(Runs(line, i))));
    }

    /// <summary>Runs end in the middle of words, as spelling checks leave them; tabs, doubled and hard blanks between words.</summary>
    private static IEnumerable<Run> Runs(string line, int seed)
    {
        for (var at = 0; at < line.Length; at += 5)
        {
            var piece = line.Substring(at, Math.Min(5, line.Length - at));
            var spaced = seed % 3 == 0 ? piece.Replace(" ", "  ") : seed % 3 == 1 ? piece.Replace(' ', '\u00a0') : piece;
            yield return new Run(new Words.Text(spaced) { Space = SpaceProcessingModeValues.Preserve });
            if (at == 5) yield return new Run(new Words.Text("\u00ad"));
        }
        yield return new Run(new TabChar());
    }
}
