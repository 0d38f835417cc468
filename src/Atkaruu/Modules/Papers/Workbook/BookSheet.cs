using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>How a cell looks; the number is its place in <see cref="BookStyles"/>.</summary>
internal enum Look : uint { Plain, Title, Sub, Heading, Measure, State, Label, Must, Note, Words, WordsMust, Number, NumberMust, Choice, ChoiceMust, Step, Good, Bad }

/// <summary>
/// One sheet being written: cells from left to right, rows from top to bottom. Everything is typed as what it is: a text that
/// begins with «=» stays a text, and there is no formula anywhere.
/// </summary>
internal sealed partial class BookSheet(string name)
{
    private readonly SheetData _rows = new();
    private readonly List<MergeCell> _merged = [];
    private readonly List<uint> _breaks = [];

    public string Name { get; } = name.Length > 31 ? name[..31] : name;

    /// <summary>Of the next row.</summary>
    public uint Next { get; private set; } = 1;

    public void Row(double height, params (object? Value, Look Look)[] cells) => Row(height, false, cells);

    /// <param name="height">Points; 0 lets the reader choose.</param>
    public void Row(double height, bool hidden, params (object? Value, Look Look)[] cells)
    {
        var row = new Row { RowIndex = Next };
        if (height > 0) (row.Height, row.CustomHeight) = (Math.Min(height, 409), true);
        if (hidden) row.Hidden = true;
        for (var at = 0; at < cells.Length; at++)
            if (cells[at] is var (value, look) && (value is not null || look != Look.Plain)) row.Append(CellOf(Column(at) + Next.ToString(CultureInfo.InvariantCulture), value, look));
        _rows.Append(row);
        Next++;
    }

    /// <summary>Joins cells of the row that was written last.</summary>
    public void Merge(char from, char to) => _merged.Add(new() { Reference = $"{from}{Next - 1}:{to}{Next - 1}" });

    /// <summary>A new page begins with the next row.</summary>
    public void Break() => _breaks.Add(Next - 1);

    public SheetData Rows => _rows;

    public MergeCells? Merged => _merged.Count == 0 ? null : new(_merged) { Count = (uint)_merged.Count };

    public RowBreaks? Breaks => _breaks.Count == 0 ? null
        : new(_breaks.Select(at => new Break { Id = at, Max = 16383, ManualPageBreak = true })) { Count = (uint)_breaks.Count, ManualBreakCount = (uint)_breaks.Count };

    public static string Column(int at) => ((char)('A' + at)).ToString();

    /// <summary>Lines that a text takes in so many characters.</summary>
    public static int Lines(string text, int wide) => text.Split('\n').Sum(line => Math.Max(1, (line.Length + wide - 1) / wide));

    private static Cell CellOf(string at, object? value, Look look) => value switch
    {
        null or "" => new Cell { CellReference = at, StyleIndex = (uint)look },
        decimal number => new Cell { CellReference = at, CellValue = new(number), DataType = CellValues.Number, StyleIndex = (uint)look },
        _ => new Cell(new InlineString(new Text(Readable(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = at, DataType = CellValues.InlineString, StyleIndex = (uint)look },
    };

    /// <summary>Without signs that XML has no place for; «_x000D_» in a text is no sign but these letters.</summary>
    private static string Readable(string text) =>
        Escape().Replace(string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => !rune.IsBmp || System.Xml.XmlConvert.IsXmlChar((char)rune.Value))), "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}

/// <summary>Letters, fills and frames of the form: those of the pages, as far as a sheet has them.</summary>
internal static class BookStyles
{
    private const string Ink = "FF12262D", Second = "FF42565E", Hairline = "FFDBE3E6", Edge = "FF7C9098", Lake = "FF0D5C70", Grey = "FFE8EEF0", Felt = "FFFBF0D9", Green = "FF1B6B45", Red = "FFA3302A";
    private const uint AsText = 49;

    public static Stylesheet Make() => new(
        new Fonts(Font(10, Ink), Font(10, Ink, bold: true), Font(15, Ink, bold: true), Font(9, Second), Font(10, Lake, bold: true), Font(10, Green, bold: true), Font(10, Red, bold: true)) { Count = 7 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill(Grey), Fill(Felt)) { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Under(), Box()) { Count = 3 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Enum.GetValues<Look>().Select(Format)) { Count = (uint)Enum.GetValues<Look>().Length },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(Look look) => look switch
    {
        Look.Title => Fixed(2, wrap: false, indent: 0),
        Look.Sub => Fixed(3, indent: 0),
        Look.Heading => Fixed(4, border: 1, middle: true),
        Look.Measure => Fixed(1, fill: 2, middle: true),
        Look.State => Fixed(3, border: 1),
        Look.Label => Fixed(0, border: 1),
        Look.Must => Fixed(1, border: 1),
        Look.Note => Fixed(3, border: 1),
        Look.Words or Look.Choice => Open(AsText),
        Look.WordsMust or Look.ChoiceMust => Open(AsText, 3),
        Look.Number => Open(0),
        Look.NumberMust => Open(0, 3),
        Look.Good => Fixed(5, border: 1),
        Look.Bad => Fixed(6, border: 1),
        _ => Fixed(0, indent: look is Look.Step ? 1u : 0),
    };

    private static CellFormat Fixed(uint font, uint fill = 0, uint border = 0, bool wrap = true, bool middle = false, uint indent = 1) => Cell(0, font, fill, border, wrap, middle, indent, locked: true);

    /// <summary>A cell to write in. Words are typed as texts, so that «12.05» does not become a day; a number keeps the general format, so that such a mistake shows.</summary>
    private static CellFormat Open(uint format, uint fill = 0) => Cell(format, 0, fill, 2, wrap: true, middle: false, indent: 1, locked: false);

    private static CellFormat Cell(uint format, uint font, uint fill, uint border, bool wrap, bool middle, uint indent, bool locked) => new(
        new Alignment { Vertical = middle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Left, WrapText = wrap, Indent = indent }, new Protection { Locked = locked })
    {
        NumberFormatId = format, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
        ApplyNumberFormat = format != 0, ApplyFont = true, ApplyFill = fill != 0, ApplyBorder = border != 0, ApplyAlignment = true, ApplyProtection = true,
    };

    private static Font Font(double size, string colour, bool bold = false) => bold
        ? new(new Bold(), new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 204 })
        : new(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 204 });

    private static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Under() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = Hairline }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static Border Box() => new(
        new LeftBorder(new Color { Rgb = Edge }) { Style = BorderStyleValues.Thin }, new RightBorder(new Color { Rgb = Edge }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Rgb = Edge }) { Style = BorderStyleValues.Thin }, new BottomBorder(new Color { Rgb = Edge }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
}
