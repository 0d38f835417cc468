using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Excel;

/// <summary>One sheet, streamed: only cells with words are kept, and the reach of merged ones.</summary>
internal sealed class ExcelSheet(string name, IReadOnlyList<string> strings, ExcelNumbers numbers)
{
    private const int MaxColumn = 200, MaxMerges = 20_000, MaxMerged = 100_000;

    private sealed record Cell(int Column, string Text, Message? Doubt);

    private sealed record Merge(int Top, int Left, int Bottom, int Right);

    private readonly SortedDictionary<int, List<Cell>> _rows = [];
    private readonly List<Merge> _merges = [];
    private int _row, _column, _cells, _characters;

    public PrintedTable Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            if (xml.Is("row")) (_row, _column) = (Number(xml.Attribute("r")) ?? _row + 1, 0);
            else if (xml.Is("c")) ReadCell(xml);
            else if (xml.Is("mergeCell")) AddMerge(xml.Attribute("ref"));
        }
        return new(Rows());
    }

    private void ReadCell(BoundedXml xml)
    {
        var (type, style) = (xml.Attribute("t"), xml.Attribute("s"));
        _column = ColumnOf(xml.Attribute("r")) ?? _column + 1;
        if (xml.IsEmpty) return;

        var (text, hasFormula, inValue) = ("", false, false);
        var value = new System.Text.StringBuilder();
        while (xml.Read() && !xml.Ends("c"))
        {
            if (xml.Is("is")) text = ExcelStrings.ReadText(xml, "is");
            else if (xml.Is("f")) hasFormula = true;
            else if (xml.Is("v")) inValue = !xml.IsEmpty;
            else if (xml.Ends("v")) inValue = false;
            else if (inValue && xml.IsText) xml.AddTextTo(value, TableLimits.RawCell);
        }
        if (value.Length > 0) text = TextOf(value.ToString(), type, style);
        var doubt = hasFormula && text.Length == 0 ? new Message("intake.no-formula-value") : null;
        Keep(text, doubt);
    }

    private string TextOf(string value, string type, string style) => type switch
    {
        "s" => Number(value) is { } at && at < strings.Count ? strings[at] : throw ZipDirectory.Damaged(),
        "str" or "e" or "inlineStr" => ExcelStrings.Unescape(value),
        "b" => value,
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : value,
        _ => numbers.Print(value, style),
    };

    private void Keep(string text, Message? doubt)
    {
        if (_column > MaxColumn || (string.IsNullOrWhiteSpace(text) && doubt is null)) return;
        if (text.Length > TableLimits.RawCell) throw TableLimits.CellTooLong(Where.Row(name, _row));
        _characters += text.Length;
        if (_characters > TableLimits.Characters) throw TableLimits.TooMuchText();

        if (!_rows.TryGetValue(_row, out var cells)) _rows[_row] = cells = [];
        if (_rows.Count > TableLimits.Rows || ++_cells > TableLimits.Cells) throw TableLimits.TooManyRows();
        cells.Add(new(_column, text, doubt));
    }

    private void AddMerge(string range)
    {
        var ends = range.Split(':');
        if (ends.Length != 2 || _merges.Count >= MaxMerges) return;
        if (ColumnOf(ends[0]) is { } left && ColumnOf(ends[1]) is { } right && RowOf(ends[0]) is { } top && RowOf(ends[1]) is { } bottom)
            _merges.Add(new(top, left, bottom, right));
    }

    /// <summary>A merged range gives its first row one wide cell, and each row under it an empty one that comes from above.</summary>
    private List<PrintedRow> Rows()
    {
        Dictionary<int, List<PrintedCell>> fromAbove = [];
        Dictionary<(int Row, int Column), int> wide = [];
        var merged = 0;
        foreach (var merge in _merges)
        {
            wide[(merge.Top, merge.Left)] = merge.Right;
            foreach (var row in RowsUnder(merge))
            {
                if (++merged > MaxMerged) throw TableLimits.TooManyRows();
                if (!fromAbove.TryGetValue(row, out var cells)) fromAbove[row] = cells = [];
                cells.Add(new(merge.Left, merge.Right + 1, "", FromAbove: true));
            }
        }
        return [.. _rows.Select(row => new PrintedRow(Where.Row(name, row.Key),
            [.. row.Value.Select(cell => Printed(cell, row.Key)).Concat(fromAbove.GetValueOrDefault(row.Key, [])).OrderBy(cell => cell.Left)]))];

        PrintedCell Printed(Cell cell, int row) => new(cell.Column, wide.GetValueOrDefault((row, cell.Column), cell.Column) + 1, cell.Text)
        {
            Doubt = cell.Doubt,
            Confidence = cell.Doubt is null ? 1 : 0.5,
        };
    }

    /// <summary>Only rows with words count: a range may claim a million.</summary>
    private IEnumerable<int> RowsUnder(Merge merge) => merge.Bottom - merge.Top < 2_000
        ? Enumerable.Range(merge.Top + 1, Math.Max(0, merge.Bottom - merge.Top)).Where(_rows.ContainsKey)
        : [];

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? RowOf(string reference) => Number(reference.TrimStart('$').TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).TrimStart('$'));

    /// <summary>A1 → 1, AA7 → 27.</summary>
    private static int? ColumnOf(string reference)
    {
        var column = 0;
        foreach (var sign in reference.TrimStart('$').TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min(column, 20_000) * 26 + (sign - 'A' + 1);
        return column == 0 ? null : column;
    }
}
