using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>A table of a paper as a real one of Word: its head stands again on every page, its rows are not torn.</summary>
internal sealed class WordTable(WordProse prose, WordStyles styles)
{
    private const double MillimetresPerTwip = 25.4 / 1440;

    public W.Table Of(Table table, WordPlace place)
    {
        var (widths, points) = (Widths(table.Columns.Select(c => c.Width), place.Width), table.Size ?? place.TableSize);
        var set = new Setting(table, widths, place.Language, Math.Abs(points - styles.TableSize) < .05 ? null : points);
        var made = new W.Table(Properties(table, widths.Sum()), new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Twips(w) })));
        made.AppendChild(Head(set));
        if (table.Numbered) made.AppendChild(Numbers(set));
        var first = table.Rows.TakeWhile(row => row.Kind is RowKind.Section or RowKind.Group).Count();
        foreach (var (at, row) in table.Rows.Index()) made.AppendChild(Row(row, set, leads: at < first));
        return made;
    }

    /// <summary>Shares of a width as whole twips that sum up to it.</summary>
    internal static int[] Widths(IEnumerable<double> shares, int width)
    {
        double[] all = [.. shares.Select(share => double.IsFinite(share) && share > 0 ? share : .01)];
        var (sum, used, given) = (all.Sum(), 0d, 0);
        return [.. all.Select(share =>
        {
            used += share;
            var next = (int)Math.Round(width * used / sum) - given;
            given += next;
            return Math.Max(next, 20);
        })];
    }

    private sealed record Setting(Table Table, int[] Widths, string Language, double? Size);

    private W.TableProperties Properties(Table table, int width)
    {
        var properties = new W.TableProperties
        {
            TableStyle = new() { Val = styles[WordStyles.Grid] },
            TableWidth = new() { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa },
            TableLayout = new() { Type = W.TableLayoutValues.Fixed },
            TableLook = new() { FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
        };
        if (table.Caption is { } caption) properties.TableCaption = new() { Val = CleanText.Short(caption, 250) };
        return properties;
    }

    private W.TableRow Head(Setting set) => HeadRow(set.Table.Columns.Select((column, i) =>
        Box(set.Widths[i], 1, Inks.Ground, [.. Paragraphs(new Cell(column.Head) { Align = column.Align == CellAlign.Right ? CellAlign.Right : CellAlign.Left }, CellAlign.Left, WordStyles.Head, set, set.Widths[i])], W.TableVerticalAlignmentValues.Bottom)));

    private W.TableRow Numbers(Setting set) => HeadRow(set.Table.Columns.Select((_, i) =>
        Box(set.Widths[i], 1, null, [.. Paragraphs(new Cell((i + 1).ToString(CultureInfo.InvariantCulture)) { Align = CellAlign.Centre }, CellAlign.Centre, WordStyles.Cell, set, set.Widths[i])])));

    private static W.TableRow HeadRow(IEnumerable<W.TableCell> cells) => new([new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()), .. cells]);

    /// <param name="leads">
    /// A section or group right under the head: it does not ask to stay with what follows, because LibreOffice (7.4) then may find no place to
    /// part the table, and shows its first page only.
    /// </param>
    private W.TableRow Row(Row row, Setting set, bool leads)
    {
        var made = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        var column = 0;
        foreach (var cell in RowCells.Filled(row.Cells, set.Widths.Length))
        {
            var width = set.Widths.Skip(column).Take(cell.Span).Sum();
            var through = cell.Span == set.Widths.Length;
            var paragraphs = Paragraphs(cell, through ? CellAlign.Left : set.Table.Columns[column].Align, StyleOf(row.Kind), set, width);
            made.AppendChild(Box(width, cell.Span, row.Kind switch { RowKind.Section => Inks.Ground, _ => null }, [.. leads ? paragraphs.Select(Loose) : paragraphs], line: row.Kind == RowKind.Total));
            column += cell.Span;
        }
        return made;
    }

    private static W.Paragraph Loose(W.Paragraph paragraph)
    {
        (paragraph.ParagraphProperties!.KeepNext, paragraph.ParagraphProperties.KeepLines) = (new() { Val = false }, new() { Val = false });
        return paragraph;
    }

    private static string StyleOf(RowKind kind) => kind switch { RowKind.Section => WordStyles.Section, RowKind.Group => WordStyles.Group, RowKind.Total => WordStyles.Head, _ => WordStyles.Cell };

    private IEnumerable<W.Paragraph> Paragraphs(Cell cell, CellAlign usual, string style, Setting set, int width)
    {
        var align = (cell.Align ?? usual) switch { CellAlign.Right => W.JustificationValues.Right, CellAlign.Centre => W.JustificationValues.Center, _ => (W.JustificationValues?)null };
        IReadOnlyList<Prose> all = cell.Paragraphs.Count == 0 ? [Prose.Empty] : cell.Paragraphs;
        var room = (width * MillimetresPerTwip) - 2.6;
        foreach (var text in all)
        {
            var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[style] } };
            if (align is { } side) properties.Justification = new() { Val = side };
            yield return new W.Paragraph([properties, .. prose.Runs(text, set.Language, set.Size, room)]);
        }
    }

    private static W.TableCell Box(int width, int span, string? ground, W.Paragraph[] paragraphs, W.TableVerticalAlignmentValues? stands = null, bool line = false)
    {
        var properties = new W.TableCellProperties { TableCellWidth = new() { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa } };
        if (span > 1) properties.GridSpan = new() { Val = span };
        if (line) properties.TableCellBorders = new() { TopBorder = new() { Val = W.BorderValues.Single, Size = 12, Color = Inks.Ink2[1..] } };
        if (ground is not null) properties.Shading = new() { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = ground[1..] };
        if (stands is { } edge) properties.TableCellVerticalAlignment = new() { Val = edge };
        return new([properties, .. paragraphs]);
    }

    private static string Twips(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where blocks stand: how wide it is there and what language is spoken.</summary>
/// <param name="Width">Twips.</param>
/// <param name="TableSize">Points.</param>
internal readonly record struct WordPlace(int Width, string Language, double TableSize, bool InCell)
{
    public double Millimetres => Width * 25.4 / 1440;
}
