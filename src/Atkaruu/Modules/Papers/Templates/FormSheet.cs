using System.Globalization;
using Atkaruu.Modules.Papers.Writing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Templates;

internal static class FormSheets
{
    public static IEnumerable<FormSheet> Of(SpreadsheetDocument excel)
    {
        var book = excel.WorkbookPart!;
        List<string> shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<X.SharedStringItem>().Select(FormSheet.TextOf) ?? []];
        foreach (var sheet in book.Workbook!.Sheets!.Elements<X.Sheet>())
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part && part.Worksheet is not null) yield return new(sheet.Name?.Value ?? "", book, part, shared);
    }
}

/// <summary>A sheet of a form: its texts, filled; its numbers, formulas and looks left as they are.</summary>
internal sealed class FormSheet(string name, WorkbookPart book, WorksheetPart part, IReadOnlyList<string> shared)
{
    public string Name => name;

    public WorkbookPart Book => book;

    public X.Worksheet Sheet => part.Worksheet!;

    public X.SheetData Rows => Sheet.GetFirstChild<X.SheetData>() ?? Sheet.AppendChild(new X.SheetData());

    /// <summary>Cells that ask for something.</summary>
    public IEnumerable<FormCell> Cells() =>
        from row in Rows.Elements<X.Row>()
        from cell in row.Elements<X.Cell>()
        let fields = TemplateFields.In(TextOf(cell)).ToList()
        where fields.Count > 0
        select new FormCell(name, row.RowIndex?.Value ?? 0, cell.CellReference?.Value ?? "", fields);

    public string TextOf(X.Cell cell) => cell.DataType?.Value is not { } type ? ""
        : type == X.CellValues.SharedString ? int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : ""
        : type == X.CellValues.InlineString ? cell.InlineString is { } inline ? TextOf(inline) : ""
        : type == X.CellValues.String && cell.CellFormula is null ? cell.CellValue?.Text ?? "" : "";

    public static string TextOf(X.RstType item) => string.Concat(item.Descendants<X.Text>().Where(text => text.Parent is not X.PhoneticRun).Select(text => text.Text));

    /// <summary>Words in the place of what stood there, whatever they begin with.</summary>
    public static void Say(X.Cell cell, string words)
    {
        var text = CleanText.Whole(words);
        cell.CellFormula = null;
        cell.CellValue = null;
        cell.DataType = X.CellValues.InlineString;
        cell.InlineString = new(new X.Text(text.Length <= Writing.Excel.ExcelWords.MostInCell ? text : text[..(Writing.Excel.ExcelWords.MostInCell - 2)] + " …") { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>Fills the fields of the paper; at the foot of the printed page stands its code where the form has no place for it.</summary>
    /// <param name="invented">The mark of invented data; null for none.</param>
    /// <param name="foot">Values for the foot; null where the form shows the code itself.</param>
    public void Fill(Dictionary<string, string> values, string? invented, Dictionary<string, string>? foot)
    {
        foreach (var cell in Rows.Descendants<X.Cell>())
            if (TextOf(cell) is { } text && text.Contains("{{", StringComparison.Ordinal)) Say(cell, TemplateFields.Fill(text, field => values.GetValueOrDefault(field, "")));
        if (foot is null && invented is null) return;
        var edges = Sheet.GetFirstChild<X.HeaderFooter>();
        if (edges is null) Sheet.AddChild(edges = new X.HeaderFooter());
        if (invented is not null) edges.OddHeader = new(Added(edges.OddHeader?.Text, "&L", Edge(invented)));
        if (foot is not null) edges.OddFooter = new(Added(edges.OddFooter?.Text, "&L", Edge($"{foot["code"]} {foot["address"]} {foot["moment"]}")));
    }

    private static string Edge(string words) => CleanText.Short(words, 150).Replace("&", "&&", StringComparison.Ordinal);

    /// <summary>Before what the form says there itself; beside it where there is no room for both.</summary>
    private static string Added(string? theirs, string side, string words)
    {
        var at = theirs?.IndexOf(side, StringComparison.Ordinal) ?? -1;
        var both = at < 0 ? $"{side}{words}{theirs}" : $"{theirs![..(at + 2)]}{words}  {theirs[(at + 2)..]}";
        return both.Length <= 255 ? both : side + words;
    }

    /// <exception cref="Kernel.RuleException">A pattern row that is part of a higher merged cell cannot be repeated.</exception>
    public void RefuseMergedDown(string file, FormPattern pattern)
    {
        foreach (var merge in Sheet.Elements<X.MergeCells>().SelectMany(m => m.Elements<X.MergeCell>()))
            if (merge.Reference?.Value?.Split(':') is [var from, var to] && FormCells.Row(from) is var top && FormCells.Row(to) is var bottom && top != bottom && top <= pattern.Last && bottom >= pattern.First)
                throw TemplateFile.Refused(file, new("paper.template.merged-down", new Kernel.Message("paper.template.at.cell", name, from)));
    }

    /// <summary>How many letters a column holds.</summary>
    public double WidthOf(int column) =>
        Sheet.Elements<X.Columns>().SelectMany(all => all.Elements<X.Column>()).FirstOrDefault(c => c.Min?.Value <= column && c.Max?.Value >= column)?.Width?.Value
        ?? Sheet.SheetFormatProperties?.DefaultColumnWidth?.Value ?? 8.4;

    /// <summary>Whether the format of a cell shows words or nothing in particular: there stands what the paper says, not the number behind it.</summary>
    public bool IsForWords(X.Cell pattern)
    {
        var formats = book.WorkbookStylesPart?.Stylesheet?.CellFormats;
        var format = formats?.Elements<X.CellFormat>().ElementAtOrDefault((int)(pattern.StyleIndex?.Value ?? 0));
        return (format?.NumberFormatId?.Value ?? 0) is 0 or 49;
    }
}
