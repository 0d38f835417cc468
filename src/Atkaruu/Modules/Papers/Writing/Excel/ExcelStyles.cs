using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>How a cell looks.</summary>
/// <param name="Number">A format of numbers; null for words.</param>
/// <param name="Quoted">Typed as text for ever: also when somebody opens the cell and presses Enter, «=» at its beginning computes nothing.</param>
internal sealed record CellLook(bool Bold = false, bool Italic = false, double Size = 10, string Ink = Inks.Ink, string? Fill = null, bool Ruled = true, CellAlign Align = CellAlign.Left,
    string? Number = null, bool Quoted = false, bool Middle = false, bool Total = false);

/// <summary>The looks that a workbook uses, each once.</summary>
internal sealed class ExcelStyles
{
    /// <summary>Excel has no second choice of a font, so it is one that every office has, with Ң Ө Ү.</summary>
    public const string Font = "Times New Roman";

    public const string Whole = "#,##0", Fraction = "#,##0.0###", Percent = "0\\ %", Day = "dd\\.mm\\.yyyy";

    private const uint FirstFormat = 164;

    private readonly Dictionary<CellLook, uint> _looks = [];
    private readonly Dictionary<(bool, bool, double, string), uint> _fonts = new() { [(false, false, 10, Inks.Ink)] = 0 };
    private readonly Dictionary<string, uint> _fills = [], _formats = [];

    public uint this[CellLook look]
    {
        get
        {
            if (!_looks.TryGetValue(look, out var number)) _looks[look] = number = (uint)_looks.Count + 1;
            return number;
        }
    }

    public X.Stylesheet Sheet()
    {
        X.CellFormat[] formats = [new() { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 }, .. _looks.OrderBy(l => l.Value).Select(l => Format(l.Key))];
        var sheet = new X.Stylesheet();
        if (_formats.Count > 0) sheet.NumberingFormats = new(_formats.Select(f => new X.NumberingFormat { NumberFormatId = f.Value, FormatCode = f.Key })) { Count = (uint)_formats.Count };
        sheet.Fonts = new(_fonts.OrderBy(f => f.Value).Select(f => FontOf(f.Key.Item1, f.Key.Item2, f.Key.Item3, f.Key.Item4))) { Count = (uint)_fonts.Count };
        sheet.Fills = new([Filled(X.PatternValues.None), Filled(X.PatternValues.Gray125), .. _fills.OrderBy(f => f.Value).Select(f => Solid(f.Key))]) { Count = (uint)_fills.Count + 2 };
        sheet.Borders = new(new X.Border(new X.LeftBorder(), new X.RightBorder(), new X.TopBorder(), new X.BottomBorder(), new X.DiagonalBorder()), Rules(X.BorderStyleValues.Thin), Rules(X.BorderStyleValues.Medium)) { Count = 3 };
        sheet.CellStyleFormats = new(new X.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 };
        sheet.CellFormats = new(formats) { Count = (uint)formats.Length };
        sheet.CellStyles = new(new X.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 };
        return sheet;
    }

    private X.CellFormat Format(CellLook look) => new(new X.Alignment
    {
        WrapText = look.Number is null, Vertical = look.Middle ? X.VerticalAlignmentValues.Center : X.VerticalAlignmentValues.Top,
        Horizontal = look.Align switch { CellAlign.Right => X.HorizontalAlignmentValues.Right, CellAlign.Centre => X.HorizontalAlignmentValues.Center, _ => X.HorizontalAlignmentValues.Left },
    })
    {
        NumberFormatId = look.Number is { } number ? Known(_formats, number, FirstFormat) : 0,
        FontId = FontNumber(look), FillId = look.Fill is { } fill ? Known(_fills, fill, 2) : 0, BorderId = look.Ruled ? look.Total ? 2u : 1 : 0, FormatId = 0,
        ApplyNumberFormat = look.Number is not null, ApplyFont = true, ApplyFill = look.Fill is not null, ApplyBorder = look.Ruled, ApplyAlignment = true,
        QuotePrefix = look.Quoted ? true : null,
    };

    private uint FontNumber(CellLook look)
    {
        var key = (look.Bold, look.Italic, look.Size, look.Ink);
        if (!_fonts.TryGetValue(key, out var number)) _fonts[key] = number = (uint)_fonts.Count;
        return number;
    }

    private static uint Known(Dictionary<string, uint> numbers, string key, uint first)
    {
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = first + (uint)numbers.Count;
        return number;
    }

    private static X.Font FontOf(bool bold, bool italic, double size, string ink)
    {
        var font = new X.Font();
        if (bold) font.Append(new X.Bold());
        if (italic) font.Append(new X.Italic());
        font.Append(new X.FontSize { Val = size }, new X.Color { Rgb = "FF" + ink[1..] }, new X.FontName { Val = Font }, new X.FontFamilyNumbering { Val = 1 }, new X.FontCharSet { Val = 204 });
        return font;
    }

    private static X.Fill Filled(X.PatternValues pattern) => new(new X.PatternFill { PatternType = pattern });

    private static X.Fill Solid(string ink) => new(new X.PatternFill(new X.ForegroundColor { Rgb = "FF" + ink[1..] }, new X.BackgroundColor { Indexed = 64 }) { PatternType = X.PatternValues.Solid });

    private static X.Border Rules(X.BorderStyleValues top)
    {
        var ink = "FF" + Inks.Line2[1..];
        return new(new X.LeftBorder(new X.Color { Rgb = ink }) { Style = X.BorderStyleValues.Thin }, new X.RightBorder(new X.Color { Rgb = ink }) { Style = X.BorderStyleValues.Thin },
            new X.TopBorder(new X.Color { Rgb = ink }) { Style = top }, new X.BottomBorder(new X.Color { Rgb = ink }) { Style = X.BorderStyleValues.Thin }, new X.DiagonalBorder());
    }
}
