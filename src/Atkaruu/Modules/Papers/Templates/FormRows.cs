using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Modules.Papers.Writing;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>Repeats the pattern rows of a form for the rows of a table, and moves what stands below them down.</summary>
internal sealed class FormRows(FormSheet sheet, FormPattern pattern)
{
    public void Repeat(Table table)
    {
        var rows = sheet.Rows.Elements<X.Row>().ToDictionary(row => row.RowIndex!.Value);
        var (merges, made, at) = (Merges(), new List<X.Row>(), pattern.First);
        var names = table.Columns.Select((column, i) => (column.Name, i)).Where(c => c.Name is not null).ToLookup(c => TemplateFields.Column(c.Name!), c => c.i);
        List<string> repeated = [];
        foreach (var row in table.Rows)
        {
            if (PatternOf(row.Kind) is not { } from || !rows.TryGetValue(from, out var model)) continue;
            var copy = Copy(model, from, at);
            foreach (var cell in copy.Elements<X.Cell>()) Fill(cell, row, names);
            Measure(copy, merges, from);
            repeated.AddRange(merges.Where(merge => FormCells.Row(merge) == from).Select(merge => FormCells.Moved(merge, from, from, (long)at - from, inRow: true)));
            made.Add(copy);
            at++;
        }
        Put(rows, made, merges, repeated, (long)at - pattern.Last - 1);
    }

    /// <summary>Sums are for the form's own formulas.</summary>
    private uint? PatternOf(RowKind kind) => kind switch { RowKind.Plain => pattern.Plain, RowKind.Section => pattern.Section, RowKind.Group => pattern.Group, _ => null };

    /// <param name="shift">How far what stands below moves.</param>
    private void Put(Dictionary<uint, X.Row> rows, List<X.Row> made, List<string> merges, List<string> repeated, long shift)
    {
        OpenXmlElement? before = sheet.Rows.Elements<X.Row>().LastOrDefault(row => row.RowIndex!.Value < pattern.First);
        for (var row = pattern.First; row <= pattern.Last; row++) if (rows.TryGetValue(row, out var model)) model.Remove();
        foreach (var row in made) before = before is null ? sheet.Rows.PrependChild(row) : sheet.Rows.InsertAfter(row, before);
        foreach (var row in sheet.Rows.Elements<X.Row>().Except(made))
        {
            if (row.RowIndex!.Value > pattern.Last) Move(row, row.RowIndex.Value, (uint)(row.RowIndex.Value + shift));
            foreach (var formula in row.Descendants<X.CellFormula>()) Adjust(formula, shift);
        }
        SetMerges([.. merges.Where(m => FormCells.Row(m) < pattern.First), .. repeated, .. merges.Where(m => FormCells.Row(m) > pattern.Last).Select(m => FormCells.Moved(m, pattern.First, pattern.Last, shift))]);
        MoveNames(shift);
        // Written for other rows; Excel finds its own.
        sheet.Sheet.RemoveAllChildren<X.SheetDimension>();
    }

    private void Adjust(X.CellFormula formula, long shift)
    {
        formula.Text = FormCells.Moved(formula.Text, pattern.First, pattern.Last, shift);
        if (formula.Reference?.Value is { } reference) formula.Reference = FormCells.Moved(reference, pattern.First, pattern.Last, shift);
        if (formula.Parent is X.Cell cell) cell.CellValue = null;
    }

    private static X.Row Copy(X.Row model, uint from, uint to)
    {
        var copy = (X.Row)model.CloneNode(true);
        Move(copy, from, to);
        foreach (var formula in copy.Descendants<X.CellFormula>())
        {
            formula.Text = FormCells.Moved(formula.Text, from, from, (long)to - from, inRow: true);
            if (formula.Parent is X.Cell cell) cell.CellValue = null;
        }
        return copy;
    }

    /// <summary>A row is as high as its words need in the form's own columns; Excel does not measure rows that come from a file.</summary>
    private void Measure(X.Row row, List<string> merges, uint from)
    {
        var (usual, lines) = (sheet.Sheet.SheetFormatProperties?.DefaultRowHeight?.Value ?? 15, 1);
        foreach (var cell in row.Elements<X.Cell>().Where(cell => cell.InlineString is not null))
        {
            var column = FormCells.Column(cell.CellReference!.Value!);
            var through = merges.FirstOrDefault(m => FormCells.Row(m) == from && FormCells.Column(m) == column)?.Split(':')[1];
            var (left, right) = (FormCells.Number(column), FormCells.Number(FormCells.Column(through ?? column)));
            var letters = Enumerable.Range(left, Math.Max(1, right - left + 1)).Sum(sheet.WidthOf);
            lines = Math.Max(lines, Writing.Excel.ExcelGrid.Wrapped(cell.InlineString!.InnerText, letters - 1));
        }
        (row.Height, row.CustomHeight) = (Math.Min(Writing.Excel.ExcelGrid.MostPoints, Math.Max(row.CustomHeight?.Value == true ? row.Height?.Value ?? usual : usual, (lines * Math.Max(usual, 12.5)) + 2)), null);
    }

    private static void Move(X.Row row, uint from, uint to)
    {
        row.RowIndex = to;
        foreach (var cell in row.Elements<X.Cell>()) cell.CellReference = FormCells.Column(cell.CellReference!.Value!) + to.ToString(CultureInfo.InvariantCulture);
    }

    private void Fill(X.Cell cell, Row row, ILookup<string, int> names)
    {
        var text = sheet.TextOf(cell);
        if (TemplateFields.In(text).ToList() is not { Count: > 0 } fields) return;
        if (fields is [var only] && TemplateFields.Fill(text, _ => "").Trim().Length == 0 && CellOf(row, only, names) is { Value: { } value } && !sheet.IsForWords(cell) && NumberOf(value) is { } number)
        {
            (cell.DataType, cell.InlineString, cell.CellValue) = (null, null, new(number));
            return;
        }
        FormSheet.Say(cell, TemplateFields.Fill(text, field => CellOf(row, field, names) is { } found ? string.Join('\n', found.Paragraphs.Select(p => p.Plain)) : ""));
    }

    private static Cell? CellOf(Row row, string field, ILookup<string, int> names)
    {
        if (row.Kind is RowKind.Section or RowKind.Group) return row.Cells is [var first, ..] ? first : null;
        var at = 0;
        foreach (var cell in row.Cells)
        {
            if (names[TemplateFields.Column(field)].Contains(at)) return cell;
            at += cell.Span;
        }
        return null;
    }

    private static string? NumberOf(object value) => value switch
    {
        DateOnly day when day.Year > 1900 => day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture),
        decimal or int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private List<string> Merges() => [.. sheet.Sheet.Elements<X.MergeCells>().SelectMany(m => m.Elements<X.MergeCell>()).Select(m => m.Reference?.Value).OfType<string>()];

    private void SetMerges(IReadOnlyList<string> merges)
    {
        var all = sheet.Sheet.GetFirstChild<X.MergeCells>();
        all?.RemoveAllChildren();
        if (merges.Count == 0) all?.Remove();
        else
        {
            if (all is null) sheet.Sheet.AddChild(all = new X.MergeCells());
            all.Append(merges.Select(merge => new X.MergeCell { Reference = merge }));
            all.Count = (uint)merges.Count;
        }
    }

    /// <summary>What is printed reaches as far as the rows do.</summary>
    private void MoveNames(long shift)
    {
        var place = $"{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}";
        foreach (var name in sheet.Book.Workbook!.DefinedNames?.Elements<X.DefinedName>() ?? [])
            if (name.Text.StartsWith(place + "!", StringComparison.Ordinal) || name.Text.StartsWith($"'{place}'!", StringComparison.Ordinal))
                name.Text = name.Text[..(name.Text.LastIndexOf('!') + 1)] + FormCells.Moved(name.Text[(name.Text.LastIndexOf('!') + 1)..], pattern.First, pattern.Last, shift);
    }
}

/// <summary>References to cells: «A5», «$B$7:C9».</summary>
internal static partial class FormCells
{
    public static uint Row(string reference) => uint.TryParse(Figures().Match(reference).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    /// <summary>A → 1, AA → 27.</summary>
    public static int Number(string column) => column.Aggregate(0, (number, letter) => (Math.Min(number, 20_000) * 26) + (letter - 'A' + 1));

    public static string Column(string reference) => string.Concat(reference.TakeWhile(char.IsAsciiLetter));

    /// <summary>
    /// What points below the pattern points as much further down; a range that reaches into the pattern grows with it. Words in quotation marks stay.
    /// </summary>
    /// <param name="inRow">Only what points into the row itself moves: a formula of the pattern row.</param>
    public static string Moved(string formula, uint first, uint last, long shift, bool inRow = false) => Reference().Replace(formula, match =>
    {
        if (!match.Groups["row"].Success) return match.Value;
        var range = match.Groups["to"].Success;
        var start = Shifted(match.Groups["row"].Value, ends: false);
        return match.Groups["col"].Value + start + (range ? ":" + match.Groups["tocol"].Value + Shifted(match.Groups["to"].Value, ends: true) : "");

        string Shifted(string text, bool ends)
        {
            if (!uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return text;
            var moves = inRow ? row >= first && row <= last : row > last || ends && row == last;
            return moves ? Math.Max(1, row + shift).ToString(CultureInfo.InvariantCulture) : text;
        }
    });

    [GeneratedRegex(@"""[^""]*""|(?<![A-Za-z0-9_.])(?<col>\$?[A-Z]{1,3}\$?|\$)(?<row>\d{1,7})(?::(?<tocol>\$?[A-Z]{1,3}\$?|\$)(?<to>\d{1,7}))?(?![A-Za-z0-9_(])")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();
}
